/** Whether the conditions and quantities of a service speak of questions that its form asks. */
import { faultsIn, type Type, typeOf } from '#fields/expression-check.ts'
import type { FormDefinition, Question } from '#fields/form.ts'
import { kinds } from '#fields/kinds.ts'
import type { Fault, Part } from './fault.ts'
import type { Service } from './service.ts'

/** What each name stands for. Answers of a repeated section can only be counted. */
function typesOf(form: FormDefinition): Map<string, Type> {
  const types = new Map<string, Type>()
  for (const { name, repeat, questions } of form.sections)
    if (repeat) types.set(name, 'rows')
    else for (const question of questions) types.set(question.name, typeOfQuestion(question, types))
  return types
}

const typeOfQuestion = ({ kind, value }: Question, known: ReadonlyMap<string, Type>): Type =>
  kind === 'computed' && value !== undefined ? (typeOf(value, known) ?? 'thing') : kinds[kind].type

/** `wants`: what its value is needed for. */
type Written = { part: Part; item: string; field: string; text: string | undefined; wants: Type }

function writtenIn({ components, fees, reliefs, steps }: Service): Written[] {
  const onlyIf = (part: Part, list: readonly { code: string; onlyIf?: string | undefined }[]) =>
    list.map(({ code, onlyIf: text }) => ({ part, item: code, field: 'onlyIf', text, wants: 'truth' as const }))
  const numbers = fees.flatMap(({ code, quantity, times }) =>
    Object.entries({ quantity, times }).map(([field, text]) => ({
      part: 'fees' as const,
      item: code,
      field,
      text,
      wants: 'number' as const,
    })),
  )
  return [
    ...onlyIf('components', components),
    ...onlyIf('fees', fees),
    ...onlyIf('reliefs', reliefs),
    ...onlyIf('steps', steps),
    ...numbers,
  ]
}

export function faultsOfExpressions(service: Service): Fault[] {
  const types = typesOf(service.form)
  return writtenIn(service).flatMap(({ part, item, field, text, wants }): Fault[] =>
    text === undefined
      ? []
      : faultsIn(text, types, wants).map(({ fault, found }) => ({
          part,
          item,
          field,
          says: `services.fault.expression.${fault}`,
          params: { found, text },
        })),
  )
}
