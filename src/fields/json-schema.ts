/**
 * A form as JSON Schema (2020-12), for whoever sends answers by machine. It accepts all that `checkForm` accepts. It cannot
 * know everything: what today is, which communes there were, what a check says; those stand in words, and the form judges.
 */
import { condition, type Conditioned } from './json-condition.ts'
import type { FormDefinition, Question, Section } from './form.ts'
import type { JsonSchema } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Type } from './expression-check.ts'

type Draft = {
  readonly properties: Record<string, JsonSchema>
  readonly required: string[]
  readonly rules: JsonSchema[]
  readonly known: Map<string, Type>
}

const draft = (): Draft => ({ properties: {}, required: [], rules: [], known: new Map() })

export function jsonSchemaOf(form: FormDefinition, title?: string): JsonSchema {
  const whole = draft()
  for (const section of form.sections) {
    if (section.repeat) addRows(whole, section)
    else for (const question of section.questions) addQuestion(whole, question, section.when)
  }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...(title && { title }), ...objectOf(whole) }
}

const objectOf = ({ properties, required, rules }: Draft): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  ...(rules.length > 0 && { allOf: rules }),
  additionalProperties: false,
})

function addQuestion(to: Draft, question: Question, sectionWhen?: string) {
  const { name, label, hint, when, check } = question
  const conditions = [sectionWhen, when].filter((one) => one !== undefined)
  const asked = conditions.map((one) => condition(one, to.known))
  const { description, ...schema } = kinds[question.kind].jsonSchema(question)
  const says = [
    hint?.vi,
    description,
    ...conditions.map((one) => `Asked when: ${one}.`),
    typeof question.required === 'string' && `Required when: ${question.required}.`,
    check && `Must hold: ${check.holds}.`,
  ]
  const words = says.filter((one) => typeof one === 'string').join(' ')
  to.properties[name] = { title: label.vi, ...(words && { description: words }), ...schema }
  bind(to, name, asked, neededWhen(question, to))
  if (question.kind !== 'computed') to.known.set(name, kinds[question.kind].type)
}

/** True, never, or when. */
function neededWhen({ kind, required }: Question, to: Draft): Conditioned | boolean {
  if (kind === 'computed' || required === false) return false
  return typeof required === 'string' ? condition(required, to.known) : true
}

function addRows(to: Draft, section: Section) {
  const { name, title, repeat, questions, when } = section
  const row = draft()
  for (const question of questions) addQuestion(row, question)
  const asked = when === undefined ? [] : [condition(when, to.known)]
  to.properties[name] = {
    title: title.vi,
    ...(when && { description: `Asked when: ${when}.` }),
    type: 'array',
    items: objectOf(row),
    minItems: Math.max(1, repeat?.min ?? 0),
    maxItems: repeat?.max ?? 1,
  }
  bind(to, name, asked, (repeat?.min ?? 0) > 0)
  to.known.set(name, 'rows')
}

/** A name may stand only when it is asked, and must when it is needed; what cannot be said here is left to the form. */
function bind(to: Draft, name: string, asked: readonly Conditioned[], needed: Conditioned | boolean) {
  const sayable = asked.filter((one) => one !== null)
  if (sayable.length > 0) to.rules.push({ if: { allOf: sayable }, else: { properties: { [name]: false } } })
  if (needed === false || needed === null || sayable.length < asked.length) return
  const when = needed === true ? sayable : [...sayable, needed]
  if (when.length > 0) to.rules.push({ if: { allOf: when }, then: { required: [name] } })
  else to.required.push(name)
}
