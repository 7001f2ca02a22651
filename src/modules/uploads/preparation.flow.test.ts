import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { type FileHouse, openFolderHouse } from '#kernel/file-house.ts'
import { type Intake, openScanner } from '#kernel/scan.ts'
import { eicar, openScannerServer, type ScannerServer } from '#test/outside-scanner.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { sendWhole } from '#test/tus.ts'
import { heic, jpegOf, lockedPdf, noise, paper, pdfOf, pngOf, sha256 } from '#test/upload-files.ts'
import { settleRest } from './sweep.jobs.ts'
import { findUpload } from './upload.store.ts'

let town: Town
let files: FileHouse
let folder: string
let scanner: ScannerServer
let intake: Intake
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'))
  files = await openFolderHouse(folder)
  scanner = await openScannerServer()
  intake = { most: 30_000_000, scan: openScanner(scanner.url, 2000), scanRequired: false }
  town = await openTown({ files, intake })
})
afterEach(() => {
  scanner.behave('scan')
  town.at('2025-05-14T08:00')
})
afterAll(async () => {
  await town.close()
  await scanner.close()
  rmSync(folder, { recursive: true, force: true })
})

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const upload = (id: string) => findUpload(town.db, id)

/** The colours of the corner at the top left and of the one at the bottom right: red and blue on a page that stands upright. */
async function corners(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const nameAt = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels
    const [red = 0, , blue = 0] = data.subarray(at, at + 3)
    return red > 120 && blue < 90 ? 'red' : blue > 90 && red < 60 ? 'blue' : 'paper'
  }
  const [right, low] = [info.width - 8, info.height - 8]
  return [nameAt(8, 8), nameAt(right, 8), nameAt(right, low), nameAt(8, low)].join(' ')
}
const upright = 'red paper blue paper'

async function madeOf(visitor: Visitor, name: string, bytes: Uint8Array) {
  const id = await sendWhole(visitor, name, bytes)
  const made = await bytesOf(await visitor.open(`/tai-tep/${id}`))
  return { id, made, row: await upload(id) }
}

describe('photos become fit to be read', () => {
  test('one of a phone in HEIC becomes a JPEG; the original stays as it came', async () => {
    const ha = town.asCitizen('ha')
    const { id, made, row } = await madeOf(ha, 'IMG_0001.HEIC', heic())
    expect(row).toMatchObject({ state: 'ready', originalType: 'heic', fileType: 'jpeg', originalHash: sha256(heic()) })
    expect((await sharp(made).metadata()).format).toBe('jpeg')
    expect(await corners(made)).toBe(upright)
    const saved = await ha.open(`/tai-tep/${id}`)
    expect(saved.headers.get('content-disposition')).toContain('IMG_0001.jpg')
    const original = await ha.open(`/tai-tep/${id}/goc`)
    expect(original.headers.get('content-disposition')).toContain('IMG_0001.HEIC')
    expect(await bytesOf(original)).toEqual(heic())
  })

  test.each([3, 6, 8])('one taken with the phone turned (EXIF %i) stands upright', async (orientation) => {
    const turned = { 3: 180, 6: 270, 8: 90 }[orientation] ?? 0
    const asTaken = await sharp(paper(1700, 2400)).rotate(turned).withMetadata({ orientation }).jpeg().toBuffer()
    const { made, row } = await madeOf(town.asCitizen('ha'), 'a.jpg', new Uint8Array(asTaken))
    expect(await corners(made)).toBe(upright)
    const { width, height, exif } = await sharp(made).metadata()
    expect([width, height]).toEqual([1700, 2400])
    expect(exif).toBeUndefined()
    expect(row?.fileHash).not.toBe(row?.originalHash)
  })

  test('a very large one is made smaller, and still has more than 200 dots an inch on A4', async () => {
    const { made } = await madeOf(town.asCitizen('ha'), 'a.jpg', await jpegOf(4000, 6000))
    const { width, height } = await sharp(made).metadata()
    expect([width, height]).toEqual([2000, 3000])
    expect(height / 11.69).toBeGreaterThan(200)
  })

  test('one that is fit already is left as it is, byte for byte', async () => {
    for (const [name, bytes] of [
      ['a.jpg', await jpegOf(1700, 2400)],
      ['a.png', await pngOf(1700, 2400)],
    ] as const)
      expect((await madeOf(town.asCitizen('ha'), name, bytes)).made).toEqual(bytes)
  })

  test('a damaged one is said to be damaged', async () => {
    const ha = town.asCitizen('ha')
    const photo = await jpegOf(1700, 2400)
    const broken = [
      ['a.jpg', photo.subarray(0, photo.length / 2)],
      ['b.heic', heic().subarray(0, 700)],
      ['c.png', (await pngOf(300, 300)).subarray(0, 400)],
      ['d.pdf', (await pdfOf(1)).subarray(0, 200)],
    ] as const
    for (const [name, bytes] of broken)
      expect([name, await upload(await sendWhole(ha, name, bytes))]).toMatchObject([
        name,
        { state: 'refused', refusal: 'kernel.stored_file.broken' },
      ])
  })

  test('hints are told and hold up nothing', async () => {
    const ha = town.asCitizen('ha')
    const id = await sendWhole(ha, 'mo.jpg', await jpegOf(1700, 2400, { blur: 8 }))
    expect(await upload(id)).toMatchObject({ state: 'ready', hints: ['blurred'] })
    expect(await (await ha.open('/tai-tep')).text()).toContain('Ảnh có vẻ mờ')
  })
})

