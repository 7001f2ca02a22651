import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openMailServer, type MailServer } from '#test/outside.ts'
import { asOwner } from '#test/owner.ts'
import { nobody } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/open.ts'
import { newId } from './id.ts'
import { enqueue, listJobs, prepareJobs } from './job.store.ts'
import { openLog } from './log.ts'
import { openMail, sendMails } from './mail.jobs.ts'
import { listMails, mailJobName, retryMail, type MailState } from './mail.store.ts'
import { writeOut } from './mail.ts'
import { countUnread, listNotices, markRead, notify } from './notice.store.ts'
import { addMessages } from './text.ts'
import { day } from './time.ts'
import { startWorker, type Worker } from './worker.ts'
import { messages as en } from './work.messages.en.ts'
import { messages as vi } from './work.messages.vi.ts'

let database: Database
let outside: MailServer
let ctx: Ctx
let unitId: number
const now = new Date('2025-05-14T07:00:00Z')
const [lan, minh, hoa] = [newId(now), newId(now), newId(now)]

addMessages('vi', vi)
addMessages('en', en)

const account = (
  id: string,
  login: string,
  more: { email?: string; locale?: string; closedOn?: ReturnType<typeof day> },
) =>
  database.db
    .insertInto('kernel.account')
    .values({ id, login, name: login, createdAt: now, ...more })
    .execute()
const hold = (accountId: string, unit: number, roleCode: string, validTo?: string) =>
  database.db
    .insertInto('kernel.post')
    .values({
      id: newId(now),
      accountId,
      unitId: unit,
      roleCode,
      title: '',
      validFrom: day('2025-01-01'),
      ...(validTo && { validTo: day(validTo) }),
    })
    .execute()
const newUnit = async (slug: string) =>
  (await database.db.insertInto('kernel.unit').values({ slug }).returning('id').executeTakeFirstOrThrow()).id

beforeAll(async () => {
  database = await openTestDatabase()
  outside = await openMailServer()
  await asOwner(database.db, async (owner) => {
    await prepareJobs(owner)
    await owner.query(`update jobs.queue set retry_delay = 1, retry_delay_max = 1`)
  })
  ctx = { db: database.db, actor: nobody, now, requestId: 'r-1' }
  unitId = await newUnit('so-tttt')
  const other = await newUnit('so-y-te')
  await account(lan, 'lan', { email: 'lan@example.vn' })
  await account(minh, 'minh', { email: 'minh@example.vn', locale: 'en' })
  await account(hoa, 'hoa', {})
  const gone = newId(now)
  await account(gone, 'gone', { email: 'gone@example.vn', closedOn: day('2025-05-01') })
  const role = { nameVi: '', nameEn: '', validFrom: day('2020-01-01') }
  await database.db
    .insertInto('kernel.role')
    .values([
      { code: 'lead', permissions: ['plan.approve', 'plan.read'], ...role },
      { code: 'reader', permissions: ['plan.read'], ...role },
    ])
    .execute()
  await hold(lan, unitId, 'lead')
  await hold(minh, unitId, 'reader')
  await hold(gone, unitId, 'lead')
  await hold(hoa, other, 'lead')
  await hold(hoa, unitId, 'lead', '2025-05-14')
})
beforeEach(() => {
  outside.received.length = 0
  outside.behave('accept')
})
afterAll(async () => {
  await outside.close()
  await database.close()
})

const told = { key: 'kernel.mail.footer', params: { place: 'Gò Công' }, href: '/ke-hoach/1' } as const

