import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { enqueue, findJob } from '#kernel/job.store.ts'
import { updateMail } from '#kernel/mail.store.ts'
import { notify } from '#kernel/notice.store.ts'
import { sealEvents } from '#kernel/seal.store.ts'
import { asOwner } from '#test/owner.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let ctx: Ctx
beforeAll(async () => {
  town = await openTown()
  ctx = { db: town.db, actor: nobody, now: town.now(), requestId: 'r' }
})
afterAll(() => town.close())

const textOf = async (response: Promise<Response>) => (await response).text()
const said = (error: string) => JSON.stringify({ message: error })

/** As the worker leaves a job that used up its tries. */
async function failedJob(name: string, error: string): Promise<string> {
  const id = await enqueue(ctx, name, {})
  await asOwner(town.db, (owner) =>
    owner.query(
      `update jobs.job set state = 'failed', retry_count = 3, started_on = now(), completed_on = now(), output = $2::jsonb where id = $1`,
      [id, said(error)],
    ),
  )
  return id ?? ''
}

const mails: string[] = []
/** A mail that was written, and what became of it. */
async function mail(state: 'no_server' | 'refused' | 'waiting', error: string | null = null): Promise<string> {
  await town.db.updateTable('kernel.account').set({ email: 'hoa@vi-du.vn' }).where('login', '=', 'hoa').execute()
  const to = [town.accountId('hoa')]
  await notify(ctx, { to, key: 'kernel.mail.open', href: '/', mail: true })
  const fresh = town.db.selectFrom('kernel.mail').select('id').where('state', '=', 'waiting')
  const { id } = await fresh
    .where('id', 'not in', mails.length ? mails : [town.accountId('hoa')])
    .executeTakeFirstOrThrow()
  mails.push(id)
  if (state !== 'waiting') await updateMail(town.db, id, { state, tries: 1, error })
  return id
}
const stateOfMail = async (id: string) =>
  (await town.db.selectFrom('kernel.mail').select('state').where('id', '=', id).executeTakeFirst())?.state

test('a failed job is seen first, with its fault, and tried again', async () => {
  const id = await failedJob('kernel.measure.roll_up', 'đĩa đầy')
  await enqueue(ctx, 'kernel.event.seal', {})
  const quan = town.as('quan')
  const page = await textOf(quan.open('/quan-tri/cong-viec'))
  expect(page).toContain('Cộng số liệu')
  expect(page).toContain('đĩa đầy')
  expect(page).not.toContain('Niêm phong nhật ký sự kiện')
  expect(await textOf(quan.open(`/quan-tri/cong-viec/${id}`))).toContain('kernel.measure.roll_up')
  const sent = await quan.send('/quan-tri/cong-viec', { ids: id })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/quan-tri/cong-viec'])
  expect((await findJob(town.db, id))?.state).toBe('retry')
  expect(await textOf(quan.open('/quan-tri/cong-viec?trang-thai=created'))).toContain('Niêm phong nhật ký sự kiện')
})

test('several jobs are tried again together or none, and nothing ticked is said in words', async () => {
  const quan = town.as('quan')
  const [one, two] = [await failedJob('test.one', 'a'), await failedJob('test.two', 'b')]
  const waiting = (await enqueue(ctx, 'test.waiting', {})) ?? ''
  const mixed = await quan.send('/quan-tri/cong-viec', { ids: [one, waiting] })
  expect(mixed.status).toBe(409)
  expect(await mixed.text()).toContain('không ở trạng thái thất bại')
  expect((await findJob(town.db, one))?.state).toBe('failed')
  await quan.send('/quan-tri/cong-viec', { ids: [one, two] })
  expect((await findJob(town.db, two))?.state).toBe('retry')
  const none = await quan.send('/quan-tri/cong-viec', {})
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('Hãy chọn ít nhất một mục')
})

