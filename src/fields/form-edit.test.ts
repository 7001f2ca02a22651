import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyForm } from '#test/some-form.ts'
import { FormDefinition, type Question, questionKinds, type Section } from './form.ts'
import * as edit from './form-edit.ts'
import { faultsOf } from './form-faults.ts'

const question = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  kind: 'text',
  label: { vi: name },
  ...more,
})
const section = (name: string, questions: readonly Question[], more: Partial<Section> = {}): Section => ({
  name,
  title: { vi: name },
  questions: [...questions],
  ...more,
})
const formOf = (...sections: readonly Section[]): FormDefinition => ({ layout: 'sections', sections: [...sections] })
const one = (more: Partial<Question>) => formOf(section('s', [question('born', { kind: 'day' }), question('q', more)]))

const rows = { min: 0, max: 3, one: { vi: 'Con' } }

describe('what is wrong with a form', () => {
  test('a sound one has no faults', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(faultsOf(form)).toEqual([])
      }),
    )
  })

  test.each([
    ['when', one({ when: 'nobody is answered' }), 'fields.fault.name_unknown'],
    ['when', one({ when: 'q is answered' }), 'fields.fault.name_later'],
    ['when', one({ when: "born = 'yes'" }), 'fields.fault.wrong_type'],
    ['when', one({ when: 'born' }), 'fields.fault.wrong_type'],
    ['when', one({ when: 'born >' }), 'fields.fault.unreadable'],
    ['required', one({ required: 'soon is answered' }), 'fields.fault.name_unknown'],
    ['check', one({ check: { holds: 'q > 3', fault: { vi: 'x' } } }), 'fields.fault.wrong_type'],
    ['choices', one({ kind: 'choice' }), 'fields.fault.choices_missing'],
    ['list', one({ kind: 'choice', list: 'nothing' }), 'fields.fault.list_unknown'],
    [
      'list',
      one({ kind: 'choice', list: 'sex', choices: [{ value: 'a', label: { vi: 'A' } }] }),
      'fields.fault.choices_and_list',
    ],
    ['list', one({ list: 'sex' }), 'fields.fault.setting_idle'],
    ['min', one({ kind: 'number', min: 3, max: 2 }), 'fields.fault.min_above_max'],
    ['min', one({ kind: 'day', min: 'today', max: 'today-1d' }), 'fields.fault.min_above_max'],
    ['max', one({ kind: 'day', max: 'tomorrow' }), 'fields.fault.bound'],
    ['max', one({ kind: 'number', max: 'today' }), 'fields.fault.bound'],
    ['asOf', one({ kind: 'place', asOf: 'q' }), 'fields.fault.as_of'],
    ['known', one({ known: 'person.shoe_size' }), 'fields.fault.known_unknown'],
    ['known', one({ known: 'person.birth_day' }), 'fields.fault.known_kind'],
    ['value', one({ kind: 'computed' }), 'fields.fault.value_missing'],
    ['value', one({ kind: 'computed', value: 'nobody + 1' }), 'fields.fault.name_unknown'],
  ])('%s: %j', (part, form, key) => expect(faultsOf(form)).toMatchObject([{ at: 'q', part, key }]))

  test('an answer nobody can give makes a condition that never holds', () => {
    const form = formOf(
      section('s', [question('married', { kind: 'yes_no' }), question('spouse', { when: "married = 'maybe'" })]),
    )
    expect(faultsOf(form)).toMatchObject([
      { at: 'spouse', part: 'when', key: 'fields.fault.never', params: { name: 'married', value: 'maybe' } },
    ])
  })

  test('two conditions that wait for one another cannot be: one of them names what comes later', () => {
    const form = formOf(
      section('s', [question('a', { when: 'b is answered' }), question('b', { when: 'a is answered' })]),
    )
    expect(faultsOf(form)).toMatchObject([{ at: 'a', key: 'fields.fault.name_later', params: { found: 'b' } }])
  })

  test('a name stands once, and rows are counted, not named', () => {
    const form = formOf(
      section('children', [question('name'), question('known_one', { known: 'person.name' })], { repeat: rows }),
      section('end', [question('name'), question('c', { when: 'count(children) > 1 and known_one is answered' })]),
      section('children', [question('is')]),
    )
    expect(faultsOf(form).map(({ at, key }) => [at, key])).toEqual([
      ['name', 'fields.fault.name_twice'],
      ['children', 'fields.fault.name_twice'],
      ['is', 'fields.fault.name_reserved'],
      ['known_one', 'fields.fault.known_in_rows'],
      ['c', 'fields.fault.name_later'],
    ])
  })
})

