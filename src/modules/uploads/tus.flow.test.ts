import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { openFolderHouse, type FileHouse } from '#kernel/file-house.ts'
import { isWhole } from '#kernel/file.store.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { begin, cutAfter, head, idOf, offsetOf, patch, placeOf, sendWhole, terminate } from '#test/tus.ts'
import { jpegOf, noise, pdfOf, program, sha256 } from '#test/upload-files.ts'
import { settleRest, sweepUploads } from './sweep.jobs.ts'
import { findUpload } from './upload.store.ts'

let town: Town
let files: FileHouse
let folder: string
let pdf: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'))
  files = await openFolderHouse(folder)
  town = await openTown({ files })
  pdf = await pdfOf(3, { noise: 300_000 })
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

const incoming = () => readdirSync(join(folder, 'incoming/pieces'))
const lies = (id: string) => statSync(join(folder, 'incoming/pieces', id)).size
const stateOf = async (id: string) => (await findUpload(town.db, id))?.state
const ctx = () => ({ db: town.db, actor: nobody, now: town.now(), requestId: 'job' })
const tools = () => ({ files, intake: { most: 30_000_000, scan: null, scanRequired: false } })
const eventsOf = async (id: string) =>
  (
    await town.db
      .selectFrom('kernel.event')
      .select('command')
      .where('about', '=', `uploads.upload/${id}`)
      .orderBy('seq')
      .execute()
  ).map(({ command }) => command)

const half = () => pdf.subarray(0, 150_000)
const rest = () => pdf.subarray(150_000)

describe('§10.9 a file that is sent in pieces', () => {
  test('goes on after the network was cut, from the byte the house has', async () => {
    const ha = town.asCitizen('ha')
    const begun = await begin(ha, pdf.length, { filename: 'Giấy chứng sinh.pdf', sha256: sha256(pdf) })
    expect(begun.status).toBe(201)
    expect(begun.headers.get('upload-expires')).toBeTruthy()
    const at = placeOf(begun)
    const cut = await patch(
      ha,
      at,
      0,
      cutAfter(half(), () => lies(idOf(begun)) === 150_000),
    )
    expect(cut.status).toBe(400)
    const offset = await offsetOf(ha, at)
    expect(offset).toBe(150_000)
    expect((await patch(ha, at, offset, pdf.subarray(offset))).status).toBe(204)
    const upload = await findUpload(town.db, idOf(begun))
    expect(upload).toMatchObject({ state: 'ready', name: 'Giấy chứng sinh.pdf', pages: 3, originalHash: sha256(pdf) })
    expect(upload?.fileHash).toBe(upload?.originalHash)
    expect(await isWhole(files, sha256(pdf))).toBe(true)
    expect(incoming()).toEqual([])
    expect(await eventsOf(idOf(begun))).toEqual([
      'uploads.upload.begin',
      'uploads.upload.receive',
      'uploads.upload.settle',
    ])
  })

  test('whose last answer was lost is found whole, and not sent again', async () => {
    const ha = town.asCitizen('ha')
    const begun = await begin(ha, pdf.length, { filename: 'a.pdf' })
    await patch(ha, placeOf(begun), 0, pdf)
    expect(await offsetOf(ha, placeOf(begun))).toBe(pdf.length)
    expect(await eventsOf(idOf(begun))).toHaveLength(3)
  })

  test('is taken from the wrong byte by no means', async () => {
    const ha = town.asCitizen('ha')
    const at = placeOf(await begin(ha, pdf.length, { filename: 'a.pdf' }))
    await patch(ha, at, 0, half())
    expect((await patch(ha, at, 0, rest())).status).toBe(409)
    expect((await patch(ha, at, 149_999, rest())).status).toBe(409)
    expect(await offsetOf(ha, at)).toBe(150_000)
    expect((await patch(ha, at, 150_000, rest())).status).toBe(204)
  })

  test('is written by one of two who send at once, never by both', async () => {
    const ha = town.asCitizen('ha')
    const begun = await begin(ha, pdf.length, { filename: 'a.pdf', sha256: sha256(pdf) })
    const at = placeOf(begun)
    const answers = await Promise.all([patch(ha, at, 0, half()), patch(ha, at, 0, half())])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    expect((await patch(ha, at, await offsetOf(ha, at), rest())).status).toBe(204)
    expect(await stateOf(idOf(begun))).toBe('ready')
  })

  test('may not be longer than it said', async () => {
    const ha = town.asCitizen('ha')
    const at = placeOf(await begin(ha, 100, { filename: 'a.pdf' }))
    expect((await patch(ha, at, 0, pdf)).status).toBe(413)
    expect(await offsetOf(ha, at)).toBe(0)
  })

  test('and was altered on its way is refused with words', async () => {
    const ha = town.asCitizen('ha')
    const id = await sendWhole(ha, 'a.pdf', pdf, sha256(noise(10)))
    expect(await findUpload(town.db, id)).toMatchObject({
      state: 'refused',
      refusal: 'uploads.upload.differs',
      fileHash: null,
    })
    const told = (await (await ha.open(`/tai-tep/${id}/tinh-trang`)).json()) as { says: string[] }
    expect(told.says.join()).toContain('sai lệch')
    expect(incoming().filter((name) => name.startsWith(id))).toEqual([])
  })

  test('can be given up while it is on its way, and then is gone', async () => {
    const ha = town.asCitizen('ha')
    const begun = await begin(ha, pdf.length, { filename: 'a.pdf' })
    await patch(ha, placeOf(begun), 0, half())
    expect((await terminate(ha, placeOf(begun))).status).toBe(204)
    expect((await head(ha, placeOf(begun))).status).toBe(404)
    expect(await stateOf(idOf(begun))).toBe('dropped')
    expect(incoming().filter((name) => name.startsWith(idOf(begun)))).toEqual([])
  })
})

