import { PDFDocument, PDFSignature } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMessages, inLocale } from '#kernel/text.ts'
import { day, dayOf } from '#kernel/time.ts'
import { lettersOf, rectanglesOf, readPdf, wordsOf } from '#test/pdf-read.ts'
import { bare, lengthy, ordinary } from '#test/some-slips.ts'
import { messages as ui } from '#ui/messages.vi.ts'
import { squaresOf } from './head-pdf.ts'
import { messages } from './messages.vi.ts'
import type { Block, Sheet } from './sheet.ts'
import { qrTextOf, sheetOf } from './sheet-of.ts'
import { pdfOf } from './sheet-pdf.ts'
import { SlipContent } from './slip.ts'
import { FormKind, formOn } from './statutory-form.ts'

beforeAll(() => {
  addMessages('vi', ui)
  addMessages('vi', messages)
})

function sheetFor(content: SlipContent, on = dayOf(new Date(content.issuedAt))): Sheet {
  const form = formOn(content.kind, on)
  if (!form) throw new Error('no form')
  return inLocale('vi', () => sheetOf(SlipContent.parse(content), form))
}
const drawn = (content: SlipContent) => pdfOf(sheetFor(content))

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.flatMap(({ label, value }) => [`${label}:`, value])
    case 'text':
      return [block.text]
    case 'list':
      return [`${block.title}:`, ...block.items.flatMap(({ text, more }, at) => [`${at + 1}.`, text, ...more])]
    case 'table':
      return block.rows.length === 0
        ? [block.empty]
        : [`${block.title}:`, ...block.columns.map(({ label }) => label), ...block.rows.flat()]
  }
}

/** What somebody who reads the paper aloud would say, in this order. */
function spoken({ head, title, code, blocks, sign, notice }: Sheet): string {
  const places = [sign.left, sign.right].flatMap((place) => (place ? [place.title, place.hint, place.name] : []))
  return [
    head.above,
    head.issuer,
    head.number,
    head.state,
    head.motto,
    head.placeAndDay,
    title.toLocaleUpperCase('vi'),
    code && `${code.label}: ${code.value}`,
    ...blocks.flatMap(textsOf),
    ...places,
    notice,
  ]
    .filter((part) => part !== null)
    .join('\n')
}

describe.each(FormKind.options)('%s', (kind) => {
  test('all words of it can be copied, in the order they are read', async () => {
    const { pages, info, size } = await readPdf(await drawn(ordinary[kind]))
    expect(wordsOf(pages.map(({ text }) => text).join('\n'))).toEqual(wordsOf(spoken(sheetFor(ordinary[kind]))))
    expect(info).toMatchObject({ Title: sheetFor(ordinary[kind]).title, Language: 'vi', IsAcroFormPresent: true })
    expect(size.map((points) => Math.round((points / 72) * 25.4))).toEqual(
      kind === 'register' ? [297, 210] : [148, 210],
    )
  })

  test('nothing is lost of a very long one, and each page says which it is', async () => {
    const { pages } = await readPdf(await drawn(lengthy[kind]))
    expect(lettersOf(pages.map(({ text }) => text).join('\n'))).toBe(lettersOf(spoken(sheetFor(lengthy[kind]))))
    expect(pages.length).toBeGreaterThan(1)
    for (const [at, { aside }] of pages.entries()) {
      expect(aside).toContain(`Trang ${at + 1}/${pages.length}`)
      if (at > 0) expect(lettersOf(aside)).toContain(lettersOf(lengthy[kind].issuer.name))
    }
  })

  test('what need not be known leaves no empty place', async () => {
    const { pages } = await readPdf(await drawn(bare[kind]))
    const text = pages.map((page) => page.text).join('\n')
    expect(wordsOf(text)).toEqual(wordsOf(spoken(sheetFor(bare[kind]))))
    expect(text).not.toMatch(/null|undefined|: *\n[^\n]*:\n/)
  })

  test('the same facts make the same file, others another', async () => {
    const [once, again, other] = await Promise.all([
      drawn(ordinary[kind]),
      drawn(structuredClone(ordinary[kind])),
      drawn({ ...ordinary[kind], place: 'Hòa Lộc' }),
    ])
    expect(Buffer.compare(once, again)).toBe(0)
    expect(Buffer.compare(once, other)).not.toBe(0)
  })

  test('the person signs in one field, the agency in another', async () => {
    const sheet = sheetFor(ordinary[kind])
    const pdf = await PDFDocument.load(await pdfOf(sheet))
    const fields = pdf.getForm().getFields()
    expect(fields.map((field) => [field.getName(), field instanceof PDFSignature])).toEqual([
      ['person', true],
      ['agency', true],
    ])
    const [person, agency] = fields.map((field) => field.acroField.getWidgets()[0]?.getRectangle())
    if (!person || !agency) throw new Error('a field without a place')
    const { width } = pdf.getPage(0).getSize()
    expect(person.x).toBeGreaterThan(width / 2)
    if (sheet.sign.seal === 'top') expect(agency.y).toBeGreaterThan(pdf.getPage(0).getHeight() - 30)
    else {
      // About a third of the signature lies under the seal, from the left (NĐ 30/2020, annex I).
      expect((agency.x + agency.width - person.x) / person.width).toBeCloseTo(1 / 3, 2)
      expect(agency.y).toBeLessThan(person.y)
    }
  })
})

