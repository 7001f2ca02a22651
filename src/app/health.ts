/** For whoever keeps the process alive: does it live, may it be given work. */
import { Hono } from 'hono'
import { isReachable } from '#kernel/db/reach.store.ts'
import type { Web } from '#kernel/web.ts'
import type { House } from './house.ts'

export const health = (house: House) =>
  new Hono<Web>()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) =>
      house.isReady() && (await isReachable(house.db)) ? c.text('ready') : c.text('not ready', 503),
    )
