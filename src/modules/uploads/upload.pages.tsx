/** One's own files that nothing uses yet: sent ahead from a phone, put in order, joined; used later from any device. */
import type { FieldProblem } from '#kernel/problem.ts'
import { inLocale, say } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { bytesText } from '#ui/figures.ts'
import { go } from '#ui/go.ts'
import { ownerFor, ownersFor, toolsOf } from './owner.pages.ts'
import { dropFile, turnFile } from './reception.jobs.ts'
import { goOn, readUploads } from './reception.pages.ts'
import { readIds } from './upload-list.ts'
import { uploadRulesOn } from './upload-rules.ts'
import { hintKeys } from './upload-words.ts'
import { getOwnUpload, listUnused, type Upload } from './upload.store.ts'
import { isPicture } from './upload.ts'
import { UploadsPage } from './upload.views.tsx'

const path = '/tai-tep'
const field = 'tep'

/** As the person put them, as far as the address says; what is not named there comes after, as it came. */
function inOrder(found: readonly Upload[], asked: readonly string[]): Upload[] {
  const at = ({ id }: Upload) => (asked.includes(id) ? asked.indexOf(id) : asked.length)
  return found.toSorted((a, b) => at(a) - at(b))
}

async function page(c: WebContext, order: readonly string[], problems: readonly FieldProblem[] = []) {
  const { kind } = ownerFor(c)
  const found = await listUnused(c.var.ctx.db, ownersFor(c))
  const { unusedDays } = uploadRulesOn(dayOf(c.var.ctx.now))
  return (
    <UploadsPage
      uploads={inOrder(found, order)}
      megabytes={Math.floor(c.var.intake.most / 1_000_000)}
      scanned={c.var.intake.scan !== null}
      visitor={kind === 'visitor'}
      days={unusedDays}
      problems={problems}
    />
  )
}

const show = (c: WebContext): Promise<Answer> => page(c, readIds((c.req.query('xep') ?? '').split('.')))

async function answer(c: WebContext): Promise<Answer> {
  const { ids, problems } = await readUploads(c, field)
  if (problems.length > 0) return { status: 422, page: await page(c, ids, problems) }
  return go(c, ids.length > 1 ? `${path}?xep=${ids.join('.')}` : path)
}

const words = {
  receiving: 'ui.upload.receiving',
  checking: 'ui.upload.checking',
  ready: 'ui.upload.ready',
  refused: 'ui.upload.refused',
  dropped: 'ui.upload.refused',
} as const

/** For scripts, in the reader's language. */
async function tell(c: WebContext): Promise<Response> {
  const own = () => getOwnUpload(c.var.ctx.db, c.req.param('id') ?? '', ownersFor(c))
  await goOn(c, await own())
  const upload = await own()
  const { id, name, state, refusal, fileSize, declaredSize, fileType } = upload
  const told = inLocale(c.var.locale, () => ({
    id,
    name,
    size: bytesText(fileSize ?? declaredSize),
    state,
    word: say(words[state]),
    says: refusal ? [say(refusal, { name })] : hintKeys(upload).map((key) => say(key)),
    picture: isPicture(fileType),
  }))
  return c.json(told, 200, { 'cache-control': 'private, no-store' })
}

async function answerTurn(c: WebContext): Promise<Answer> {
  await turnFile(c.var.ctx, toolsOf(c), c.req.param('id') ?? '', ownersFor(c))
  return tell(c)
}

async function answerDrop(c: WebContext): Promise<Answer> {
  await dropFile(c.var.ctx, c.req.param('id') ?? '', ownersFor(c))
  return c.body(null, 204)
}

export const uploadPages = [
  get(path, 'public', show),
  post(path, 'public', answer),
  get(`${path}/:id/tinh-trang`, 'public', tell),
  post(`${path}/:id/xoay`, 'public', answerTurn),
  post(`${path}/:id/bo`, 'public', answerDrop),
]
