/** The list of plans, and the ways in: a text is read, or a new text of a plan that is here. */
import type { z } from 'zod'
import { perform, type Command } from '#kernel/command.ts'
import { may } from '#kernel/access.ts'
import { readDocument } from '#kernel/document-text.ts'
import type { Json } from '#kernel/event.store.ts'
import { giveFile } from '#kernel/file-answer.ts'
import { storeFile } from '#kernel/file.store.ts'
import { newId } from '#kernel/id.ts'
import { Problem, refuseField } from '#kernel/problem.ts'
import { readForm, type Returned } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { getDraft } from './draft.store.ts'
import { importNewText, importPlan } from './plan.commands.ts'
import { lastVersions, listPlans, sourcePageOf } from '#modules/plan/public.ts'
import { ImportPage, NewTextPage, PlansPage, SourceTextPage } from './plan.views.tsx'

const codeOf = (c: WebContext) => c.req.param('code') ?? ''
const largestFile = 30 * 1024 * 1024

const kept = ['txt', 'html', 'docx', 'pdf'] as const

/** The file as it came, beside its text. A text in an old encoding is read all the same; of it only the text is kept. */
async function keep(c: WebContext, bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    return (await storeFile(c.var.ctx, c.var.files, bytes, { name, types: kept, most: largestFile })).hash
  } catch (fault) {
    if (fault instanceof Problem && fault.kind === 'wrong_type') return null
    throw fault
  }
}

async function readUpload(c: WebContext, file: unknown) {
  if (!(file instanceof File) || file.size === 0) return refuseField('file', 'plan.import.no_file')
  const { name } = file
  if (file.size > largestFile) return refuseField('file', 'plan.import.too_large', { name })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { text, kind } = await readDocument(bytes, name)
  return { text, kind, name, fileHash: await keep(c, bytes, name) }
}

/** What is wrong with a file is said at the file. */
const atTheFile = (fault: Problem): Pick<Returned, 'problems'> => ({
  problems: fault.fields.length ? fault.fields : [{ path: 'file', key: fault.key, params: fault.params }],
})

const ofFiles = new Set(['invalid', 'conflict', 'wrong_type', 'too_large'])

/** As `submit`, with the file read before the change begins: reading may take seconds. */
async function submitFile<In extends z.ZodType, Out extends Json>(
  c: WebContext,
  cmd: Command<In, Out>,
  more: Record<string, unknown> = {},
): Promise<{ ok: true; result: Out } | Returned> {
  const { typed, raw } = await readForm(c)
  const key = typeof raw['_key'] === 'string' && raw['_key'] ? raw['_key'] : undefined
  try {
    const upload = await readUpload(c, raw['file'])
    return { ok: true, result: await perform({ ...c.var.ctx, key }, cmd, { ...upload, ...more }) }
  } catch (fault) {
    if (!(fault instanceof Problem) || !ofFiles.has(fault.kind)) throw fault
    const { key: said, params, status } = fault
    return { ok: false, typed, key: said, params, status, ...atTheFile(fault) }
  }
}

const listPage = async (c: WebContext): Promise<Answer> => {
  const { ctx } = c.var
  const [plans, versions] = [await listPlans(ctx.db), await lastVersions(ctx.db)]
  return <PlansPage plans={plans} versions={versions} mayImport={may(ctx.actor, 'plan.import')} />
}

const formKey = (c: WebContext) => newId(c.var.ctx.now)

const sendText = async (c: WebContext): Promise<Answer> => {
  const sent = await submitFile(c, importPlan)
  if (!sent.ok) return { status: sent.status, page: <ImportPage formKey={formKey(c)} back={sent} /> }
  const { code, known } = sent.result
  return go(c, `/ke-hoach/${code}/duyet`, known ? 'plan.import.known' : 'plan.import.done')
}

const newTextPage = async (c: WebContext): Promise<Answer> => (
  <NewTextPage plan={await getDraft(c.var.ctx.db, codeOf(c))} formKey={formKey(c)} />
)

const sendNewText = async (c: WebContext): Promise<Answer> => {
  const code = codeOf(c)
  const plan = await getDraft(c.var.ctx.db, code)
  const sent = await submitFile(c, importNewText, { code })
  if (!sent.ok) return { status: sent.status, page: <NewTextPage plan={plan} formKey={formKey(c)} back={sent} /> }
  return go(c, `/ke-hoach/${code}/duyet`, 'plan.import.done_again')
}

const sourcePage = async (c: WebContext): Promise<Answer> => {
  const plan = await getDraft(c.var.ctx.db, codeOf(c))
  return <SourceTextPage plan={plan} shown={sourcePageOf(plan.sourceText, Number(c.req.query('trang') ?? 1))} />
}

const sourceFile = async (c: WebContext): Promise<Answer> => {
  const { fileHash, sourceName, code } = await getDraft(c.var.ctx.db, codeOf(c))
  return giveFile(c, fileHash, sourceName ?? code)
}

export const planPages: readonly Route[] = [
  get('/ke-hoach', 'plan.read', listPage),
  get('/ke-hoach/nhap', 'plan.import', (c) => <ImportPage formKey={formKey(c)} />),
  post('/ke-hoach/nhap', 'plan.import', sendText),
  get('/ke-hoach/:code/nhap', 'plan.import', newTextPage),
  post('/ke-hoach/:code/nhap', 'plan.import', sendNewText),
  get('/ke-hoach/:code/van-ban', 'plan.read', sourcePage),
  get('/ke-hoach/:code/van-ban/tep', 'plan.read', sourceFile),
]
