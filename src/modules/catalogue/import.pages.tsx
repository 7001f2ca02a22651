/** Sending a file, watching it being read, seeing what would change, applying it. */
import { perform } from '#kernel/command.ts'
import { isId, newId } from '#kernel/id.ts'
import { Problem, refuse, refuseField } from '#kernel/problem.ts'
import { readForm, submit } from '#kernel/submit.ts'
import type { Key } from '#kernel/text.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { differencesOf } from './difference.ts'
import { DifferencePage } from './difference.views.tsx'
import { largestFile } from './import.ts'
import { applyImport, beginImport, dropImport } from './import.commands.ts'
import { getImport, listImports } from './import.store.ts'
import { ImportPage, mostListed, SendPage } from './import.views.tsx'
import { Procedure } from './procedure.ts'
import { findChange, listChanges } from './procedure.store.ts'

const needs = 'catalogue.manage'
const formKey = (c: WebContext) => newId(c.var.ctx.now)
const idOf = (c: WebContext) => c.req.param('id') ?? ''

const importAsked = (c: WebContext) =>
  isId(idOf(c)) ? getImport(c.var.ctx.db, idOf(c)) : refuse('missing', 'catalogue.import.missing')

const sendPage = async (c: WebContext, back?: Parameters<typeof SendPage>[0]['back']) => (
  <SendPage formKey={formKey(c)} imports={await listImports(c.var.ctx.db, 20)} back={back} />
)

/** The bytes as they came: packed ones are unpacked when they are read. */
async function fileOf(sent: unknown): Promise<{ name: string; file: string }> {
  if (!(sent instanceof File) || sent.size === 0) return refuseField('file', 'catalogue.import.no_file')
  const { name } = sent
  if (sent.size > largestFile) return refuseField('file', 'catalogue.import.too_large', { name })
  return { name: name.normalize('NFC').slice(-200), file: Buffer.from(await sent.arrayBuffer()).toString('base64') }
}

async function send(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const key = typeof raw['_key'] === 'string' && raw['_key'] ? raw['_key'] : undefined
  try {
    const { id } = await perform({ ...c.var.ctx, key }, beginImport, await fileOf(raw['file']))
    return go(c, `/danh-muc/nhap/${id}`, 'catalogue.import.started')
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.kind !== 'invalid') throw fault
    const { key: said, params, status, fields } = fault
    return { status, page: await sendPage(c, { typed, key: said, params, problems: fields }) }
  }
}

async function importPage(c: WebContext): Promise<Answer> {
  const { db } = c.var.ctx
  const of = await importAsked(c)
  const listed = async (kind: 'new' | 'changed' | 'absent') =>
    of.state === 'read' ? listChanges(db, of.id, kind, mostListed) : []
  const lists = { new: await listed('new'), changed: await listed('changed'), absent: await listed('absent') }
  return <ImportPage of={of} lists={lists} formKey={formKey(c)} />
}

async function changePage(c: WebContext): Promise<Answer> {
  const of = await importAsked(c)
  const change = await findChange(c.var.ctx.db, of.id, c.req.param('code') ?? '')
  if (!change) return refuse('missing', 'catalogue.missing')
  const before = change.before ?? Procedure.parse({ code: change.after.code, name: '-' })
  return (
    <DifferencePage
      procedure={change.after}
      differences={differencesOf(before, change.after)}
      back={{ href: `/danh-muc/nhap/${of.id}`, label: of.fileName }}
    />
  )
}

const decide =
  (command: typeof applyImport | typeof dropImport, notice: Key) =>
  async (c: WebContext): Promise<Answer> => {
    const { id } = await importAsked(c)
    const done = await submit(c, command as typeof dropImport, { id })
    if (!done.ok) return refuse('conflict', done.key, done.params)
    return go(c, `/danh-muc/nhap/${id}`, notice)
  }

export const importPages = [
  get('/danh-muc/nhap', needs, (c) => sendPage(c)),
  post('/danh-muc/nhap', needs, send),
  get('/danh-muc/nhap/:id', needs, importPage),
  get('/danh-muc/nhap/:id/:code', needs, changePage),
  post('/danh-muc/nhap/:id/ap-dung', needs, decide(applyImport, 'catalogue.import.applied')),
  post('/danh-muc/nhap/:id/bo', needs, decide(dropImport, 'catalogue.import.dropped')),
]
