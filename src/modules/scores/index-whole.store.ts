/** The whole index of a unit: its points in a period, how they were before, and what stands below it. */
import { may } from '#kernel/access.ts'
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { findTopUnit, getUnit, type UnitRow } from '#kernel/unit.store.ts'
import { listProcedureHeads } from '#modules/catalogue/public.ts'
import { type Asked, asOf, type Sums } from './count.ts'
import { type Index, indexOf, type Sheet, sheetOn } from './service-index.ts'
import { inputsIn } from './input.ts'
import { listInputs } from './input.store.ts'
import { byChild, sumsFrom } from './months.ts'
import { findOfficer, officerNames, type OfficerName, unitNames } from './names.store.ts'
import { besides, type Chosen, daysFrom, readPeriod } from './period.ts'
import { type Below, listMonths, sumsByOfficer, sumsByProcedure, sumsByUnit, unitsUnder } from './sums.store.ts'

/** How many periods a trend has, the one asked for among them. */
const trendLength = 8

export type Query = {
  unit?: string | undefined
  officer?: string | undefined
  procedure?: string | undefined
  period?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** What is asked about, as far as the actor may know it. */
export type Subject = {
  unit: UnitRow
  officer: OfficerName | null
  procedure: { code: string; name: string } | null
  chosen: Chosen
  asked: Asked
  sheet: Sheet
  below: Below[]
  about: { units: number[]; officerId?: string; procedureCode?: string }
  /** Whether the unit lies within the actor's reach: its dossiers may be looked at. */
  isWithin: boolean
}

const isDays = (from: string | undefined, to: string | undefined): boolean =>
  [from, to].every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? ''))

export async function subjectOf(ctx: Ctx, query: Query): Promise<Subject> {
  const today = dayOf(ctx.now)
  const chosen = isDays(query.from, query.to)
    ? daysFrom(readDay(query.from), readDay(query.to))
    : readPeriod(query.period, today)
  const asked = asOf(chosen, plusDays(today, -1))
  const on = chosen.to < today ? chosen.to : today
  const unit = query.unit ? await getUnit(ctx.db, query.unit, on) : await ownUnit(ctx)
  const isWithin = await reaches(ctx, unit.id)
  const officer = query.officer ? await officerAsked(ctx, query.officer, isWithin) : null
  const below = await unitsUnder(ctx.db, unit.id, asked.to)
  return {
    unit,
    officer,
    procedure: query.procedure ? { code: query.procedure, name: await nameOf(ctx, query.procedure) } : null,
    chosen,
    asked,
    sheet: sheetOn(on),
    below,
    about: {
      units: below.map(({ unitId }) => unitId),
      ...(officer && { officerId: officer.id }),
      ...(query.procedure && { procedureCode: query.procedure }),
    },
    isWithin,
  }
}

const readDay = (text: string | undefined) => plusDays(text as never, 0)

/** The unit of the post; the province for whoever has none. */
async function ownUnit(ctx: Ctx): Promise<UnitRow> {
  const today = dayOf(ctx.now)
  const top = (await findTopUnit(ctx.db, today)) ?? refuse('missing', 'kernel.unit.missing')
  if (ctx.actor.unitId === null || ctx.actor.unitId === top.id) return top
  const slug = (await unitNames(ctx.db, [ctx.actor.unitId])).get(ctx.actor.unitId)?.slug ?? ''
  return getUnit(ctx.db, slug, today)
}

/** Everybody sees their own points; those of others, who answers for them. */
async function officerAsked(ctx: Ctx, login: string, isWithin: boolean): Promise<OfficerName> {
  const officer = (await findOfficer(ctx.db, login)) ?? refuse('missing', 'kernel.missing')
  if (!seesOfficer(ctx, officer.id, isWithin)) refuse('forbidden', 'kernel.not_permitted')
  return officer
}

const seesOfficer = (ctx: Ctx, officerId: string | null, isWithin: boolean): boolean =>
  isWithin && (may(ctx.actor, 'scores.officers') || (officerId !== null && officerId === ctx.actor.accountId))

