/** What was filed, as the receipt lists it: in Vietnamese, the language of proceedings, in the words of the day. */
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { FileAnswer, FormDefinition } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { kinds } from '#fields/kinds.ts'
import { type Spot, walk } from '#fields/walk.ts'
import { inWords } from '#fields/words.ts'
import { inLocale } from '#kernel/text.ts'
import type { Fees } from '#modules/services/public.ts'
import type { ApplicationFile } from './application.ts'
import type { ReceiptContent, ReceiptField, ReceiptFile } from './receipt.ts'

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** A shown answer without its markup. */
function textOf(shown: unknown): string {
  if (typeof shown === 'string') return shown
  if (typeof shown === 'number') return String(shown)
  const html = renderToString(h(Fragment, null, shown as never))
  return html
    .replace(/<br\s*\/?>/g, '; ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .trim()
}

/** `Con thứ 2: Họ tên` where a section is repeated. */
function labelOf({ section, question, row }: Spot): string {
  const label = inWords(question.label)
  return row === null || !section.repeat ? label : `${inWords(section.repeat.one)} ${row + 1}: ${label}`
}

const isFile = ({ question }: Spot) => question.kind === 'file'

const answered = (form: FormDefinition, answers: ReceiptAnswers, books: Books): Spot[] =>
  walk(form, answers, books.today).spots.filter(({ asked, answer }) => asked && answer !== undefined)

type ReceiptAnswers = Parameters<typeof walk>[1]

/** Names in the order in which they are spelled, here and below: nothing has to be sorted. */
const fieldOf = (spot: Spot, books: Books): ReceiptField => ({
  label: labelOf(spot),
  name: spot.name,
  shown: textOf(kinds[spot.question.kind].show(spot.question, spot.answer as never, books)),
  value: spot.answer as ReceiptField['value'],
})

const filesOf = (spot: Spot): (ReceiptFile & { readonly upload: string })[] =>
  (spot.answer as readonly FileAnswer[]).map(({ upload, name, size, type, hash }) => ({
    upload,
    label: labelOf(spot),
    name,
    question: spot.name,
    sha256: hash,
    size,
    type,
  }))

export type Listed = { readonly content: Omit<ReceiptContent, 'head'>; readonly files: readonly ApplicationFile[] }

export function listFiled(form: FormDefinition, answers: ReceiptAnswers, books: Books, fees: Fees): Listed {
  return inLocale('vi', () => {
    const spots = answered(form, answers, books)
    const files = spots.filter(isFile).flatMap(filesOf)
    return {
      content: {
        fields: spots.filter((spot) => !isFile(spot)).map((spot) => fieldOf(spot, books)),
        files: files.map(({ upload: _upload, ...file }) => file),
        fees: fees.lines.map(({ code, name, amount }) => ({ amount, code, name: inWords(name) })),
      },
      files: files.map(({ upload: uploadId, sha256: hash, label: _label, ...file }) => ({ uploadId, hash, ...file })),
    }
  })
}
