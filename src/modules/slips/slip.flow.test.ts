import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { type FileHouse, openFolderHouse } from '#kernel/file-house.ts'
import type { Module } from '#kernel/module.ts'
import { readPdf } from '#test/pdf-read.ts'
import { lengthy, ordinary } from '#test/some-slips.ts'
import { openTown, type Town } from '#test/town.ts'
import { listSlips, makeSlip, slipPages } from './public.ts'

let town: Town
let files: FileHouse
let folder: string

/** Stands for whoever handles dossiers: the applicant sees their own slips, the desk those of dossiers. */
const desk: Module = {
  name: 'desk-of-test',
  permissions: [],
  messages: { vi: {}, en: {} },
  commands: [],
  pages: slipPages((c, slip) => {
    const { actor } = c.var.ctx
    const mine = slip.content.kind !== 'register' && slip.content.applicant.name === c.var.citizen?.name
    return mine || actor.permissions.has('filing.assist')
  }),
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slips-'))
  files = await openFolderHouse(folder)
  town = await openTown({ files, also: [desk] })
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

const ctx = (): Ctx => ({ db: town.db, actor: nobody, now: town.now(), requestId: 'thử' })

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

test('the owner and the desk see the slip and its file; to others it is not there', async () => {
  const { id } = await makeSlip(ctx(), files, ordinary.receipt)
  for (const visitor of [town.asCitizen('ha'), town.as('mai')]) {
    const page = await visitor.open(`/phieu/${id}`)
    expect(page.status).toBe(200)
    const text = await page.text()
    for (const said of [
      'H58.07.04-250508-0031',
      '17 giờ 00, ngày 15/05/2025',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Bản sao',
    ])
      expect(text).toContain(said)
    const file = await visitor.open(`/phieu/${id}/tep`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect((await readPdf(await bytesOf(file))).pages[0]?.text).toContain('Mã hồ sơ: H58.07.04-250508-0031')
  }
  for (const visitor of [town.asCitizen('phuc'), town.as('binh'), town.as()]) {
    expect((await visitor.open(`/phieu/${id}`)).status).toBe(404)
    expect((await visitor.open(`/phieu/${id}/tep`)).status).toBe(404)
  }
  expect((await town.as('mai').open('/phieu/khong-co')).status).toBe(404)
})

test('a job that runs twice for one happening makes one slip of a kind', async () => {
  const source = 'test/1#1'
  const made = await Promise.all([1, 2].map(() => makeSlip(ctx(), files, ordinary.apology, source)))
  const again = await makeSlip(ctx(), files, { ...ordinary.apology, reason: 'Lý do khác' }, source)
  expect(new Set([...made, again].map(({ id }) => id)).size).toBe(1)
  expect((await makeSlip(ctx(), files, ordinary.control, source)).id).not.toBe(again.id)
  expect((await makeSlip(ctx(), files, ordinary.apology, 'test/1#2')).fileHash).toBe(again.fileHash)
})

test('slips of a dossier are found by either of its codes, in their order', async () => {
  const dossierCode = 'H58.07.04-250508-0999'
  await makeSlip(ctx(), files, { ...ordinary.supplement, dossierCode: null, requestCode: 'YC-1' })
  town.at('2025-05-15T08:00')
  await makeSlip(ctx(), files, { ...ordinary.receipt, dossierCode, requestCode: 'YC-1' })
  town.at('2025-05-14T08:00')
  expect((await listSlips(town.db, 'YC-1')).map(({ kind }) => kind)).toEqual(['supplement', 'receipt'])
  expect((await listSlips(town.db, dossierCode)).map(({ edition }) => edition)).toEqual(['tt-01-2018'])
})

test('a slip stays by the form of its day, and there is none before the first forms', async () => {
  const { id } = await makeSlip(ctx(), files, { ...ordinary.control, issuedAt: '2025-10-01T02:00:00.000Z' })
  expect(await (await town.as('mai').open(`/phieu/${id}`)).text()).toContain('Mẫu số 06 – TT 03/2025/TT-VPCP')
  await expect(
    makeSlip(ctx(), files, { ...ordinary.control, issuedAt: '2018-01-01T02:00:00.000Z' }),
  ).rejects.toMatchObject({ kind: 'conflict', key: 'slips.slip.no_form' })
})

test('a register stands alone, a very long slip too', async () => {
  for (const content of [ordinary.register, lengthy.receipt, lengthy.supplement]) {
    const { id } = await makeSlip(ctx(), files, content)
    expect((await town.as('mai').open(`/phieu/${id}`)).status).toBe(200)
    expect((await town.as('mai').open(`/phieu/${id}/tep`)).status).toBe(200)
  }
})

test('nobody changes a slip or takes it away, the platform included', async () => {
  await makeSlip(ctx(), files, ordinary.stop)
  await expect(sql`update slips.slip set dossier_code = 'khác'`.execute(town.db)).rejects.toThrow(/permission denied/)
  await expect(sql`delete from slips.slip`.execute(town.db)).rejects.toThrow(/permission denied/)
})
