/** Files and the buttons beside them in an ordinary form, as every browser can send it. */
import { Problem, type FieldProblem } from '#kernel/problem.ts'
import { formOf } from '#kernel/submit.ts'
import type { WebContext } from '#kernel/web.ts'
import { holdOffStrangers, ownerFor, ownersFor, toolsOf } from './owner.pages.ts'
import { dropFile, joinFiles, receive, takeBytes, turnFile } from './reception.jobs.ts'
import { moved, readAction, readIds, type UploadAction } from './upload-list.ts'
import { findUpload, type Upload } from './upload.store.ts'
import type { UploadOwner } from './upload.ts'

/** What the file input of a question is called beside the hidden inputs that carry ids under the question's own name. */
export const filesField = (name: string): string => `${name}.file`
/** What the buttons are called. */
export const actionField = '_upload'

export type Taken = {
  readonly ids: readonly string[]
  /** Faults of the question, each with words that name the file. */
  readonly problems: readonly FieldProblem[]
}

const faultAt = (path: string, file: string, fault: unknown): FieldProblem => {
  if (!(fault instanceof Problem)) throw fault
  return { path, key: fault.key, params: { ...fault.params, name: file } }
}

/** Takes in the files that a form brought along for `field`: checked as all others are. Those refused are not among the ids. */
async function takeFiles(c: WebContext, field: string, owner: UploadOwner = ownerFor(c)): Promise<Taken> {
  const ids: string[] = []
  const problems: FieldProblem[] = []
  for (const sent of (await formOf(c)).getAll(filesField(field))) {
    if (!(sent instanceof File) || sent.size === 0) continue
    try {
      holdOffStrangers(c, owner)
      const bytes = new Uint8Array(await sent.arrayBuffer())
      const id = await takeBytes({ ...c.var.ctx, key: undefined }, toolsOf(c), owner, { name: sent.name, bytes })
      const { state, refusal } = (await findUpload(c.var.ctx.db, id)) ?? {}
      if (state === 'refused' && refusal) problems.push({ path: field, key: refusal, params: { name: sent.name } })
      else ids.push(id)
    } catch (fault) {
      problems.push(faultAt(field, sent.name, fault))
    }
  }
  return { ids, problems }
}

/** Whoever asks how a file stands brings its check to an end, if the process that had begun it was killed. */
export async function goOn(c: WebContext, { id, state, scan }: Upload): Promise<void> {
  if (state === 'checking' && scan !== 'waiting') await receive(c.var.ctx, toolsOf(c), id, ownersFor(c))
}

const joinedName = 'giay-to-ghep.pdf'

async function act(c: WebContext, ids: readonly string[], { verb, id }: UploadAction): Promise<string[]> {
  const { ctx } = c.var
  const own = { ctx: { ...ctx, key: undefined }, tools: toolsOf(c), owners: ownersFor(c) }
  if (verb === 'join') {
    const made = await joinFiles(own.ctx, own.tools, { owner: ownerFor(c), owners: own.owners, ids, name: joinedName })
    const still = await Promise.all(ids.map((one) => findUpload(ctx.db, one)))
    return [made, ...ids.filter((_, at) => still[at]?.usedBy === null)]
  }
  if (id === null || !ids.includes(id)) return [...ids]
  if (verb === 'up' || verb === 'down') return moved(ids, id, verb)
  if (verb === 'turn') await turnFile(own.ctx, own.tools, id, own.owners)
  if (verb === 'drop') await dropFile(own.ctx, id, own.owners)
  return verb === 'drop' ? ids.filter((one) => one !== id) : [...ids]
}

/**
 * Everything a posted form says about the files of one question: those it had (in order), those it brings, and the
 * button that was pressed. `acted`: it was such a button, so the form only wants to be shown again.
 */
export async function readUploads(c: WebContext, field: string): Promise<Taken & { readonly acted: boolean }> {
  const form = await formOf(c)
  const before = readIds(form.getAll(field))
  const taken = await takeFiles(c, field)
  const ids = [...before, ...taken.ids]
  const action = readAction(form.get(actionField))
  if (action?.field !== field) return { ids, problems: taken.problems, acted: action !== null }
  try {
    return { ids: await act(c, ids, action), problems: taken.problems, acted: true }
  } catch (fault) {
    return { ids, problems: [...taken.problems, faultAt(field, '', fault)], acted: true }
  }
}
