/** Whether an expression speaks of things there are, in a way they can be spoken of. */
import { type Expression, type ExpressionFault, parse } from './expression.ts'

/** What a name stands for: `list` holds chosen words, `rows` can only be counted, a `thing` only be answered or not. */
export type Type = 'text' | 'number' | 'day' | 'list' | 'rows' | 'thing' | 'truth'
export type Types = ReadonlyMap<string, Type>

type Eye = { readonly types: Types; readonly faults: ExpressionFault[] }

/** Everything wrong with it; `wants` is what its value is needed for. */
export function faultsIn(text: string, types: Types, wants?: Type): readonly ExpressionFault[] {
  const expression = parse(text)
  if ('fault' in expression) return [expression]
  const eye: Eye = { types, faults: [] }
  const type = look(expression, eye)
  if (wants && type && type !== wants) wrong(eye, text)
  return eye.faults
}

/** What its value is, if it is a sound expression. */
export function typeOf(text: string, types: Types): Type | null {
  const expression = parse(text)
  if ('fault' in expression) return null
  const eye: Eye = { types, faults: [] }
  const type = look(expression, eye)
  return eye.faults.length === 0 ? type : null
}

/** The names an expression speaks of, in order and once each. */
export function namesIn(text: string): readonly string[] {
  const expression = parse(text)
  return 'fault' in expression ? [] : [...new Set(namesOf(expression))]
}

function namesOf(one: Expression): readonly string[] {
  if ('name' in one) return [one.name]
  if ('of' in one) return namesOf(one.of)
  return 'left' in one ? [...namesOf(one.left), ...namesOf(one.right)] : []
}

/** What a name is compared with, wherever it is: `married = 'yes'` asks whether one may answer `yes`. */
export function comparedWith(text: string): readonly { readonly name: string; readonly value: string }[] {
  const expression = parse(text)
  return 'fault' in expression ? [] : pairsIn(expression)
}

type Pair = { readonly name: string; readonly value: string }

function pairsIn(one: Expression): readonly Pair[] {
  const pair = (of: Expression, value: unknown): readonly Pair[] =>
    of.is === 'name' && typeof value === 'string' ? [{ name: of.name, value }] : []
  if (one.is === 'in') return one.among.flatMap((value) => pair(one.of, value))
  if ('of' in one) return pairsIn(one.of)
  if (!('left' in one)) return []
  const { left, right } = one
  return [
    ...pairsIn(left),
    ...pairsIn(right),
    ...(right.is === 'literal' ? pair(left, right.value) : []),
    ...(left.is === 'literal' ? pair(right, left.value) : []),
  ]
}

const wrong = (eye: Eye, found: string) => eye.faults.push({ fault: 'wrong_type', at: 0, found })

/** A name, or the words of a part that is not as it should be. */
const called = (one: Expression): string =>
  'name' in one ? one.name : one.is === 'literal' ? String(one.value) : one.is

function look(one: Expression, eye: Eye): Type | null {
  switch (one.is) {
    case 'literal':
      return typeof one.value === 'number' ? 'number' : 'text'
    case 'today':
      return 'day'
    case 'name':
      return lookUp(one.name, eye)
    case 'answered':
      lookUp(one.name, eye)
      return 'truth'
    case 'age':
      return asked(one.name, ['day'], eye)
    case 'count':
      return asked(one.name, ['rows', 'list'], eye)
    case 'not':
      return want(one.of, 'truth', eye)
    case 'minus':
      return want(one.of, 'number', eye)
    case 'and':
    case 'or':
      want(one.left, 'truth', eye)
      return want(one.right, 'truth', eye)
    case '+':
    case '-':
    case '*':
    case '/':
      want(one.left, 'number', eye)
      return want(one.right, 'number', eye)
    case 'in':
      return lookAmong(one.of, one.among, eye)
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return lookCompared(one, eye)
  }
}

function lookUp(name: string, eye: Eye): Type | null {
  const type = eye.types.get(name)
  if (!type) eye.faults.push({ fault: 'unknown_name', at: 0, found: name })
  return type ?? null
}

function asked(name: string, types: readonly Type[], eye: Eye): Type {
  const type = lookUp(name, eye)
  if (type && !types.includes(type)) wrong(eye, name)
  return 'number'
}

function want(one: Expression, type: Type, eye: Eye): Type {
  const found = look(one, eye)
  if (found && found !== type) wrong(eye, called(one))
  return type
}

function lookAmong(of: Expression, among: readonly (string | number)[], eye: Eye): Type {
  const type = look(of, eye)
  const needed = type === 'number' ? 'number' : type === 'text' || type === 'list' ? 'string' : null
  if (type && among.some((one) => typeof one !== needed)) wrong(eye, called(of))
  return 'truth'
}

const isDayLiteral = (one: Expression) =>
  one.is === 'literal' && typeof one.value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(one.value)

type Compared = Extract<Expression, { left: Expression }>

/** Texts are equal or not; numbers and days are also earlier and later. A day is written `'2025-01-31'`. */
function lookCompared(one: Compared, eye: Eye): Type {
  const sides = [look(one.left, eye), look(one.right, eye)]
  const [left, right] = sides.map((type, at) =>
    type === 'text' && sides[1 - at] === 'day' && isDayLiteral(at === 0 ? one.left : one.right) ? 'day' : type,
  )
  const comparable: readonly (Type | null | undefined)[] =
    one.is === '=' || one.is === '!=' ? ['text', 'number', 'day'] : ['number', 'day']
  if (left && right && (left !== right || !comparable.includes(left))) wrong(eye, called(one.left))
  return 'truth'
}
