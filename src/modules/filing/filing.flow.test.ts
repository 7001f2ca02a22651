import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { begin, file, fill, fillAll, garden, hidden, htmlOf, owner, press } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { pdfOf, program } from '#test/upload-files.ts'
import { nobody } from '#kernel/access.ts'
import { openSecretBox } from '#kernel/secret-box.ts'
import { signingKey } from './receipt-key.store.ts'
import { readRequestCode } from './request-code.ts'
import { pemOf, Receipt, verifyReceipt } from './receipt.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

const draftOf = (path: string) => path.split('/')[2] ?? ''
const applicationsOf = (path: string) =>
  town.db.selectFrom('filing.application').selectAll().where('draftId', '=', draftOf(path)).execute()

test('what is filed is filed once, however often the button is pressed', async () => {
  const ha = town.asCitizen('ha')
  const path = await fillAll(ha)
  const key = hidden(await htmlOf(ha, `${path}/xem-lai`), '_key')
  const undeclared = await ha.send(`${path}/nop-ho-so`, { _key: key })
  expect(undeclared.status).toBe(422)
  expect(await undeclared.text()).toContain('đánh dấu lời cam đoan')
  const presses = ['one', 'two', key, key].map((_key) => ha.send(`${path}/nop-ho-so`, { _key, declared: 'true' }))
  const at = new Set((await Promise.all(presses)).map((answer) => answer.headers.get('location')))
  expect([...at]).toEqual([expect.stringMatching(/^\/ho-so\/[0-9a-f-]{36}$/)])
  const [row, ...others] = await applicationsOf(path)
  expect(others).toEqual([])
  expect(row).toMatchObject({ state: 'filed', channel: 'online', assurance: 2, feeTotal: 16_000, serviceVersion: 1 })
  const events = await town.db
    .selectFrom('kernel.event')
    .select(['command', 'personId'])
    .where('about', '=', `filing.application/${row?.id}`)
    .execute()
  expect(events).toEqual([{ command: 'filing.application.file', personId: town.partyId('ha') }])
  expect((await ha.open(path)).headers.get('location')).toBe(`/ho-so/${row?.id}`)
})

test('nothing that is missing or wrong is filed, and all of it is said at once', async () => {
  const ha = town.asCitizen('ha')
  const path = await begin(ha, { case: 'first' })
  const summary = await htmlOf(ha, `${path}/xem-lai`)
  expect(summary).toContain('Nhập Họ và tên'.slice(5))
  expect(summary).toContain(`${path}/garden?loi=1#planted_on`)
  expect(summary).toContain(`${path}/trees?loi=1#trees.0.kind`)
  expect((await ha.send(`${path}/nop-ho-so`, { declared: 'true' })).status).toBe(422)
  expect(await htmlOf(ha, `${path}/garden?loi=1`)).toContain('<title>Lỗi:')
})

