/** The forms the desk gives out: reception, supplement, refusal. */
import { t } from '#kernel/text.ts'
import { type Block, known } from './sheet.ts'
import { dayWords, moneyWords, momentWords, wordFor } from './sheet-words.ts'
import type { ContentOf, OfDossier } from './slip.ts'

const addressOf = ({ applicant: { address, phone, email } }: OfDossier): { label: string; value: string | null }[] => [
  { label: t('slips.sheet.address'), value: address },
  { label: t('slips.sheet.contact'), value: [phone, email].filter(Boolean).join(' · ') || null },
]

export const procedureOf = ({ procedure: { code, title } }: OfDossier): string => `${code} – ${title}`

/** Whose dossier, about what. */
export const whose = (content: OfDossier): { label: string; value: string | null; strong?: boolean }[] => [
  { label: t('slips.sheet.applicant'), value: content.applicant.name, strong: true },
  { label: t('slips.sheet.number'), value: content.applicant.number },
  ...addressOf(content),
  { label: t('slips.sheet.procedure'), value: procedureOf(content) },
]

const help = ({ issuer: { name, phone }, lookUp }: OfDossier): Block[] => [
  ...(phone ? [{ kind: 'text', text: t('slips.sheet.ask', { name, phone }), tone: 'quiet' } as const] : []),
  ...(lookUp ? [{ kind: 'text', text: t('slips.sheet.look_up', { where: lookUp }), tone: 'quiet' } as const] : []),
]

const feesOf = ({ fees, paid }: ContentOf<'receipt'>): string => {
  const total = fees.reduce((sum, { amount }) => sum + amount, 0)
  if (total === 0) return t('slips.receipt.no_fee')
  const lines = fees.length > 1 ? fees.map(({ name, amount }) => `${name}: ${moneyWords(amount)}`) : []
  const state = paid ? t('slips.receipt.paid') : t('slips.receipt.not_paid')
  return [...lines, `${moneyWords(total)}, ${state}`].join('\n')
}

const components = ({ components: all }: ContentOf<'receipt'>): Block => ({
  kind: 'table',
  title: t('slips.receipt.components'),
  columns: [
    { label: t('slips.sheet.no'), share: 0.08, align: 'center' },
    { label: t('slips.receipt.component'), share: 0.6 },
    { label: t('slips.receipt.component_form'), share: 0.2 },
    { label: t('slips.receipt.count'), share: 0.12, align: 'center' },
  ],
  rows: all.map(({ name, form, count }, at) => [String(at + 1), name, wordFor('component', form), String(count)]),
  empty: t('slips.receipt.no_components'),
})

export const receiptBlocks = (content: ContentOf<'receipt'>): Block[] => [
  known(whose(content)),
  components(content),
  known([
    { label: t('slips.receipt.received_at'), value: momentWords(content.receivedAt) },
    { label: t('slips.receipt.channel'), value: wordFor('channel', content.channel) },
    { label: t('slips.receipt.limit'), value: content.limit },
    {
      label: t('slips.receipt.due_at'),
      value: content.dueAt ? momentWords(content.dueAt) : t('slips.receipt.due_later'),
      strong: true,
    },
    { label: t('slips.receipt.fee'), value: feesOf(content) },
    {
      label: t('slips.receipt.delivery'),
      value: [wordFor('delivery', content.delivery.way), content.delivery.place].filter(Boolean).join(': '),
    },
    { label: t('slips.receipt.receiver'), value: content.receiver },
    { label: t('slips.receipt.register'), value: content.register && t('slips.receipt.entry', content.register) },
  ]),
  ...help(content),
]

type Reason = ContentOf<'refusal'>['reasons'][number]

const reasons = (title: string, of: readonly Reason[]): Block => ({
  kind: 'list',
  title,
  items: of.map(({ what, basis, guidance }) => ({
    text: what,
    more: [
      ...(basis ? [t('slips.sheet.basis', { basis })] : []),
      ...(guidance ? [t('slips.sheet.guidance', { guidance })] : []),
    ],
  })),
})

export const supplementBlocks = (content: ContentOf<'supplement'>): Block[] => [
  known(whose(content)),
  reasons(t('slips.supplement.defects'), content.defects),
  known([
    {
      label: t('slips.supplement.deadline'),
      value: content.deadline ? dayWords(content.deadline) : t('slips.supplement.no_deadline'),
      strong: true,
    },
    { label: t('slips.sheet.stage'), value: wordFor('stage', content.stage) },
    {
      label: t('slips.supplement.author'),
      value: [content.author.name, content.author.phone].filter(Boolean).join(' · '),
    },
  ]),
  { kind: 'text', text: t('slips.supplement.once') },
  {
    kind: 'text',
    text: content.stage === 'reception' ? t('slips.supplement.not_started') : t('slips.supplement.paused'),
  },
  ...help(content),
]

export const refusalBlocks = (content: ContentOf<'refusal'>): Block[] => [
  known([
    ...whose(content),
    { label: t('slips.refusal.request'), value: content.request },
    { label: t('slips.sheet.stage'), value: wordFor('stage', content.stage) },
  ]),
  reasons(t('slips.refusal.reasons'), content.reasons),
  ...help(content),
]
