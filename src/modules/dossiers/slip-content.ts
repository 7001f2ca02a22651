/** What a statutory form about a dossier says, from what the log and the rows beside it keep: the same whenever it is made. */
import { inWords } from '#fields/words.ts'
import { say, t } from '#kernel/text.ts'
import { limitText } from '#modules/catalogue/public.ts'
import type { Application } from '#modules/filing/public.ts'
import type { Profile } from '#modules/identity/public.ts'
import type { Step } from '#modules/services/public.ts'
import type { SlipContent } from '#modules/slips/public.ts'
import type { Action } from './action.ts'
import type { Dossier } from './dossier.ts'
import type { PaperForm } from './reception.ts'
import type { ContentOfSlip, SlipKind } from './slip-due.ts'
import type { Supplement } from './supplement.ts'

export type Line = {
  readonly seq: number
  readonly at: Date
  readonly action: string
  readonly step: string | null
  readonly byName: string
  readonly toName: string | null
  readonly toUnit: number | null
  readonly dueAt: Date | null
  readonly result: 'early' | 'on_time' | 'late' | null
  readonly note: string | null
  readonly detail: { readonly [name: string]: unknown }
  readonly unitId: number | null
  readonly unit: string | null
  readonly post: string | null
}
type Unit = { readonly id: number; readonly name: string; readonly kind: string; readonly parentId: number | null }

/** Whose paper it is. */
export type SlipHouse = {
  readonly province: { readonly name: string; readonly authority: string; readonly phone: string }
  readonly publicUrl: string
  /** Everything is invented. */
  readonly demo: boolean
}

export type Facts = {
  readonly dossier: Dossier
  readonly application: Pick<Application, 'fees' | 'feeTotal'>
  readonly party: Pick<Profile, 'number' | 'residence' | 'email'> | undefined
  /** Oldest first, to the line that is told about. */
  readonly log: readonly Line[]
  readonly line: Line
  /** As they were called then. */
  readonly units: readonly Unit[]
  readonly papers: readonly { readonly name: string; readonly form: PaperForm | null; readonly copies: number }[]
  readonly supplements: readonly Supplement[]
  readonly process: readonly Step[]
  readonly house: SlipHouse
}