test('§10.1 an electronic identity of the lower level is told what it needs, and the draft stays', async () => {
  const low = town.asCitizen('phuc', 1)
  const path = await fillAll(low)
  const told = await htmlOf(low, `${path}/xem-lai`)
  expect(told).toContain('mức độ 2')
  const way = `/dang-nhap-vneid/muc-do?tiep=${encodeURIComponent(`${path}/xem-lai`)}`
  expect(told).toContain(`href="${way}"`)
  expect(await htmlOf(low, way)).toContain(encodeURIComponent(`${path}/xem-lai`))
  expect((await low.send(`${path}/nop-ho-so`, { declared: 'true' })).status).toBe(409)
  expect((await press(town.asCitizen('phuc', 2), path)).headers.get('location')).toMatch(/^\/ho-so\//)
})

const withFile = async (visitor: Visitor, path: string, more: Record<string, string | File>) => {
  const page = await htmlOf(visitor, `${path}/giay_to`)
  const writing = { _revision: hidden(page, '_revision'), _pen: hidden(page, '_pen') }
  return visitor.send(`${path}/giay_to`, { ...writing, ...more })
}

test('of papers that stand for one another one is enough; a file of the wrong kind is told; files are in the receipt', async () => {
  const ha = town.asCitizen('ha')
  const path = await begin(ha, { case: 'first' })
  await fill(ha, `${path}/owner`, owner)
  await fill(ha, `${path}/garden`, garden)
  await fill(ha, `${path}/trees`, { 'trees.0.kind': 'Vú sữa', 'trees.0.count': '12' })
  expect((await withFile(ha, path, {})).status).toBe(422)
  const bad = await withFile(ha, path, { 'paper_photo.file': new File([program()], 'anh.pdf') })
  expect(bad.status).toBe(422)
  const bytes = await pdfOf(1)
  const good = await withFile(ha, path, {
    'paper_photo.file': new File([bytes as Uint8Array<ArrayBuffer>], 'vườn.pdf'),
  })
  expect([good.status, good.headers.get('location')]).toEqual([303, `${path}/xem-lai`])
  const at = (await press(ha, path)).headers.get('location') ?? ''
  const text = await (await ha.open(`${at}/bien-nhan/tai-ve`)).text()
  const receipt = Receipt.parse(JSON.parse(text))
  expect(receipt.files).toMatchObject([{ question: 'paper_photo', name: 'vườn.pdf', size: bytes.length }])
  expect(receipt.fields.map(({ label, shown }) => [label, shown])).toContainEqual(['Loại cây 1: Tên cây', 'Vú sữa'])
  const upload = /tep\/([0-9a-f-]{36})/.exec(await htmlOf(ha, at))?.[1] ?? ''
  expect((await ha.open(`${at}/tep/${upload}`)).status).toBe(200)
  expect((await town.asCitizen('phuc').open(`${at}/tep/${upload}`)).status).toBe(404)
})

describe('a receipt', () => {
  test('is checked without us, and names what was changed', async () => {
    const ha = town.asCitizen('ha')
    const at = await file(ha)
    expect(await htmlOf(ha, `${at}/bien-nhan`)).toContain('02/03/2024')
    const text = await (await ha.open(`${at}/bien-nhan/tai-ve`)).text()
    const keys = (await (await town.as().api('/filing/receipt-keys')).json()) as { items: { publicKey: string }[] }
    const knownKey = keys.items[0]?.publicKey ?? ''
    expect(await htmlOf(town.as(), '/bien-nhan/khoa')).toContain(knownKey.slice(0, 60))
    expect(verifyReceipt(text, { knownKey }).faults).toEqual([])
    const folder = mkdtempSync(join(tmpdir(), 'tgs-receipt-'))
    const keep = (name: string, of: string) => (writeFileSync(join(folder, name), of), join(folder, name))
    const tgs = (...given: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/app/tgs.ts', 'receipt', 'verify', ...given], {
        encoding: 'utf8',
      })
    const whole = tgs(keep('whole.json', text), '--key', keep('key.pem', pemOf(knownKey)))
    expect([whole.status, whole.stderr]).toEqual([0, ''])
    expect(whole.stdout).toContain('Biên nhận nguyên vẹn')
    const changed = tgs(keep('changed.json', text.replace('2024-03-02', '2024-03-03')))
    expect(changed.status).toBe(1)
    expect(changed.stdout).toContain('“Ngày trồng” (planted_on) đã bị sửa')
    expect(tgs(keep('none.json', '{}')).stdout).toContain('không phải biên nhận')
  })
})

