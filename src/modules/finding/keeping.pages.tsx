/** The list of the catalogue for those who keep it. */
import { get, type Answer, type WebContext } from '#kernel/web.ts'
import { listImports } from '#modules/catalogue/public.ts'
import { CataloguePage } from './keeping.views.tsx'
import { filterOf, pageOf } from './search.pages.tsx'
import { catalogueIndex } from './search.store.ts'

async function list(c: WebContext): Promise<Answer> {
  const index = await catalogueIndex(c.var.ctx)
  const { words, filter } = filterOf(c)
  const { shown, ...page } = pageOf(c, '/danh-muc', index.find(words, filter), 50)
  return (
    <CataloguePage
      words={words}
      filter={filter}
      found={shown}
      {...page}
      count={index.size}
      fields={index.fields}
      imports={await listImports(c.var.ctx.db, 5)}
    />
  )
}

export const keepingPages = [get('/danh-muc', 'catalogue.manage', list)]
