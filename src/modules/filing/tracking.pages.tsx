/** Following a dossier by its code, without signing in: how far it has come, and nothing else. */
import { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { readForm, type Returned, returned } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { type Application, lastFour, maySee } from './application.ts'
import { findApplication, findByRequestCode } from './application.store.ts'
import { numberOfParty } from './party.store.ts'
import { progressOf } from './progress.store.ts'
import { readRequestCode } from './request-code.ts'
import { TrackedPage, TrackingPage } from './tracking.views.tsx'

const path = '/ho-so/tra-cuu'

/** Minutes for which the answer may be looked at again; then it is asked anew. */
const openFor = 10
const purpose = 'filing.tracking'

const Asked = z.object({
  code: z.string().trim().min(1).max(60),
  four: z
    .string()
    .trim()
    .regex(/^\d{4}$/),
})

/** A wrong code and wrong digits are the same answer: neither says that there is such a dossier. */
const notFound = (): Problem => new Problem('invalid', 'filing.tracking.not_found')

async function find(c: WebContext, { code, four }: z.output<typeof Asked>): Promise<Application> {
  const read = readRequestCode(code)
  if (read === null)
    throw new Problem('invalid', 'kernel.check_the_form', {}, [{ path: 'code', key: 'filing.tracking.no_code' }])
  const found = await findByRequestCode(c.var.ctx.db, read)
  if (!found || lastFour(await numberOfParty(c.var.ctx.db, found.partyId)) !== four) throw notFound()
  return found
}

/** What was asked and answered stands in the address, sealed, so that the page can be looked at again but not made up. */
function sealedAddress(c: WebContext, { id }: Application): string {
  const { secrets, now } = c.var.ctx
  const until = now.getTime() + openFor * 60_000
  return `${path}?xem=${encodeURIComponent(secrets?.seal(`${id} ${until}`, purpose) ?? '')}`
}

function openAddress(c: WebContext, sealed: string): string | null {
  const { secrets, now } = c.var.ctx
  // Only what is sealed is opened: the box gives back plain text as it is.
  if (!sealed.startsWith('v1.')) return null
  try {
    const [id = '', until = ''] = (secrets?.open(sealed, purpose) ?? '').split(' ')
    return Number(until) > now.getTime() ? id : null
  } catch {
    return null
  }
}

function ask(back?: Returned): Answer {
  const page = <TrackingPage back={back} />
  return back ? { status: back.status, page } : page
}

async function show(c: WebContext): Promise<Answer> {
  const sealed = c.req.query('xem')
  const id = sealed === undefined ? null : openAddress(c, sealed)
  const application = id === null ? undefined : await findApplication(c.var.ctx.db, id)
  if (!application) return ask()
  const progress = (await progressOf(c.var.ctx.db, [application.id])).get(application.id)
  return <TrackedPage {...{ application, progress }} isTheirs={maySee(application, c.var.ctx.actor)} />
}

async function answer(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const parsed = Asked.safeParse(raw, { reportInput: true })
  const faults = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].map((at) => ({
        path: at,
        key: at === 'four' ? ('filing.tracking.four_digits' as const) : ('filing.tracking.no_code' as const),
      }))
  try {
    if (!parsed.success) throw new Problem('invalid', 'kernel.check_the_form', {}, faults)
    return c.redirect(sealedAddress(c, await find(c, parsed.data)), 303)
  } catch (fault) {
    return ask(returned(typed, fault))
  }
}

export const trackingPages: readonly Route[] = [get(path, 'public', show), post(path, 'public', answer)]
