import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { rollUp } from '#kernel/measure-closing.store.ts'
import { dayOf } from '#kernel/time.ts'
import { scores } from '#modules/scores/public.ts'
import { begun, card, done, examined, fileOne, handOver, steppedService } from '#test/dossier-of-town.ts'
import { givePlan, type Planned } from '#test/plan-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let plan: Planned
/** As the plan has them: what each is counted by. */
const targets = [
  { ref: '1', title: 'Thủ tục toàn trình', goal: 95, measure: 'scores.services_online' },
  { ref: '2', title: 'Hồ sơ trực tuyến toàn trình', goal: 60, measure: 'scores.online_whole' },
  { ref: '3', title: 'Định danh qua VNeID', goal: 100, measure: 'scores.vneid' },
  { ref: '4', title: 'Kết quả điện tử', goal: 100, measure: 'scores.e_results' },
  { ref: '5', title: 'Người dân hài lòng', goal: 90, measure: 'scores.no_complaint' },
] as const

beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
  plan = await givePlan(town, {
    targets: targets.map(({ ref, title, goal }) => ({ ref, title, values: [{ goal, reportedBy: 'lead' }] })),
  })
  const lan = town.as('lan')
  for (const { ref, measure } of targets) {
    const id = plan.targets.get(ref)?.valueIds[0] ?? ''
    const bind = { version: 1, basis: 'measure', measureCode: measure, deadline: '2025-12-31' }
    const answer = await lan.api(`/plan/values/${id}/bind`, bind)
    if (answer.status !== 200) throw new Error(`${measure}: ${await answer.text()}`)
  }
})
afterAll(() => town.close())

/** What runs by itself every five minutes. */
async function minutesPass() {
  const ctx = { db: town.db, actor: nobody, now: town.now(), requestId: 'minutes' }
  for (const job of scores.jobs ?? []) if (job.name === 'scores.measure.count') await job.run(ctx, {})
  await rollUp(town.db, dayOf(town.now()))
}

const plain = (html: string) => html.replaceAll('\u00a0', ' ')
const read = async (path: string, who: 'tam' | 'mai' = 'tam') => {
  const answer = await town.as(who).open(path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return plain(await answer.text())
}
const targetPage = (ref: string) => read(`/ke-hoach/ke-hoach-2025/chi-tieu/${ref}`)

async function finishedOn(paper: boolean): Promise<string> {
  const id = await begun(town)
  await examined(town, id)
  await done(town.as('uyen'), id, 'approve')
  const result = paper ? { kind: 'document', entry: 'Số 14/GCN' } : { kind: 'register', entry: 'Sổ 2025, số 14' }
  await done(town.as('kiet'), id, 'issue', result)
  return id
}

test('§10.47 filed, received, finished and returned: the targets of the plan move with each dossier', async () => {
  await minutesPass()
  expect(await targetPage('2')).toContain('Chưa có số liệu')

  const first = await finishedOn(false)
  await done(town.as('mai'), first, 'return', { how: 'electronic' })
  await minutesPass()
  for (const ref of ['2', '3', '4', '5']) expect(await targetPage(ref)).toContain('1 trên 1')
  expect(await targetPage('2')).toContain('100 %')

  // Brought to the desk: it is neither filed online nor under an electronic identity.
  const atDesk = await fileOne(town.asCitizen('ha'))
  const filed = town.db.updateTable('filing.application').set({ channel: 'direct', assurance: null })
  await filed.where('id', '=', atDesk).execute()
  await done(town.as('mai'), atDesk, 'receive', card)
  await minutesPass()
  expect(await targetPage('2')).toContain('1 trên 2')
  expect(await targetPage('2')).toContain('50 %')
  expect(await targetPage('3')).toContain('1 trên 1')
  expect(await targetPage('4')).toContain('1 trên 1')

  // While it is worked on nothing of its result is known; a result on paper is not what the plan wants.
  await handOver(town, [atDesk], 'kiet')
  const onPaper = await finishedOn(true)
  await minutesPass()
  expect(await targetPage('2')).toContain('1 trên 3')
  expect(await targetPage('4')).toContain('1 trên 2')
  expect(await read('/ke-hoach/ke-hoach-2025')).toContain('33,3 %')

  // The way down: from the figure to the district, to the dossiers that lack it, to the dossier at the desk.
  const page = await targetPage('2')
  const [, way = ''] = /href="(\/diem-766\/whole_online\/ho-so\?don-vi=huyen-dong[^"]*)"/.exec(page) ?? []
  const list = await read(way.replaceAll('&amp;', '&'))
  const codeOf = async (id: string) =>
    (await town.db.selectFrom('dossiers.dossier').select('code').where('id', '=', id).executeTakeFirstOrThrow()).code
  expect(list).toContain(await codeOf(atDesk))
  expect(list).toContain('không nộp trực tuyến')
  expect(list).toContain(await codeOf(onPaper))
  expect(list).not.toContain(await codeOf(first))
  const own = await read(way.replaceAll('&amp;', '&').replace('huyen-dong', 'xa-an-binh'), 'mai')
  expect(own).toContain(`href="/mot-cua/ho-so/${onPaper}"`)
  expect(await read(`/mot-cua/ho-so/${onPaper}`, 'mai')).toContain(String(await codeOf(onPaper)))
})

test('a dossier filed without an electronic identity is missing among those that were, and listed', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  await town.db.updateTable('filing.application').set({ assurance: null }).where('id', '=', id).execute()
  const { code } = await done(town.as('mai'), id, 'receive', card)
  await minutesPass()
  const page = await targetPage('3')
  expect(page).toContain('2 trên 3')
  const [, way = ''] = /href="(\/diem-766\/vneid\/ho-so\?don-vi=huyen-dong[^"]*)"/.exec(page) ?? []
  const list = await read(way.replaceAll('&amp;', '&'))
  expect(list).toContain(String(code))
  expect(list).toContain('không đăng nhập bằng VNeID')
})

test('§10.50 what a ministry’s system holds moves nothing, and is kept as such', async () => {
  const before = await targetPage('2')
  const id = await fileOne(town.asCitizen('ha'))
  const filed = town.db.updateTable('filing.application').set({ authoritativeSystem: 'bo-tu-phap' })
  await filed.where('id', '=', id).execute()
  await done(town.as('mai'), id, 'receive', card)
  await minutesPass()
  const figure = (html: string) => /\d+ trên \d+/.exec(html)?.[0]
  expect(figure(await targetPage('2'))).toBe(figure(before))
  const fact = await town.db.selectFrom('scores.fact').selectAll().where('dossierId', '=', id).executeTakeFirst()
  expect(fact).toMatchObject({ mirrored: true, counted: false })
})

test('what share of the services is offered as a whole is told by whoever keeps the list, and the target reads it', async () => {
  const told = { indicator: '3.1', unit: 'tinh-mau', month: '2025-05-01', numerator: 1482, denominator: 1614 }
  expect((await town.as('thu').api('/scores/inputs', { ...told, source: 'Danh mục tỉnh' })).status).toBe(200)
  await minutesPass()
  expect(await targetPage('1')).toContain('1.482 trên 1.614')
})
