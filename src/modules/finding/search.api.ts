/** The search for other systems. */
import { z } from 'zod'
import { read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { channels, levels, limitUnits } from '#modules/catalogue/public.ts'
import { catalogueIndex } from './search.store.ts'

const Line = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  agency: z.string(),
  levels: z.array(z.enum(levels)),
  channels: z.array(z.enum(channels)),
  /** Of the quickest way, where all are given in one unit. */
  limit: z.object({ amount: z.number(), unit: z.enum(limitUnits).nullable() }).nullable(),
  free: z.boolean(),
  offered: z.enum(['modelled', 'general', 'handed_over']).nullable(),
})

const Search = {
  q: z.string().trim().max(200).default(''),
  field: z.string().max(300).optional(),
  level: z.enum(levels).optional(),
  agency: z.string().max(300).optional(),
  event: z.string().max(100).optional(),
}

export const searchApi = [
  read(
    '/catalogue/procedures',
    {
      says: 'Procedures found by plain words and filters, the best first; without words, by name',
      needs: 'public',
      input: z.object({ ...Search, ...Listing }),
      returns: listOfItems(Line),
    },
    async (ctx, { q, limit, after, ...filter }) =>
      sliceAfter(
        [...(await catalogueIndex(ctx)).find(q, filter)].map((one) => ({
          ...one,
          levels: [...one.levels],
          channels: [...one.channels],
        })),
        { limit, after },
        ({ code }) => code,
      ),
  ),
]