const nameOf = async (ctx: Ctx, code: string): Promise<string> =>
  (await listProcedureHeads(ctx.db)).find((head) => head.code === code)?.name ?? code

export type Past = { chosen: Chosen; index: Index }

export async function loadIndex(ctx: Ctx, subject: Subject): Promise<{ index: Index; sums: Sums; past: Past[] }> {
  const { about, asked, chosen, sheet, officer, procedure, below } = subject
  const yesterday = plusDays(dayOf(ctx.now), -1)
  const months = await listMonths(ctx.db, { ...about, ...asked })
  // What comes from elsewhere speaks of units, not of one officer or one procedure.
  const units = below.map(({ unitId }) => unitId)
  const inputs = officer || procedure ? [] : await listInputs(ctx.db, units, asked.to)
  const indexIn = (period: Chosen) => {
    const sums = sumsFrom(months, asOf(period, yesterday))
    return { sums, index: indexOf(sheet, sums, inputsIn(inputs, sheet, period)) }
  }
  const past = Array.from({ length: trendLength - 1 }, (_, at) => besides(chosen, at + 1 - trendLength))
    .filter((period) => period !== null)
    .filter(({ to }) => months.some(({ month }) => month <= to))
    .map((period) => ({ chosen: period, index: indexIn(period).index }))
  return { ...indexIn(chosen), past }
}

export type Part = { href: string | null; name: string; code: string | null; sums: Sums; index: Index }

export const views = ['don-vi', 'can-bo', 'thu-tuc'] as const
export type View = (typeof views)[number]

/** What stands below, in points of what is counted from dossiers: the fewest first. */
export async function loadParts(
  ctx: Ctx,
  subject: Subject,
  view: View,
  hrefTo: (query: Query) => string,
): Promise<Part[]> {
  const { sheet } = subject
  const part = (name: string, code: string | null, href: string | null, sums: Sums): Part => {
    return { name, code, href, sums, index: indexOf(sheet, sums, new Map()) }
  }
  const parts = await { 'don-vi': unitParts, 'can-bo': officerParts, 'thu-tuc': procedureParts }[view](
    ctx,
    subject,
    hrefTo,
    part,
  )
  return parts.toSorted((a, b) => shareOf(a) - shareOf(b) || a.name.localeCompare(b.name, 'vi'))
}

const shareOf = ({ index }: Part) => (index.of ? index.points / index.of : 2)

type Parts = (
  ctx: Ctx,
  subject: Subject,
  hrefTo: (query: Query) => string,
  part: (name: string, code: string | null, href: string | null, sums: Sums) => Part,
) => Promise<Part[]>

const unitParts: Parts = async (ctx, { unit, about, asked, below }, hrefTo, part) => {
  const sums = byChild(below, await sumsByUnit(ctx.db, about.units, asked))
  const names = await unitNames(ctx.db, [...sums.keys()])
  return [...sums].map(([id, own]) => {
    const found = names.get(id)
    return part(found?.name ?? '', null, found && id !== unit.id ? hrefTo({ unit: found.slug }) : null, own)
  })
}

const officerParts: Parts = async (ctx, { about, asked, isWithin, unit }, hrefTo, part) => {
  const rows = (await sumsByOfficer(ctx.db, about, asked)).filter(({ key }) => seesOfficer(ctx, key, isWithin))
  const names = await officerNames(
    ctx.db,
    rows.map(({ key }) => key),
  )
  return rows.map(({ key, ...sums }) => {
    const found = key === null ? undefined : names.get(key)
    return part(found?.name ?? '', null, found ? hrefTo({ unit: unit.slug, officer: found.login }) : null, sums)
  })
}

const procedureParts: Parts = async (ctx, { about, asked, unit, officer }, hrefTo, part) => {
  const names = new Map((await listProcedureHeads(ctx.db)).map(({ code, name }) => [code, name]))
  return (await sumsByProcedure(ctx.db, about, asked)).map(({ key, ...sums }) =>
    part(
      names.get(key) ?? key,
      key,
      hrefTo({ unit: unit.slug, procedure: key, ...(officer && { officer: officer.login }) }),
      sums,
    ),
  )
}
