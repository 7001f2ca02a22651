/** The registers of the unit one works in. */
import { get, type Route } from '#kernel/web.ts'
import { listSlipsFrom } from '#modules/slips/public.ts'
import { registersOf } from './register.ts'
import { RegistersPage } from './slip.views.tsx'

export const registerPages: readonly Route[] = [
  get('/mot-cua/so-theo-doi', 'dossiers.read', async (c) => {
    const { db, actor } = c.var.ctx
    return <RegistersPage of={actor.unitId === null ? [] : await listSlipsFrom(db, registersOf(actor.unitId))} />
  }),
]
