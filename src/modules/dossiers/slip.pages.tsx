/** The statutory forms of a dossier: who may see one, and where its owner finds them. */
import { may } from '#kernel/access.ts'
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { findApplication, getApplication, isTheirs } from '#modules/filing/public.ts'
import { recordAccess } from '#modules/identity/public.ts'
import { type Slip, slipPages } from '#modules/slips/public.ts'
import type { Dossier } from './dossier.ts'
import { findDossier, getDossier } from './dossier.store.ts'
import { unitIdIn } from './register.ts'
import { partiesIn } from './register.store.ts'
import { dossierIdIn, slipsOf } from './slip.store.ts'
import { OwnSlipsPage } from './slip.views.tsx'

const reachesOne = async (ctx: Ctx, { unitId, competentId }: Dossier): Promise<boolean> =>
  may(ctx.actor, 'dossiers.read') && ((await reaches(ctx, unitId)) || (await reaches(ctx, competentId)))

/** A register is the unit's own; whoever opens one has read of all who stand in it. */
async function maySeeRegister(ctx: Ctx, unitId: number, { content }: Slip): Promise<boolean> {
  if (!may(ctx.actor, 'dossiers.read') || !(await reaches(ctx, unitId)) || content.kind !== 'register') return false
  const codes = content.entries.map(({ dossierCode }) => dossierCode)
  for (const partyId of await partiesIn(ctx.db, codes))
    await recordAccess(ctx, { partyId, purpose: 'check', what: 'dossier', about: `dossiers.register/${unitId}` })
  return true
}

/** Its owner, the system that filed it, staff whose post reaches it; the reading of others leaves a line. */
async function maySee({ var: { ctx } }: WebContext, slip: Slip): Promise<boolean> {
  const { source } = slip
  const unitId = unitIdIn(source)
  if (unitId !== null) return maySeeRegister(ctx, unitId, slip)
  const id = dossierIdIn(source)
  const dossier = id === null ? undefined : await findDossier(ctx.db, id)
  const application = dossier && (await findApplication(ctx.db, dossier.id))
  if (!dossier || !application) return false
  if (!isTheirs(application, ctx.actor) && !(await reachesOne(ctx, dossier))) return false
  const purpose = ctx.actor.clientId ? 'partner' : 'handle'
  await recordAccess(ctx, {
    partyId: dossier.partyId,
    purpose,
    what: 'documents',
    about: `dossiers.dossier/${dossier.id}`,
  })
  return true
}

export const dossierSlipPages: readonly Route[] = [
  ...slipPages(maySee),
  get('/ho-so/:id/phieu', 'citizen', async (c) => {
    const { ctx } = c.var
    const { id } = await getApplication(ctx, c.req.param('id') ?? '')
    const dossier = await getDossier(ctx.db, id)
    return <OwnSlipsPage dossier={dossier} slips={await slipsOf(ctx.db, dossier)} />
  }),
]
