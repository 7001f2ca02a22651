import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { day, momentOf } from '#kernel/time.ts'
import { sweepUploads } from '#modules/uploads/public.ts'
import { begin, fill, garden, hidden, htmlOf, owner, press } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { pdfOf } from '#test/upload-files.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

const kept = async (path: string) =>
  town.db
    .selectFrom('filing.draft')
    .selectAll()
    .where('id', '=', path.split('/')[2] ?? '')
    .executeTakeFirst()

describe('the files of a draft', () => {
  const rowOf = (id: string) =>
    town.db.selectFrom('uploads.upload').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const sweepFiles = (now: Date) =>
    sweepUploads(
      { db: town.db, actor: nobody, requestId: 'sweep', now },
      { files: town.house.files, intake: { most: 30_000_000, scan: null, scanRequired: false } },
    )
  const paperOf = async (visitor: Visitor) => {
    const path = await begin(visitor, { case: 'first' })
    const bytes = new File([(await pdfOf(1)) as Uint8Array<ArrayBuffer>], 'vườn.pdf')
    await fill(visitor, `${path}/giay_to`, { 'paper_photo.file': bytes })
    const answers = (await kept(path))?.answers as { paper_photo: { upload: string }[] }
    return { path, upload: answers.paper_photo[0]?.upload ?? '' }
  }

  test('lie there as long as the draft, and no longer than anybody may still file it', async () => {
    town.at('2025-07-01T08:00')
    const { path, upload } = await paperOf(town.asCitizen('ha'))
    town.at('2025-07-29T08:00')
    await fill(town.asCitizen('ha'), `${path}/owner`, owner)
    expect((await kept(path))?.expiresOn).toBe('2025-08-28')
    await sweepFiles(momentOf(day('2025-08-28'), 3))
    expect((await rowOf(upload)).state).toBe('ready')
    await sweepFiles(momentOf(day('2025-08-29'), 3))
    expect((await rowOf(upload)).state).toBe('dropped')
  })

  test('that are still being checked are said to be so, are not filed, and count by themselves afterwards', async () => {
    town.at('2025-09-01T08:00')
    const ha = town.asCitizen('ha')
    const { path, upload } = await paperOf(ha)
    await fill(ha, `${path}/owner`, owner)
    await fill(ha, `${path}/garden`, garden)
    await fill(ha, `${path}/trees`, { 'trees.0.kind': 'Vú sữa', 'trees.0.count': '12' })
    const set = (state: 'checking' | 'ready') =>
      town.db.updateTable('uploads.upload').set({ state, scan: 'waiting' }).where('id', '=', upload).execute()
    await set('checking')
    const again = await fill(ha, `${path}/giay_to`, { paper_photo: upload })
    expect(again.status).toBe(422)
    const page = await again.text()
    expect(page).toContain('đang kiểm tra tệp vừa gửi')
    expect(page).not.toContain('không còn trên hệ thống')
    expect(await htmlOf(ha, `${path}/xem-lai`)).toContain('đang kiểm tra tệp vừa gửi')
    const key = hidden(await htmlOf(ha, `${path}/owner`), '_pen')
    const pressed = await ha.send(`${path}/nop-ho-so`, { _key: key, declared: 'true' })
    expect([pressed.status, (await pressed.text()).includes('đang kiểm tra tệp vừa gửi')]).toEqual([409, true])
    await set('ready')
    expect(await htmlOf(ha, `${path}/xem-lai`)).not.toContain('đang kiểm tra')
    expect((await press(ha, path)).headers.get('location')).toMatch(/^\/ho-so\//)
    expect((await rowOf(upload)).usedBy).toMatch(/^filing\.application\//)
  })

  test('that were refused later say so at their question', async () => {
    town.at('2025-10-01T08:00')
    const ha = town.asCitizen('ha')
    const { path, upload } = await paperOf(ha)
    await town.db
      .updateTable('uploads.upload')
      .set({ state: 'refused', refusal: 'uploads.upload.infected', scan: 'infected' })
      .where('id', '=', upload)
      .execute()
    expect(await htmlOf(ha, `${path}/giay_to?loi=1`)).toContain('có tệp không nhận được')
  })
})
