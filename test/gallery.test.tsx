/** Every component in every state of the gallery, looked at the way a browser and a screen reader would. */
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { examples as fields } from '#fields/form.examples.tsx'
import { messages as fieldsEn } from '#fields/messages.en.ts'
import { messages as fieldsVi } from '#fields/messages.vi.ts'
import { messages as kernelEn } from '#kernel/messages.en.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { addMessages, type Locale } from '#kernel/text.ts'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import type { Example } from '#ui/example.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { examples, Gallery } from '#ui/gallery.tsx'
import { messages as uiEn } from '#ui/messages.en.ts'
import { messages as uiVi } from '#ui/messages.vi.ts'
import { Page } from '#ui/page.tsx'
import { renderPage } from '#ui/render.tsx'
import { currentHref, inLanguage, type Shell } from '#ui/shell.ts'
import { buildStylesheet } from '#ui/stylesheet.ts'
import { TextField } from '#ui/text-field.tsx'
import { faults, is, read, within } from './markup.ts'

beforeAll(() => {
  addMessages('vi', kernelVi)
  addMessages('vi', uiVi)
  addMessages('vi', fieldsVi)
  addMessages('en', kernelEn)
  addMessages('en', uiEn)
  addMessages('en', fieldsEn)
})

const shell: Shell = {
  locale: 'vi',
  path: '/ke-hoach/466?trang=2',
  province: { name: 'Tiền Giang', authority: 'Ủy ban nhân dân tỉnh Tiền Giang' },
  demo: true,
  person: {
    name: 'Nguyễn Thị Thu Hà',
    post: 'Chuyên viên',
    unit: 'Sở Khoa học và Công nghệ',
    unread: 3,
  },
  nav: [
    {
      title: 'ui.nav.main',
      links: [
        { href: '/ke-hoach', label: 'ui.gallery', icon: 'chart', count: 2 },
        { href: '/ke-hoach/466', label: 'ui.tabs', icon: 'file' },
      ],
    },
  ],
  row: [{ href: '/dich-vu-cong', label: 'ui.gallery', icon: 'file' }],
  requestId: 'req-1',
  notice: { tone: 'done', key: 'ui.tone.done' },
  help: { phone: '1022' },
  styles: '/app.css',
  search: { action: '/tim', label: 'ui.search' },
}

const alone = (example: Example, locale: Locale = 'vi') =>
  renderPage(
    { ...shell, locale },
    <Desk title="Thành phần">
      <h2>{example.of}</h2>
      {/* examples that point into the form of another example find it here */}
      {example.of === 'Changed' && <form id="mau-1" />}
      <example.show />
    </Desk>,
  )

describe('the eye of this test', () => {
  const main = (inside: string) => `<main><h1>A</h1>${inside}</main>`

  test.each([
    ['a box without a label', '<input name="a" id="a"/>'],
    ['a label that points nowhere', '<label for="b">B</label>'],
    ['an id used twice', '<p id="x"></p><p id="x"></p>'],
    ['a heading level left out', '<h3>C</h3>'],
    ['an inline style', '<p style="color:red"></p>'],
    ['an icon without its symbol', '<svg aria-hidden="true"><use href="#i-none"></use></svg>'],
    ['a picture without words', '<svg role="img"></svg>'],
    ['a table without a caption', '<table><tr><th scope="col">A</th></tr></table>'],
    ['a head without a scope', '<table><caption>A</caption><tr><th>A</th></tr></table>'],
    ['a link without words', '<a href="/"></a>'],
  ])('sees %s', (_, html) => {
    expect(faults(main(html))).toHaveLength(1)
  })

  test('sees an element that is not closed', () => {
    expect(() => faults('<main><p></main>')).toThrow('closes')
  })
})

describe('each example', () => {
  test.each([...examples, ...fields].map((example) => [`${example.of}: ${example.name}`, example] as const))(
    '%s',
    (_, example) => {
      expect(faults(alone(example))).toEqual([])
      expect(faults(alone(example, 'en'))).toEqual([])
    },
  )
})

describe('the gallery', () => {
  test.each(['md', 'sm'] as const)('stands as one page in density %s, every id its own', (density) => {
    expect(faults(renderPage(shell, <Gallery density={density} also={fields} />))).toEqual([])
  })

  test('carries only the icons it uses', () => {
    const all = read(
      renderPage(
        { ...shell, nav: [], row: [], search: undefined, notice: undefined, person: null },
        <Page title="A" />,
      ),
    )
    expect(all.filter((one) => one.name === 'symbol')).toEqual([])
  })
})

