/** From what the reader of the text found to a draft that people review. */
import type { Draft, DraftItem, DraftValue, DraftWarning, ItemKind, PlanHeading } from './draft.ts'
import type { PlanExtraction, Span, Value, Warning } from '#modules/texts/public.ts'
import type { Comparator } from '#modules/plan/public.ts'
import { endOfMonth, type Day } from '#kernel/time.ts'

type NewId = () => string

/** A bare figure ("100% cơ sở y tế") is the number to be met. */
const comparatorOf: Record<Value['comparator'], Comparator> = {
  at_least: 'at_least',
  more_than: 'more_than',
  reach: 'equal',
  at_most: 'at_most',
  range: 'range',
}

const longestTitle = 90

/** The first clause of a wording, cut at a word: a name for lists until somebody gives a better one. */
export function shortName(wording: string): string {
  const clause = /^.{20,}?(?=[;:.](?:\s|$))/u.exec(wording)?.[0] ?? wording.replace(/[.;,:]$/, '')
  const name = clause.length <= longestTitle ? clause : `${clause.slice(0, longestTitle).replace(/[\s,;(]+\S*$/u, '')}…`
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The last day of the plan's year, for a target whose words name no day. */
const yearEnd = (year: number | null): Day | null => (year === null ? null : endOfMonth(year, 12))

function valuesOf(found: readonly Value[], year: number | null, newId: NewId): DraftValue[] {
  const ids = found.map(newId)
  return found.map((value, at) => ({
    id: ids[at] ?? newId(),
    comparator: comparatorOf[value.comparator],
    goal: value.value,
    goalMax: value.max ?? null,
    unit: value.unit === 'count' ? value.unitLiteral : value.unit,
    subject: value.subject,
    level: value.level ?? null,
    deadline: value.deadline?.dueOn ?? yearEnd(year),
    assumed: !value.deadline?.dueOn,
    aim: value.aim ?? false,
    change: value.change ?? null,
    partOf: value.partOf === undefined ? null : (ids[value.partOf] ?? null),
    literal: value.literal,
    span: value.span,
  }))
}

type Start = { kind: ItemKind; text: string; span: Span } & Partial<DraftItem>

const itemFrom = ({ kind, text, span, ...more }: Start, newId: NewId): DraftItem => ({
  id: newId(),
  kind,
  ref: '',
  heading: '',
  title: shortName(text),
  wording: text,
  span,
  state: 'proposed',
  doubts: [],
  values: [],
  unit: null,
  period: null,
  days: [],
  rev: 1,
  touched: null,
  ...more,
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is measured names a target better than its first words, which are the number. */
const nameOf = (text: string, [first]: readonly Value[]): string =>
  first?.subject ? shortName(capital(first.subject)) : shortName(text)

function itemsFrom(found: PlanExtraction, newId: NewId): DraftItem[] {
  const { year } = found.document
  const item = (start: Start) => itemFrom(start, newId)
  const values = (all: readonly Value[]) => valuesOf(all, year, newId)
  const day = (on: Day) => ({ id: newId(), on })
  const measured = ({ ref, text, span, values: v }: PlanExtraction['objectives'][number]) => ({
    ref,
    text,
    span,
    values: values(v),
    ...(v.length > 0 && { title: nameOf(text, v) }),
  })
  const task = (kind: ItemKind, { ref, group, text, span, lead, deadline }: PlanExtraction['tasks'][number]) =>
    item({
      kind,
      ref,
      heading: group,
      text,
      span,
      unit: lead ?? null,
      days: deadline?.dueOn ? [day(deadline.dueOn)] : [],
    })
  return [
    ...found.objectives.map((one) => item({ kind: 'objective', ...measured(one) })),
    ...found.targets.map((one) =>
      item({ kind: 'target', ...measured(one), heading: one.pillar, unit: one.lead ?? null }),
    ),
    ...found.tasks.map((one) => task('task', one)),
    ...found.solutions.map((one) => task('solution', one)),
    ...found.duties.map(({ ref, unit, text, span }) => item({ kind: 'duty', ref, heading: unit, text, span, unit })),
    ...found.reportingDuties.map(({ kind: period, ref, unit, literal, dueOn, span }) =>
      item({
        kind: 'reporting_duty',
        ref,
        text: literal,
        title: capital(literal),
        span,
        unit,
        period,
        days: dueOn.map(day),
      }),
    ),
    ...found.funding.map(({ text, span }) => item({ kind: 'funding', text, span })),
    ...found.legalBases.map(({ text, span, number }) => item({ kind: 'legal_basis', ref: number ?? '', text, span })),
  ]
}

/** Notes that say nothing about how an item is to be understood. */
const aboutNoItem = new Set<string>(['texts.warning.footnote_missing', 'texts.warning.text_not_used'])

/** The smallest item a place lies in; of several read from the same words, all. */
function itemsAt(items: readonly DraftItem[], { start, end }: Span): DraftItem[] {
  const around = items.filter(({ span }) => span && span.start <= start && end <= span.end)
  const size = ({ span }: DraftItem) => (span ? span.end - span.start : Infinity)
  const least = Math.min(...around.map(size))
  return around.filter((item) => size(item) === least)
}

const severalValues = ({ kind, values }: DraftItem) =>
  kind === 'target' && values.length > 1
    ? [
        {
          key: values.every(({ level }) => level) ? 'plan.doubt.by_level' : 'plan.doubt.several_values',
          params: { count: values.length },
        },
      ]
    : []

/** Warnings about an item become its doubts; the others stay by themselves. */
function place(items: DraftItem[], warnings: readonly Warning[], newId: NewId): Pick<Draft, 'items' | 'warnings'> {
  const doubts = new Map<string, DraftItem['doubts']>()
  const left: DraftWarning[] = []
  for (const { code: key, params, span } of warnings) {
    const about = span && !aboutNoItem.has(key) ? itemsAt(items, span) : []
    const doubt = { key, params }
    for (const { id } of about)
      if (!(doubts.get(id) ?? []).some((one) => JSON.stringify(one) === JSON.stringify(doubt)))
        doubts.set(id, [...(doubts.get(id) ?? []), doubt])
    if (!about.length) left.push({ id: newId(), key, params, span: span ?? null, settled: false })
  }
  return {
    items: items.map((item) => ({ ...item, doubts: [...severalValues(item), ...(doubts.get(item.id) ?? [])] })),
    warnings: left,
  }
}

const headingOf = ({ number, issuedOn, issuer, title, year }: PlanExtraction['document']): PlanHeading => ({
  number,
  issuedOn,
  issuer,
  title,
  year,
})

export const draftOf = (found: PlanExtraction, newId: NewId): Draft => ({
  document: headingOf(found.document),
  ...place(itemsFrom(found, newId), found.warnings, newId),
})
