/** What a procedure ends with, and the codes of its results, without the furniture of the page they stood on. */
import { said, type Unstructured } from './published.ts'

export type PublishedResult = { readonly name: string; readonly code: string | null }

/** The page's own form for choosing an office, glued to the end. */
const furniture = /Chọn cơ quan thực hiện\s*Tỉnh\/ Thành phố[\s\S]*$/
const tail = /Từ khóa([\s\S]*?)(?:Mô tả([\s\S]*))?$/
/** As published for types of results; older ones carry the code of their ministry in front. */
const form = String.raw`(?:KQ[.-])?(?:000\.00\.00\.)?[A-Z]\d{2}[.-](?:KQ)?\d{4,7}|TP-[A-Z]\d{2}\.\d{4,7}`
const wellFormed = new RegExp(`^(?:${form})$`)
/** What is no code ends where the next name begins: at a capital with a small letter, a mark of a list, or the end. */
const entry = new RegExp(
  String.raw`([\s\S]*?)Mã:\s*(${form}|\S+?(?=\p{Lu}\p{Ll}|\p{Lu}{2,}[\s\p{L}]|[-+*•(]\s*\p{L}|\s|$))`,
  'gu',
)
const glued = /^(KQ\.[A-Z]\d{2}\.\d{6})(\d[\d.)]*)$/

export type Results = {
  results: PublishedResult[]
  keywords: string
  description: string
  unstructured: Unstructured[]
}

function pairsOf(body: string): { pairs: { name: string; code: string }[]; rest: string } {
  const pairs: { name: string; code: string }[] = []
  let end = 0
  let carried = ''
  for (const match of body.matchAll(entry)) {
    const [whole, name = '', found = ''] = match
    // "…000274" and "1. Quyết định" run into one another: six figures make a code.
    const [, code = found, number = ''] = /^\.?[)\s]/.test(body.slice(match.index + whole.length))
      ? (glued.exec(found) ?? [])
      : []
    pairs.push({ name: `${carried}${name}`, code })
    carried = number
    end = match.index + whole.length
  }
  return { pairs, rest: `${carried}${body.slice(end)}` }
}

export function readResults(cell: string): Results {
  const text = cell.replace(furniture, '')
  const ending = tail.exec(text)
  const body = said(ending ? text.slice(0, ending.index) : text)
  const { pairs, rest } = pairsOf(body)
  const results: PublishedResult[] = []
  const unstructured: Unstructured[] = []
  for (const { name, code } of pairs) {
    const isCode = wellFormed.test(code)
    results.push({ name: said(name), code: isCode ? code : null })
    if (!isCode) unstructured.push({ part: 'results', reason: 'no_code', text: `${said(name)} (${code})` })
  }
  if (said(rest)) {
    results.push({ name: said(rest), code: null })
    unstructured.push({ part: 'results', reason: 'no_code', text: said(rest) })
  }
  return { results, keywords: said(ending?.[1] ?? ''), description: said(ending?.[2] ?? ''), unstructured }
}
