import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { openFolderHouse } from '#kernel/file-house.ts'
import type { Module } from '#kernel/module.ts'
import { get } from '#kernel/web.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { sendWhole } from '#test/tus.ts'
import { jpegOf, lockedPdf, pdfOf, program, sha256 } from '#test/upload-files.ts'
import { adoptUploads, releaseUploads, useUploads } from './upload.commands.ts'
import { giveUsedUpload } from './preview.pages.ts'
import { findUpload, findUploads, listUnused } from './upload.store.ts'

/** A module that uses files, as filing does: its page gives out what is used in the thing the address names. */
const desk: Module = {
  name: 'desk',
  permissions: ['desk.read'],
  messages: { vi: {}, en: {} },
  commands: [],
  pages: [
    get('/ban/:thing/:upload', 'filing.assist', (c) =>
      giveUsedUpload(c, c.req.param('upload') ?? '', 'file', {
        usedBy: `desk.thing/${c.req.param('thing')}`,
        purpose: 'thẩm định hồ sơ',
      }),
    ),
  ],
}

let town: Town
let folder: string
let pdf: Uint8Array
let photo: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'))
  town = await openTown({ files: await openFolderHouse(folder), also: [desk] })
  pdf = await pdfOf(2)
  photo = await jpegOf(1700, 2400)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => town.at('2025-05-14T08:00'))

const as = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)
const owner = () => ({ kind: 'party', id: town.partyId('ha') }) as const
const mine = async () => (await listUnused(town.db, [owner()])).map(({ id, name }) => ({ id, name }))
const idsIn = (html: string) =>
  [...html.matchAll(/type="hidden" name="tep" value="([0-9a-f-]{36})"/g)].map(([, id]) => id)

