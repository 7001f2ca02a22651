/** Holds off who fails too often at what anybody may send: signing in, its second step, links to set a password. */
import { Problem } from '#kernel/problem.ts'
import { type Gate, openGate } from '#kernel/rate.ts'
import type { Route, WebContext } from '#kernel/web.ts'
import { momentText } from '#ui/figures.ts'

const failed = (status: number) => status >= 400

/** An address that is not known (no socket, no proxy that is trusted) cannot be held to account. */
export function doorkeeper(gate: Gate = openGate()) {
  return async (c: WebContext, route: Route, pass: () => Promise<Response>): Promise<Response> => {
    const { address } = c.var
    if (route.method !== 'POST' || route.needs !== 'public' || address === null) return pass()
    const { now } = c.var.ctx
    const open = gate.enter(address, now)
    if (open) throw tooOften(open, now)
    const answer = await pass()
    if (!failed(answer.status)) gate.giveBack(address, now)
    return answer
  }
}

const tooOften = (open: Date, now: Date) =>
  new Problem('too_often', 'kernel.too_often', {
    at: momentText(nextMinute(open)),
    seconds: Math.ceil((open.getTime() - now.getTime()) / 1000),
  })

/** The clock that people are told shows no seconds; they are not sent back a moment too early. */
const nextMinute = (moment: Date) => new Date(Math.ceil(moment.getTime() / 60_000) * 60_000)
