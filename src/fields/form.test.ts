import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyForm, books, formAndTyped, typedInto } from '#test/some-form.ts'
import { carryOver } from './carry-over.ts'
import { checkForm } from './check-form.ts'
import { type Filled, nothingYet, typedAt } from './filled.ts'
import { type Answers, FormDefinition } from './form.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { kinds } from './kinds.ts'
import { readAnswers, typedOf } from './read-answers.ts'
import { stepAfter, stepOf, stepsOf } from './steps.ts'
import { walk } from './walk.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false })
;(addFormats as unknown as (to: Ajv2020) => void)(ajv)

const filledFrom = (form: FormDefinition, typed: Record<string, string | string[]>, filled: Filled = nothingYet) =>
  readAnswers({ form, filled, knowns: {}, books }, typed)

/** All that stands in a draft, as text. */
const textOf = (one: unknown): string => JSON.stringify(one)

/** … and without what only orders it, so that `3,5` and 3.5 are the same. */
const bare = (one: unknown) =>
  textOf(one)
    .replace(/\\[nr]|[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '')

describe('for any form', () => {
  test('the contract holds', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(FormDefinition.parse(form)).toEqual(form)
      }),
    )
  })

  test('whatever was typed comes back', () => {
    fc.assert(
      fc.property(formAndTyped(3), ({ form, typed }) => {
        const filled = filledFrom(form, typed)
        const back = typedOf(form, filled)
        // what is no answer stands in its control letter by letter …
        for (const name of Object.keys(filled.unread)) expect(back[name]).toEqual(typed[name])
        // … what is one reads as the same answer again …
        const page = new Set(form.sections.flatMap((one) => one.questions.map((two) => two.name)))
        expect(readAnswers({ form, filled, knowns: {}, books, page }, back)).toEqual(filled)
        // … and nothing that was typed is neither
        for (const { name, question, answer } of walk(form, filled.answers, books.today).spots) {
          const parts = kinds[question.kind].parts.map((part) => (part ? `${name}.${part}` : name))
          const wrote = parts.some((part) => !part.endsWith('.on') && typedAt(typed, part).some((one) => one.trim()))
          if (wrote) expect(answer !== undefined || parts.some((part) => part in filled.unread)).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('what the schema forbids never passes; what passes, the schema accepts', () => {
    let passed = 0
    fc.assert(
      fc.property(formAndTyped(30), ({ form, typed }) => {
        const { problems, filed } = checkForm(form, filledFrom(form, typed), books)
        if (problems.length > 0) return
        passed++
        const validate = ajv.compile(jsonSchemaOf(form))
        expect(validate(filed), textOf({ form, filed, errors: validate.errors })).toBe(true)
      }),
      { numRuns: 250 },
    )
    expect(passed).toBeGreaterThan(20)
  })

  test('answers of any shape are judged without a stumble, and never pass against the schema', () => {
    const bent = formAndTyped(30).chain(({ form, typed }) => {
      const good = filledFrom(form, typed).answers
      const names = ['x', ...form.sections.flatMap((one) => [one.name, ...one.questions.map((two) => two.name)])]
      return fc
        .dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 2 })
        .map((bad) => ({ form, answers: { ...good, ...bad } as Answers }))
    })
    fc.assert(
      fc.property(bent, ({ form, answers }) => {
        const { problems, filed } = checkForm(form, { ...nothingYet, answers }, books)
        typedOf(form, { ...nothingYet, answers })
        if (problems.length > 0) return
        const validate = ajv.compile(jsonSchemaOf(form))
        expect(validate(filed), textOf({ form, filed, errors: validate.errors })).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  test('an answer to a question that is not asked is kept, and never filed', () => {
    fc.assert(
      fc.property(formAndTyped(), ({ form, typed }) => {
        const filled = filledFrom(form, typed)
        const { filed } = checkForm(form, filled, books)
        for (const { asked, question, row, section, answer } of walk(form, filled.answers, books.today).spots) {
          const within = row === null ? filed : (filed[section.name] as readonly Answers[] | undefined)?.[row]
          expect(within?.[question.name]).toEqual(asked ? answer : undefined)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every fault stands on a page, and the pages follow one another', () => {
    fc.assert(
      fc.property(formAndTyped(2), ({ form, typed }) => {
        const filled = filledFrom(form, typed)
        const steps = stepsOf(form, walk(form, filled.answers, books.today))
        for (const problem of checkForm(form, filled, books).problems) expect(stepOf(steps, problem)).toBeDefined()
        const keys: string[] = []
        for (let at = steps[0]; at; at = stepAfter(steps, at.key)) keys.push(at.key)
        expect(keys).toEqual(steps.map((one) => one.key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a draft survives any change of the form', () => {
  const change = fc
    .tuple(anyForm, anyForm)
    .chain(([from, to]) => typedInto(from, 4).map((typed) => ({ from, to, typed })))

  test('nothing is lost: what no longer fits is set aside with its question', () => {
    fc.assert(
      fc.property(change, ({ from, to, typed }) => {
        const before = filledFrom(from, typed)
        const { filled, aside, dropped } = carryOver({ from, to }, before, [], books)
        expect(dropped).toEqual(aside)
        const kept = bare([filled, aside])
        for (const { answer } of walk(from, before.answers, books.today).spots)
          if (answer !== undefined) expect(kept).toContain(bare(answer))
        for (const typedThere of Object.values(before.unread)) expect(kept).toContain(bare(typedThere))
        // what stayed can be judged and shown
        checkForm(to, filled, books)
        typedOf(to, filled)
      }),
      { numRuns: 400 },
    )
  })

  test('and back again it is as it was', () => {
    fc.assert(
      fc.property(change, ({ from, to, typed }) => {
        const before = { ...filledFrom(from, typed), unread: {} }
        const there = carryOver({ from, to }, before, [], books)
        const back = carryOver({ from: to, to: from }, there.filled, there.aside, books)
        expect(typedOf(from, back.filled)).toEqual(typedOf(from, before))
        expect(back.aside).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('the same form changes nothing', () => {
    fc.assert(
      fc.property(formAndTyped(3), ({ form, typed }) => {
        const before = filledFrom(form, typed)
        const { filled, aside } = carryOver({ from: form, to: form }, before, [], books)
        expect(typedOf(form, filled)).toEqual(typedOf(form, before))
        expect(aside).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
