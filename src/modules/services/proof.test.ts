import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { faultsOf, type World } from './proof.ts'
import { Service } from './service.ts'

const world: World = { on: day('2025-05-14'), week: { hours: 8, days: 5 } }
const read = (path: string) => Service.parse(JSON.parse(readFileSync(path, 'utf8')))
const files = globSync('data/national/services/*.json').toSorted()
const birth = read('data/national/services/1.001193.json')

const said = (service: Service) => faultsOf(service, world).map(({ part, item, says }) => [part, item, says])

describe('what the house brings along is proven', () => {
  test('ten services and the general one', () => expect(files).toHaveLength(11))
  test.each(files)('%s has no fault', (path) => expect(said(read(path))).toEqual([]))
})

function without<T extends object, K extends keyof T>(one: T, name: K): Omit<T, K> {
  const { [name]: _gone, ...rest } = one
  return rest
}

type Change = (service: Service) => Partial<Service>
const first = <T extends object>(list: readonly T[], more: Partial<T>): T[] =>
  list.map((one, at) => (at === 0 ? { ...one, ...more } : one))

describe('§10.1–4 nothing is published that is not proven', () => {
  const cases: readonly (readonly [string, Change, readonly (string | undefined)[]])[] = [
    [
      'a partial service without a reason',
      () => ({ level: 'partial' }),
      ['head', undefined, 'services.fault.no_reason'],
    ],
    [
      'a technical reason without an end',
      () => ({ level: 'partial', partialReason: { kind: 'technical', says: { vi: 'Đang nâng cấp' }, citation: 'x' } }),
      ['head', undefined, 'services.fault.reason_without_end'],
    ],
    ['no citation', () => ({ citations: [] }), ['head', undefined, 'services.fault.no_citation']],
    ['no case', () => ({ cases: [] }), ['cases', undefined, 'services.fault.no_case']],
    ['no result', () => ({ results: [] }), ['results', undefined, 'services.fault.no_result']],
    [
      'a case without papers that does not say so',
      ({ cases: all }) => ({ cases: first(all, { components: [] }) }),
      ['cases', 'birth_paper', 'services.fault.no_papers'],
    ],
    [
      'a channel without a limit',
      ({ cases: all }) => ({ cases: first(all, { limits: {} }) }),
      ['cases', 'birth_paper', 'services.fault.no_limit'],
    ],
    ['a channel without a fee', () => ({ fees: [] }), ['cases', 'birth_paper', 'services.fault.no_fee']],
    [
      'steps that do not fit the limit',
      ({ steps }) => ({ steps: first(steps, { hours: 2 }) }),
      ['cases', 'birth_paper', 'services.fault.too_slow'],
    ],
    [
      'a limit that is over',
      ({ cases: all }) => ({
        cases: all.map((one) => ({
          ...one,
          limits: {
            ...one.limits,
            online: {
              amount: 1,
              unit: 'working_day' as const,
              citation: 'x',
              verified: true,
              validTo: day('2025-05-13'),
            },
          },
        })),
      }),
      ['cases', 'birth_paper', 'services.fault.limit_not_in_force'],
    ],
    [
      'a paper of no case',
      ({ components }) => ({
        components: [...components, { ...(components[0] as (typeof components)[0]), code: 'spare' }],
      }),
      ['components', 'spare', 'services.fault.unused_paper'],
    ],
    [
      'a result of an earlier procedure that is asked for again',
      ({ components }) => ({
        components: components.map((one) => ({ ...without(one, 'notNeededIfKnown'), digitise: true })),
      }),
      ['components', 'birth_notice', 'services.fault.asks_for_result'],
    ],
    [
      'one of one',
      ({ components }) => ({
        components: components.map((one) =>
          one.code === 'undertaking' ? { ...one, oneOf: 'alone' } : without(one, 'oneOf'),
        ),
      }),
      ['components', 'undertaking', 'services.fault.one_of_one'],
    ],
    [
      'a fact nobody holds',
      ({ components }) => ({ components: first(components, { notNeededIfKnown: 'person.dreams' }) }),
      ['components', 'birth_notice', 'services.fault.unknown_fact'],
    ],
    [
      'a condition about a question that is not asked',
      ({ fees }) => ({ fees: first(fees, { onlyIf: "weather = 'rain'" }) }),
      ['fees', 'registration', 'services.fault.expression.unknown_name'],
    ],
    [
      'a quantity that is no number',
      ({ fees }) => ({ fees: first(fees, { quantity: 'child_name' }) }),
      ['fees', 'registration', 'services.fault.expression.wrong_type'],
    ],
    [
      'a refusal without a way back',
      ({ steps }) => ({ steps: steps.filter(({ code }) => code !== 'refuse') }),
      ['steps', 'receive', 'services.fault.step.refusal_leads_nowhere'],
    ],
    [
      'who files is asked for what is held',
      () => ({ aboutOthers: [] }),
      ['form', 'child_name', 'services.fault.asks_for_held'],
    ],
    [
      'who files is asked by hand for a phone number',
      ({ form }) => ({
        form: {
          ...form,
          sections: form.sections.map((section) => ({
            ...section,
            questions: section.questions.map((one) => without(one, 'known')),
          })),
        },
      }),
      ['form', 'applicant_phone', 'services.fault.asks_for_held'],
    ],
    [
      'a section that no case asks',
      ({ cases: all }) => ({ cases: all.map((one) => ({ ...one, sections: ['applicant'] })) }),
      ['form', 'child', 'services.fault.unused_section'],
    ],
  ]
  test.each(cases)('%s is found', (_, change, fault) =>
    expect(said({ ...birth, ...change(birth) })).toContainEqual(fault),
  )
})