test('a job that is not there is not found, and only the keeper sees jobs and mails', async () => {
  const quan = town.as('quan')
  expect((await quan.open('/quan-tri/cong-viec/bay-ba')).status).toBe(404)
  expect((await quan.open('/quan-tri/cong-viec/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  for (const path of ['/quan-tri', '/quan-tri/cong-viec', '/quan-tri/thu'])
    for (const who of ['tam', 'lan', 'minh', 'hoa', 'son'] as const)
      expect((await town.as(who).open(path)).status).toBe(403)
})

test('mails say what became of them, and go out again when the cause is mended', async () => {
  const quan = town.as('quan')
  const [unsent, refused] = [await mail('no_server'), await mail('refused', '550 hộp thư không có')]
  const first = await textOf(quan.open('/quan-tri/thu'))
  expect(first).toContain('550 hộp thư không có')
  const page = await textOf(quan.open('/quan-tri/thu?trang-thai=no_server'))
  expect(page).toContain('SMTP_URL')
  expect(page).toContain('hoa@vi-du.vn')
  const sent = await quan.send('/quan-tri/thu', { ids: unsent })
  expect(sent.headers.get('location')).toBe('/quan-tri/thu')
  expect([await stateOfMail(unsent), await stateOfMail(refused)]).toEqual(['waiting', 'refused'])
  const again = await quan.send('/quan-tri/thu', { ids: unsent })
  expect([again.status, (await again.text()).includes('đang chờ gửi hoặc đã gửi')]).toEqual([409, true])
})

test('the first page says what needs somebody, and that all is well when nothing does', async () => {
  const quan = town.as('quan')
  await town.db
    .updateTable('kernel.account')
    .set({ lockedUntil: new Date(town.now().getTime() + 60_000) })
    .where('login', '=', 'son')
    .execute()
  await failedJob('test.three', 'c')
  await appendEvent(ctx, 'test.event', 'test/1', { result: null, detail: null, rule: null })
  const page = await textOf(quan.open('/quan-tri'))
  expect(page).toContain('1 việc chạy nền bị hỏng')
  expect(page).toMatch(/\d+ thư chưa gửi được/)
  expect(page).toMatch(/\d+ sự kiện chờ niêm phong quá lâu/)
  expect(page).toContain('1 tài khoản đang tạm khóa')
  expect(page).toContain('Chưa niêm phong lần nào')
  expect(page).toMatch(/PostgreSQL \d+/)

  await sealEvents(town.db, town.now())
  await town.db.updateTable('kernel.account').set({ lockedUntil: null }).execute()
  await town.db.updateTable('kernel.mail').set({ state: 'waiting' }).execute()
  await asOwner(town.db, (owner) => owner.query(`delete from jobs.job where state = 'failed'`))
  const after = await textOf(quan.open('/quan-tri'))
  expect(after).toContain('Không có gì cần xử lý')
  expect(after).toMatch(/Niêm phong số 1, lúc 08:00, 14\/05\/2025/)
})

test('the keeper of a district sees the locked accounts of the district and nothing of the whole', async () => {
  const role = 'administrator'
  await town.db.updateTable('kernel.post').set({ roleCode: role }).where('id', '=', town.postId('hoa')).execute()
  const until = new Date(town.now().getTime() + 60_000)
  const lock = (login: string) =>
    town.db.updateTable('kernel.account').set({ lockedUntil: until }).where('login', '=', login).execute()
  await lock('son')
  const before = await textOf(town.as('hoa').open('/quan-tri'))
  expect(before).toContain('Không có gì cần xử lý')
  expect(before).not.toContain('PostgreSQL')
  await lock('binh')
  expect(await textOf(town.as('hoa').open('/quan-tri'))).toContain('1 tài khoản đang tạm khóa')
  for (const path of ['/quan-tri/cong-viec', '/quan-tri/thu'])
    expect((await town.as('hoa').open(path)).status).toBe(403)
})
