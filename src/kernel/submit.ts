/** A posted form → the command → its result, or everything typed with what is wrong. */
import type { z } from 'zod'
import { perform, type Command } from './command.ts'
import type { Json } from './event.store.ts'
import { asWritten } from './input.ts'
import { Problem, refuse, type FieldProblem } from './problem.ts'
import type { Key, Params } from './text.ts'
import type { WebContext } from './web.ts'

export type Typed = Readonly<Record<string, string | readonly string[]>>
export type Returned = {
  readonly ok: false
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  readonly key: Key
  readonly params: Params
  readonly status: number
}

/** More than the longest form of ours holds, and few enough to be looked at at once. */
const mostFields = 10_000
const deepest = 8

/** What a posted form holds, or a refusal of what is no form. */
export const formOf = (c: WebContext): Promise<FormData> =>
  c.req.formData().catch(() => refuse('invalid', 'kernel.not_understood'))

/** The fields as typed (files left out), and the same as the nested value a schema reads: `value.1.unit` → value[1].unit. */
export async function readForm(c: WebContext): Promise<{ typed: Typed; raw: Record<string, unknown> }> {
  const sent = [...(await formOf(c))]
  if (sent.length > mostFields) refuse('too_large', 'kernel.too_large')
  const typed: Record<string, string | string[]> = {}
  const raw: Record<string, unknown> = {}
  for (const [name, fields] of Map.groupBy(sent, ([name]) => name)) {
    const values = fields.map(([, value]) => (typeof value === 'string' ? asWritten(value) : value))
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.length) typed[name] = texts.length === 1 && texts[0] !== undefined ? texts[0] : texts
    place(raw, name.split('.', deepest), values.length === 1 ? values[0] : values)
  }
  return { typed, raw }
}

function place(into: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [first = '', ...rest] = path
  if (first === '__proto__') return
  if (rest.length === 0) into[first] = value
  else {
    const inner = into[first]
    const next = inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>) : {}
    into[first] = next
    place(next, rest, value)
  }
}

/**
 * Performs a command with what a form sent, plus what the address says (`more`). A fault of the form, or a conflict with
 * what somebody else did meanwhile, comes back with all that was typed; any other problem has its own page.
 */
export async function submit<In extends z.ZodType, Out extends Json>(
  c: WebContext,
  cmd: Command<In, Out>,
  more: Record<string, unknown> = {},
): Promise<{ ok: true; result: Out; typed: Typed } | Returned> {
  const { typed, raw } = await readForm(c)
  const { _key: key, ...fields } = raw
  try {
    const ctx = { ...c.var.ctx, key: typeof key === 'string' && key ? key : undefined }
    return { ok: true, result: await perform(ctx, cmd, { ...fields, ...more }), typed }
  } catch (fault) {
    return returned(typed, fault)
  }
}

/** The form to be put right. A problem that no form can put right is thrown on. */
export function returned(typed: Typed, fault: unknown): Returned {
  if (!(fault instanceof Problem) || (fault.kind !== 'invalid' && fault.kind !== 'conflict')) throw fault
  return { ok: false, typed, problems: fault.fields, key: fault.key, params: fault.params, status: fault.status }
}
