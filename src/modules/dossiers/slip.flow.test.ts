import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { type FileHouse, openFolderHouse } from '#kernel/file-house.ts'
import { openLog } from '#kernel/log.ts'
import { startWorker } from '#kernel/worker.ts'
import {
  act,
  begun,
  card,
  defect,
  done,
  examined,
  fileOne,
  pageOf,
  rowOf,
  steppedService,
} from '#test/dossier-of-town.ts'
import { asOwner } from '#test/owner.ts'
import { readPdf } from '#test/pdf-read.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'
import { dossierJobs } from './public.ts'

let town: Town
let files: FileHouse
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-slips-'))
  files = await openFolderHouse(folder)
  town = await openTown({ files })
  await offerService(town, steppedService)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => town.at('2025-05-14T08:00'))

/** What was asked for with the changes of a dossier, oldest first. */
async function askedFor(id: string) {
  const { rows } = await sql<{ input: { id: string; seq: number; kind: string } }>`
    select data->'input' as input from jobs.job
    where data->>'job' = 'dossiers.slip.make' and data->'input'->>'id' = ${id}
    order by (data->'input'->>'seq')::int, data->'input'->>'kind'`.execute(town.db)
  return rows.map(({ input }) => input)
}

const make = async (input: object, at: FileHouse = files) => {
  const { province, publicUrl, demo } = town.house
  const job = dossierJobs({ files: at, province, publicUrl, demo }).find(({ name }) => name === 'dossiers.slip.make')
  if (!job) throw new Error('no job')
  await job.run({ db: town.db, actor: nobody, now: town.now(), requestId: 'job' }, job.input.parse(input))
}

async function makeAll(id: string): Promise<void> {
  for (const input of await askedFor(id)) await make(input)
}

const made = async (id: string) =>
  town.db
    .selectFrom('slips.slip')
    .select(['id', 'kind', 'source', 'fileHash'])
    .where('source', 'like', `dossiers.dossier/${id}#%`)
    .orderBy('source')
    .orderBy('kind')
    .execute()

const kindsOf = async (id: string) => (await made(id)).map(({ kind }) => kind)

async function textOf(id: string, kind: string): Promise<string> {
  const slip = (await made(id)).find((one) => one.kind === kind)
  const answer = await town.asCitizen('ha').open(`/phieu/${slip?.id}/tep`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  return pages.map(({ text }) => text).join('\n')
}

/** However long that takes on a busy machine. */
const until = async (is: () => boolean | Promise<boolean>) => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50))
}

const asking = { defects: [defect], dueOn: '2025-05-23' }
const stopping = {
  reason: 'decision',
  text: 'Vụ việc đã chuyển sang cơ quan khác giải quyết.',
  basis: 'Luật mẫu, Điều 1',
}

