/** How each system stands, for the head of the error desk. */
import type { Scope } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf } from '#kernel/time.ts'
import { adapterOn, systems } from './adapter.ts'
import { type Circuit, listCircuits } from './attempt.store.ts'
import { countMessages } from './message.store.ts'
import type { MessageState } from './message.ts'
import { lastReconciliation, type Reconciliation } from './reconciliation.store.ts'

export type Standing = {
  readonly system: string
  readonly adapter: string | null
  readonly assumed: boolean
  /** `untried`: nothing was ever sent; `paused`: left alone for a while after faults. */
  readonly circuit: 'untried' | 'answers' | 'fails' | 'paused'
  readonly openUntil: Date | null
  readonly lastOkAt: Date | null
  readonly fault: string | null
  readonly counts: ReadonlyMap<MessageState, number>
  readonly last: Reconciliation | undefined
}

function circuitOf(circuit: Circuit | undefined, now: Date): Standing['circuit'] {
  if (!circuit) return 'untried'
  if (circuit.openUntil && circuit.openUntil > now) return 'paused'
  return circuit.failures > 0 ? 'fails' : 'answers'
}

export async function standingsOf(ctx: Ctx, within: Scope): Promise<Standing[]> {
  const circuits = await listCircuits(ctx.db)
  const counts = await countMessages(ctx.db, within)
  const all: Standing[] = []
  for (const system of systems) {
    const adapter = adapterOn(system, dayOf(ctx.now))
    const circuit = circuits.find((one) => one.system === system)
    all.push({
      system,
      adapter: adapter?.code ?? null,
      assumed: adapter?.assumed ?? true,
      circuit: circuitOf(circuit, ctx.now),
      openUntil: circuit?.openUntil ?? null,
      lastOkAt: circuit?.lastOkAt ?? null,
      fault: circuit?.fault ?? null,
      counts: counts.get(system) ?? new Map(),
      last: await lastReconciliation(ctx.db, system),
    })
  }
  return all
}
