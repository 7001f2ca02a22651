/** A condition as a JSON Schema that answers meet exactly when it holds; null where JSON Schema cannot say it. */
import { type Expression, parse } from './expression.ts'
import type { Types } from './expression-check.ts'
import type { JsonSchema } from './kind.ts'

export type Conditioned = JsonSchema | null

/** `known` are the names that stand beside one another in the same object. */
export function condition(text: string, known: Types): Conditioned {
  const expression = parse(text)
  return 'fault' in expression ? null : said(expression, known)
}

function said(one: Expression, known: Types): Conditioned {
  switch (one.is) {
    case 'and':
    case 'or': {
      const sides = [said(one.left, known), said(one.right, known)].filter((side) => side !== null)
      return sides.length < 2 ? null : { [one.is === 'and' ? 'allOf' : 'anyOf']: sides }
    }
    case 'not': {
      const inside = said(one.of, known)
      return inside && { not: inside }
    }
    case 'answered':
      return known.has(one.name) ? { required: [one.name] } : null
    case 'in':
      return among(one.of, one.among, known)
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(one.is, one.left, one.right, known)
    case 'literal':
    case 'name':
    case 'today':
    case 'age':
    case 'count':
    case 'minus':
    case '+':
    case '-':
    case '*':
    case '/':
      return null
  }
}

const holding = (name: string, schema: JsonSchema): JsonSchema => ({
  properties: { [name]: schema },
  required: [name],
})

function among(of: Expression, values: readonly (string | number)[], known: Types): Conditioned {
  if (of.is !== 'name' || !known.has(of.name)) return null
  const one = { enum: [...new Set(values)] }
  return holding(of.name, known.get(of.name) === 'list' ? { contains: one } : one)
}

type Sign = '=' | '!=' | '<' | '<=' | '>' | '>='
const turned: Record<Sign, Sign> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function compared(sign: Sign, left: Expression, right: Expression, known: Types): Conditioned {
  if (left.is === 'literal') return right.is === 'literal' ? null : compared(turned[sign], right, left, known)
  if (right.is !== 'literal') return null
  if (left.is === 'count') return typeof right.value === 'number' ? counted(sign, left.name, right.value, known) : null
  return left.is === 'name' ? named(sign, left.name, right.value, known) : null
}

function named(sign: Sign, name: string, value: string | number, known: Types): Conditioned {
  const type = known.get(name)
  if (sign === '=') return type ? holding(name, { const: value }) : null
  if (sign === '!=') return type ? holding(name, { not: { const: value } }) : null
  if (type !== 'number') return null
  const bounds = { '<': 'exclusiveMaximum', '<=': 'maximum', '>': 'exclusiveMinimum', '>=': 'minimum' }
  return holding(name, { [bounds[sign]]: value })
}

/** No rows at all is no list at all. */
function counted(sign: Sign, name: string, value: number, known: Types): Conditioned {
  if (!known.has(name)) return null
  if (sign === '!=') {
    const equal = counted('=', name, value, known)
    return equal && { not: equal }
  }
  const least = sign === '>' ? Math.floor(value) + 1 : sign === '>=' || sign === '=' ? Math.ceil(value) : 0
  const most = sign === '<' ? Math.ceil(value) - 1 : sign === '<=' || sign === '=' ? Math.floor(value) : null
  if (most !== null && (most < 0 || most < least)) return { not: {} }
  const rows = { minItems: Math.max(0, least), ...(most !== null && { maxItems: most }) }
  return least > 0 ? holding(name, rows) : { properties: { [name]: rows } }
}