describe('composing a form', () => {
  const form = formOf(
    section('first', [question('married', { kind: 'yes_no' }), question('spouse', { when: "married = 'yes'" })]),
    section('second', [question('note')]),
  )

  test('adds under a name that is free', () => {
    expect(edit.freeName(form, 'spouse')).toBe('spouse_2')
    expect(edit.freeName(form, 'fresh')).toBe('fresh')
    const more = edit.addQuestion(form, 'second', question('fresh'))
    expect(edit.questionCalled(more, 'fresh')).toBeDefined()
    expect(edit.addQuestion(form, 'second', question('married'))).toEqual(form)
  })

  test('keeps what a condition speaks of, and the last of its kind', () => {
    expect(edit.objectionToRemove(form, { section: 'first', question: 'married' })).toBe('fields.edit.in_use')
    expect(edit.objectionToRemove(form, { section: 'second', question: 'note' })).toBe('fields.edit.last')
    expect(edit.objectionToRemove(form, { section: 'first' })).toBeNull()
    const less = edit.remove(form, { section: 'first', question: 'spouse' })
    expect(edit.objectionToRemove(less, { section: 'first', question: 'married' })).toBe('fields.edit.last')
  })

  test('moves, and tells when a condition then names what comes later', () => {
    const other = edit.move(form, { section: 'first', question: 'spouse' }, -1)
    expect(other.sections[0]?.questions.map((q) => q.name)).toEqual(['spouse', 'married'])
    expect(faultsOf(other)).toMatchObject([{ at: 'spouse', key: 'fields.fault.name_later' }])
    expect(edit.move(form, { section: 'first' }, -1)).toEqual(form)
    expect(edit.moveTo(form, 'spouse', 'second').sections[1]?.questions.map((q) => q.name)).toEqual(['note', 'spouse'])
  })

  test('each kind begins as a question without faults', () => {
    for (const kind of questionKinds) {
      const begun = edit.newQuestion('fresh', kind, { vi: 'Mới' })
      expect(faultsOf(edit.addQuestion(form, 'second', begun))).toEqual([])
    }
  })

  test('whatever is done to a form leaves a form', () => {
    const act = fc.constantFrom('remove', 'move', 'moveTo', 'add', 'rename', 'section', 'retitle')
    fc.assert(
      fc.property(anyForm, fc.array(fc.tuple(act, fc.nat(), fc.nat()), { maxLength: 20 }), (start, acts) => {
        let now = start
        for (const [what, i, j] of acts) {
          const held = now.sections[i % now.sections.length]
          const asked = held?.questions[j % held.questions.length]
          if (!held || !asked) throw new Error('a form without questions')
          const at = { section: held.name, ...(j % 3 > 0 && { question: asked.name }) }
          if (what === 'remove') now = edit.remove(now, at)
          else if (what === 'move') now = edit.move(now, at, i % 2 ? 1 : -1)
          else if (what === 'moveTo') now = edit.moveTo(now, asked.name, now.sections[j % now.sections.length]!.name)
          else if (what === 'add') now = edit.addQuestion(now, held.name, question(edit.freeName(now, 'fresh')))
          else if (what === 'rename') now = edit.changeQuestion(now, asked.name, { ...asked, name: `q${j % 30}` })
          else if (what === 'section')
            now = edit.addSection(now, section(edit.freeName(now, 'part'), [question(edit.freeName(now, 'own'))]))
          else now = edit.changeSection(now, held.name, { name: held.name, title: { vi: 'Khác' } })
        }
        expect(FormDefinition.safeParse(now).success || now.sections.some((s) => s.questions.length > 60)).toBe(true)
        expect(faultsOf(now).filter(({ key }) => key === 'fields.fault.name_twice')).toEqual([])
        // a name that others speak of goes only by being changed
        const lost = faultsOf(now).filter(({ key }) => key === 'fields.fault.name_unknown')
        if (!acts.some(([what]) => what === 'rename')) expect(lost).toEqual([])
      }),
    )
  })
})
