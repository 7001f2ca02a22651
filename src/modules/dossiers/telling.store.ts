/** Word to the owner of a dossier: on its page, in their inbox, by e-mail; in the transaction of the change. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Key, Params } from '#kernel/text.ts'
import { dayText, momentText } from '#ui/figures.ts'
import { tellProgress, unitsToday } from '#modules/filing/public.ts'
import { notifyAddressee, profileOf } from '#modules/identity/public.ts'
import { type Action, toldOf } from './action.ts'
import type { Dossier } from './dossier.ts'
import { progressOf } from './progress.ts'

/** What every notice says at least: which dossier, which agency, who acted, by when (NĐ 224/2026 art. 15.1g). */
async function paramsOf(ctx: Ctx, dossier: Dossier, more: Params | undefined): Promise<Params> {
  const units = await unitsToday(ctx)
  return {
    title: dossier.title,
    code: dossier.code ?? dossier.requestCode,
    unit: units.find(({ id }) => id === dossier.competentId)?.name ?? '',
    due: dossier.dueAt ? momentText(dossier.dueAt) : '',
    has_due: dossier.dueAt ? 'yes' : 'no',
    until: dossier.awaitedUntil ? dayText(dossier.awaitedUntil) : '',
    ...more,
  }
}

type Told = { readonly action: Action; readonly params?: Params }

export async function tell(ctx: Ctx, dossier: Dossier, { action, params: more }: Told): Promise<void> {
  const params = await paramsOf(ctx, dossier, more)
  const how = toldOf(action)
  const who = ctx.actor.citizen ? '' : ctx.actor.name
  const moment = { at: ctx.now.toISOString(), key: `dossiers.moment.${action}` as Key, params: { ...params, who } }
  const progress = { ...progressOf(dossier, params), changedAt: ctx.now }
  await tellProgress(ctx.db, dossier.id, progress, how === 'nothing' ? null : moment)
  if (how !== 'notice') return
  const owner = await profileOf(ctx.db, dossier.partyId)
  if (!owner) return
  const href = `/ho-so/${dossier.id}`
  await notifyAddressee(ctx, owner, {
    key: `dossiers.notice.${action}` as Key,
    params: { ...params, who },
    href,
    mail: true,
  })
}
