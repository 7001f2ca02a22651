import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestWorkingDays, hoursWithin } from './limit.ts'
import type { Step } from './service.ts'
import { faultsOfSteps, layersOf, longestHours, stepsOfCase } from './step-graph.ts'

const step = (code: string, more: Partial<Step> = {}): Step => ({
  code,
  title: { vi: code },
  kind: 'process',
  role: 'specialist',
  hours: 1,
  after: [],
  onRefusal: 'refuse',
  onSupplement: code,
  ...more,
})
const end = (code: string, more: Partial<Step> = {}): Step => {
  const { onRefusal: _, onSupplement: __, ...bare } = step(code, { kind: 'return', role: 'one_stop', ...more })
  return bare
}
const sound = [
  step('receive', { kind: 'receive', role: 'one_stop' }),
  step('examine', { after: ['receive'], hours: 10 }),
  step('fire', {
    kind: 'consult',
    role: 'agency',
    agency: 'Cảnh sát PCCC',
    after: ['receive'],
    hours: 30,
    cases: ['big'],
  }),
  step('decide', { after: ['examine', 'fire'], hours: 5 }),
  end('give', { after: ['decide'] }),
  end('refuse'),
]
const found = (steps: readonly Step[]) => faultsOfSteps(steps).map(({ fault, step: at }) => [at, fault])
const changed = (code: string, more: Partial<Step>) =>
  sound.map((one) => (one.code === code ? { ...one, ...more } : one))

describe('§10.22 the inner process', () => {
  test('that leads from reception to result, with a way back everywhere, has no fault', () =>
    expect(found(sound)).toEqual([]))

  test('takes as long as its longest way; a step of another case does not count', () => {
    expect(longestHours(sound)).toBe(1 + 30 + 5 + 1)
    expect(longestHours(stepsOfCase(sound, 'small'))).toBe(1 + 10 + 5 + 1)
    expect(found(stepsOfCase(sound, 'small'))).toEqual([])
  })

  test.each([
    ['a step nobody is responsible for', changed('examine', { role: '' }), ['examine', 'no_owner']],
    ['a step without time', changed('examine', { hours: 0 }), ['examine', 'no_time']],
    ['an agency without a name', changed('fire', { agency: '' }), ['fire', 'no_agency']],
    ['a step that leads nowhere', changed('decide', { after: ['examine'] }), ['fire', 'dead_end']],
    ['a step nobody comes to', changed('examine', { after: [] }), ['examine', 'unreachable']],
    [
      'a step after one that is not there',
      changed('decide', { after: ['examine', 'fire', 'x'] }),
      ['decide', 'unknown_step'],
    ],
    ['a step after the end', [...sound, step('late', { after: ['give'] })], ['late', 'not_after_end']],
    ['a refusal without a way', sound.filter(({ code }) => code !== 'refuse'), ['receive', 'refusal_leads_nowhere']],
    ['a supplement that leads on', changed('receive', { onSupplement: 'decide' }), ['receive', 'supplement_leads_on']],
    ['steps that wait for one another', changed('examine', { after: ['decide'] }), ['examine', 'circle']],
  ])('%s is found', (_, steps, fault) => expect(found(steps)).toContainEqual(fault))

  test('no reception, no result and no step at all are found', () => {
    expect(found(changed('receive', { kind: 'process' }))).toContainEqual([undefined, 'no_start'])
    expect(found(sound.filter(({ code }) => code !== 'give'))).toContainEqual([undefined, 'no_end'])
    expect(found([])).toEqual([[undefined, 'none']])
  })
})

const codes = ['a', 'b', 'c', 'd', 'e', 'f']
const graphs = fc
  .tuple(
    ...codes.map((code) =>
      fc.record({
        code: fc.constant(code),
        kind: fc.constantFrom<Step['kind'][]>('receive', 'process', 'process', 'approve', 'consult', 'return'),
        after: fc.subarray(codes, { maxLength: 2 }),
        onRefusal: fc.option(fc.constantFrom(...codes), { nil: undefined }),
        onSupplement: fc.option(fc.constantFrom(...codes), { nil: undefined }),
        hours: fc.integer({ min: 1, max: 20 }),
      }),
    ),
  )
  .chain((all) => fc.subarray(all, { minLength: 1 }))
  .map((all) =>
    all.map(
      ({ onRefusal, onSupplement, ...one }): Step => ({
        title: { vi: one.code },
        role: 'specialist',
        ...one,
        ...(onRefusal && { onRefusal }),
        ...(onSupplement && { onSupplement }),
      }),
    ),
  )