describe('PDFs', () => {
  test('with a password are refused with words; those only guarded against changes are not', async () => {
    const ha = town.asCitizen('ha')
    const id = await sendWhole(ha, 'a.pdf', await lockedPdf('bí mật'))
    expect(await upload(id)).toMatchObject({ state: 'refused', refusal: 'kernel.stored_file.locked' })
    expect(await upload(await sendWhole(ha, 'b.pdf', await lockedPdf('')))).toMatchObject({ state: 'ready', pages: 1 })
  })

  test('that do something by themselves are taken, marked, and never opened in the browser', async () => {
    const ha = town.asCitizen('ha')
    const id = await sendWhole(ha, 'a.pdf', await pdfOf(1, { script: true }))
    expect(await upload(id)).toMatchObject({ state: 'ready', hints: ['active'] })
    const shown = await ha.open(`/tai-tep/${id}/xem`)
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment/)
    const still = await sendWhole(ha, 'b.pdf', await pdfOf(1))
    const opened = await ha.open(`/tai-tep/${still}/xem`)
    expect(opened.headers.get('content-disposition')).toMatch(/^inline/)
    expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(opened.headers.get('content-security-policy')).not.toContain('script-src')
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test('a file is turned by hand, four times in a circle', async () => {
  const ha = town.asCitizen('ha')
  const { id } = await madeOf(ha, 'a.jpg', await jpegOf(1700, 2400))
  const seen: string[] = []
  for (let times = 0; times < 4; times++) {
    expect((await ha.send(`/tai-tep/${id}/xoay`)).status).toBe(200)
    seen.push(await corners(await bytesOf(await ha.open(`/tai-tep/${id}`))))
  }
  expect(seen).toEqual(['paper red paper blue', 'blue paper red paper', 'paper blue paper red', upright])
  expect((await upload(id))?.fileHash).toBe((await upload(id))?.originalHash)
  const pdf = await sendWhole(ha, 'a.pdf', await pdfOf(2))
  await ha.send(`/tai-tep/${pdf}/xoay`)
  await ha.send(`/tai-tep/${pdf}/xoay`)
  const turned = await PDFDocument.load(await bytesOf(await ha.open(`/tai-tep/${pdf}`)))
  expect(turned.getPages().map((page) => page.getRotation().angle)).toEqual([180, 180])
})

test('photos and PDFs become one PDF in the order of the person, which names its parts', async () => {
  const ha = town.asCitizen('ha')
  const lying = await sendWhole(ha, '2.jpg', await jpegOf(2400, 1700))
  const [photo, pages] = [await sendWhole(ha, '1.heic', heic()), await sendWhole(ha, '3.pdf', await pdfOf(3))]
  const order = [photo, lying, pages]
  const answer = await ha.api('/uploads/join', { ids: order, name: 'Hồ sơ.pdf' })
  const made = (await answer.json()) as { id: string; pages: number; state: string; scan: string }
  expect(made).toMatchObject({ pages: 5, state: 'ready', scan: 'clean' })
  const pdf = await PDFDocument.load(await bytesOf(await ha.open(`/tai-tep/${made.id}`)))
  expect(pdf.getPages().map((page) => (page.getWidth() > page.getHeight() ? 'lies' : 'stands'))).toEqual([
    'lies',
    'lies',
    'stands',
    'stands',
    'stands',
  ])
  expect(await (await ha.api(`/uploads/${made.id}`)).json()).toMatchObject({ parts: order })
  expect((await ha.api('/uploads/join', { ids: order, name: 'x.pdf' })).status).toBe(409)
  expect((await ha.send(`/tai-tep/${photo}/bo`)).status).toBe(409)
  const others = { ids: [made.id, await sendWhole(town.asCitizen('phuc'), 'a.jpg', heic())], name: 'x.pdf' }
  expect((await ha.api('/uploads/join', others)).status).toBe(409)
})

describe('malware', () => {
  const infected = () => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(eicar)]))

  test('is refused before anything of it is kept; keepers are told; its name is in the log', async () => {
    const ha = town.asCitizen('ha')
    const id = await sendWhole(ha, 'a.pdf', infected())
    expect(await upload(id)).toMatchObject({ state: 'refused', refusal: 'uploads.upload.infected', scan: 'infected' })
    expect(await files.has(sha256(infected()))).toBe(false)
    const event = await town.db
      .selectFrom('kernel.event')
      .select('detail')
      .where('command', '=', 'uploads.upload.settle')
      .where('about', '=', `uploads.upload/${id}`)
      .executeTakeFirst()
    expect(event?.detail).toMatchObject({ virus: 'Win.Test.EICAR_HDB-1' })
    const notices = await (await town.as('quan').open('/thong-bao')).text()
    expect(notices).toContain('Win.Test.EICAR_HDB-1')
    expect((await ha.open(`/tai-tep/${id}`)).status).toBe(404)
  })

  const job = () => ({ db: town.db, actor: nobody, now: town.now(), requestId: 'job' })

  test('while the scanner is away files are taken and say so; when it is back they are scanned after all', async () => {
    scanner.behave('die')
    const ha = town.asCitizen('ha')
    const [clean, bad] = [await sendWhole(ha, 'a.pdf', await pdfOf(1)), await sendWhole(ha, 'b.pdf', await withEicar())]
    expect(await upload(clean)).toMatchObject({ state: 'ready', scan: 'waiting' })
    expect(await (await ha.open('/tai-tep')).text()).toContain('Chưa quét mã độc')
    town.at('2025-05-14T08:10')
    await settleRest(job(), { files, intake })
    expect(await upload(clean)).toMatchObject({ state: 'ready', scan: 'waiting' })
    scanner.behave('scan')
    town.at('2025-05-14T08:20')
    await settleRest(job(), { files, intake })
    expect(await upload(clean)).toMatchObject({ state: 'ready', scan: 'clean' })
    expect(await upload(bad)).toMatchObject({ state: 'refused', scan: 'infected' })
  })

  test('where scanning is required, files wait for the scanner and are not given out', async () => {
    const strict = await openTown({ files, intake: { ...intake, scanRequired: true } })
    try {
      scanner.behave('die')
      const ha = strict.asCitizen('ha')
      const id = await sendWhole(ha, 'a.pdf', await pdfOf(2))
      expect(await findUpload(strict.db, id)).toMatchObject({ state: 'checking', scan: 'waiting' })
      expect((await ha.open(`/tai-tep/${id}`)).status).toBe(404)
      scanner.behave('scan')
      strict.at('2025-05-14T08:10')
      await settleRest(
        { ...job(), db: strict.db, now: strict.now() },
        { files, intake: { ...intake, scanRequired: true } },
      )
      expect(await findUpload(strict.db, id)).toMatchObject({ state: 'ready', scan: 'clean' })
    } finally {
      await strict.close()
    }
  })

  /** A PDF that opens well and holds the test virus beside its pages. */
  async function withEicar() {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    return new Uint8Array(Buffer.concat([await pdf.save(), Buffer.from(`\n%${eicar}\n`), noise(10)]))
  }
})
