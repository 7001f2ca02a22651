import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ItemPart, itemSchemas, type ListPart, listAt } from './draft.ts'
import { Service } from './service.ts'
import { itemTyped } from './typed.ts'
import { itemWritten } from './written.ts'

/** What a browser sends of a form that starts from these values: an empty box as '', an unticked one not at all. */
function sentBy(values: ReturnType<typeof itemWritten>): unknown {
  const raw: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === undefined || (Array.isArray(value) && value.length === 0)) continue
    const path = name.split('.')
    let into = raw
    for (const part of path.slice(0, -1)) into = (into[part] ??= {}) as Record<string, unknown>
    const sent =
      value === null
        ? ''
        : typeof value === 'number'
          ? String(value).replace('.', ',')
          : value === true
            ? 'true'
            : value
    into[path.at(-1) ?? ''] = Array.isArray(sent) && sent.length === 1 ? sent[0] : sent
  }
  return raw['item']
}

const parts: readonly ListPart[] = [
  'cases',
  'components',
  'fees',
  'reliefs',
  'steps',
  'results',
  'citizenSteps',
  'sections',
]
const services = globSync('data/national/services/*.json').map((path) =>
  Service.parse(JSON.parse(readFileSync(path, 'utf8'))),
)
const unset = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (one === false ? undefined : one)))

const saved = (part: ItemPart, item: object) =>
  itemSchemas[part].parse(itemTyped(part, sentBy(itemWritten(part, item as Record<string, unknown>))))

describe('an item that is opened and saved as it is stays as it is', () => {
  test.each(services.map((service) => [service.procedure, service] as const))('in %s', (_, service) => {
    for (const part of parts)
      for (const item of listAt(service, { part })) {
        const { questions: _q, ...bare } = item
        expect(unset(saved(part, bare))).toEqual(unset(bare))
      }
    for (const section of service.form.sections)
      for (const question of section.questions) {
        const { required, ...bare } = question
        expect(saved('questions', question)).toEqual({ ...bare, required: required ?? true })
      }
    const { layout } = service.form
    const head = itemSchemas.head.parse({ ...service, layout })
    expect(unset(saved('head', head))).toEqual(unset(head))
  })
})

describe('what a person types', () => {
  test('becomes numbers, with the dots and commas people write', () =>
    expect(itemTyped('fees', { code: 'a', amount: '8.000', percent: '12,5' })).toMatchObject({
      amount: 8000,
      percent: 12.5,
    }))

  test('becomes steps of a price', () =>
    expect(itemTyped('fees', { tiers: '1: 2.000\n3: 1000' })).toMatchObject({
      amount: [
        { from: 1, each: 2000 },
        { from: 3, each: 1000 },
      ],
    }))

  test('a limit without an amount is none', () =>
    expect(
      itemTyped('cases', { limits: { online: { amount: '', unit: 'day' }, direct: { amount: '3', unit: 'day' } } }),
    ).toMatchObject({
      limits: { direct: { amount: 3, unit: 'day', verified: false } },
    }))

  test('days come from three boxes or are none', () => {
    const boxes = { validFrom: { day: '1', month: '7', year: '2025' }, validTo: { day: '', month: '', year: '' } }
    expect(itemTyped('reliefs', boxes)).toMatchObject({ validFrom: '2025-07-01', validTo: null })
  })

  test('what is no object is left to the schema', () => expect(itemTyped('cases', 'x')).toBe('x'))
})
