/** A published plan of the town's province, for stories about directing it. */
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { day, momentOf } from '#kernel/time.ts'
import type { Town } from './town.ts'

type UnitSlug = Parameters<Town['unitId']>[0]
type Work = { ref: string; title: string; wording: string; lead: UnitSlug | null; with?: readonly UnitSlug[] }

const targets: readonly Work[] = [
  {
    ref: '2.1.1',
    title: 'Hồ sơ trực tuyến toàn trình',
    wording: 'Ít nhất 60 % hồ sơ là hồ sơ trực tuyến toàn trình.',
    lead: 'so-khoa-hoc-va-cong-nghe',
    with: ['huyen-dong', 'huyen-tay'],
  },
  {
    ref: '2.1.2',
    title: 'Sổ sức khỏe điện tử',
    wording: 'Ít nhất 80 % người dân có sổ sức khỏe điện tử.',
    lead: 'so-y-te',
  },
]

const tasks: readonly Work[] = [
  {
    ref: 'III.1.a',
    title: 'Lãnh đạo, chỉ đạo',
    wording: 'Tập huấn kỹ năng số cho cán bộ cấp xã',
    lead: 'huyen-dong',
  },
  {
    ref: 'III.2.a',
    title: 'Hạ tầng số',
    wording: 'Nâng cấp đường truyền của trạm y tế',
    lead: 'so-y-te',
    with: ['huyen-tay'],
  },
  {
    ref: 'VI.1.b',
    title: 'Ban Chỉ đạo',
    wording: 'Tổ chức họp Ban Chỉ đạo định kỳ 6 tháng và năm để tháo gỡ khó khăn',
    lead: null,
  },
]

const duties = [
  ['quarterly', 'hàng quý (trước ngày 20 của Quý)', '2025-06-19'],
  ['half_year', '06 tháng (trước ngày 25/5)', '2025-05-24'],
  ['yearly', 'báo cáo năm (trước ngày 20/12)', '2025-12-19'],
] as const

const asked: readonly UnitSlug[] = ['so-khoa-hoc-va-cong-nghe', 'so-y-te', 'huyen-dong', 'huyen-tay']

/** What work of the plan is called in its tables, by the number the plan gives it. */
export type DirectedPlan = { code: string; id: string; idOf: (ref: string) => string }

export async function givePlan(town: Town): Promise<DirectedPlan> {
  const { db } = town
  const now = momentOf(day('2024-12-05'), 8)
  const id = newId(now)
  const code = '466-KH-UBND-2024'
  const plan = {
    id,
    code,
    number: '466/KH-UBND',
    title: 'Kế hoạch chuyển đổi số tỉnh Mẫu năm 2025',
    year: 2025,
    issuedOn: day('2024-12-05'),
    unitId: town.unitId('tinh-mau'),
    createdAt: now,
    leadUnitId: town.unitId('so-khoa-hoc-va-cong-nghe'),
  }
  await db
    .insertInto('plan.plan')
    .values({ ...plan, state: 'published', sourceText: '', draft: '{}' })
    .execute()
  const ids = new Map<string, string>()
  for (const [position, one] of targets.entries()) {
    const targetId = newId(now)
    ids.set(one.ref, targetId)
    const { ref, title, wording, lead } = one
    const leadUnitId = lead && town.unitId(lead)
    await db
      .insertInto('plan.target')
      .values({ id: targetId, planId: id, ref, position, pillar: '2.1', title, wording, leadUnitId })
      .execute()
    const value = { id: newId(now), targetId, position: 0, comparator: 'at_least', goal: '60', unit: 'percent' }
    await db
      .insertInto('plan.value')
      .values({ ...value, subject: title, deadline: day('2025-12-31') })
      .execute()
    await cooperate(db, targetId, town, one)
  }
  for (const [position, one] of tasks.entries()) {
    const taskId = newId(now)
    ids.set(one.ref, taskId)
    const { ref, title: heading, wording, lead } = one
    const task = { id: taskId, planId: id, kind: lead ? 'task' : 'duty', ref, position, heading, wording }
    await db
      .insertInto('plan.task')
      .values({ ...task, leadUnitId: lead && town.unitId(lead), dueOn: day('2025-06-30') })
      .execute()
    await cooperate(db, taskId, town, one)
  }
  await db
    .insertInto('plan.reporting_duty')
    .values(duties.map(([kind, literal, dueOn]) => ({ id: newId(now), planId: id, kind, literal, dueOn: day(dueOn) })))
    .execute()
  await db
    .insertInto('plan.asked_unit')
    .values(asked.map((slug) => ({ planId: id, unitId: town.unitId(slug), dueOn: day('2025-03-31') })))
    .execute()
  const idOf = (ref: string) => {
    const found = ids.get(ref)
    if (!found) throw new Error(`the plan has no ${ref}`)
    return found
  }
  return { code, id, idOf }
}

async function cooperate(db: Db, thingId: string, town: Town, { with: others = [] }: Work) {
  if (others.length)
    await db
      .insertInto('plan.cooperation')
      .values(others.map((slug) => ({ thingId, unitId: town.unitId(slug) })))
      .execute()
}
