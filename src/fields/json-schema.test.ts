import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { FormDefinition, Question } from './form.ts'
import { jsonSchemaOf } from './json-schema.ts'

const label = { vi: 'Mục' }
const question = (name: string, more: Partial<Question>): Question => ({ name, kind: 'text', label, ...more })
const form: FormDefinition = {
  layout: 'page',
  sections: [
    {
      name: 'first',
      title: label,
      questions: [
        question('married', { kind: 'yes_no' }),
        question('spouse', { when: "married = 'yes'" }),
        question('copies', { kind: 'number', max: 5, required: false }),
        question('address', { required: 'copies > 2' }),
        question('born', { kind: 'day', max: 'today', required: false }),
        question('guardian', { when: 'age(born) < 18' }),
      ],
    },
    {
      name: 'children',
      title: label,
      repeat: { min: 0, max: 2, one: label },
      questions: [question('child', {}), question('job', { when: "child = 'An'" })],
    },
    { name: 'last', title: label, when: 'count(children) >= 2', questions: [question('school', {})] },
  ],
}

const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchemaOf(form, 'Tờ khai'))

describe('the schema of a form', () => {
  test.each([
    [true, { married: 'no' }],
    [true, { married: 'yes', spouse: 'Lan' }],
    [false, {}],
    [false, { married: 'maybe' }],
    [false, { married: 'yes' }],
    [false, { married: 'no', spouse: 'Lan' }],
    [false, { married: 'no', unheard_of: 1 }],
    [false, { married: 'no', copies: 6 }],
    [false, { married: 'no', copies: 1.5 }],
    [true, { married: 'no', copies: 2 }],
    [false, { married: 'no', copies: 3 }],
    [true, { married: 'no', copies: 3, address: 'Ấp 3' }],
    [true, { married: 'no', children: [{ child: 'Bình' }] }],
    [false, { married: 'no', children: [] }],
    [false, { married: 'no', children: [{}] }],
    [false, { married: 'no', children: [{ child: 'An' }] }],
    [false, { married: 'no', children: [{ child: 'An', job: 'x' }, { child: 'Bình' }] }],
    [true, { married: 'no', children: [{ child: 'An', job: 'x' }, { child: 'Bình' }], school: 'Số 1' }],
    [false, { married: 'no', children: [{ child: 'Bình' }], school: 'Số 1' }],
  ])('%s: %j', (good, answers) => expect(accepts(answers)).toBe(good))

  test('says in words what it cannot say otherwise', () => {
    const { properties } = jsonSchemaOf(form) as { properties: Record<string, { description?: string }> }
    expect(properties['guardian']?.description).toBe('Asked when: age(born) < 18.')
    expect(properties['born']?.description).toBe('To today.')
    expect(accepts({ married: 'no', guardian: 'Lan' })).toBe(true)
  })
})
