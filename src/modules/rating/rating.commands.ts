/** Rating: by the owner of a dossier with their name, or by whoever has its code without one. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Problem, refuse, refuseField } from '#kernel/problem.ts'
import { dayOf, firstOfMonth } from '#kernel/time.ts'
import { type Dossier, findDossier, lastHandlerOf } from '#modules/dossiers/public.ts'
import { findByRequestCode, getApplication, readRequestCode } from '#modules/filing/public.ts'
import { findOfDossier, updateFollowUp } from './follow-up.store.ts'
import { openFollowUp } from './opening.store.ts'
import { type RatingRules, ratingRulesOn } from './rating-rule.ts'
import { type Answers, faultsOf, isLow, objectionToChange, objectionToRate } from './rating.ts'
import { findOwnRating, insertRating, markReplaced, type Named, type NewRating, takeTurn } from './rating.store.ts'

const Sheet = {
  answers: z.record(z.string().max(40), z.string().max(40)).default({}),
  text: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .transform((text) => text || null),
}
type Sheet = { answers: Answers; text: string | null }

function mustBeWhole(answers: Answers, rules: RatingRules): void {
  const faults = faultsOf(answers, rules)
  if (faults.length > 0) throw new Problem('invalid', 'kernel.check_the_form', {}, faults)
}

function mustBeRateable(dossier: Dossier | undefined): Dossier {
  if (!dossier) return refuse('conflict', 'rating.not_yet')
  const objection = objectionToRate(dossier)
  return objection ? refuse('conflict', objection) : dossier
}

const ratingOf = (ctx: Ctx, { competentId, procedureCode }: Dossier, sheet: Sheet, named: Named | null): NewRating => {
  const rules = ratingRulesOn(dayOf(ctx.now))
  const month = firstOfMonth(dayOf(ctx.now))
  const about = { named, unitId: competentId, procedureCode, month, rule: rules.code }
  return { ...about, ...sheet, low: isLow(sheet.answers, rules) }
}

/** The one before makes room, as long as it may be changed. */
async function makeRoom({ db, now }: Ctx, dossierId: string, rules: RatingRules): Promise<void> {
  if (await takeTurn(db, dossierId, false)) return
  const before = await findOwnRating(db, dossierId)
  if (!before) return refuse('conflict', 'rating.rated_before')
  const objection = objectionToChange(before.givenAt, rules, dayOf(now))
  if (objection) refuse('conflict', objection)
  await markReplaced(db, before.id)
}

export const giveRating = command({
  name: 'rating.rating.give',
  needs: 'citizen',
  input: z.object({ id: z.string().max(60), ...Sheet }),
  run: async (ctx, { id, answers, text }) => {
    const { partyId } = await getApplication(ctx, id)
    const rules = ratingRulesOn(dayOf(ctx.now))
    const dossier = mustBeRateable(await findDossier(ctx.db, id))
    mustBeWhole(answers, rules)
    const followUp = await findOfDossier(ctx.db, id)
    await makeRoom(ctx, id, rules)
    const handledBy = await lastHandlerOf(ctx.db, id)
    const rating = ratingOf(ctx, dossier, { answers, text }, { dossierId: id, partyId, givenAt: ctx.now, handledBy })
    const ratingId = await insertRating(ctx.db, rating)
    // What was opened for the one before goes on with what is said now, also when that is kinder.
    if (followUp) await updateFollowUp(ctx.db, followUp.id, { ratingId })
    else if (rating.low) await openFollowUp(ctx, { id: ratingId, unitId: rating.unitId, handledBy })
    return { id }
  },
  about: ({ id }) => `rating.turn/${id}`,
})

/** The event names neither the dossier nor the rating: beside its moment, that would lead from one to the other. */
export const giveAnonymously = command({
  name: 'rating.rating.give_anonymously',
  needs: 'public',
  input: z.object({ code: z.string().trim().min(1).max(60), ...Sheet }),
  run: async (ctx, { code, answers, text }) => {
    mustBeWhole(answers, ratingRulesOn(dayOf(ctx.now)))
    const read = readRequestCode(code) ?? refuseField('code', 'rating.no_code')
    const application = (await findByRequestCode(ctx.db, read)) ?? refuseField('code', 'rating.no_code')
    const dossier = mustBeRateable(await findDossier(ctx.db, application.id))
    if (!(await takeTurn(ctx.db, dossier.id, true))) refuse('conflict', 'rating.rated_before')
    await insertRating(ctx.db, ratingOf(ctx, dossier, { answers, text }, null))
    return { given: true }
  },
  about: () => 'rating.rating/anonymous',
})
