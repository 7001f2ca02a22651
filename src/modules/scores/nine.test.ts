import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import {
  type DossierPoints,
  dossierPoints,
  type HandledDossier,
  nineOn,
  officerRating,
  type Points,
  unitPoints,
  unitRating,
  type UnitWork,
} from './nine.ts'

const nine = nineOn(day('2025-05-14'))
const good: HandledDossier = {
  total: { minutes: 100, allowed: 480 },
  units: [{ minutes: 50, allowed: 240 }],
  contacts: 0,
  bodies: 0,
  complaint: 'none',
}
const work: UnitWork = {
  level: 'commune',
  receivedAtDesk: { done: 40, all: 40 },
  decidedAtDesk: { done: 20, all: 40 },
  posted: true,
  published: true,
  petitionsOnTime: { done: 0, all: 0 },
  onlineServices: { done: 20, all: 100 },
  onlineDossiers: { done: 30, all: 100 },
  onlineOverdue: 0,
}

test('§10.48 a dossier: its time, the time of each unit, contacts, bodies, attitude', () => {
  const points = (change: Partial<HandledDossier>) =>
    Object.values(dossierPoints({ ...good, ...change }, nine)).join('')
  expect(points({})).toBe('22222')
  expect(points({ total: { minutes: 480, allowed: 480 } })).toBe('12221')
  expect(points({ total: { minutes: 481, allowed: 480 } })).toBe('02220')
  expect(points({ units: [...good.units, { minutes: 241, allowed: 240 }] })).toBe('20222')
  expect([points({ contacts: 1 }), points({ contacts: 2 })]).toEqual(['22122', '22022'])
  expect([points({ bodies: 1 }), points({ bodies: 2 })]).toEqual(['22212', '22202'])
  expect([points({ complaint: 'unjustified' }), points({ complaint: 'justified' })]).toEqual(['22222', '22220'])
})

test('§10.48 a unit: the one-stop, publication, petitions, online services', () => {
  const points = (change: Partial<UnitWork>) => Object.values(unitPoints({ ...work, ...change }, nine)).join('')
  expect(points({})).toBe('2222')
  expect(points({ decidedAtDesk: { done: 19, all: 40 } })).toBe('1222')
  expect(points({ level: 'province', decidedAtDesk: { done: 8, all: 40 } })).toBe('2222')
  expect(points({ receivedAtDesk: { done: 39, all: 40 } })).toBe('0222')
  expect([points({ posted: false }), points({ posted: false, published: false })]).toEqual(['2122', '2022'])
  const petitions = (done: number) => points({ petitionsOnTime: { done, all: 100 } })
  expect([petitions(100), petitions(90), petitions(89)]).toEqual(['2222', '2212', '2202'])
  const online = (done: number) => points({ onlineDossiers: { done, all: 100 } })
  expect([online(30), online(29), online(15), online(14)]).toEqual(['2222', '2221', '2221', '2220'])
  expect(points({ onlineOverdue: 1 })).toBe('2220')
  expect(points({ onlineServices: { done: 19, all: 100 } })).toBe('2221')
})

const each = (one: Points): DossierPoints => ({ 1: one, 2: one, 3: one, 4: one, 7: one })

test('§10.48 classes of officers and units begin where the circular says', () => {
  expect(officerRating([each(1)], nine)).toEqual({ points: 5, class: 'done' })
  expect(officerRating([each(1), each(1), each(0)], nine)).toEqual({ points: 3.3, class: 'under' })
  expect(officerRating([{ ...each(1), 1: 0 }], nine)?.class).toBe('mostly_done')
  expect(officerRating([], nine)).toBeNull()
  const own = unitPoints(work, nine)
  expect(unitRating([each(2)], own, nine)).toEqual({ points: 18, class: 'excellent' })
  expect(unitRating([each(1)], own, nine)).toEqual({ points: 13, class: 'good' })
  expect(unitRating([each(0)], own, nine)).toEqual({ points: 8, class: 'average' })
})

test('§10.48 more points for a dossier never make a unit or an officer worse', () => {
  const any = fc.constantFrom<Points>(0, 1, 2)
  const dossier = fc.record({ 1: any, 2: any, 3: any, 4: any, 7: any })
  fc.assert(
    fc.property(fc.array(dossier, { minLength: 1, maxLength: 6 }), (all) => {
      const better = all.map((one, at) => (at === 0 ? each(2) : one))
      const own = unitPoints(work, nine)
      expect(officerRating(better, nine)?.points).toBeGreaterThanOrEqual(officerRating(all, nine)?.points ?? 0)
      expect(unitRating(better, own, nine)?.points).toBeGreaterThanOrEqual(unitRating(all, own, nine)?.points ?? 0)
      expect(unitRating(all, own, nine)?.points).toBeLessThanOrEqual(18)
    }),
  )
})
