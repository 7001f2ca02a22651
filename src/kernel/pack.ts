/** A province as data: what the files of a pack may say, and reading them with every fault named by file and place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CalendarDay, dayKinds, type Hours } from './calendar.ts'
import { fieldProblems } from './input.ts'
import { Day } from './time.ts'
import { faultsInUnits, type Unit, type UnitEvent, unitEventKinds, unitKinds } from './unit.ts'

/** `says` is a message key of the form checker or the name of a fault; `path` leads to the place inside the file. */
export type PackFault = { readonly file: string; readonly path: string; readonly says: string }
export type Read<T> =
  | { readonly value: T; readonly faults: [] }
  | { readonly value: null; readonly faults: PackFault[] }

const Words = z.string().trim().min(1)
/** Parts of an address, the district's before the commune's: `my-tho/phuong-1`. */
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/)
const Codes = z.record(Slug, Words)
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Weekday = z.int().min(1).max(7)
const orNull = <T extends z.ZodType>(type: T) => z.union([type, z.null()]).default(null)

const ProvinceFile = z.strictObject({
  slug: Slug,
  name: Words,
  /** The name alone, as the platform is called after it. */
  place: Words,
  /** The unit under which the others stand. */
  root: Slug,
  codes: Codes,
  domains: z.array(z.hostname()),
  /** Whom people call for help. */
  phone: Words,
  citation: Words,
})
export type Province = z.infer<typeof ProvinceFile>

const Version = z.strictObject({
  name: Words,
  shortName: orNull(Words),
  parent: Slug.nullable(),
  codes: Codes,
  validFrom: Day.nullable(),
  validTo: orNull(Day),
  citation: orNull(Words),
})

const UnitsFile = z.strictObject({
  note: Words.optional(),
  /** The day from which the list is complete. Looked up before it, a unit may bear another name or code than it had. */
  knownFrom: Day,
  sources: z.record(z.string(), Words),
  units: z.array(
    z.strictObject({
      slug: Slug,
      kind: z.enum(unitKinds),
      source: z.string(),
      verified: z.boolean().default(true),
      note: orNull(Words),
      versions: z.array(Version).min(1),
    }),
  ),
})

export const EventsFile = z.strictObject({
  note: Words.optional(),
  source: Words,
  events: z.array(
    z.strictObject({
      kind: z.enum(unitEventKinds),
      decision: Words,
      on: Day,
      from: z.array(Slug),
      to: z.array(
        z.strictObject({
          slug: Slug,
          kind: z.enum(unitKinds),
          name: Words,
          shortName: orNull(Words),
          parent: Slug.nullable(),
          codes: Codes,
        }),
      ),
      outside: z.array(z.strictObject({ name: Words, codes: Codes })).default([]),
      verified: z.boolean().default(true),
      note: orNull(Words),
    }),
  ),
})

const Worked = z
  .strictObject({ weekday: Weekday, from: Clock, to: Clock, validFrom: Day.nullable(), validTo: Day.nullable() })
  .refine((hours) => hours.from < hours.to, { path: ['to'] })
const CalendarFile = z.strictObject({
  citation: Words,
  verified: z.boolean(),
  week: z.array(Weekday).min(1),
  hours: z.array(Worked),
})
export type WorkedWeek = z.infer<typeof CalendarFile> & { hours: readonly Hours[] }

const HolidaysFile = z.strictObject({
  note: Words.optional(),
  unknown: z.array(Words).default([]),
  days: z.array(
    z.strictObject({
      day: Day,
      name: Words,
      kind: z.enum(dayKinds),
      citation: Words,
      verified: z.boolean(),
      insteadOf: orNull(Weekday),
    }),
  ),
})

const good = <T>(value: T): Read<T> => ({ value, faults: [] })
const bad = (faults: PackFault[]): Read<never> => ({ value: null, faults })
const checked = <T>(value: T, faults: PackFault[]): Read<T> => (faults.length > 0 ? bad(faults) : good(value))

function readJson(file: string): Read<unknown> {
  try {
    return good(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return bad([{ file, path: '', says: error instanceof SyntaxError ? `not_json: ${error.message}` : 'unreadable' }])
  }
}

function readAs<S extends z.ZodType>(file: string, schema: S): Read<z.output<S>> {
  const json = readJson(file)
  if (json.faults.length > 0) return json as Read<never>
  const parsed = schema.safeParse(json.value, { reportInput: true })
  if (parsed.success) return good(parsed.data)
  return bad(fieldProblems(parsed.error).map(({ path, key }) => ({ file, path, says: key })))
}

/** The administered holidays and make-up days, `data/national/holidays.json` or a province's own. */
export function readHolidays(file: string): Read<readonly CalendarDay[]> {
  const { value, faults } = readAs(file, HolidaysFile)
  if (!value) return bad(faults)
  const twice = value.days.flatMap(({ day }, n) =>
    value.days.findIndex((other) => other.day === day) < n ? [{ file, path: `days.${n}.day`, says: 'day_twice' }] : [],
  )
  return checked(value.days, twice)
}

export type Pack = {
  readonly province: Province
  readonly knownFrom: Day
  readonly units: readonly Unit[]
  readonly calendar: WorkedWeek
}

function readUnits(file: string): Read<{ knownFrom: Day; units: readonly Unit[] }> {
  const { value, faults } = readAs(file, UnitsFile)
  if (!value) return bad(faults)
  const place = (slug: string) => `units.${value.units.findIndex((unit) => unit.slug === slug)} ${slug}`
  const unsourced = value.units.filter(({ source }) => value.sources[source] === undefined)
  const units = value.units.map((unit) => ({ ...unit, source: value.sources[unit.source] ?? '' }))
  return checked({ knownFrom: value.knownFrom, units }, [
    ...unsourced.map(({ slug }) => ({ file, path: place(slug), says: 'source_missing' })),
    ...faultsInUnits(units).map(({ fault, unit, on }) => ({
      file,
      path: place(unit),
      says: on ? `${fault} ${on}` : fault,
    })),
  ])
}

/** `province.json`, `units.json` and `calendar.json` of a folder. Events are read apart, when they are asked for. */
export function readPack(dir: string): Read<Pack> {
  const province = readAs(join(dir, 'province.json'), ProvinceFile)
  const units = readUnits(join(dir, 'units.json'))
  const calendar = readAs(join(dir, 'calendar.json'), CalendarFile)
  if (!province.value || !units.value || !calendar.value)
    return bad([...province.faults, ...units.faults, ...calendar.faults])
  const { root } = province.value
  const rooted = units.value.units.some(({ slug }) => slug === root)
  const lost = { file: join(dir, 'province.json'), path: 'root', says: 'unit_missing' }
  return checked({ province: province.value, ...units.value, calendar: calendar.value }, rooted ? [] : [lost])
}

/** Reorganisations a pack can be taken through (`events.json`); their order and effect are checked by `applyEvents`. */
export function readEvents(file: string): Read<readonly UnitEvent[]> {
  const { value, faults } = readAs(file, EventsFile)
  return value ? good(value.events) : bad(faults)
}
