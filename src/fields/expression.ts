/**
 * The language of conditions: `married = 'yes' and age(born) >= 18`. It has the names of questions, 'text', numbers,
 * `today`, `and or not`, `= != < <= > >=`, `+ - * /`, `in ('a', 'b')`, `is answered`, `count(section)`, `age(day)`.
 *
 * Total: any text is read or says where it is not; any answers give a value. What was not answered has no value: no
 * comparison with it holds, not even `!=`, and a sum with it has none either. Browsers show and hide questions by this
 * same code, so nothing of the server is imported.
 */
type Literal = string | number
const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const
type Comparison = (typeof comparisons)[number]
type Sum = '+' | '-' | '*' | '/'

export type Expression =
  | { readonly is: 'literal'; readonly value: Literal }
  | { readonly is: 'name' | 'answered' | 'age' | 'count'; readonly name: string }
  | { readonly is: 'today' }
  | { readonly is: 'not' | 'minus'; readonly of: Expression }
  | { readonly is: 'and' | 'or' | Comparison | Sum; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'in'; readonly of: Expression; readonly among: readonly Literal[] }

/** `at` counts characters from 0; `found` is what stands there. */
export type ExpressionFault = {
  readonly fault: 'unexpected' | 'ends_early' | 'too_long' | 'unknown_name' | 'wrong_type'
  readonly at: number
  readonly found: string
}

/** Words of the language; no question may be called so. */
export const reserved: readonly string[] = ['and', 'or', 'not', 'in', 'is', 'answered', 'today']

const longestExpression = 500
const token = /\s*(?:(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|([a-z][a-z0-9_]*)|(!=|<=|>=|[=<>()+\-*/,])|$)/y

type Token = { readonly kind: 'number' | 'text' | 'word' | 'sign' | 'end'; readonly text: string; readonly at: number }
type Reader = { readonly tokens: readonly Token[]; at: number }

class Unreadable extends Error {
  readonly told: ExpressionFault
  constructor(told: ExpressionFault) {
    super(told.fault)
    this.told = told
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  for (let at = 0; ; at = token.lastIndex) {
    const found = token.exec(text)
    if (!found) throw new Unreadable({ fault: 'unexpected', at, found: text.slice(at).trim().slice(0, 20) })
    const [all, number, quoted, word, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'"), at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at })
    if (number === undefined && quoted === undefined && !word && !sign)
      return [...tokens, { kind: 'end', text: '', at: at + all.length }]
  }
}

/** The expression, or why it is none. */
export function parse(text: string): Expression | ExpressionFault {
  if (text.length > longestExpression) return { fault: 'too_long', at: longestExpression, found: '' }
  try {
    const reader: Reader = { tokens: tokensOf(text), at: 0 }
    const read = either(reader)
    return here(reader).kind === 'end' ? read : unexpected(reader)
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.told
    throw fault
  }
}

const end: Token = { kind: 'end', text: '', at: 0 }
const here = (reader: Reader, ahead = 0): Token => reader.tokens[reader.at + ahead] ?? end

function unexpected(reader: Reader): never {
  const { kind, text, at } = here(reader)
  throw new Unreadable({ fault: kind === 'end' ? 'ends_early' : 'unexpected', at, found: text })
}

const stands = ({ kind, text }: Token, what: string) => (kind === 'word' || kind === 'sign') && text === what

/** Goes past the words when they stand here, one after another. */
function passes(reader: Reader, ...words: readonly string[]): boolean {
  if (!words.every((word, ahead) => stands(here(reader, ahead), word))) return false
  reader.at += words.length
  return true
}

const needs = (reader: Reader, word: string) => passes(reader, word) || unexpected(reader)

/** `next` joined by any of the words, from left to right. */
function chain(reader: Reader, words: readonly ('and' | 'or' | Sum)[], next: (reader: Reader) => Expression) {
  let left = next(reader)
  for (;;) {
    const word = words.find((one) => passes(reader, one))
    if (!word) return left
    left = { is: word, left, right: next(reader) }
  }
}

const either = (reader: Reader): Expression => chain(reader, ['or'], both)
const both = (reader: Reader): Expression => chain(reader, ['and'], denied)
const denied = (reader: Reader): Expression =>
  passes(reader, 'not') ? { is: 'not', of: denied(reader) } : compared(reader)
const sum = (reader: Reader): Expression => chain(reader, ['+', '-'], product)
const product = (reader: Reader): Expression => chain(reader, ['*', '/'], single)

function compared(reader: Reader): Expression {
  const left = sum(reader)
  if (passes(reader, 'in')) return { is: 'in', of: left, among: literals(reader) }
  if (passes(reader, 'not', 'in')) return { is: 'not', of: { is: 'in', of: left, among: literals(reader) } }
  if (left.is === 'name') {
    const answered = { is: 'answered', name: left.name } as const
    if (passes(reader, 'is', 'answered')) return answered
    if (passes(reader, 'is', 'not', 'answered')) return { is: 'not', of: answered }
  }
  const sign = comparisons.find((one) => passes(reader, one))
  return sign ? { is: sign, left, right: sum(reader) } : left
}

function literals(reader: Reader): Literal[] {
  needs(reader, '(')
  const among = [literal(reader)]
  while (passes(reader, ',')) among.push(literal(reader))
  needs(reader, ')')
  return among
}

function literal(reader: Reader): Literal {
  const { kind, text } = here(reader)
  if (kind !== 'number' && kind !== 'text') return unexpected(reader)
  reader.at++
  return kind === 'number' ? Number(text) : text
}

function single(reader: Reader): Expression {
  if (passes(reader, '-')) return { is: 'minus', of: single(reader) }
  if (passes(reader, '(')) {
    const inside = either(reader)
    needs(reader, ')')
    return inside
  }
  if (passes(reader, 'today')) return { is: 'today' }
  if (here(reader).kind !== 'word') return { is: 'literal', value: literal(reader) }
  const asked = (['age', 'count'] as const).find((one) => passes(reader, one, '('))
  const name = nameHere(reader)
  if (!asked) return { is: 'name', name }
  needs(reader, ')')
  return { is: asked, name }
}

function nameHere(reader: Reader): string {
  const { kind, text } = here(reader)
  if (kind !== 'word' || reserved.includes(text)) return unexpected(reader)
  reader.at++
  return text
}
