/** Ratings for other systems: the sheet, rating, and what waits for an answer. */
import { z } from 'zod'
import { scopeOf } from '#kernel/access.store.ts'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, upTo } from '#kernel/listing.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { answerFollowUp, takeFollowUp } from './follow-up.commands.ts'
import { isLate } from './follow-up.ts'
import { listOpen } from './follow-up.store.ts'
import { placeIn, placeOf } from './place.ts'
import { RatingRules, ratingRulesOn } from './rating-rule.ts'
import { giveAnonymously, giveRating } from './rating.commands.ts'

const FollowUpView = z.object({
  id: z.uuid(),
  unitId: z.int(),
  openedOn: Day,
  dueOn: Day,
  late: z.boolean(),
  escalatedOn: Day.nullable(),
  anonymous: z.boolean(),
  answers: z.record(z.string(), z.string()),
  text: z.string().nullable(),
})

export const ratingApi = [
  read(
    '/rating/sheet',
    {
      says: 'What is asked, on which scale, and the numbers that go with it',
      needs: 'public',
      input: z.object({}),
      returns: RatingRules,
    },
    ({ now }) => Promise.resolve(ratingRulesOn(dayOf(now))),
  ),
  change(
    '/rating/dossiers/{id}',
    { says: 'Rates with a name, or rates anew', returns: z.object({ id: z.uuid() }) },
    giveRating,
  ),
  change(
    '/rating/by-code',
    { says: 'Rates without a name, by the code on the receipt', returns: z.object({ given: z.literal(true) }) },
    giveAnonymously,
  ),
  read(
    '/rating/follow-ups',
    {
      says: 'Low ratings that wait for an answer, the first due first',
      needs: 'rating.read',
      input: z.object(Listing),
      returns: listOfItems(FollowUpView),
    },
    async (ctx, { limit, after }) => {
      const place = placeIn(after)
      const within = await scopeOf(ctx)
      const rows = await listOpen(ctx.db, { within, limit: limit + 1, ...(place && { after: place }) })
      const { items, next } = upTo(rows, limit, placeOf)
      const today = dayOf(ctx.now)
      return {
        items: items.map((one) => ({ ...one, late: isLate(one, today), anonymous: one.dossierId === null })),
        next,
      }
    },
  ),
  change(
    '/rating/follow-ups/{id}/take',
    { says: 'Sees to it that a low rating is answered', returns: z.object({ id: z.uuid() }) },
    takeFollowUp,
  ),
  change(
    '/rating/follow-ups/{id}/answer',
    { says: 'Answers a low rating', returns: z.object({ id: z.uuid() }) },
    answerFollowUp,
  ),
]