describe('what is not taken', () => {
  test('a file of 200 MB: refused before a byte of it is sent, and the limit is said', async () => {
    const refused = await begin(town.asCitizen('ha'), 200_000_000, { filename: 'phim.pdf' })
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('30 MB')
  })

  test('a program that calls itself a PDF, an empty file, an office document', async () => {
    const ha = town.asCitizen('ha')
    for (const bytes of [program(), new TextEncoder().encode('<html><script>alert(1)</script>')])
      expect(await findUpload(town.db, await sendWhole(ha, 'don.pdf', bytes))).toMatchObject({
        state: 'refused',
        refusal: 'uploads.upload.not_taken',
      })
    expect((await begin(ha, 0, { filename: 'a.pdf' })).status).toBe(422)
  })

  test('requests that are no tus, lengths left open, names that lead elsewhere', async () => {
    const ha = town.asCitizen('ha')
    expect((await ha.ask('/tai-tep/tus', { method: 'POST' })).status).toBe(412)
    const open = { 'tus-resumable': '1.0.0', 'upload-defer-length': '1' }
    expect((await ha.ask('/tai-tep/tus', { method: 'POST', headers: open })).status).toBe(501)
    for (const id of ['..%2f..%2fsecret', 'x', '00000000-0000-7000-8000-000000000000'])
      expect((await head(ha, `/tai-tep/tus/${id}`)).status).toBe(404)
    const id = await sendWhole(ha, '../../../etc/passwd.pdf', pdf)
    expect((await findUpload(town.db, id))?.name).toBe('passwd.pdf')
  })

  test('more than an owner may leave lying about', async () => {
    const nga = town.asCitizen('nga')
    for (let file = 0; file < 16; file++) expect((await begin(nga, 30_000_000, { filename: 'a.pdf' })).status).toBe(201)
    const refused = await begin(nga, 30_000_000, { filename: 'a.pdf' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('500 MB')
  })

  test('anything of a browser that keeps no cookie', async () => {
    expect((await begin(town.as(), 100, { filename: 'a.pdf' })).status).toBe(403)
  })
})

describe('the upload of another person', () => {
  const doors = (id: string): [string, (who: Visitor) => Promise<Response>][] => [
    ['HEAD', (who) => head(who, `/tai-tep/tus/${id}`)],
    ['PATCH', (who) => patch(who, `/tai-tep/tus/${id}`, 0, noise(10))],
    ['DELETE', (who) => terminate(who, `/tai-tep/tus/${id}`)],
    ['download', (who) => who.open(`/tai-tep/${id}`)],
    ['original', (who) => who.open(`/tai-tep/${id}/goc`)],
    ['preview', (who) => who.open(`/tai-tep/${id}/xem`)],
    ['thumbnail', (who) => who.open(`/tai-tep/${id}/nho`)],
    ['state', (who) => who.open(`/tai-tep/${id}/tinh-trang`)],
    ['turn', (who) => who.send(`/tai-tep/${id}/xoay`)],
    ['drop', (who) => who.send(`/tai-tep/${id}/bo`)],
    ['API', (who) => who.api(`/uploads/${id}`)],
    ['API turn', (who) => who.api(`/uploads/${id}/turn`, {})],
    ['API drop', (who) => who.api(`/uploads/${id}/drop`, {})],
  ]

  test('is missing at every door: to other citizens, to staff, to whoever has not signed in', async () => {
    const id = await sendWhole(town.asCitizen('ha'), 'a.pdf', pdf)
    for (const who of [town.asCitizen('phuc'), town.as('quan'), town.as('mai'), town.as()])
      for (const [door, knock] of doors(id)) expect([door, (await knock(who)).status]).toEqual([door, 404])
    expect(await stateOf(id)).toBe('ready')
  })

  test('of a browser nobody has signed in with is that browser’s alone, and stays its person’s after signing in', async () => {
    const browser = town.as()
    await browser.open('/tai-tep')
    const id = await sendWhole(browser, 'a.pdf', pdf)
    expect((await browser.open(`/tai-tep/${id}`)).status).toBe(200)
    const other = town.as()
    await other.open('/tai-tep')
    expect((await other.open(`/tai-tep/${id}`)).status).toBe(404)
  })
})

describe('a process killed on the way', () => {
  test('between the last byte and its being said: the next one takes the file as whole', async () => {
    const ha = town.asCitizen('ha')
    const photo = await jpegOf(1700, 1200)
    const begun = await begin(ha, photo.length, { filename: 'a.jpg' })
    await patch(ha, placeOf(begun), 0, photo.subarray(0, photo.length - 1))
    appendFileSync(join(folder, 'incoming/pieces', idOf(begun)), photo.subarray(photo.length - 1))
    expect(await stateOf(idOf(begun))).toBe('receiving')
    town.at('2025-05-14T08:10')
    await settleRest(ctx(), tools())
    expect(await stateOf(idOf(begun))).toBe('ready')
    await settleRest(ctx(), tools())
    expect((await eventsOf(idOf(begun))).filter((name) => name === 'uploads.upload.settle')).toHaveLength(1)
    town.at('2025-05-14T08:00')
  })

  test('while it was being checked: the check is done once', async () => {
    const ha = town.asCitizen('ha')
    const begun = await begin(ha, pdf.length, { filename: 'a.pdf' })
    await patch(ha, placeOf(begun), 0, half())
    appendFileSync(join(folder, 'incoming/pieces', idOf(begun)), rest())
    await town.db.updateTable('uploads.upload').set({ state: 'checking' }).where('id', '=', idOf(begun)).execute()
    town.at('2025-05-14T08:10')
    await Promise.all([settleRest(ctx(), tools()), settleRest(ctx(), tools())])
    expect(await stateOf(idOf(begun))).toBe('ready')
    expect((await eventsOf(idOf(begun))).filter((name) => name === 'uploads.upload.settle')).toHaveLength(1)
    town.at('2025-05-14T08:00')
  })

  test('while it was being checked: whoever asks how it stands brings it to its end', async () => {
    const ha = town.asCitizen('ha')
    for (const asks of [
      (id: string) => head(ha, `/tai-tep/tus/${id}`),
      (id: string) => ha.open(`/tai-tep/${id}/tinh-trang`),
    ]) {
      const begun = await begin(ha, pdf.length, { filename: 'a.pdf' })
      await patch(ha, placeOf(begun), 0, half())
      appendFileSync(join(folder, 'incoming/pieces', idOf(begun)), rest())
      await town.db.updateTable('uploads.upload').set({ state: 'checking' }).where('id', '=', idOf(begun)).execute()
      await Promise.all([asks(idOf(begun)), asks(idOf(begun))])
      expect(await stateOf(idOf(begun))).toBe('ready')
      expect((await eventsOf(idOf(begun))).filter((name) => name === 'uploads.upload.settle')).toHaveLength(1)
    }
  })
})

test('what never came to its end goes after some days, what nobody used after more; what is used stays', async () => {
  const ha = town.asCitizen('ha')
  const unfinished = await begin(ha, pdf.length, { filename: 'do-dang.pdf' })
  await patch(ha, placeOf(unfinished), 0, half())
  const [unused, used] = [await sendWhole(ha, 'a.pdf', pdf), await sendWhole(ha, 'b.pdf', pdf)]
  await town.db.updateTable('uploads.upload').set({ usedBy: 'filing.application/1' }).where('id', '=', used).execute()
  const states = () => Promise.all([idOf(unfinished), unused, used].map(stateOf))
  town.at('2025-05-19T08:00')
  await sweepUploads(ctx(), tools())
  expect(await states()).toEqual(['dropped', 'ready', 'ready'])
  expect(incoming().filter((name) => name.startsWith(idOf(unfinished)))).toEqual([])
  town.at('2025-06-20T08:00')
  await sweepUploads(ctx(), tools())
  expect(await states()).toEqual(['dropped', 'dropped', 'ready'])
})