/** Sends the form of the page as it stands, with one of its buttons pressed. */
async function press(who: Visitor, verb: string, id: string, path = '/tai-tep'): Promise<string> {
  const html = await (await who.open(path)).text()
  const sent = await who.send('/tai-tep', { tep: idsIn(html).map(String), _upload: `${verb}:tep:${id}` })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

describe('without any script', () => {
  test('several files go with an ordinary form, are put in order, turned, joined and dropped by its buttons', async () => {
    const ha = town.asCitizen('ha')
    const sent = await ha.send('/tai-tep', {
      'tep.file': [as(photo, 'trang 1.jpg'), as(photo, 'trang 2.jpg'), as(pdf, 'c.pdf')],
    })
    expect(sent.status).toBe(303)
    const [first, second, third] = (await mine()).map(({ id }) => id)
    let at = await press(ha, 'down', first ?? '')
    expect(idsIn(await (await ha.open(at)).text())).toEqual([second, first, third])
    at = await press(ha, 'up', third ?? '', at)
    expect(idsIn(await (await ha.open(at)).text())).toEqual([second, third, first])
    at = await press(ha, 'turn', first ?? '', at)
    expect(await findUpload(town.db, first ?? '')).toMatchObject({ turn: 90, state: 'ready' })
    at = await press(ha, 'drop', third ?? '', at)
    expect(idsIn(await (await ha.open(at)).text())).toEqual([second, first])
    await press(ha, 'join', '', at)
    const [made] = await mine()
    expect(await findUpload(town.db, made?.id ?? '')).toMatchObject({ pages: 2, fileType: 'pdf' })
    expect(await mine()).toHaveLength(1)
    await press(ha, 'drop', made?.id ?? '')
    expect(await mine()).toEqual([])
  })

  test('what is refused is named with its reason, and what came with it is taken', async () => {
    const ha = town.asCitizen('ha')
    const bad = [as(program(), 'don.pdf'), as(await lockedPdf('x'), 'khoa.pdf'), as(new Uint8Array(), 'rong.pdf')]
    const sent = await ha.send('/tai-tep', { 'tep.file': [as(pdf, 'tot.pdf'), ...bad] })
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain('href="#tep"')
    expect(html).toContain('don.pdf không phải ảnh')
    expect(html).toContain('có mật khẩu')
    expect((await mine()).map(({ name }) => name)).toContain('tot.pdf')
    for (const { id } of await mine()) await ha.send(`/tai-tep/${id}/bo`)
  })

  test('a form larger than the house takes is refused whole', async () => {
    const big = new File([new Uint8Array(32_000_000)], 'to.pdf')
    expect((await town.asCitizen('ha').send('/tai-tep', { 'tep.file': big })).status).toBe(413)
  })

  test('somebody who has not signed in is known by their browser', async () => {
    const browser = town.as()
    expect((await browser.send('/tai-tep', { 'tep.file': as(pdf, 'a.pdf') })).status).toBe(303)
    expect(idsIn(await (await browser.open('/tai-tep')).text())).toHaveLength(1)
    expect(idsIn(await (await town.as().open('/tai-tep')).text())).toHaveLength(0)
  })

  test('ids of others in the form do nothing', async () => {
    const hers = await sendWhole(town.asCitizen('ha'), 'a.pdf', pdf)
    const phuc = town.asCitizen('phuc')
    for (const verb of ['turn', 'drop', 'join']) {
      const sent = await phuc.send('/tai-tep', { tep: [hers, hers], _upload: `${verb}:tep:${hers}` })
      expect(sent.status).toBe(422)
    }
    expect(await findUpload(town.db, hers)).toMatchObject({ state: 'ready', turn: 0, usedBy: null })
  })
})

describe('files become part of something', () => {
  const ctx = (): Ctx => ({ db: town.db, actor: nobody, now: town.now(), requestId: 'r' })
  const within = <T>(work: (ctx: Ctx) => Promise<T>) => town.db.transaction().execute((db) => work({ ...ctx(), db }))

  test('once, by its owner, when they are ready; and the same thing may say so again', async () => {
    const ha = town.asCitizen('ha')
    const [id, refused] = [await sendWhole(ha, 'a.pdf', pdf), await sendWhole(ha, 'b.pdf', program())]
    const use = (ids: string[], by: string, who = owner()) => within((one) => useUploads(one, ids, [who], by))
    await expect(use([id, refused], 'x/1')).rejects.toMatchObject({ kind: 'conflict' })
    expect((await findUpload(town.db, id))?.usedBy).toBeNull()
    await expect(use([id], 'x/1', { kind: 'party', id: town.partyId('phuc') })).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(use(['0198f2c4-0000-7000-8000-00000000000a'], 'x/1')).rejects.toMatchObject({ kind: 'missing' })
    expect(await use([id], 'x/1')).toMatchObject([{ id, fileHash: sha256(pdf), pages: 2 }])
    await use([id], 'x/1')
    await expect(use([id], 'x/2')).rejects.toMatchObject({ key: 'uploads.upload.in_use' })
    expect((await ha.send(`/tai-tep/${id}/bo`)).status).toBe(409)
    expect((await ha.send(`/tai-tep/${id}/xoay`)).status).toBe(409)
    expect((await ha.open(`/tai-tep/${id}`)).status).toBe(200)
    await within((one) => releaseUploads(one, [id], 'x/2'))
    expect((await findUpload(town.db, id))?.usedBy).toBe('x/1')
    await within((one) => releaseUploads(one, [id], 'x/1'))
    expect((await findUpload(town.db, id))?.usedBy).toBeNull()
  })

  test('of two things that want the same file at once, one gets it', async () => {
    const id = await sendWhole(town.asCitizen('ha'), 'a.pdf', pdf)
    const use = (by: string) => within((one) => useUploads(one, [id], [owner()], by))
    const done = await Promise.allSettled([use('x/1'), use('x/2')])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('what a browser sent in before its person signed in becomes theirs', async () => {
    const browser = town.as()
    await browser.open('/tai-tep')
    const id = await sendWhole(browser, 'a.pdf', pdf)
    const before = (await findUpload(town.db, id))?.owner ?? ''
    const visitor = { kind: 'visitor', id: before.replace('visitor:', '') } as const
    await within((one) => adoptUploads(one, [id], { kind: 'visitor', id: 'other' }, owner()))
    expect(await findUploads(town.db, [id], [owner()])).toEqual([])
    await within((one) => adoptUploads(one, [id], visitor, owner()))
    expect(await findUploads(town.db, [id], [owner()])).toHaveLength(1)
  })

  test('whoever handles the thing may read them, by its page alone; the reading is written down with its purpose', async () => {
    const id = await sendWhole(town.asCitizen('ha'), 'Đơn.pdf', pdf)
    const mai = town.as('mai')
    expect((await mai.open(`/ban/7/${id}`)).status).toBe(404)
    await within((one) => useUploads(one, [id], [owner()], 'desk.thing/7'))
    expect((await mai.open(`/ban/8/${id}`)).status).toBe(404)
    expect((await mai.open(`/tai-tep/${id}`)).status).toBe(404)
    expect((await town.asCitizen('ha').open(`/ban/7/${id}`)).status).toBe(403)
    const given = await mai.open(`/ban/7/${id}`)
    expect(sha256(new Uint8Array(await given.arrayBuffer()))).toBe(sha256(pdf))
    const readings = await town.db
      .selectFrom('kernel.event')
      .select(['accountId', 'about', 'detail'])
      .where('command', '=', 'uploads.upload.read')
      .execute()
    expect(readings).toEqual([
      { accountId: town.accountId('mai'), about: `uploads.upload/${id}`, detail: { purpose: 'thẩm định hồ sơ' } },
    ])
  })
})

test('strangers behind one address are held off after many files, whatever their cookies', async () => {
  const crowded = await openTown({ files: await openFolderHouse(folder), proxies: 1 })
  const send = (cookie: string, address: string) =>
    crowded.fetch(
      new Request('http://town.test/tai-tep/tus', {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': '10',
          origin: 'http://town.test',
          cookie,
          'x-forwarded-for': address,
        },
      }),
    )
  try {
    let [at, status] = [0, 201]
    while (status === 201 && at < 300) status = (await send(`tgu=${at++}`, '192.0.2.7')).status
    expect([status, at]).toEqual([429, 201])
    expect((await send('tgu=x', '198.51.100.4')).status).toBe(201)
  } finally {
    await crowded.close()
  }
})

describe('other systems', () => {
  test('hand a file in whole, with its hash; a wrong hash is refused', async () => {
    const mai = town.as('mai')
    const base64 = Buffer.from(pdf).toString('base64')
    const taken = await mai.api('/uploads', { name: 'a.pdf', base64, sha256: sha256(pdf) })
    expect(await taken.json()).toMatchObject({ state: 'ready', originalHash: sha256(pdf), pages: 2 })
    const wrong = await mai.api('/uploads', { name: 'a.pdf', base64, sha256: sha256(photo) })
    expect(await wrong.json()).toMatchObject({ state: 'refused', refusal: 'uploads.upload.differs' })
    const { items } = (await (await mai.api('/uploads')).json()) as { items: object[] }
    expect(items).toHaveLength(2)
    expect((await town.as().api('/uploads', { name: 'a.pdf', base64 })).status).toBe(401)
  })

  test('a file of the same name said twice under one key is one file', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'tep-1' }
    const body = JSON.stringify({ name: 'a.pdf', base64: Buffer.from(pdf).toString('base64') })
    const phuc = town.asCitizen('phuc')
    const send = async () => (await phuc.ask('/api/v1/uploads', { method: 'POST', headers, body })).json()
    expect(await send()).toEqual(await send())
    expect(await listUnused(town.db, [{ kind: 'party', id: town.partyId('phuc') }])).toHaveLength(1)
  })
})

test('the pieces of a file are not held back in memory by the limit of ordinary forms', async () => {
  const large = await openTown({ intake: { most: 80_000_000, scan: null, scanRequired: false } })
  try {
    const id = await sendWhole(large.asCitizen('ha'), 'to.pdf', await pdfOf(1, { noise: 34_000_000 }))
    expect((await findUpload(large.db, id))?.state).toBe('checking')
    const waiting = await large.db
      .selectFrom('jobs.job' as never)
      .selectAll()
      .execute()
    expect(JSON.stringify(waiting)).toContain('uploads.check')
  } finally {
    await large.close()
  }
})
