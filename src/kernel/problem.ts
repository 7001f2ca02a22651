/** What can go wrong because of what a person did. Anything else that is thrown is our own fault (500). */
import type { Key, Params } from './text.ts'

/** Kind → HTTP status. The only such table in the house. */
export const statusOf = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_large: 413,
  wrong_type: 415,
  too_often: 429,
  unavailable: 503,
} as const

export type ProblemKind = keyof typeof statusOf

/** One fault of one field: where it is (`values.0.day`), and the sentence that says so. */
export type FieldProblem = { readonly path: string; readonly key: Key; readonly params?: Params }

export class Problem extends Error {
  readonly kind: ProblemKind
  readonly key: Key
  readonly params: Params
  readonly fields: readonly FieldProblem[]

  constructor(kind: ProblemKind, key: Key, params: Params = {}, fields: readonly FieldProblem[] = []) {
    super(key)
    this.name = 'Problem'
    this.kind = kind
    this.key = key
    this.params = params
    this.fields = fields
  }

  get status() {
    return statusOf[this.kind]
  }
}

/** Ends the work with a refusal that the person can read. */
export function refuse(kind: ProblemKind, key: Key, params?: Params): never {
  throw new Problem(kind, key, params)
}

/** Refuses a form because of what stands in one of its fields. */
export function refuseField(path: string, key: Key, params?: Params): never {
  throw new Problem('invalid', 'kernel.check_the_form', {}, [{ path, key, ...(params && { params }) }])
}