test('a key that is taken out of use signs nothing new, and what it signed stays good', async () => {
  const ha = town.asCitizen('ha')
  const before = await (await ha.open(`${await file(ha)}/bien-nhan/tai-ve`)).text()
  const keysOf = async () =>
    (
      (await (await town.as().api('/filing/receipt-keys')).json()) as {
        items: { id: string; publicKey: string; validTo: string | null }[]
      }
    ).items
  const [old] = await keysOf()
  if (!old) throw new Error('no key')
  const page = '/quan-tri/khoa-bien-nhan'
  expect((await town.as('mai').send(`${page}/${old.id}/thay`)).status).toBe(403)
  expect(await htmlOf(town.as('quan'), page)).toContain(`${page}/${old.id}/thay`)
  expect((await town.as('quan').send(`${page}/${old.id}/thay`)).status).toBe(303)
  expect((await town.as('quan').send(`${page}/${old.id}/thay`)).status).toBe(409)
  // As another process of the house, which had looked before: it finds the new key within a minute.
  const secrets = openSecretBox(['khóa bí mật của tỉnh Mẫu, chỉ để thử'])
  const asked = (now: Date) => signingKey({ db: town.db, actor: nobody, now, requestId: 'r', secrets })
  const now = town.now()
  const [next, later] = [await asked(now), new Date(now.getTime() + 60_000)]
  expect(next.id).not.toBe(old.id)
  expect((await asked(now)).id).toBe(next.id)
  await town.as('quan').send(`${page}/${next.id}/thay`)
  expect((await asked(now)).id).toBe(next.id)
  const last = await asked(later)
  expect([old.id, next.id]).not.toContain(last.id)
  const over = new Map((await keysOf()).map(({ id, validTo }) => [id, validTo !== null]))
  expect(over).toEqual(
    new Map([
      [last.id, false],
      [next.id, true],
      [old.id, true],
    ]),
  )
  expect(verifyReceipt(before, { knownKey: old.publicKey }).faults).toEqual([])
  expect(verifyReceipt(before, { knownKey: last.publicKey }).faults).not.toEqual([])
  expect(await htmlOf(town.as(), '/bien-nhan/khoa')).toContain(old.publicKey.slice(0, 60))
})

test('it is followed by its code, and nobody else learns more than how far it has come', async () => {
  const at = await file(town.asCitizen('ha'))
  const row = await town.db
    .selectFrom('filing.application')
    .select('requestCode')
    .where('id', '=', at.slice('/ho-so/'.length))
    .executeTakeFirstOrThrow()
  expect(readRequestCode(row.requestCode)).toBe(row.requestCode)
  const visitor = town.as()
  const ask = (code: string, four: string) => visitor.send('/ho-so/tra-cuu', { code, four })
  const typed = row.requestCode.toLowerCase().replaceAll('-', ' ')
  const found = await ask(typed, '4127')
  expect(found.status).toBe(303)
  const page = await htmlOf(visitor, found.headers.get('location') ?? '')
  expect(page).toContain(row.requestCode)
  expect(page).toContain('Mới nộp')
  expect(page).not.toContain('Thu Hà')
  expect(page).not.toContain('vườn')
  const wrong = [await ask(row.requestCode, '4128'), await ask('7K3M-9QXT-2HD4', '4127'), await ask('x', 'abcd')]
  expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422])
  expect(await htmlOf(visitor, `/ho-so/tra-cuu?xem=${at.slice('/ho-so/'.length)}%209999999999999`)).not.toContain(
    'Mới nộp',
  )
  town.at('2025-05-14T08:30')
  expect(await htmlOf(visitor, found.headers.get('location') ?? '')).not.toContain(row.requestCode)
  town.at('2025-05-14T08:00')
})

test('it is taken back before reception, and not after', async () => {
  const ha = town.asCitizen('ha')
  const [at, received] = [await file(ha), await file(ha)]
  expect((await town.asCitizen('phuc').open(at)).status).toBe(404)
  expect((await town.asCitizen('phuc').send(`${at}/rut`)).status).toBe(404)
  expect((await ha.send(`${at}/rut`, { because: 'Khai nhầm trường hợp' })).headers.get('location')).toBe(at)
  const page = await htmlOf(ha, at)
  expect(page).toContain('Bạn đã rút hồ sơ')
  expect(page).toContain('Khai nhầm trường hợp')
  expect((await ha.send(`${at}/rut`)).status).toBe(409)
  await town.db
    .updateTable('filing.application')
    .set({ state: 'received', receivedAt: town.now(), dossierCode: 'H58.01-250514-0001' })
    .where('id', '=', received.slice('/ho-so/'.length))
    .execute()
  expect((await ha.send(`${received}/rut`)).status).toBe(409)
  expect(await htmlOf(ha, received)).toContain('H58.01-250514-0001')
  const told = await town.db.selectFrom('kernel.notice').select(['key', 'href']).where('href', '=', at).execute()
  expect(told.map(({ key }) => key).toSorted()).toEqual(['filing.notice.filed', 'filing.notice.withdrawn'])
})
