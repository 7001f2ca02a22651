/** Whatever went wrong becomes a page of its own, or problem JSON (RFC 9457) for machines. Nothing of the inside leaks. */
import { HTTPException } from 'hono/http-exception'
import { Problem, type ProblemKind } from '#kernel/problem.ts'
import { inLocale, say, type Key } from '#kernel/text.ts'
import type { WebContext } from '#kernel/web.ts'
import { signInFirst } from '#modules/admin/public.ts'
import { citizenSignInFirst } from '#modules/identity/public.ts'
import { ProblemPage } from '#ui/problem-page.tsx'
import { deliver } from './deliver.tsx'
import type { House } from './house.ts'

const kindOf: Record<number, ProblemKind> = { 400: 'invalid', 403: 'forbidden', 404: 'missing', 413: 'too_large' }

/** `null`: no such address. What is not a Problem is our own fault: it is logged whole and shown as nothing but a number. */
export async function answerProblem(house: House, c: WebContext, fault: unknown): Promise<Response> {
  const problem = problemOf(fault)
  const status = problem?.status ?? 500
  if (!problem || isOfTheDatabase(fault)) {
    const about = { err: fault, requestId: c.var.ctx?.requestId, path: c.req.path }
    house.log[problem ? 'warn' : 'error'](about, 'a request failed')
  }
  const key: Key = problem?.key ?? 'kernel.our_fault'
  const { seconds } = problem?.params ?? {}
  if (problem?.kind === 'too_often') c.header('retry-after', String(seconds ?? 60))
  if (c.req.path.startsWith('/api/')) return problemJson(c, status, key, problem)
  if (key === 'kernel.citizen_sign_in_first') return deliver(house, c, await citizenSignInFirst(c))
  if (problem?.kind === 'unauthenticated') return deliver(house, c, await signInFirst(c))
  return deliver(house, c, {
    status,
    page: <ProblemPage status={status} message={{ key, params: problem?.params ?? {} }} next={c.req.path} />,
  })
}

function problemOf(fault: unknown): Problem | null {
  if (fault === null) return new Problem('missing', 'kernel.missing')
  if (fault instanceof Problem) return fault
  if (isMisspelt(fault)) return new Problem('missing', 'kernel.missing')
  if (isAway(fault)) return new Problem('unavailable', 'kernel.busy')
  const kind = fault instanceof HTTPException ? kindOf[fault.status] : undefined
  return kind ? new Problem(kind, 'kernel.not_understood') : null
}

function problemJson(c: WebContext, status: number, key: Key, problem: Problem | null): Response {
  const body = inLocale(c.var.locale ?? 'vi', () => ({
    type: 'about:blank',
    title: say(key, problem?.params),
    status,
    code: key,
    requestId: c.var.ctx?.requestId ?? '',
    ...(problem?.fields.length && {
      fields: problem.fields.map(({ path, key: code, params }) => ({
        path,
        code,
        says: say(code, { label: path, ...params }),
      })),
    }),
  }))
  return c.body(JSON.stringify(body), status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

/**
 * An address with something in the place of an id that cannot be one: PostgreSQL's not a number or uuid, number too
 * large, not text (a NUL), no day.
 */
const isMisspelt = (fault: unknown): boolean => /^22(P02|003|021|007|008)$/.test(codeOf(fault))

/** The database is away (a connection refused or lost, a server that stops or starts), or too busy to be waited for. */
const isAway = (fault: unknown): boolean =>
  /^(08\w{3}|57P0\d|53300|ECONN\w+|ENOTFOUND|EPIPE)$/.test(codeOf(fault)) ||
  (fault instanceof Error && /connection terminated|trying to connect/i.test(fault.message))

/** May be a fault of ours after all, so it is written down. */
const isOfTheDatabase = (fault: unknown): boolean => isMisspelt(fault) || isAway(fault)
