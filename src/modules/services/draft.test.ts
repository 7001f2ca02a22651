import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesBetween } from './difference.ts'
import {
  findItem,
  indexOf,
  keyOf,
  type ListPart,
  listAt,
  move,
  objectionToPut,
  objectionToRemove,
  type Place,
  put,
  remove,
} from './draft.ts'
import { Service } from './service.ts'

const service = Service.parse(JSON.parse(readFileSync('data/national/services/1.013225.json', 'utf8')))

const listParts: readonly ListPart[] = ['cases', 'components', 'fees', 'reliefs', 'steps', 'results', 'sections']
const places: readonly Place[] = [
  ...listParts.map((part) => ({ part })),
  ...service.form.sections.map(({ name }) => ({ part: 'questions' as const, within: name })),
]
const spots = places.flatMap((place) =>
  listAt(service, place).map((item, at) => ({ place, key: keyOf(place, item, at) })),
)
const spot = fc.constantFrom(...spots)
const edits = fc.array(
  fc.record({ spot, act: fc.constantFrom('move', 'remove'), by: fc.integer({ min: -9, max: 9 }) }),
  { maxLength: 12 },
)

const edited = (steps: readonly { spot: (typeof spots)[number]; act: string; by: number }[]) =>
  steps.reduce((draft, { spot: { place, key }, act, by }) => {
    if (act === 'move') return move(draft, place, key, by)
    return objectionToRemove(draft, place) ? draft : remove(draft, place, key)
  }, service)

describe('of any changes to a draft', () => {
  test('it stays a service', () =>
    fc.assert(
      fc.property(edits, (steps) => {
        expect(Service.safeParse(edited(steps)).success).toBe(true)
      }),
    ))

  test('moving loses nothing and puts the item where it was sent', () =>
    fc.assert(
      fc.property(spot, fc.integer({ min: -9, max: 9 }), ({ place, key }, by) => {
        const [before, after] = [service, move(service, place, key, by)]
        const keys = (of: Service) => listAt(of, place).map((item, at) => keyOf(place, item, at))
        expect(keys(after).toSorted()).toEqual(keys(before).toSorted())
        const to = Math.min(Math.max(indexOf(before, place, key) + by, 0), keys(before).length - 1)
        expect(indexOf(after, place, key)).toBe(to)
      }),
    ))

  test('what is taken out is pointed at by nothing', () =>
    fc.assert(
      fc.property(spot, ({ place, key }) => {
        fc.pre(objectionToRemove(service, place) === null)
        const left = remove(service, place, key)
        expect(findItem(left, place, key)).toBeUndefined()
        const pointers = {
          cases: [...left.fees, ...left.steps].flatMap((one) => one.cases ?? []),
          components: left.cases.flatMap(({ components }) => components),
          sections: left.cases.flatMap(({ sections }) => sections ?? []),
          steps: left.steps.flatMap(({ after, onRefusal = '', onSupplement = '' }) => [
            ...after,
            onRefusal,
            onSupplement,
          ]),
        }
        if (place.part in pointers) expect(pointers[place.part as keyof typeof pointers]).not.toContain(key)
      }),
    ))

  test('to put an item where it is changes nothing', () =>
    fc.assert(
      fc.property(spot, ({ place, key }) => {
        const item = findItem(service, place, key) ?? {}
        const name = String(item['name'])
        const aboutOther = service.aboutOthers?.includes(name) ?? false
        const same = put(service, place, key, { ...item, aboutOther })
        expect(differencesBetween(service, { ...same, aboutOthers: service.aboutOthers })).toEqual([])
        expect(new Set(same.aboutOthers)).toEqual(new Set(service.aboutOthers))
      }),
    ))

  test('a draft differs from what it was made of exactly when something was changed', () =>
    fc.assert(
      fc.property(edits, (steps) => {
        const after = edited(steps)
        const isSame = JSON.stringify(after) === JSON.stringify(service)
        if (isSame) expect(differencesBetween(service, after)).toEqual([])
        else expect(differencesBetween(service, after).length).toBeGreaterThan(0)
      }),
    ))
})

describe('what stands against a new item', () => {
  test('a name that is taken, in the whole form for a question', () => {
    expect(objectionToPut(service, { part: 'cases' }, null, { code: 'house' })).toBe('services.draft.code_taken')
    expect(objectionToPut(service, { part: 'questions', within: 'plot' }, null, { name: 'house_area' })).toBe(
      'services.draft.code_taken',
    )
  })
  test('a name that is none, and a section that is not there', () => {
    expect(objectionToPut(service, { part: 'cases' }, null, { code: 'Nhà ở' })).toBe('services.draft.code_wrong')
    expect(objectionToPut(service, { part: 'questions', within: 'x' }, null, { name: 'y' })).toBe(
      'services.draft.item_missing',
    )
  })
  test('nothing against a new one, nor against one that is there', () => {
    expect(objectionToPut(service, { part: 'cases' }, null, { code: 'sign' })).toBeNull()
    expect(objectionToPut(service, { part: 'cases' }, 'house', {})).toBeNull()
  })
})