describe('§10.20 §10.21 each act that needs a statutory form has it', () => {
  test('received, completed, extended, returned: receipt, request, apology, control sheet from the log', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'ask-supplement', asking)
    await done(town.asCitizen('ha'), id, 'complete', { answers: { planted_on: '2023-03-02' } })
    await done(town.as('uyen'), id, 'extend', { dueOn: '2025-05-30', apology: 'Sở Y tế cần thêm ngày để trả lời.' })
    await examined(town, id)
    await done(town.as('uyen'), id, 'approve')
    await done(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ vườn mẫu 2025, số 14' })
    await done(town.as('mai'), id, 'return', { how: 'counter', to: 'Nguyễn Thị Thu Hà' })
    await makeAll(id)
    expect((await kindsOf(id)).toSorted()).toEqual(['apology', 'control', 'receipt', 'supplement'])
    const { code } = await rowOf(town, id)
    const receipt = await textOf(id, 'receipt')
    expect(receipt).toContain(code ?? '–')
    expect(receipt).toContain('Cao Thị Mai')
    expect(await textOf(id, 'supplement')).toContain(defect.what)
    expect(await textOf(id, 'apology')).toContain('Sở Y tế cần thêm ngày')
    const control = await textOf(id, 'control')
    for (const name of ['Trịnh Tuấn Kiệt', 'Hồ Phương Uyên', 'Cao Thị Mai']) expect(control).toContain(name)
  })

  test('the receipt says what was promised, however late it is made', async () => {
    const id = await begun(town)
    const { promisedAt } = await rowOf(town, id)
    await done(town.as('uyen'), id, 'extend', { dueOn: '2025-05-30', apology: 'Sở Y tế cần thêm ngày để trả lời.' })
    await makeAll(id)
    const [{ content }] = (await town.db
      .selectFrom('slips.slip')
      .select((c) => c.ref('content').$castTo<{ dueAt: string }>().as('content'))
      .where('source', 'like', `dossiers.dossier/${id}#%`)
      .where('kind', '=', 'receipt')
      .execute()) as [{ content: { dueAt: string } }]
    expect(content.dueAt).toBe(promisedAt?.toISOString())
  })

  test('refused at the desk it has its refusal under the code of the request, and no receipt', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    const why = { reason: 'not_ours', text: 'Việc này do xã nơi có vườn giải quyết.', basis: 'QĐ mẫu 01, Điều 2' }
    await done(town.as('mai'), id, 'refuse-at-desk', why)
    await makeAll(id)
    expect(await kindsOf(id)).toEqual(['refusal'])
    const text = await textOf(id, 'refusal')
    expect(text).toContain(why.text)
    expect(text).toContain((await rowOf(town, id)).requestCode)
  })

  test('refused after appraisal, stopped, taken back: each is told on its form', async () => {
    const refused = await begun(town)
    const why = { reason: 'conditions', text: 'Vườn chưa đủ ba năm theo điều kiện.', basis: 'QĐ mẫu 01, Điều 4' }
    await done(town.as('kiet'), refused, 'propose-refusal', why)
    expect((await askedFor(refused)).map(({ kind }) => kind)).toEqual(['receipt'])
    await done(town.as('uyen'), refused, 'approve')
    await makeAll(refused)
    expect(await textOf(refused, 'refusal')).toContain(why.text)

    const stopped = await begun(town)
    const stop = await act(town.as('kiet'), stopped, 'stop', stopping)
    expect([stop.status, stop.body['code']]).toEqual([200, expect.anything()])
    await makeAll(stopped)
    expect((await kindsOf(stopped)).toSorted()).toEqual(['control', 'receipt', 'stop'])
    expect(await textOf(stopped, 'stop')).toContain(stopping.text)

    const back = await begun(town)
    await done(town.asCitizen('ha'), back, 'ask-withdrawal', { because: 'Tôi không cần nữa' })
    await done(town.as('kiet'), back, 'decide-withdrawal', { grant: 'yes' })
    await makeAll(back)
    expect(await textOf(back, 'stop')).toContain('theo đề nghị của người nộp')

    const early = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), early, 'ask-supplement', asking)
    await done(town.asCitizen('ha'), early, 'ask-withdrawal', {})
    await makeAll(early)
    expect(await kindsOf(early)).toEqual(['supplement'])
  })
})

describe('once', () => {
  test('a change that did not happen asks for nothing; one sent twice asks once', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    expect((await act(town.as('mai'), id, 'receive', { ...card, competent: 'khong-co' })).status).toBe(422)
    expect(await askedFor(id)).toEqual([])
    await done(town.as('mai'), id, 'receive', card)
    expect((await act(town.as('mai'), id, 'receive', card)).status).toBe(409)
    expect((await askedFor(id)).map(({ kind }) => kind)).toEqual(['receipt'])
  })

  test('cut off before the file, or after it and before its row, it is made by the next run; later runs change nothing', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), id, 'receive', card)
    const [input] = await askedFor(id)
    const cut = (put: FileHouse['put']): FileHouse => ({ ...files, put })
    const died = () => Promise.reject(new Error('cut off'))
    await expect(make(input ?? {}, cut(died))).rejects.toThrow('cut off')
    await expect(
      make(
        input ?? {},
        cut(async (...file) => files.put(...file).then(died)),
      ),
    ).rejects.toThrow('cut off')
    expect(await made(id)).toEqual([])
    await Promise.all([make(input ?? {}), make(input ?? {})])
    const [slip, ...more] = await made(id)
    expect(more).toEqual([])
    town.at('2025-05-16T08:00')
    await make(input ?? {})
    expect(await made(id)).toEqual([slip])
  })

  test('a worker that dies half way leaves the slip to the next one, which makes it once', async () => {
    await asOwner(town.db, async (owner) => {
      await owner.query('delete from jobs.job')
      await owner.query('update jobs.queue set retry_delay = 1, retry_delay_max = 1')
    })
    const id = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), id, 'receive', card)
    let began = false
    const { db, house, now } = town
    const { province, publicUrl, demo } = house
    const work = (put: FileHouse['put']) => {
      const jobs = dossierJobs({ files: { ...files, put }, province, publicUrl, demo })
      return startWorker({ db, jobs, schedules: [], log: openLog('silent'), now, every: 0.5 })
    }
    const dying = await work(() => {
      began = true
      return new Promise(() => {})
    })
    await until(() => began)
    await dying.stop()
    expect(await made(id)).toEqual([])
    const next = await work(files.put)
    await until(async () => (await made(id)).length > 0)
    await next.stop()
    expect(await kindsOf(id)).toEqual(['receipt'])
  })
})

