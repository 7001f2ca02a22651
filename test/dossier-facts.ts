/** Facts of dossiers that never were: any at all for the rules, and believable ones from a seed for the eye. */
import fc from 'fast-check'
import { day, momentOf, plusDays } from '#kernel/time.ts'
import type { DossierFact } from '#modules/scores/public.ts'
import { endings } from '#modules/scores/public.ts'

const start = day('2025-01-01')

export const plainFact: DossierFact = {
  dossierId: '01940000-0000-7000-8000-000000000001',
  code: 'H58.07.04-250303-0001',
  procedureCode: '1.004222',
  unitId: 1,
  officerId: null,
  channel: 2,
  receivedOn: day('2025-03-03'),
  dueAt: momentOf(day('2025-03-10'), 17),
  limitAt: null,
  endedAt: null,
  endedBy: null,
  state: 4,
  supplementsAsked: [],
  supplementMinutes: 0,
  hasFee: false,
  paidOnline: 0,
  signedInByVneid: true,
  componentsDigitised: 2,
  componentsTotal: 2,
  resultDigitised: false,
  resultLink: false,
  resultCodes: 0,
  reused: 0,
  fromShared: 0,
  verifiedAgainstPopulation: true,
  complaint: false,
  disliked: false,
  mirrored: false,
  synced: true,
}

const moment = fc.integer({ min: 0, max: 200 * 24 * 60 }).map((minutes) => momentOf(start, 0, minutes))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const few = fc.integer({ min: 0, max: 3 })
const idOf = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Any fact at all about one of a few dossiers, units and officers. */
export const anyFact = (units: readonly number[], officers: readonly string[]): fc.Arbitrary<DossierFact> =>
  fc
    .record({
      dossierId: fc.integer({ min: 1, max: 6 }).map(idOf),
      code: fc.constant('H58-1'),
      procedureCode: fc.constantFrom('1.000001', '1.000002'),
      unitId: fc.constantFrom(...units),
      officerId: maybe(fc.constantFrom(...officers)),
      channel: fc.constantFrom(1 as const, 2 as const, 3 as const),
      receivedOn: fc.integer({ min: 0, max: 150 }).map((days) => plusDays(start, days)),
      dueAt: maybe(moment),
      limitAt: maybe(moment),
      endedAt: maybe(moment),
      endedBy: fc.constantFrom(...endings),
      state: fc.integer({ min: 1, max: 10 }),
      supplementsAsked: fc.array(moment, { maxLength: 3 }).map((all) => all.toSorted((a, b) => +a - +b)),
      supplementMinutes: fc.integer({ min: 0, max: 20_000 }),
      hasFee: fc.boolean(),
      paidOnline: fc.constantFrom(0 as const, 1 as const, 2 as const),
      signedInByVneid: fc.boolean(),
      componentsDigitised: few,
      componentsTotal: few,
      resultDigitised: fc.boolean(),
      resultLink: fc.boolean(),
      resultCodes: few,
      reused: few,
      fromShared: few,
      verifiedAgainstPopulation: fc.boolean(),
      complaint: fc.boolean(),
      disliked: fc.boolean(),
      mirrored: fc.boolean(),
      synced: fc.boolean(),
    })
    .map((fact) => ({ ...fact, endedBy: fact.endedAt && fact.endedBy }))
