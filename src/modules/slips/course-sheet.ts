/** The forms that arise on the way: apology, stop, and the records of hand-overs and of all dossiers. */
import { t } from '#kernel/text.ts'
import { procedureOf, whose } from './desk-sheet.ts'
import { type Block, known } from './sheet.ts'
import { dayWords, moneyWords, momentShort, momentWords, wordFor } from './sheet-words.ts'
import type { ContentOf } from './slip.ts'

export const apologyBlocks = (content: ContentOf<'apology'>): Block[] => [
  { kind: 'text', text: t('slips.apology.says', { name: content.issuer.name, applicant: content.applicant.name }) },
  known([
    ...whose(content),
    { label: t('slips.receipt.received_at'), value: momentWords(content.receivedAt) },
    { label: t('slips.apology.due_at'), value: momentWords(content.dueAt) },
    { label: t('slips.sheet.reason'), value: content.reason },
    { label: t('slips.apology.new_due_at'), value: momentWords(content.newDueAt), strong: true },
  ]),
  { kind: 'text', text: t('slips.apology.once') },
]

const refundOf = ({ refund }: ContentOf<'stop'>): string =>
  refund === null || refund.amount === 0
    ? t('slips.stop.no_refund')
    : [moneyWords(refund.amount), refund.how].filter(Boolean).join(', ')

export const stopBlocks = (content: ContentOf<'stop'>): Block[] => [
  known([
    ...whose(content),
    { label: t('slips.stop.requester'), value: content.requester },
    { label: t('slips.stop.requested_at'), value: content.requestedAt && momentWords(content.requestedAt) },
    { label: t('slips.sheet.stage'), value: wordFor('stage', content.stage) },
    { label: t('slips.stop.decision'), value: content.decision, strong: true },
    { label: t('slips.sheet.reason'), value: content.reason },
    { label: t('slips.stop.refund'), value: refundOf(content) },
  ]),
]

const lines = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('\n')
const labelled = (label: string, moment: string | null) => moment && `${label}: ${momentShort(moment)}`

const stepRow = (step: ContentOf<'control'>['steps'][number], at: number): string[] => [
  String(at + 1),
  lines(step.step, t('slips.control.from', { from: step.from }), t('slips.control.to', { to: step.to })),
  lines(
    labelled(t('slips.control.received'), step.receivedAt),
    labelled(t('slips.control.due'), step.dueAt),
    labelled(t('slips.control.done'), step.doneAt),
  ),
  lines(step.outcome && wordFor('outcome', step.outcome), step.note),
  step.signedBy ?? '',
]

export const controlBlocks = (content: ContentOf<'control'>): Block[] => [
  known([
    { label: t('slips.sheet.applicant'), value: content.applicant.name, strong: true },
    { label: t('slips.sheet.procedure'), value: procedureOf(content) },
    { label: t('slips.receipt.received_at'), value: momentWords(content.receivedAt) },
    { label: t('slips.receipt.due_at'), value: content.dueAt && momentWords(content.dueAt) },
  ]),
  {
    kind: 'table',
    title: t('slips.control.steps'),
    columns: [
      { label: t('slips.sheet.no'), share: 0.07, align: 'center' },
      { label: t('slips.control.handover'), share: 0.32 },
      { label: t('slips.control.times'), share: 0.27 },
      { label: t('slips.control.outcome'), share: 0.17 },
      { label: t('slips.control.signed'), share: 0.17 },
    ],
    rows: content.steps.map(stepRow),
    empty: '',
  },
  { kind: 'text', text: t('slips.control.from_log'), tone: 'quiet' },
]

const entryRow = (entry: ContentOf<'register'>['entries'][number], at: number): string[] => [
  String(at + 1),
  entry.dossierCode,
  entry.procedure,
  lines(entry.applicant, entry.contact),
  entry.handledBy,
  wordFor('channel', entry.channel),
  momentShort(entry.receivedAt),
  entry.dueAt ? momentShort(entry.dueAt) : '',
  entry.finishedAt ? momentShort(entry.finishedAt) : '',
  lines(entry.returnedAt && momentShort(entry.returnedAt), entry.delivery && wordFor('delivery', entry.delivery)),
  entry.result ? wordFor('outcome', entry.result) : '',
]

const registerColumns = [
  ['no', 0.04],
  ['code', 0.13],
  ['procedure', 0.17],
  ['applicant', 0.14],
  ['handled_by', 0.1],
  ['channel', 0.07],
  ['received', 0.07],
  ['due', 0.07],
  ['finished', 0.07],
  ['returned', 0.08],
  ['result', 0.06],
] as const

export const registerBlocks = (content: ContentOf<'register'>): Block[] => [
  known([
    {
      label: t('slips.register.period'),
      value: t('slips.register.from_to', { from: dayWords(content.from), to: dayWords(content.to) }),
    },
    { label: t('slips.register.book'), value: content.book },
  ]),
  {
    kind: 'table',
    title: t('slips.register.entries', { count: content.entries.length }),
    columns: registerColumns.map(([word, share]) => ({ label: wordFor('register', word), share })),
    rows: content.entries.map(entryRow),
    empty: t('slips.register.none'),
  },
]
