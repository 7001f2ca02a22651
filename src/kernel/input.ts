/** The one place that turns zod's vocabulary into ours. Schemas carry no sentences. */
import type { z } from 'zod'
import type { FieldProblem } from './problem.ts'
import type { Key, Params } from './text.ts'

/** Text in the one form in which it is kept and compared; without what no database can keep (NUL, half a character). */
export const asWritten = (text: string): string => text.normalize('NFC').replaceAll('\0', '').toWellFormed()

type Issue = z.core.$ZodIssue

const sentence = (issue: Issue): { key: Key; params?: Params } => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return { key: 'input.needed' }
      return { key: issue.expected === 'number' || issue.expected === 'int' ? 'input.not_a_number' : 'input.wrong' }
    case 'too_small':
      if (issue.origin === 'string')
        return issue.input === '' || issue.input === undefined || Number(issue.minimum) === 1
          ? { key: 'input.needed' }
          : { key: 'input.too_short', params: { minimum: Number(issue.minimum) } }
      if (issue.origin === 'array') return { key: 'input.too_few', params: { minimum: Number(issue.minimum) } }
      return { key: 'input.too_small', params: { minimum: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'string') return { key: 'input.too_long', params: { maximum: Number(issue.maximum) } }
      if (issue.origin === 'array') return { key: 'input.too_many', params: { maximum: Number(issue.maximum) } }
      return { key: 'input.too_big', params: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'input.not_an_email' : 'input.wrong' }
    case 'invalid_value':
      return { key: issue.input === undefined || issue.input === '' ? 'input.needed' : 'input.not_offered' }
    case 'custom':
      if (issue.input === undefined || issue.input === '') return { key: 'input.needed' }
      return { key: issue.params?.['word'] === 'day' ? 'input.not_a_day' : 'input.wrong' }
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { key: 'input.wrong' }
  }
}

/** Every fault, at its field. `safeParse` must be called with `reportInput`. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), ...sentence(issue) }))
