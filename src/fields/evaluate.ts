/** What an expression is worth over some answers. For the browser too: nothing of the server is imported. */
import { type Expression, type ExpressionFault, parse } from './expression.ts'
import type { Answers } from './form.ts'

/** `null`: no value, because something was not answered. */
export type Value = string | number | boolean | readonly unknown[] | null

/** The answers that count, and the day it is. */
export type Scope = { readonly answers: Answers; readonly today: string }

/** Whether it holds; an expression that cannot be read never does (`faultsIn` says so before a form is published). */
export const holds = (text: string, scope: Scope): boolean => worth(text, scope) === true

/** Forms repeat their conditions with every answer; what an editor tries out comes once and must not pile up. */
const mostKept = 5000
const read = new Map<string, Expression | ExpressionFault>()

function readOnce(text: string): Expression | ExpressionFault {
  const known = read.get(text)
  if (known) return known
  if (read.size >= mostKept) read.clear()
  const expression = parse(text)
  read.set(text, expression)
  return expression
}

export function worth(text: string, scope: Scope): Value {
  const expression = readOnce(text)
  return 'fault' in expression ? null : valueOf(expression, scope)
}

const isAnswered = (answer: unknown): boolean =>
  answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0)

/** Only what was answered, never what every object has (`constructor`). */
export const answerTo = (answers: Answers, name: string): unknown =>
  Object.hasOwn(answers, name) ? answers[name] : undefined

export function valueOf(expression: Expression, scope: Scope): Value {
  switch (expression.is) {
    case 'literal':
      return expression.value
    case 'today':
      return scope.today
    case 'name':
      return named(answerTo(scope.answers, expression.name))
    case 'answered':
      return isAnswered(answerTo(scope.answers, expression.name))
    case 'count':
      return counted(answerTo(scope.answers, expression.name))
    case 'age':
      return ageOn(answerTo(scope.answers, expression.name), scope.today)
    case 'not':
      return valueOf(expression.of, scope) !== true
    case 'and':
      return valueOf(expression.left, scope) === true && valueOf(expression.right, scope) === true
    case 'or':
      return valueOf(expression.left, scope) === true || valueOf(expression.right, scope) === true
    case 'in':
      return isAmong(valueOf(expression.of, scope), expression.among)
    case 'minus':
      return reckon('-', 0, valueOf(expression.of, scope))
    case '+':
    case '-':
    case '*':
    case '/':
      return reckon(expression.is, valueOf(expression.left, scope), valueOf(expression.right, scope))
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(expression.is, valueOf(expression.left, scope), valueOf(expression.right, scope))
  }
}

const named = (answer: unknown): Value =>
  typeof answer === 'string' || typeof answer === 'number' || Array.isArray(answer) ? answer : null

const counted = (answer: unknown) => (Array.isArray(answer) ? answer.length : 0)

const isAmong = (value: Value, among: readonly unknown[]) =>
  Array.isArray(value) ? value.some((one) => among.includes(one)) : value !== null && among.includes(value)

const reckonings = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
}

function reckon(sign: keyof typeof reckonings, left: Value, right: Value): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return null
  const result = reckonings[sign](left, right)
  return Number.isFinite(result) ? result : null
}

type Comparable = string | number
const comparisons = {
  '=': (left: Comparable, right: Comparable) => left === right,
  '!=': (left: Comparable, right: Comparable) => left !== right,
  '<': (left: Comparable, right: Comparable) => left < right,
  '<=': (left: Comparable, right: Comparable) => left <= right,
  '>': (left: Comparable, right: Comparable) => left > right,
  '>=': (left: Comparable, right: Comparable) => left >= right,
}

function compare(sign: keyof typeof comparisons, left: Value, right: Value): boolean {
  const alike =
    (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string')
  if (!alike || left === null || right === null) return false
  return comparisons[sign](left, right)
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/

/** Full years; no value for a day that is none or is still to come. */
export function ageOn(born: unknown, today: string): number | null {
  if (typeof born !== 'string' || !dayShape.test(born) || born > today) return null
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
