/** Pages of forms as a browser without scripts gets them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { is, read } from '#test/markup.ts'
import { books } from '#test/some-form.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { addMessages, inLocale } from '#kernel/text.ts'
import { messages as uiVi } from '#ui/messages.vi.ts'
import { renderToString } from 'preact-render-to-string'
import { checkForm } from './check-form.ts'
import { type Filled, nothingYet } from './filled.ts'
import type { FormDefinition } from './form.ts'
import { QuestionForm } from './form.views.tsx'
import { messages as fieldsVi } from './messages.vi.ts'
import { formPage } from './page.ts'
import { allSteps } from './steps.ts'

beforeAll(() => {
  for (const messages of [kernelVi, uiVi, fieldsVi]) addMessages('vi', messages)
})

const label = (vi: string) => ({ vi })
const form: FormDefinition = {
  layout: 'sections',
  sections: [
    {
      name: 'about',
      title: label('Người khai'),
      questions: [
        { name: 'full_name', kind: 'text', label: label('Họ và tên'), known: 'person.name' },
        { name: 'note', kind: 'text', label: label('Ghi chú'), hint: label('Ngắn thôi'), required: false },
        { name: 'why', kind: 'long_text', label: label('Vì sao'), when: "note = '<b>x</b>' and elsewhere is answered" },
      ],
    },
    {
      name: 'children',
      title: label('Các con'),
      repeat: { min: 0, max: 2, one: label('Con') },
      questions: [{ name: 'child', kind: 'text', label: label('Họ và tên con') }],
    },
  ],
}
const says = { vi: 'CSDL dân cư' }
const knowns = { 'person.name': { value: 'NGUYỄN THỊ HÀ', says, at: new Date('2025-05-14T02:38:00Z') } }

const pageOf = (at: number, filled: Filled, told = false) => {
  const step = allSteps(form)[at]
  if (!step) throw new Error('no page')
  const page = formPage({ form, step, filled, knowns, books }, told ? checkForm(form, filled, books).problems : [])
  return read(
    inLocale('vi', () =>
      renderToString(<QuestionForm page={page} action="/x" send="ui.sign_in" autosave="/x/tu-luu" />),
    ),
  )
}

describe('a page', () => {
  test('shows what is known as text, with its source, and no box for it', () => {
    const all = pageOf(0, nothingYet)
    expect(all.some((one) => is(one, 'name', 'full_name'))).toBe(false)
    const known = all.find((one) => is(one, 'role', 'group'))?.text
    expect(known).toContain('NGUYỄN THỊ HÀ')
    expect(known).toContain('CSDL dân cư, lấy lúc 09:38, 14/05/2025')
    expect(all.find((one) => is(one, 'name', '_wrong'))?.attributes.get('value')).toBe('full_name')
  })

  test('asks when it was reported wrong, and leads back', () => {
    const all = pageOf(0, { ...nothingYet, wrong: ['full_name'] })
    expect(all.some((one) => is(one, 'name', 'full_name'))).toBe(true)
    expect(all.find((one) => is(one, 'name', '_right'))?.attributes.get('value')).toBe('full_name')
  })

  test('goes on when Enter is pressed: the first button is its own', () => {
    const [first] = pageOf(1, { ...nothingYet, answers: { children: [{}] } }).filter((one) => one.name === 'button')
    expect(first?.text).toBe(uiVi['ui.sign_in'])
    expect(first?.attributes.has('name')).toBe(false)
  })

  test('keeps what is not asked yet out of sight, with the condition beside it', () => {
    const asked = pageOf(0, nothingYet).find((one) => is(one, 'data-question', 'why'))
    expect(asked?.attributes.has('hidden')).toBe(true)
    expect(asked?.attributes.get('data-when')).toBe("note = '<b>x</b>' and elsewhere is answered")
  })

  test('says what a question is for, and that it may be left out', () => {
    const all = pageOf(0, nothingYet)
    expect(all.find((one) => is(one, 'id', 'note-hint'))?.text).toBe('Ngắn thôi')
    expect(all.find((one) => is(one, 'for', 'note'))?.text).toBe('Ghi chú (không bắt buộc)')
  })

  test('offers a row more until there are enough, and to take away what may go', () => {
    const buttons = (rows: number) =>
      pageOf(1, { ...nothingYet, answers: { children: Array.from({ length: rows }, () => ({})) } })
        .filter((one) => is(one, 'name', '_add') || is(one, 'name', '_remove'))
        .map((one) => one.attributes.get('value'))
    expect(buttons(0)).toEqual(['children'])
    expect(buttons(1)).toEqual(['children.0', 'children'])
    expect(buttons(2)).toEqual(['children.0', 'children.1'])
  })

  test('names the row in which something is missing', () => {
    const all = pageOf(1, { ...nothingYet, answers: { children: [{ child: 'An' }, {}] } }, true)
    const link = all.find((one) => is(one, 'href', '#children.1.child'))
    expect(link?.text).toBe('Hãy nhập Họ và tên con (Con 2)')
    expect(all.find((one) => is(one, 'id', 'children.1.child'))?.attributes.get('aria-invalid')).toBe('true')
  })
})
