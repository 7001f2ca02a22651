/** One procedure for everybody: the national text, what the province adds, how it is offered here. */
import { may } from '#kernel/access.ts'
import { dayOf } from '#kernel/time.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { findOffer, getProcedure, localOf, overlaysOn } from '#modules/catalogue/public.ts'
import { eventsOf } from './life-event.ts'
import { ProcedurePage } from './procedure.views.tsx'
import { catalogueIndex } from './search.store.ts'

const sharedFor = 60
const mostRelated = 5

async function page(c: WebContext) {
  const { ctx, site, person } = c.var
  const code = c.req.param('code') ?? ''
  const { procedure, version, validFrom } = await getProcedure(ctx.db, code)
  const offer = await findOffer(ctx.db, code)
  const overlays = await overlaysOn(ctx.db, code, dayOf(ctx.now))
  const events = eventsOf(code)
  const index = await catalogueIndex(ctx)
  const others = events.flatMap(({ procedures }) => procedures).filter((one) => one !== code)
  const related = [...new Set(others)].flatMap((one) => index.byCode.get(one) ?? []).slice(0, mostRelated)
  return (
    <ProcedurePage
      procedure={procedure}
      version={{ no: version, since: validFrom }}
      offer={offer}
      local={localOf(overlays)}
      events={events}
      related={related}
      publicUrl={site.publicUrl}
      officer={person !== null}
      mayManage={may(ctx.actor, 'catalogue.manage')}
    />
  )
}

export const procedurePages = [get('/thu-tuc/:code', 'public', page, { sharedFor })]
