/** The search of the catalogue as it is now: built once for each state of the catalogue. */
import type { Ctx } from '#kernel/ctx.ts'
import { findRevision, type ForSearch, listForSearch } from '#modules/catalogue/public.ts'
import { buildIndex, type Entry, type SearchIndex } from './search-index.ts'
import { summaryOf, type Summary } from './summary.ts'

export type Listed = Entry & Summary & Pick<ForSearch, 'offered' | 'owned' | 'changedAt'>
export type CatalogueIndex = SearchIndex<Listed>

const listedOf = ({ channels, results, ...row }: ForSearch): Listed => ({
  ...row,
  ...summaryOf(channels),
  results: results.map(({ name }) => name).join(' · '),
})

const make = async (ctx: Ctx): Promise<CatalogueIndex> => buildIndex((await listForSearch(ctx.db)).map(listedOf))

export async function catalogueIndex(ctx: Ctx): Promise<CatalogueIndex> {
  if (!ctx.shelf) return make(ctx)
  return ctx.shelf.keep('catalogue.search', await findRevision(ctx.db), () => make(ctx))
}
