/** Whose request it is, as far as files are concerned; somebody who has not signed in is known by their browser. */
import { getCookie, setCookie } from 'hono/cookie'
import type { FileHouse } from '#kernel/file-house.ts'
import { Problem } from '#kernel/problem.ts'
import { type Gate, openGate } from '#kernel/rate.ts'
import { hashOf } from '#kernel/session.store.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import type { WebContext } from '#kernel/web.ts'
import { type Tools } from './check.jobs.ts'
import { uploadRulesOn } from './upload-rules.ts'
import { ownersOf, type UploadOwner } from './upload.ts'

/** Lives as long as the longest unused file. */
const visitorCookie = 'tgu'
const visitorSeconds = 30 * 86_400

const minted = new WeakMap<WebContext, string>()

function visitorOf(c: WebContext): string | null {
  const token = minted.get(c) ?? getCookie(c, visitorCookie)
  return token ? hashOf(token) : null
}

/** All whose files this request may look at. */
export const ownersFor = (c: WebContext): UploadOwner[] => ownersOf(c.var.ctx.actor, visitorOf(c))

/** Whose the next file will be. A browser nobody knows yet is given a name: call it on every page that takes files. */
export function ownerFor(c: WebContext): UploadOwner {
  const [known] = ownersFor(c)
  if (known) return known
  const token = newToken()
  minted.set(c, token)
  const secure = c.var.site.publicUrl.startsWith('https:')
  setCookie(c, visitorCookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: visitorSeconds, secure })
  return { kind: 'visitor', id: hashOf(token) }
}

const gates = new WeakMap<FileHouse, Gate>()

/**
 * Whoever throws their cookie away has a new name and a new allowance, so strangers are also counted by address: in the
 * memory of the process, as failures at open doors are (decision 008).
 */
export function holdOffStrangers(c: WebContext, owner: UploadOwner): void {
  const { address, files, ctx } = c.var
  if (owner.kind !== 'visitor' || address === null) return
  const gate = gates.get(files) ?? openGate(uploadRulesOn(dayOf(ctx.now)).strangers)
  gates.set(files, gate)
  const open = gate.enter(address, ctx.now)
  if (!open) return
  const seconds = Math.ceil((open.getTime() - ctx.now.getTime()) / 1000)
  throw new Problem('too_often', 'uploads.upload.too_often', { seconds })
}

export const toolsOf = (c: WebContext): Tools => ({ files: c.var.files, intake: c.var.intake })