/** Every way through the steps that visits none twice, written out. */
function waysFrom(
  steps: readonly Step[],
  at: string,
  edges: (one: Step) => readonly string[],
  sofar: readonly string[] = [],
): string[][] {
  const one = steps.find(({ code }) => code === at)
  if (!one || sofar.includes(at)) return []
  const way = [...sofar, at]
  return [way, ...edges(one).flatMap((next) => waysFrom(steps, next, edges, way))]
}
const onward = (steps: readonly Step[]) => (one: Step) =>
  steps.filter(({ after }) => after.includes(one.code)).map(({ code }) => code)
const startsOf = (steps: readonly Step[]) =>
  steps.filter(({ kind, after }) => kind === 'receive' && after.length === 0).map(({ code }) => code)

describe('of any steps, held against every way written out', () => {
  const always = (check: (steps: Step[]) => void) =>
    fc.assert(
      fc.property(graphs, (steps) => {
        check(steps)
      }),
      { numRuns: 400 },
    )
  const has = (steps: Step[], fault: string, code?: string) =>
    faultsOfSteps(steps).some((one) => one.fault === fault && one.step === code)

  test('a step is unreachable when no way comes to it', () =>
    always((steps) => {
      const all = (one: Step) => [...onward(steps)(one), one.onRefusal ?? '', one.onSupplement ?? '']
      const come = new Set(
        startsOf(steps)
          .flatMap((start) => waysFrom(steps, start, all))
          .flat(),
      )
      for (const { code } of steps) expect(has(steps, 'unreachable', code)).toBe(!come.has(code))
    }))

  test('there is an end when some way from a reception comes to a result', () =>
    always((steps) => {
      const ways = startsOf(steps).flatMap((start) => waysFrom(steps, start, onward(steps)))
      const ends = ways.some((way) => steps.some(({ code, kind }) => kind === 'return' && code === way.at(-1)))
      expect(has(steps, 'no_end')).toBe(!ends)
    }))

  test('a circle is a way that comes back to where it began', () =>
    always((steps) => {
      for (const { code } of steps) {
        const back = waysFrom(steps, code, onward(steps)).some((way) =>
          onward(steps)(steps.find((one) => one.code === way.at(-1)) as Step).includes(code),
        )
        expect(has(steps, 'circle', code)).toBe(back)
      }
    }))

  test('a dead end is a step, not a result, from which no way goes on', () =>
    always((steps) => {
      for (const { code, kind } of steps)
        expect(has(steps, 'dead_end', code)).toBe(
          kind !== 'return' &&
            waysFrom(steps, code, onward(steps)).length === 1 &&
            onward(steps)(steps.find((one) => one.code === code) as Step).length === 0,
        )
    }))

  test('the longest hours are those of the longest way, when there is no circle', () =>
    always((steps) => {
      if (layersOf(steps) === null) return
      const ways = startsOf(steps).flatMap((start) => waysFrom(steps, start, onward(steps)))
      const hours = ways.map((way) =>
        way.reduce((sum, code) => sum + (steps.find((one) => one.code === code)?.hours ?? 0), 0),
      )
      expect(longestHours(steps)).toBe(Math.max(0, ...hours))
    }))

  test('the layers hold each step once, after all that come before it', () =>
    always((steps) => {
      const layers = layersOf(steps)
      const circles = steps.some(({ code }) => has(steps, 'circle', code))
      expect(layers === null).toBe(circles)
      const place = new Map(layers?.flatMap((layer, at) => layer.map(({ code }) => [code, at] as const)))
      if (layers) expect(place.size).toBe(steps.length)
      for (const { code, after } of layers ? steps : [])
        for (const one of after) if (place.has(one)) expect(place.get(one)).toBeLessThan(place.get(code) ?? -1)
    }))
})

describe('a limit in working hours', () => {
  test('counts working days and hours as they are', () => {
    const week = { hours: 8, days: 5 }
    expect(hoursWithin({ amount: 3, unit: 'working_day' }, week)).toBe(24)
    expect(hoursWithin({ amount: 4, unit: 'working_hour' }, week)).toBe(4)
    expect(hoursWithin({ amount: 15, unit: 'day' }, week)).toBe(80)
  })

  test('of days of the calendar counts the fewest working days, whichever weekday it begins on', () => {
    for (const days of [5, 6])
      for (let many = 0; many <= 60; many++) {
        const counts = [0, 1, 2, 3, 4, 5, 6].map(
          (from) => Array.from({ length: many }, (_, at) => (from + at) % 7).filter((weekday) => weekday < days).length,
        )
        expect(fewestWorkingDays(many, { hours: 8, days })).toBe(Math.min(...counts))
      }
  })
})
