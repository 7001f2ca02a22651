import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { steppedService } from '#test/dossier-of-town.ts'
import { actions, toldOf } from './action.ts'
import { messages as desk } from './desk.messages.vi.ts'
import {
  type DossierState,
  dossierStates,
  isEnded,
  nationalCode,
  nextStates,
  objectionToHandle,
  objectionToMove,
  objectionToWork,
} from './dossier.ts'
import { messages as owner } from './owner.messages.vi.ts'
import { isReadyToIssue, processOf, sentBackTo, stepsToOpen, type Taken, undoneBy } from './process.ts'
import { faultsOfPapers, momentAt, notDigitised, objectionToBackdate, PapersTaken } from './reception.ts'
import { day } from '#kernel/time.ts'

const ended = dossierStates.filter((state) => isEnded({ state }))

describe('where a dossier may go', () => {
  test('no state is without a way out, and every way ends', () => {
    const reaches = (from: DossierState): Set<DossierState> => {
      const seen = new Set<DossierState>([from])
      for (const state of seen) for (const next of nextStates[state]) seen.add(next)
      return seen
    }
    for (const state of dossierStates) expect(ended.some((end) => reaches(state).has(end))).toBe(true)
    expect(ended).toEqual(['refused_at_desk', 'returned', 'withdrawn', 'stopped'])
  })

  test('each state has one of the ten national codes, and each code a state', () => {
    expect([...new Set(Object.values(nationalCode))].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('what has ended is moved by nobody, what waits is worked on by nobody', () => {
    for (const state of ended)
      for (const to of dossierStates) expect(objectionToMove({ state }, to)).toBe('dossiers.dossier.ended')
    for (const state of dossierStates) expect(objectionToWork({ state }) === null, state).toBe(state === 'processing')
  })

  test('whoever has it works on it, and whoever answers for the unit', () => {
    const held = { state: 'processing', holderId: 'kiet' } as const
    const as = (accountId: string, ...permissions: string[]) => ({
      ...nobody,
      accountId,
      permissions: new Set(permissions),
    })
    expect(objectionToHandle(held, as('kiet'))).toBeNull()
    expect(objectionToHandle(held, as('loan'))).toBe('dossiers.dossier.held_by_another')
    expect(objectionToHandle(held, as('uyen', 'dossiers.supervise'))).toBeNull()
    expect(objectionToHandle({ ...held, holderId: null }, as('kiet'))).toBe('dossiers.dossier.take_first')
  })
})

test('everything that is told has its words', () => {
  for (const action of actions) {
    if (toldOf(action) !== 'nothing') expect(owner).toHaveProperty([`dossiers.moment.${action}`])
    if (toldOf(action) === 'notice') expect(owner).toHaveProperty([`dossiers.notice.${action}`])
    expect(desk).toHaveProperty([`dossiers.action.${action}`])
  }
})

const process = processOf(steppedService, 'again', () => true)
const open = (code: string): Taken => ({ code, isOpen: true, counts: true })
const done = (code: string): Taken => ({ code, isOpen: false, counts: true })

describe('§10.22 the inner process', () => {
  test('§10.23 steps that wait for the same one open together, and the next when all are done', () => {
    const codes = (taken: readonly Taken[]) => stepsToOpen(process, taken).map(({ code }) => code)
    expect(codes([])).toEqual(['receive'])
    expect(codes([done('receive')])).toEqual(['examine', 'ask_health'])
    expect(codes([done('receive'), done('examine'), open('ask_health')])).toEqual([])
    expect(codes([done('receive'), done('examine'), done('ask_health')])).toEqual(['sign'])
  })

  test('a condition that does not hold takes its step out, and what came after it comes after what was before', () => {
    const steps = steppedService.steps.map((step) =>
      step.code === 'ask_health' ? { ...step, onlyIf: "has_pond = 'yes'" } : step,
    )
    const without = processOf({ steps }, 'again', () => false)
    expect(without.map(({ code }) => code)).not.toContain('ask_health')
    expect(without.find(({ code }) => code === 'sign')?.after.toSorted()).toEqual(['examine', 'receive'])
  })

  test('in whatever order steps are done and sent back, the dossier comes to its result', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 40 }), (turns) => {
        let taken: Taken[] = []
        const start = () => void (taken = [...taken, ...stepsToOpen(process, taken).map(({ code }) => open(code))])
        const finish = (code: string) =>
          void (taken = taken.map((one) => (one.code === code && one.isOpen ? { ...one, isOpen: false } : one)))
        start()
        for (const [nth, back] of [...turns, ...Array.from({ length: 20 }, () => [0, false] as const)]) {
          const now = taken.filter(({ isOpen }) => isOpen)
          const one = now[nth % Math.max(1, now.length)]
          if (!one) break
          const step = process.find(({ code }) => code === one.code)
          const to = back && step?.kind === 'approve' ? sentBackTo(process, step) : undefined
          if (to) {
            const undone = undoneBy(process, to.code)
            taken = taken.map((past) => (undone.has(past.code) ? { ...past, isOpen: false, counts: false } : past))
          } else finish(one.code)
          start()
          const opened = taken.filter(({ isOpen }) => isOpen).map(({ code }) => code)
          expect(new Set(opened).size).toBe(opened.length)
        }
        expect(isReadyToIssue(process, taken)).toBe(true)
      }),
    )
  })
})

describe('reception', () => {
  const { components } = steppedService
  test('of papers of which one is enough, one is; what is held is not asked for', () => {
    const taken = (papers: object[]) => PapersTaken.parse(papers)
    expect(faultsOfPapers(components, taken([])).map(({ path }) => path)).toEqual([
      'components.0.form',
      'components.1.form',
    ])
    expect(faultsOfPapers(components, taken([{ code: 'photo', form: 'copy' }]))).toEqual([])
    expect(faultsOfPapers(components, taken([{ code: 'sketch', held: 'true' }]))).toEqual([])
  })

  test('a result of an earlier procedure on paper is to be digitised', () => {
    const [sketch] = components
    if (!sketch) throw new Error('no paper')
    const must = [{ ...sketch, digitise: true }]
    const taken = (paper: object) => PapersTaken.parse([{ code: 'sketch', ...paper }])
    expect(notDigitised(must, taken({ form: 'original' }))).toHaveLength(1)
    expect(notDigitised(must, taken({ form: 'original', digitised: true }))).toEqual([])
    expect(notDigitised(must, taken({ form: 'electronic' }))).toEqual([])
  })

  test('times on the wall as people write them; nothing is backdated that came through the platform', () => {
    const on = day('2025-05-12')
    expect(momentAt(on, '9h30')).toEqual(momentAt(on, '09:30'))
    expect([momentAt(on, '25:00'), momentAt(on, 'sáng')]).toEqual([null, null])
    const now = momentAt(on, '10:00') ?? new Date(0)
    const before = momentAt(on, '9:00') ?? now
    expect(objectionToBackdate(before, { now, channel: 'online' })).toBe('dossiers.reception.online_has_its_moment')
    expect(objectionToBackdate(before, { now, channel: 'direct' })).toBeNull()
    expect(objectionToBackdate(now, { now: before, channel: 'post' })).toBe('dossiers.reception.still_to_come')
  })
})
