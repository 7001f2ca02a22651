/** Publishing a service: its version, its event and what citizens are told of it, together or not at all. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { findProcedure, isHandedOver, setOffer } from '#modules/catalogue/public.ts'
import { ProcedureCode } from './draft.commands.ts'
import { holdService, insertService, updateService } from './draft.store.ts'
import { generalService } from './general.ts'
import { offerOf } from './offer-of.ts'
import { faultsOf } from './proof.ts'
import { objectionToPublish, publishingRuleOn } from './publishing.ts'
import { unmodelledOf } from './unmodelled.ts'
import { endVersion, findServiceInForce, insertVersion } from './version.store.ts'
import { worldOf } from './world.store.ts'

const needs = 'services.publish'
const about = ({ procedure }: { procedure: string }) => `services.service/${procedure}`

export const publishService = command({
  name: 'services.version.publish',
  needs,
  input: z.object({ procedure: ProcedureCode, seen: z.coerce.number().int() }),
  run: async (ctx, { procedure, seen }) => {
    const { db, now, actor } = ctx
    const held = (await holdService(db, procedure)) ?? refuse('missing', 'services.missing')
    if (!held.draft) return refuse('conflict', 'services.draft.none')
    if (held.draftVersion !== seen) refuse('conflict', 'services.draft.changed_meanwhile')
    const service = held.draft
    const world = await worldOf(ctx)
    const faults = faultsOf(service, world).length
    const rule = publishingRuleOn(world.on)
    const objection = objectionToPublish({ faults, changedBy: held.changedBy, accountId: actor.accountId, rule })
    if (objection) refuse('conflict', objection, { count: faults })
    await endVersion(db, procedure, now, null)
    const version = await insertVersion(db, service, now, actor.accountId)
    await updateService(db, held, { draft: null, title: service.title.vi, now, by: actor.accountId })
    await setOffer(db, procedure, offerOf(service, world.on), now)
    return { procedure, version }
  },
  about,
  detail: ({ version }) => ({ version }),
})

/** What was filed stays with its version; nobody files any more. */
export const withdrawService = command({
  name: 'services.version.withdraw',
  needs,
  input: z.object({ procedure: ProcedureCode, reason: z.string().trim().min(5).max(600) }),
  run: async ({ db, now }, { procedure, reason }) => {
    await holdService(db, procedure)
    if (!(await endVersion(db, procedure, now, reason))) refuse('conflict', 'services.version.none')
    await setOffer(db, procedure, null, now)
    return { procedure }
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})

/** Offers a procedure that nobody has modelled by the general form. */
export const offerGeneral = command({
  name: 'services.version.offer_general',
  needs,
  input: z.object({ procedure: ProcedureCode, title: z.string().trim().min(3).max(600).optional() }),
  run: async (ctx, { procedure, title }) => {
    const { db, now, actor } = ctx
    const held = await holdService(db, procedure)
    if (await findServiceInForce(db, procedure)) refuse('conflict', 'services.version.offered_already')
    if (await isHandedOver(db, procedure)) refuse('conflict', 'services.draft.handed_over')
    const found = await findProcedure(db, procedure)
    if (!found && !title) refuseField('title', 'services.draft.title_needed')
    const unmodelled = found ? unmodelledOf(found) : { code: procedure, title: { vi: title ?? '' } }
    const service = generalService(unmodelled)
    const world = await worldOf(ctx)
    const count = faultsOf(service, world).length
    if (count > 0) refuse('conflict', 'services.version.has_faults', { count })
    const change = { draft: null, title: service.title.vi, now, by: actor.accountId }
    if (!held) await insertService(db, procedure, change)
    const version = await insertVersion(db, service, now, actor.accountId)
    await setOffer(db, procedure, offerOf(service, world.on), now)
    return { procedure, version }
  },
  about,
  detail: ({ version }) => ({ version }),
})

export const versionCommands = [publishService, withdrawService, offerGeneral]