describe('a notice', () => {
  test('reaches whoever holds a post in the unit today that has the permission', async () => {
    expect(await notify(ctx, { ...told, to: { unitId, permission: 'plan.approve' } })).toEqual([lan])
    const both = await notify(ctx, { ...told, to: { unitId, permission: 'plan.read' } })
    expect(both.toSorted()).toEqual([lan, minh].toSorted())
    expect(await notify(ctx, { ...told, to: { unitId, permission: 'plan.nothing' } })).toEqual([])
  })

  test('is not told when the change is undone', async () => {
    const before = await countUnread(database.db, hoa)
    const undone = database.db.transaction().execute(async (db) => {
      await notify({ ...ctx, db }, { ...told, to: [hoa] })
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await countUnread(database.db, hoa)).toBe(before)
  })

  test('is listed newest first, page by page, and counted until read; nobody reads for another', async () => {
    for (let minute = 0; minute < 5; minute++)
      await notify(
        { ...ctx, now: new Date(now.getTime() + minute * 60_000) },
        { ...told, params: { place: minute }, to: [hoa] },
      )
    const first = await listNotices(database.db, hoa, { limit: 3 })
    const last = first.at(-1)
    const rest = await listNotices(database.db, hoa, { limit: 3, ...(last && { before: last }) })
    expect([...first, ...rest].map(({ params }) => params['place'])).toEqual([4, 3, 2, 1, 0])
    expect(first[0]).toMatchObject({ key: 'kernel.mail.footer', href: '/ke-hoach/1', readAt: null })

    const ids = first.map(({ id }) => id)
    await markRead(database.db, lan, now, ids)
    expect(await countUnread(database.db, hoa)).toBe(5)
    await markRead(database.db, hoa, now, ids)
    expect(await countUnread(database.db, hoa)).toBe(2)
    await markRead(database.db, hoa, now, [])
    expect(await countUnread(database.db, hoa)).toBe(2)
    await markRead(database.db, hoa, now)
    expect(await countUnread(database.db, hoa)).toBe(0)
  })
})

test('a mail is written in the language of its reader, and what people typed stays text', () => {
  const letter = { subjectKey: 'kernel.mail.footer', bodyKey: 'kernel.mail.footer', href: '/a?b=1&c=2' }
  const mail = writeOut({ ...letter, locale: 'en', params: { place: '<b>&"' } }, 'https://so.example.vn')
  expect(mail.subject).toBe('Sent automatically by <b>&". Please do not reply.')
  expect(mail.text).toContain('https://so.example.vn/a?b=1&c=2')
  expect(mail.html).toContain('Sent automatically by &lt;b&gt;&amp;&quot;.')
  expect(mail.html).toContain('href="https://so.example.vn/a?b=1&amp;c=2"')
  expect(mail.html).not.toContain('<b>')
})

describe('a mail', () => {
  /** Works until no mail is waiting (or, with `stays`, until it was tried once). */
  async function work(url: string | undefined, until: () => Promise<boolean>) {
    const send = openMail(url, 'so@example.vn')
    const worker: Worker = await startWorker({
      db: database.db,
      jobs: [sendMails({ send, publicUrl: 'https://so.example.vn' })],
      schedules: [],
      log: openLog('silent'),
      now: () => now,
      every: 0.5,
    })
    try {
      for (let tries = 0; !(await until()); tries++) {
        if (tries > 150) throw new Error('it did not happen in 15 seconds')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    } finally {
      await worker.stop()
    }
  }
  const stands = (state: MailState, count: number) => async () => (await listMails(database.db, state)).length === count
  const count = async (state: MailState) => (await listMails(database.db, state)).length
  const messageIds = () => outside.received.map(({ raw }) => String(/^Message-ID: (.*)$/im.exec(raw)?.[1]))

  test('goes to each who has an address, in their language, named after its row', async () => {
    await notify(ctx, { ...told, params: { place: 'Go Cong' }, to: [lan, minh, hoa], mail: true })
    expect(await count('waiting')).toBe(2)
    await work(outside.url, stands('sent', 2))
    expect(outside.received.map(({ to }) => to).toSorted()).toEqual(['TO:<lan@example.vn>', 'TO:<minh@example.vn>'])
    const english = outside.received.filter(({ raw }) => raw.includes('Subject: Sent automatically by Go Cong'))
    expect(english.map(({ to }) => to)).toEqual(['TO:<minh@example.vn>'])
    const sent = await listMails(database.db, 'sent')
    expect(messageIds().toSorted()).toEqual(sent.map(({ id }) => `<${id}@example.vn>`).toSorted())
    expect(sent[0]).toMatchObject({ tries: 1, sentAt: now, error: null })
  })

  test('that was sent is not sent again by a job that runs twice', async () => {
    const [sent] = await listMails(database.db, 'sent')
    await enqueue(ctx, mailJobName, { mailId: sent?.id ?? '' })
    await work(outside.url, async () => (await listJobs(database.db, 'created')).length === 0)
    expect(outside.received).toEqual([])
  })

  test('without a mail server stays in sight as not sent, and goes out once there is one', async () => {
    await notify(ctx, { ...told, to: [lan], mail: true })
    await work(undefined, stands('no_server', 1))
    const [stuck] = await listMails(database.db, 'no_server')
    await retryMail(ctx, stuck?.id ?? '')
    await expect(retryMail(ctx, stuck?.id ?? '')).rejects.toMatchObject({ key: 'kernel.mail.not_stuck' })
    await work(outside.url, stands('sent', 3))
    expect(outside.received).toHaveLength(1)
  })

  test('that the server refuses for good is not tried again, and says why', async () => {
    outside.behave('refuse')
    const before = outside.connections()
    await notify(ctx, { ...told, to: [lan], mail: true })
    await work(outside.url, stands('refused', 1))
    const [refused] = await listMails(database.db, 'refused')
    expect(refused?.error).toContain('550 no such person')
    expect(outside.connections() - before).toBe(1)
  })

  test('is tried again when the server is busy or dies half way, and arrives once', async () => {
    for (const manner of ['busy', 'die'] as const) {
      const sent = await count('sent')
      outside.received.length = 0
      outside.behave(manner)
      await notify(ctx, { ...told, to: [lan], mail: true })
      await work(outside.url, async () => {
        const [mail] = await listMails(database.db, 'waiting')
        if ((mail?.tries ?? 0) > 0) outside.behave('accept')
        return stands('sent', sent + 1)()
      })
      expect(outside.received, manner).toHaveLength(1)
      expect((await listMails(database.db, 'sent')).some(({ tries }) => tries > 1)).toBe(true)
    }
  })

  test('that the server took without being able to say so comes under the same name when tried again', async () => {
    const sent = await count('sent')
    outside.behave('die_after')
    await notify(ctx, { ...told, to: [lan], mail: true })
    await work(outside.url, async () => {
      if (outside.received.length > 0) outside.behave('accept')
      return stands('sent', sent + 1)()
    })
    expect(messageIds()).toHaveLength(2)
    expect(new Set(messageIds()).size).toBe(1)
  })
})
