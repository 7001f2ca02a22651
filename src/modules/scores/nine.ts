/**
 * The nine indicators of reception and handling (TT 01/2018/TT-VPCP Điều 13): 0 to 2 points each, by dossier, officer and
 * unit. Every threshold is dated data.
 */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/nine-indicators.json' with { type: 'json' }

const ClassOf = z.array(z.object({ atLeast: z.number(), code: z.string() })).min(1)

const Nine = z.object({
  code: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
  /** So many still give one point; none gives two. */
  contacts: z.object({ one: z.int() }),
  bodies: z.object({ one: z.int() }),
  /** In hundredths: of procedures appraised and approved at the one-stop itself, by level; and received there at all. */
  atDesk: z.object({ province: z.number(), district: z.number(), commune: z.number(), received: z.number() }),
  petitions: z.object({ two: z.number(), one: z.number() }),
  online: z.object({ services: z.number(), dossiersTwo: z.number(), dossiersOne: z.number() }),
  officerIndicators: z.array(z.int()),
  officerClasses: ClassOf,
  unitClasses: ClassOf,
})
export type Nine = z.infer<typeof Nine>

const versions = z.array(Nine).min(1).parse(file.versions)

/** Of the day; before the first one, the first. */
export function nineOn(on: Day, all: readonly Nine[] = versions): Nine {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('nothing says how reception and handling are judged')
  return found
}

export type Points = 0 | 1 | 2
type Taken = { readonly minutes: number; readonly allowed: number }

/** What indicators 1 to 4 and 7 ask of one dossier. */
export type HandledDossier = {
  readonly total: Taken
  /** Each unit that took part, those asked for an opinion too. */
  readonly units: readonly Taken[]
  /** With the reception point, to complete the dossier; those the applicant caused are not among them. */
  readonly contacts: number
  /** Bodies the applicant had to turn to, the one-stop among them. */
  readonly bodies: number
  readonly complaint: 'none' | 'unjustified' | 'justified'
}

const shorterIsBetter = ({ minutes, allowed }: Taken): Points => (minutes < allowed ? 2 : minutes === allowed ? 1 : 0)

const fewerIsBetter = (count: number, { one }: { one: number }): Points => (count === 0 ? 2 : count <= one ? 1 : 0)

/** Indicator 2 is as good as the unit that did worst. */
const worstOf = (units: readonly Taken[]): Points =>
  units.map(shorterIsBetter).reduce<Points>((worst, points) => (points < worst ? points : worst), 2)

function attitude({ total, complaint }: HandledDossier): Points {
  if (complaint === 'justified' || total.minutes > total.allowed) return 0
  return total.minutes < total.allowed ? 2 : 1
}

export type DossierPoints = Readonly<Record<1 | 2 | 3 | 4 | 7, Points>>

export const dossierPoints = (dossier: HandledDossier, nine: Nine): DossierPoints => ({
  1: shorterIsBetter(dossier.total),
  2: worstOf(dossier.units),
  3: fewerIsBetter(dossier.contacts, nine.contacts),
  4: fewerIsBetter(dossier.bodies, nine.bodies),
  7: attitude(dossier),
})

type Part = { readonly done: number; readonly all: number }

/** What indicators 5, 6, 8 and 9 ask of a unit. */
export type UnitWork = {
  readonly level: 'province' | 'district' | 'commune'
  readonly receivedAtDesk: Part
  readonly decidedAtDesk: Part
  readonly posted: boolean
  readonly published: boolean
  readonly petitionsOnTime: Part
  readonly onlineServices: Part
  readonly onlineDossiers: Part
  /** Filed online and unsolved past their time. */
  readonly onlineOverdue: number
}

const shareOf = ({ done, all }: Part): number => (all === 0 ? 0 : (100 * done) / all)

function organisation({ level, receivedAtDesk, decidedAtDesk }: UnitWork, { atDesk }: Nine): Points {
  if (receivedAtDesk.all === 0 || shareOf(receivedAtDesk) < atDesk.received) return 0
  return shareOf(decidedAtDesk) >= atDesk[level] ? 2 : 1
}

function petitions({ petitionsOnTime }: UnitWork, { petitions: { two, one } }: Nine): Points {
  if (petitionsOnTime.all === 0 || shareOf(petitionsOnTime) >= two) return 2
  return shareOf(petitionsOnTime) >= one ? 1 : 0
}

function online({ onlineServices, onlineDossiers, onlineOverdue }: UnitWork, { online: least }: Nine): Points {
  const dossiers = shareOf(onlineDossiers)
  if (onlineOverdue > 0 || dossiers < least.dossiersOne) return 0
  return dossiers >= least.dossiersTwo && shareOf(onlineServices) >= least.services ? 2 : 1
}

export type UnitPoints = Readonly<Record<5 | 6 | 8 | 9, Points>>

export const unitPoints = (work: UnitWork, nine: Nine): UnitPoints => ({
  5: organisation(work, nine),
  6: work.posted && work.published ? 2 : work.posted || work.published ? 1 : 0,
  8: petitions(work, nine),
  9: online(work, nine),
})

export type Rating = { readonly points: number; readonly class: string }

const oneDecimal = (value: number) => Math.round((value + Number.EPSILON) * 10) / 10
const sumOf = (points: Readonly<Record<number, Points>>, only?: readonly number[]): number =>
  Object.entries(points).reduce<number>((sum, [no, one]) => sum + (!only || only.includes(Number(no)) ? one : 0), 0)

const rated = (points: number, classes: Nine['unitClasses']): Rating => ({
  points,
  class: classes.find(({ atLeast }) => points >= atLeast)?.code ?? '',
})

const mean = (dossiers: readonly DossierPoints[], only?: readonly number[]): number =>
  dossiers.reduce((sum, one) => sum + sumOf(one, only), 0) / dossiers.length

/** Null for whoever had no dossier. */
export const officerRating = (dossiers: readonly DossierPoints[], nine: Nine): Rating | null =>
  dossiers.length ? rated(oneDecimal(mean(dossiers, nine.officerIndicators)), nine.officerClasses) : null

export const unitRating = (dossiers: readonly DossierPoints[], own: UnitPoints, nine: Nine): Rating | null =>
  dossiers.length ? rated(oneDecimal(mean(dossiers) + sumOf(own)), nine.unitClasses) : null
