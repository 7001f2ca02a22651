/** What citizens are told of a service: its cases with papers, limits and fees in words, in both languages. */
import type { Words } from '#fields/form.ts'
import { inLocale, type Key, type Params, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Offer, OfferedCase } from '#modules/catalogue/public.ts'
import { moneyText } from '#ui/figures.ts'
import { componentsOf } from './component.ts'
import { ruleApplies } from './fee.ts'
import type { Case, Channel, Component, FeeRule, Service } from './service.ts'

type OfferedPaper = OfferedCase['papers'][number]

const inBoth = (says: () => string): Words => ({ vi: inLocale('vi', says), en: inLocale('en', says) })
const words = (key: Key, params?: Params) => inBoth(() => t(key, params))
const joined = (many: readonly Words[], by: string): Words => ({
  vi: many.map(({ vi }) => vi).join(by),
  en: many.map(({ vi, en }) => en || vi).join(by),
})
const local = ({ vi, en }: Words, locale: 'vi' | 'en') => (locale === 'en' && en ? en : vi)

/** A fee in words: what for, how much, for each what, and whether only on request. */
function feeWords({ name, amount, unitName, onlyIf, verified, cap }: FeeRule): Words {
  const one = (locale: 'vi' | 'en') =>
    inLocale(locale, () => {
      const unit = unitName ? local(unitName, locale) : ''
      const each = (dong: number) =>
        unit ? t('services.offer.each', { amount: moneyText(dong), unit }) : moneyText(dong)
      const steps = Array.isArray(amount)
        ? amount.map(({ from, each: dong }) => t('services.offer.from', { from, amount: each(dong) })).join('; ')
        : each(amount)
      const most = cap === undefined ? '' : `, ${t('services.offer.at_most', { amount: moneyText(cap) })}`
      const wanted = onlyIf === undefined ? '' : ` (${t('services.offer.if_asked')})`
      const assumed = verified ? '' : ` (${t('services.assumed')})`
      return `${local(name, locale)}: ${steps}${most}${wanted}${assumed}`
    })
  return { vi: one('vi'), en: one('en') }
}

const isFree = ({ amount }: FeeRule) => amount === 0

function feesInWords(service: Service, at: { case: string; channel: Channel; on: Day }): Words {
  const rules = service.fees.filter((rule) => ruleApplies(rule, at))
  const paid = rules.filter((rule) => !isFree(rule))
  const free = rules.filter(isFree)
  const none = free.every(({ verified }) => verified)
    ? words('services.offer.free')
    : words('services.offer.free_assumed')
  if (paid.length === 0) return none
  const all = paid.map(feeWords)
  return joined(paid.every(({ onlyIf }) => onlyIf !== undefined) && free.length > 0 ? [none, ...all] : all, '; ')
}

/** What one may bring instead, when it is asked for at all, and how many. */
function paperOf(paper: Component, others: readonly Component[]): OfferedPaper {
  const instead = others.filter(
    (one) => paper.oneOf !== undefined && one.oneOf === paper.oneOf && one.code !== paper.code,
  )
  const notes: Words[] = [
    ...(paper.optional ? [words('services.offer.optional')] : []),
    ...(paper.onlyIf === undefined ? [] : [words('services.offer.in_some_cases')]),
    ...(paper.manner === 'show' ? [words('services.offer.shown')] : []),
    ...(instead.length > 0
      ? [
          joined(
            [
              words('services.offer.or'),
              joined(
                instead.map(({ name }) => name),
                ', ',
              ),
            ],
            ' ',
          ),
        ]
      : []),
    ...(paper.note ? [paper.note] : []),
  ]
  const held = paper.notNeededIfKnown !== undefined
  return { name: paper.name, held, ...(notes.length > 0 && { note: joined(notes, '. ') }) }
}

function caseOf(service: Service, one: Case, on: Day): OfferedCase {
  const papers = componentsOf(service, one.code)
  const offered = service.channels.map((channel) => [channel, feesInWords(service, { case: one.code, channel, on })])
  const limits = Object.entries(one.limits).map(([channel, limit]) => {
    const notes = [...(limit.note ? [limit.note] : []), ...(limit.verified ? [] : [words('services.assumed_note')])]
    const note = notes.length > 0 && { note: joined(notes, ' ') }
    return [channel, { amount: limit.amount, unit: limit.unit, ...note }]
  })
  return {
    code: one.code,
    title: one.title,
    papers: papers.map((paper) => paperOf(paper, papers)),
    limits: Object.fromEntries(limits),
    fees: Object.fromEntries(offered),
  }
}

export function offerOf(service: Service, on: Day): Offer {
  const { procedure, title, lead, level, partialReason, channels, citizenSteps, results, minutes } = service
  return {
    procedure,
    kind: service.general ? 'general' : 'modelled',
    title,
    ...(lead && { lead }),
    level,
    ...(partialReason && { partialReason: { says: partialReason.says, citation: partialReason.citation } }),
    channels,
    cases: service.cases.map((one) => caseOf(service, one, on)),
    steps: citizenSteps,
    results: results.map(({ code, name }) => ({ code, name })),
    ...(minutes !== undefined && { minutes }),
  }
}