test('§10.19 the QR code stands in the upper left corner and holds the fields of TT 01/2023', async () => {
  for (const kind of FormKind.options.filter((one) => one !== 'register')) {
    const form = formOn(kind, day('2025-05-08'))
    const text = form && qrTextOf(ordinary[kind], form)
    if (!text) throw new Error('no QR code')
    expect(text.split('|').slice(0, 3)).toEqual([
      kind === 'refusal' ? 'YC-7K2M-91QX' : 'H58.07.04-250508-0031',
      '1.004884',
      '082196004127',
    ])
    expect(text.endsWith('2025-05-15T17:00:00+07:00')).toBe(kind === 'receipt')
    const rectangles = await rectanglesOf(await drawn(ordinary[kind]))
    const dark = squaresOf(text)
    const side = (24 * 72) / 25.4 / dark.length
    const [left, top] = [Math.min(...rectangles.map(({ x }) => x)), Math.min(...rectangles.map(({ y }) => y))]
    expect([left, top].map((points) => Math.round((points / 72) * 25.4))).toEqual([12, 11])
    const seen = dark.map((row) => row.map(() => false))
    for (const { x, y, width } of rectangles)
      for (let at = 0; at < Math.round(width / side); at++) {
        const row = seen[Math.round((y - top) / side)]
        if (row) row[Math.round((x - left) / side) + at] = true
      }
    expect(seen).toEqual(dark)
  }
})

test('tags tell the heading, the table with its column heads, and what the picture is', async () => {
  const { tags } = await readPdf(await drawn(ordinary.receipt))
  const roles = (node: unknown): string[] => {
    const { role, children } = node as { role?: string; children?: unknown[] }
    return [...(role ? [role] : []), ...(children ?? []).flatMap(roles)]
  }
  const all = tags.flatMap(roles)
  const count = (role: string) => all.filter((one) => one === role).length
  expect([count('H1'), count('Table'), count('TR'), count('TH'), count('TD'), count('Figure')]).toEqual([
    1, 1, 4, 4, 12, 1,
  ])
  expect(JSON.stringify(tags)).toContain('H58.07.04-250508-0031')
})

test('names of any kind are read back as they were written', async () => {
  const vietnamese = fc.constantFrom(...'Nguyễn Đặng Thị Thùy Hữu Phước Ưởng Ẩn Ỷ Ễnh Ỗ Ặng ơ đ ỵ ữ ỡ'.split(' '))
  const name = fc.oneof(
    fc.array(vietnamese, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.array(vietnamese, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ').normalize('NFD')),
    fc.stringMatching(/^[A-Za-z][A-Za-z'.,& -]{0,300}[a-z]$/),
    fc.array(vietnamese, { minLength: 20, maxLength: 80 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(name, fc.constantFrom('supplement', 'apology'), async (of, kind) => {
      const content = { ...ordinary[kind], applicant: { ...ordinary[kind].applicant, name: of } }
      const { pages } = await readPdf(await drawn(content))
      const read = lettersOf(pages.map(({ text }) => text).join('\n'))
      expect(read).toBe(lettersOf(spoken(sheetFor(content))))
      expect(read).toContain(lettersOf(of))
    }),
    { numRuns: 25 },
  )
})

test('letters that the face does not have are shown as a box and lose nothing beside them', async () => {
  const content = { ...ordinary.apology, reason: 'Tên 王 và \u0007\u200b😀 hết' }
  const { pages } = await readPdf(await drawn(content))
  expect(pages[0]?.text).toContain('Lý do: Tên □ và □ hết')
})

test('a receipt is small enough to send by a slow line', async () => {
  expect((await drawn(ordinary.receipt)).length).toBeLessThan(60_000)
  const more = {
    ...ordinary.receipt,
    components: Array.from({ length: 15 }, () => ordinary.receipt.components)
      .flat()
      .slice(0, 15),
  }
  expect((await drawn(more)).length).toBeLessThan(60_000)
})

test('a slip of a dossier needs one of its codes, and a reason where something is refused', () => {
  const without = { ...ordinary.supplement, dossierCode: null, requestCode: null }
  expect(SlipContent.safeParse(without).success).toBe(false)
  expect(SlipContent.safeParse({ ...ordinary.refusal, reasons: [] }).success).toBe(false)
  expect(SlipContent.safeParse({ ...ordinary.receipt, dossierCode: null }).success).toBe(false)
})

test('the first month is written with two figures, as NĐ 30/2020 has it', () => {
  expect(sheetFor({ ...ordinary.stop, issuedAt: '2025-01-31T20:00:00.000Z' }).head.placeAndDay).toBe(
    'An Bình, ngày 01 tháng 02 năm 2025',
  )
  expect(sheetFor({ ...ordinary.stop, issuedAt: '2025-10-31T02:00:00.000Z' })).toMatchObject({
    foot: 'Mẫu số 05 – TT 03/2025/TT-VPCP',
    head: { placeAndDay: 'An Bình, ngày 31 tháng 10 năm 2025' },
  })
})