describe('the shell', () => {
  const text = (html: string) => read(html).map((one) => one.text)

  test('says on every page that the data is for demonstration, and only then', () => {
    expect(text(renderPage(shell, <Page title="A" />)).join()).toContain(uiVi['ui.demo'])
    expect(text(renderPage({ ...shell, demo: false }, <Page title="A" />)).join()).not.toContain(uiVi['ui.demo'])
  })

  test('puts the fault first in the title, where a screen reader begins', () => {
    const title = read(renderPage(shell, <Page title="Tờ khai" problem />)).find((one) => one.name === 'title')
    expect(title?.text).toBe('Lỗi: Tờ khai – Tiền Giang Số')
  })

  test('marks the longest link the path lies under as the current one', () => {
    const links = [{ href: '/' }, { href: '/ke-hoach' }, { href: '/ke-hoach/466' }]
    expect(currentHref('/ke-hoach/466/chi-tieu?x=1', links)).toBe('/ke-hoach/466')
    expect(currentHref('/ke-hoach-khac', links)).toBeUndefined()
    expect(currentHref('/', links)).toBe('/')
  })

  test('leads to the same view in the other language', () => {
    expect(inLanguage('/ke-hoach?trang=2&lang=vi', 'en')).toBe('/ke-hoach?trang=2&lang=en')
    expect(inLanguage('/ke-hoach', 'en')).toBe('/ke-hoach?lang=en')
  })
})

describe('a returned form', () => {
  const back: Returned = {
    typed: { family: '<b>Trần</b>' },
    problems: [{ path: 'given', key: 'input.needed' }],
    key: 'kernel.check_the_form',
  }
  const page = () =>
    renderPage(
      shell,
      <Page title="A" problem>
        <Form action="/" words="example.child" send="ui.sign_in" back={back} values={{ family: 'cũ' }}>
          <TextField name="family" />
          <TextField name="given" />
        </Form>
      </Page>,
    )
  const one = (name: string) => read(page()).find((element) => is(element, 'name', name))

  test('keeps what was typed, as text and not as markup', () => {
    expect(one('family')?.attributes.get('value')).toBe('<b>Trần</b>')
    expect(page()).not.toContain('<b>Trần')
  })

  test('leads from each fault to its field, and from the field to the sentence', () => {
    const all = read(page())
    const link = all.find((element) => element.name === 'a' && is(element, 'href', '#given'))
    expect(link?.text).toBe('Nhập tên của trẻ')
    const given = one('given')
    expect(given?.attributes.get('aria-invalid')).toBe('true')
    const described = given?.attributes.get('aria-describedby')?.split(' ') ?? []
    expect(described.map((id) => all.find((element) => is(element, 'id', id))?.text)).toContain('Nhập tên của trẻ')
  })

  test('names the row of a list, and the field of a part', () => {
    const refused: Returned = {
      typed: {},
      problems: [
        { path: 'rows.1.place', key: 'input.needed' },
        { path: 'born.year', key: 'input.not_a_number' },
        { path: 'unheard_of', key: 'input.wrong' },
      ],
      key: 'kernel.check_the_form',
    }
    const html = renderPage(
      shell,
      <Page title="A">
        <Form action="/" words="example.child" send="ui.sign_in" back={refused}>
          <TextField name="rows.1.place" />
          <DayField name="born" />
        </Form>
      </Page>,
    )
    const lines = read(html).filter(
      (element) => element.name === 'li' && within(element, (parent) => is(parent, 'role', 'alert')),
    )
    expect(lines.map((line) => line.text)).toEqual([
      'Hãy nhập Nơi nhận 2',
      'Ngày sinh phải là số',
      `${uiVi['ui.form.this_field']} chưa đúng`,
    ])
    expect(faults(html)).toEqual([])
  })

  test('refuses to be drawn when a field has no label', () => {
    const wrong = () =>
      renderPage(
        shell,
        <Page title="A">
          <Form action="/" words="example.child" send="ui.sign_in">
            <TextField name="nobody_wrote_this" />
          </Form>
        </Page>,
      )
    expect(wrong).toThrow('no sentence for "example.child.nobody_wrote_this"')
  })
})

test('the stylesheet fits the first visit of a phone', () => {
  const { css, name } = buildStylesheet()
  expect(name).toMatch(/^app-[0-9a-f]{10}\.css$/)
  expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(20 * 1024)
  expect(css).not.toContain('@layer')
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((found) => found[1]))
  const set = [...css.matchAll(/[{;](--[\w-]+):/g)].map((found) => found[1])
  expect(set.filter((property) => !used.has(property))).toEqual([])
})
