/** The tus protocol 1.0.0 (tus.io): files come in piece by piece, and go on after the network was cut. */
import type { Server } from '@tus/server'
import { perform } from '#kernel/command.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { inLocale, type Key, type Params, say } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import type { Route, WebContext } from '#kernel/web.ts'
import { incomingFolder, makeIncoming } from './check.jobs.ts'
import { holdOffStrangers, ownersFor, toolsOf } from './owner.pages.ts'
import { goOn } from './reception.pages.ts'
import { dropFile, receive } from './reception.jobs.ts'
import { beginUpload } from './upload.commands.ts'
import { uploadRulesOn } from './upload-rules.ts'
import { getOwnUpload } from './upload.store.ts'
import { ownerText } from './upload.ts'

const tusPath = '/tai-tep/tus'

/** The library is handed a bare request; here stands whose it is. */
const asking = new WeakMap<object, WebContext>()

function contextOf(request: object): WebContext {
  const c = asking.get(request)
  if (!c) throw new Error('a request that did not come in by the door')
  return c
}

/** What the library throws and reads. */
const answered = (c: WebContext, status: number, key: Key, params: Params = {}) => ({
  status_code: status,
  body: inLocale(c.var.locale, () => say(key, params)),
})

const refusal = (c: WebContext, fault: unknown) =>
  fault instanceof Problem ? answered(c, fault.status, fault.key, fault.params) : (fault as Error)

async function orAnswered<T>(c: WebContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    throw refusal(c, fault)
  }
}

const tooLarge = (c: WebContext) =>
  answered(c, 413, 'kernel.stored_file.too_large', { megabytes: Math.floor(c.var.intake.most / 1_000_000) })

type Declared = { id: string; size?: number | undefined; metadata?: Record<string, string | null> | undefined }

/** The row first: a file without a row is nobody's and is swept away, a row without a file only waits in vain. */
function begin(c: WebContext, { id, size = 0, metadata = {} }: Declared) {
  return orAnswered(c, async () => {
    const [owner] = ownersFor(c)
    if (!owner) throw new Problem('forbidden', 'uploads.upload.no_owner')
    holdOffStrangers(c, owner)
    if (size === 0) throw new Problem('invalid', 'kernel.stored_file.empty')
    const hash = /^[0-9a-f]{64}$/.test(metadata['sha256'] ?? '') ? metadata['sha256'] : null
    const begun = { id, owner: ownerText(owner), name: metadata['filename'] ?? '', size, hash }
    await perform(c.var.ctx, beginUpload, begun)
    return {}
  })
}

async function openServer(files: FileHouse, expires: number): Promise<Server> {
  // Loaded with the first upload.
  const [{ FileStore }, { Server }] = await Promise.all([import('@tus/file-store'), import('@tus/server')])
  const datastore = new FileStore({ directory: incomingFolder(files), expirationPeriodInMilliseconds: expires })
  datastore.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  return new Server({
    path: tusPath,
    datastore,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    maxSize: (request) => contextOf(request).var.intake.most,
    namingFunction: (request) => newId(contextOf(request).var.ctx.now),
    getFileIdFromRequest: (_, last) => (last && /^[0-9a-f-]{36}$/.test(last) ? last : undefined),
    onUploadCreate: (request, upload) => begin(contextOf(request), upload),
    onIncomingRequest: async (request, id) => {
      const c = contextOf(request)
      if (request.method !== 'POST') await orAnswered(c, () => getOwnUpload(c.var.ctx.db, id, ownersFor(c)))
    },
    onUploadFinish: async (request, { id }) => {
      const c = contextOf(request)
      await orAnswered(c, () => receive(c.var.ctx, toolsOf(c), id, ownersFor(c)))
      return {}
    },
    onResponseError: (request, fault) =>
      'status_code' in fault && fault.status_code === 413 ? tooLarge(contextOf(request)) : undefined,
  })
}

const servers = new WeakMap<FileHouse, Server>()

async function serverOf(c: WebContext): Promise<Server> {
  const { files, ctx } = c.var
  const known = servers.get(files)
  if (known) return known
  await makeIncoming(files)
  const made = await openServer(files, uploadRulesOn(dayOf(ctx.now)).unfinishedDays * 86_400_000)
  servers.set(files, made)
  return made
}

async function answer(c: WebContext): Promise<Response> {
  const server = await serverOf(c)
  asking.set(c.req.raw, c)
  const from = await server.handleWeb(c.req.raw as never)
  // Scripts of other sites have no business here.
  const headers = [...from.headers].filter(([name]) => !name.startsWith('access-control-'))
  return c.body(from.body as never, from.status as 200, { 'cache-control': 'no-store', ...Object.fromEntries(headers) })
}

/** The pieces are gone from where they came in; to whoever still asks, the file is all there. */
const allThere = (c: WebContext, size: number): Response =>
  c.body(null, 200, {
    'tus-resumable': '1.0.0',
    'upload-offset': String(size),
    'upload-length': String(size),
    'cache-control': 'no-store',
  })

/** A client that was cut off after the last byte learns by HEAD that it is all there: then it must be taken as such. */
async function answerHead(c: WebContext): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (c.req.raw.method !== 'HEAD') return c.redirect(`/tai-tep/${id}`, 303)
  const upload = await getOwnUpload(c.var.ctx.db, id, ownersFor(c))
  if (upload.state !== 'receiving') {
    await goOn(c, upload)
    return allThere(c, upload.declaredSize)
  }
  const answered = await answer(c)
  const length = answered.headers.get('upload-length')
  if (answered.ok && length !== null && answered.headers.get('upload-offset') === length)
    await receive(c.var.ctx, toolsOf(c), id, ownersFor(c))
  return answered
}

async function answerDelete(c: WebContext): Promise<Response> {
  const answered = await answer(c)
  if (answered.ok) await dropFile(c.var.ctx, c.req.param('id') ?? '', ownersFor(c))
  return answered
}

const one = `${tusPath}/:id`
const route = (method: Route['method'], path: string, to: Route['answer']): Route => ({
  method,
  path,
  needs: 'public',
  answer: to,
  inPieces: true,
})

export const tusPages: readonly Route[] = [
  route('OPTIONS', tusPath, answer),
  route('POST', tusPath, answer),
  route('GET', one, answerHead),
  route('PATCH', one, answer),
  route('DELETE', one, answerDelete),
]