const textIn = (detail: Line['detail'], name: string): string | null => {
  const value = detail[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const authority = /^(ubnd|ủy ban nhân dân)\s+/iu
const rank = /^(xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s+/iu
const placeName = (name: string): string => name.replace(authority, '').replace(rank, '')

/** An office of an authority names that authority above its own name; an authority stands alone. */
const authorities = ['province', 'district', 'commune']

export function issuerOf(unitId: number, units: readonly Unit[], house: SlipHouse) {
  const unit = units.find(({ id }) => id === unitId)
  const isAuthority = authorities.includes(unit?.kind ?? '')
  const above = isAuthority ? undefined : units.find(({ id }) => id === unit?.parentId)
  const big = (text: string) => text.toLocaleUpperCase('vi')
  return {
    issuer: {
      above: above ? big(above.name) : null,
      name: big(unit?.name ?? house.province.authority),
      phone: house.province.phone || null,
    },
    place: placeName(isAuthority && unit ? unit.name : house.province.name),
  }
}

function paperOf(facts: Facts) {
  const { dossier, line, party, house, units } = facts
  return {
    ...issuerOf(line.unitId ?? dossier.competentId, units, house),
    number: null,
    issuedAt: line.at.toISOString(),
    system: t('dossiers.slip.system', { authority: house.province.authority }),
    illustrative: house.demo,
    signer: { title: line.post ?? t('dossiers.slip.signer'), name: line.byName || null },
    dossierCode: dossier.code,
    requestCode: dossier.requestCode,
    procedure: { code: dossier.procedureCode, title: dossier.title },
    applicant: {
      name: dossier.applicant,
      number: party?.number || null,
      address: party?.residence ?? null,
      phone: null,
      email: party?.email ?? null,
    },
    lookUp: `${house.publicUrl}/ho-so/tra-cuu`,
  }
}

/** On a form that is about a received dossier only. */
const receivedOf = ({ dossier }: Facts) => ({
  dossierCode: dossier.code ?? '',
  receivedAt: (dossier.receivedAt ?? dossier.filedAt).toISOString(),
})

const feesOf = ({ application: { fees, feeTotal } }: Facts) => {
  if (feeTotal === 0) return []
  // What takes something off another is no amount of its own.
  if (fees.some(({ amount }) => amount < 0)) return [{ name: t('dossiers.slip.fees'), amount: feeTotal }]
  return fees.map(({ name, amount }) => ({ name: inWords(name), amount }))
}

/** Where nobody was asked how they want the result, it goes the way the dossier came. */
const deliveryBy = { online: 'electronic', direct: 'desk', post: 'post' } as const

const receipt = (facts: Facts): ContentOfSlip<'receipt'> => ({
  ...paperOf(facts),
  ...receivedOf(facts),
  kind: 'receipt',
  channel: facts.dossier.channel,
  components: facts.papers.flatMap(({ name, form, copies }) => (form ? [{ name, form, count: copies }] : [])),
  limit: facts.dossier.timeLimit && limitText(facts.dossier.timeLimit),
  // As it was promised, whatever moved it since.
  dueAt: facts.dossier.promisedAt?.toISOString() ?? null,
  fees: feesOf(facts),
  paid: facts.application.feeTotal > 0 && facts.log.some(({ action }) => action === 'note_payment'),
  delivery: { way: deliveryBy[facts.dossier.channel], place: null },
  receiver: facts.line.byName,
  register: null,
})

function supplement(facts: Facts): ContentOfSlip<'supplement'> {
  const asked = facts.supplements.find(({ no }) => no === facts.line.detail['supplement'])
  if (!asked) throw new Error(`no request ${String(facts.line.detail['supplement'])} of ${facts.dossier.id}`)
  return {
    ...paperOf(facts),
    kind: 'supplement',
    defects: asked.defects.map(({ label, what, basis, mend }) => ({
      what: label ? `${label}: ${what}` : what,
      basis,
      guidance: mend,
    })),
    deadline: asked.dueOn,
    stage: asked.stage === 'before_reception' ? 'reception' : 'processing',
    author: { name: facts.line.byName, phone: facts.house.province.phone || null },
  }
}

const refusal = (facts: Facts): ContentOfSlip<'refusal'> => {
  const { line, dossier } = facts
  const atDesk = line.action === 'refuse_at_desk'
  // The note of a refusal at the desk is its text; that of the signer is a word to the office.
  const what = (atDesk ? line.note : dossier.refusal?.text) ?? dossier.title
  return {
    ...paperOf(facts),
    kind: 'refusal',
    request: dossier.title,
    reasons: [{ what, basis: textIn(line.detail, 'basis'), guidance: null }],
    stage: atDesk ? 'reception' : 'processing',
  }
}

const apology = (facts: Facts): ContentOfSlip<'apology'> => {
  const { line, dossier } = facts
  const newDueAt = textIn(line.detail, 'to') ?? line.at.toISOString()
  return {
    ...paperOf(facts),
    ...receivedOf(facts),
    kind: 'apology',
    dueAt: textIn(line.detail, 'from') ?? dossier.promisedAt?.toISOString() ?? newDueAt,
    reason: line.note ?? '',
    newDueAt,
  }
}

const stop = (facts: Facts): ContentOfSlip<'stop'> => {
  const { line, dossier, application } = facts
  const paper = paperOf(facts)
  const isAsked = line.action === 'withdraw'
  const refund = line.detail['finance'] === 'refund_due'
  const basis = textIn(line.detail, 'basis')
  return {
    ...paper,
    kind: 'stop',
    requester: isAsked ? dossier.applicant : paper.issuer.name,
    requestedAt: isAsked ? (dossier.withdrawal?.askedAt ?? null) : null,
    stage: dossier.code === null ? 'reception' : 'processing',
    decision: t(isAsked ? 'dossiers.slip.withdrawn' : 'dossiers.slip.stopped'),
    reason: [line.note, basis].filter(Boolean).join('\n') || null,
    refund: refund ? { amount: application.feeTotal, how: null } : null,
  }
}

/** What goes out to its owner; all else stays with the unit that decides, where the log names nobody. */
const toOwner: ReadonlySet<string> = new Set<Action>([
  'ask_supplement',
  'ask_payment',
  'extend',
  'decline_withdrawal',
  'return',
  'stop',
  'withdraw',
])

const byWhom = ({ byName, unit }: Line): string => [byName, unit].filter(Boolean).join(' – ')

function control(facts: Facts): ContentOfSlip<'control'> {
  const { log, process, units, dossier } = facts
  const titleOf = ({ step, action }: Line): string => {
    const found = process.find(({ code }) => code === step)
    const act = say(`dossiers.action.${action}`)
    return found && action !== 'receive' ? `${inWords(found.title)}: ${act}` : act
  }
  const paper = paperOf(facts)
  const competent = units.find(({ id }) => id === dossier.competentId)?.name ?? paper.issuer.name
  const { receivedAt, dossierCode } = receivedOf(facts)
  return {
    ...paper,
    kind: 'control',
    dossierCode,
    receivedAt,
    dueAt: dossier.promisedAt?.toISOString() ?? null,
    steps: log.map((line, at) => {
      const unit = units.find(({ id }) => id === line.toUnit)?.name
      return {
        step: titleOf(line),
        from: byWhom(line),
        to: line.toName ?? unit ?? (toOwner.has(line.action) ? dossier.applicant : competent),
        receivedAt: (log[at - 1]?.at ?? dossier.receivedAt ?? dossier.filedAt).toISOString(),
        dueAt: (line.result && line.dueAt?.toISOString()) ?? null,
        doneAt: line.at.toISOString(),
        outcome: line.result,
        signedBy: null,
        note: line.note,
      }
    }),
  }
}

const contents: { readonly [Kind in SlipKind]: (facts: Facts) => SlipContent } = {
  receipt,
  supplement,
  refusal,
  apology,
  stop,
  control,
}

/** In the language of the rendering, which for papers is Vietnamese. */
export const contentOf = (kind: SlipKind, facts: Facts): SlipContent => contents[kind](facts)
