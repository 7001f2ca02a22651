import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ours, compare } from './reconciliation.ts'
import { backOff, pauseAfter, sendingRuleOn } from './sending-rule.ts'
import { day } from '#kernel/time.ts'
import { messageStates, syncStateOf } from './message.ts'

const quietSince = new Date('2025-05-14T08:00:00Z')
const before = new Date('2025-05-14T07:59:59Z')

const ours = (code: string, state: number, more: Partial<Ours> = {}): Ours => ({
  code,
  about: `dossiers.dossier/${code}`,
  unitId: 1,
  state,
  changedAt: before,
  mirrorOf: null,
  ...more,
})
const none = new Set<string>()
const told = (sides: Partial<Parameters<typeof compare>[0]>) =>
  compare({ theirs: [], ours: [], onTheWay: none, quietSince, ...sides })

test('what one side lacks and what both say differently is found, and nothing else', () => {
  const { differences } = told({
    ours: [ours('a', 2), ours('b', 4), ours('c', 9)],
    theirs: [
      { code: 'a', state: '2' },
      { code: 'b', state: '2' },
      { code: 'd', state: '1' },
    ],
  })
  expect(differences.map(({ kind, code, ours: own, theirs }) => [kind, code, own, theirs])).toEqual([
    ['other_state', 'b', '4', '2'],
    ['missing_there', 'c', '9', null],
    ['missing_here', 'd', null, '1'],
  ])
})

test('what is on its way, or changed a moment ago, is no difference yet', () => {
  const found = told({
    ours: [ours('a', 2), ours('b', 2, { changedAt: quietSince })],
    theirs: [{ code: 'c', state: '1' }],
    onTheWay: new Set(['a', 'c']),
  })
  expect(found).toMatchObject({ ours: 2, onTheWay: 2, differences: [] })
})

test('§10.50 a mirrored dossier is never a difference and is not counted as ours', () => {
  const mirrored = [ours('a', 2, { mirrorOf: 'bo-tu-phap' }), ours('b', 2, { mirrorOf: 'bo-tu-phap' })]
  const found = told({
    ours: [...mirrored, ours('c', 2)],
    theirs: [
      { code: 'a', state: '9' },
      { code: 'c', state: '2' },
    ],
  })
  expect(found).toEqual({ theirs: 2, ours: 1, mirrored: 2, onTheWay: 0, differences: [] })
})

const codes = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const state = fc.integer({ min: 1, max: 10 })
const sides = fc.record({
  theirs: fc.uniqueArray(fc.record({ code: codes, state: state.map(String) }), { selector: ({ code }) => code }),
  ours: fc.uniqueArray(
    fc
      .record({ code: codes, state, mirrorOf: fc.option(fc.constant('bo')), moving: fc.boolean() })
      .map(({ code, state: own, mirrorOf, moving }) =>
        ours(code, own, { mirrorOf, changedAt: moving ? quietSince : before }),
      ),
    { selector: ({ code }) => code },
  ),
  onTheWay: fc.uniqueArray(codes).map((all) => new Set(all)),
})

test('each dossier is a difference at most once, and without differences both sides say the same', () => {
  fc.assert(
    fc.property(sides, (given) => {
      const { differences } = told(given)
      expect(new Set(differences.map(({ code }) => code)).size).toBe(differences.length)
      const apart = new Set([...differences.map(({ code }) => code), ...given.onTheWay])
      for (const own of given.ours) {
        if (own.mirrorOf !== null || own.changedAt >= quietSince || apart.has(own.code)) continue
        expect(given.theirs.find(({ code }) => code === own.code)?.state).toBe(String(own.state))
      }
      for (const { code } of given.theirs)
        if (!apart.has(code)) expect(given.ours.some((own) => own.code === code)).toBe(true)
    }),
  )
})

test('pauses grow to their end, and two messages that failed together do not come back together', () => {
  const rule = sendingRuleOn(day('2025-05-14'))
  const { firstSeconds, mostSeconds, jitter } = rule.backOff
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 500 }), (id, attempts) => {
      const whole = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(30, attempts - 1))
      const wait = backOff(rule.backOff, attempts, id)
      expect(wait).toBeLessThanOrEqual(whole)
      expect(wait).toBeGreaterThanOrEqual(whole * (1 - jitter))
    }),
  )
  const ids = Array.from(
    { length: 50 },
    (_, no) => `01970000-0000-7000-8000-${(no * 7919 * 40_503).toString(16).padStart(12, '0')}`,
  )
  expect(new Set(ids.map((id) => Math.round(backOff(rule.backOff, 3, id)))).size).toBeGreaterThan(20)
  const pauses = [1, 2, 3, 4, 5, 6, 7, 99].map((trips) => pauseAfter(rule.circuit, trips))
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauses.at(-1)).toBe(rule.circuit.mostOpenSeconds)
})

test('how a dossier stands is the worst of its messages', () => {
  expect(syncStateOf([])).toBe('none')
  expect(syncStateOf(['replaced', 'set_aside'])).toBe('none')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...messageStates)), (states) => {
      const found = syncStateOf(states)
      expect(found === 'failed').toBe(states.includes('rejected') || states.includes('dead'))
      if (found === 'acknowledged')
        expect(states.every((one) => ['acknowledged', 'replaced', 'set_aside'].includes(one))).toBe(true)
    }),
  )
})
