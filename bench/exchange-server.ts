/** A gateway by itself, in a process that can be killed: sends what waits, again and again, and does nothing else. */
import { setTimeout as wait } from 'node:timers/promises'
import { nobody } from '../src/kernel/access.ts'
import { newId } from '../src/kernel/id.ts'
import { dayOf } from '../src/kernel/time.ts'
import { openNational } from '../src/modules/exchange/national-line.jobs.ts'
import { reconcile } from '../src/modules/exchange/reconcile.jobs.ts'
import { sendMessages } from '../src/modules/exchange/send.jobs.ts'
import { sendingRuleOn } from '../src/modules/exchange/sending-rule.ts'
import { openPlace, type Place } from './place.ts'

const { place, url, loginUrl } = JSON.parse(process.env['EXCHANGE'] ?? '') as {
  place: Place
  url: string
  loginUrl: string
}

const now = () => new Date()
/** As the rule in force, with all waiting cut short: what takes hours in a year takes seconds here. */
const rule = {
  ...sendingRuleOn(dayOf(now())),
  leaseSeconds: 2,
  checkAfterSeconds: 1,
  backOff: { firstSeconds: 1, mostSeconds: 2, jitter: 0.5 },
  mostAttempts: 1000,
  circuit: { failures: 50, openSeconds: 1, mostOpenSeconds: 1 },
  timeoutSeconds: 1,
}
const services = new Set(['dossier', 'progress', 'lookUp'] as const)
const line = openNational({ url, loginUrl, user: 'u', password: 'p', services, now, timeoutSeconds: 1 })
const { db } = await openPlace(place)
const tools = { lines: [line], now, rule }
process.on('disconnect', () => process.exit())
process.on('message', () => {
  const ctx = { db, actor: nobody, now: new Date(Date.now() + 3_600_000), requestId: 'bench' }
  void reconcile(ctx, line, tools).then((compared) => process.send?.({ compared }))
})
process.send?.({ ready: true })
while (true) {
  const sent = await sendMessages({ db, actor: nobody, now: now(), requestId: newId(now()) }, tools)
  if (sent === 0) await wait(50)
}