describe('who sees it', () => {
  test('its owner finds it from the dossier, staff at theirs; what is not made yet is said to be on its way', async () => {
    const id = await begun(town)
    expect(await pageOf(town.asCitizen('ha'), id)).toContain(`/ho-so/${id}/phieu`)
    const listed = async () => (await town.asCitizen('ha').open(`/ho-so/${id}/phieu`)).text()
    expect(await listed()).toContain('Đang lập')
    await makeAll(id)
    const [slip] = await made(id)
    expect(await listed()).toContain(`/phieu/${slip?.id}`)
    const desk = await (await town.as('kiet').open(`/mot-cua/ho-so/${id}`)).text()
    expect(desk).toContain(`/phieu/${slip?.id}`)
  })

  test('the owner leaves no line, staff in reach leave one, to all others it is not there', async () => {
    const id = await begun(town)
    await makeAll(id)
    const [slip] = await made(id)
    const readings = async () =>
      town.db
        .selectFrom('identity.access')
        .select(['accountId', 'what', 'purpose'])
        .where('about', '=', `dossiers.dossier/${id}`)
        .where('what', '=', 'documents')
        .execute()
    for (const path of [`/phieu/${slip?.id}`, `/phieu/${slip?.id}/tep`]) {
      expect((await town.asCitizen('ha').open(path)).status).toBe(200)
      for (const other of [town.asCitizen('phuc'), town.as('sang'), town.as('quan'), town.as('binh'), town.as()])
        expect((await other.open(path)).status).toBe(404)
    }
    expect(await readings()).toEqual([])
    expect((await town.asCitizen('phuc').open(`/ho-so/${id}/phieu`)).status).toBe(404)
    expect((await town.as('nhan').open(`/phieu/${slip?.id}/tep`)).status).toBe(200)
    expect(await readings()).toEqual([{ accountId: town.accountId('nhan'), what: 'documents', purpose: 'handle' }])
  })
})

test('§10.31 the register of a month is closed from the log, once, and each who stands in it can see who read it', async () => {
  const id = await begun(town)
  const { code } = await rowOf(town, id)
  town.at('2025-06-01T00:15')
  const { province, publicUrl, demo } = town.house
  const close = dossierJobs({ files, province, publicUrl, demo }).find(({ name }) => name === 'dossiers.register.close')
  for (const _ of [1, 2]) await close?.run({ db: town.db, actor: nobody, now: town.now(), requestId: 'job' }, {})
  const slips = await town.db.selectFrom('slips.slip').select('id').where('kind', '=', 'register').execute()
  expect(slips).toHaveLength(1)
  const path = `/phieu/${slips[0]?.id}`
  town.at('2025-06-02T08:00')
  expect(await (await town.as('mai').open('/mot-cua/so-theo-doi')).text()).toContain(path)
  expect(await (await town.as('sang').open('/mot-cua/so-theo-doi')).text()).not.toContain(path)
  expect(await (await town.as('uyen').open(path)).text()).toContain(code ?? '–')
  for (const other of [town.asCitizen('ha'), town.as('sang'), town.as('quan'), town.as()])
    expect((await other.open(path)).status).toBe(404)
  const read = await town.db
    .selectFrom('identity.access')
    .select(['accountId', 'purpose'])
    .where('partyId', '=', town.partyId('ha'))
    .where('about', 'like', 'dossiers.register/%')
    .execute()
  expect(read).toEqual([{ accountId: town.accountId('uyen'), purpose: 'check' }])
})
