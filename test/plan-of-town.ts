/** A small plan in force in the town: written as publishing writes it, with fixed ids that tests may name. */
import { newId } from '#kernel/id.ts'
import { type Day, day } from '#kernel/time.ts'
import type { Town, UnitSlug } from './town.ts'

type GivenValue = {
  comparator?: string
  goal?: number
  goalMax?: number
  unit?: string
  subject?: string
  deadline?: Day
  aim?: boolean
  level?: string
  reportedBy?: string
  everyMonths?: number
}
type GivenTarget = {
  ref: string
  title?: string
  lead?: UnitSlug | null
  cooperating?: UnitSlug[]
  values?: GivenValue[]
}
type GivenTask = {
  ref: string
  kind?: string
  heading?: string
  lead?: UnitSlug | null
  cooperating?: UnitSlug[]
  dueOn?: Day | null
}

export type Planned = {
  planId: string
  targets: Map<string, { id: string; valueIds: string[] }>
  tasks: Map<string, string>
}

const lastDay = day('2025-12-31')

/** The province's plan `ke-hoach-2025`, led by the department of science and technology. */
export async function givePlan(town: Town, given: { targets?: GivenTarget[]; tasks?: GivenTask[] }): Promise<Planned> {
  const now = town.now()
  const planId = newId(now)
  await town.db
    .insertInto('plan.plan')
    .values({
      id: planId,
      code: 'ke-hoach-2025',
      number: '01/KH-UBND',
      title: 'Kế hoạch chuyển đổi số năm 2025',
      year: 2025,
      unitId: town.unitId('tinh-mau'),
      leadUnitId: town.unitId('so-khoa-hoc-va-cong-nghe'),
      state: 'published',
      sourceText: '',
      draft: JSON.stringify({}),
      createdAt: now,
    })
    .execute()
  const targets = new Map<string, { id: string; valueIds: string[] }>()
  for (const [position, one] of (given.targets ?? []).entries())
    targets.set(one.ref, await giveTarget(town, planId, position, one))
  const tasks = new Map<string, string>()
  for (const [position, one] of (given.tasks ?? []).entries())
    tasks.set(one.ref, await giveTask(town, planId, position, one))
  return { planId, targets, tasks }
}

async function cooperate(town: Town, thingId: string, slugs: readonly UnitSlug[] = []) {
  for (const slug of slugs)
    await town.db
      .insertInto('plan.cooperation')
      .values({ thingId, unitId: town.unitId(slug) })
      .execute()
}

async function giveTarget(town: Town, planId: string, position: number, one: GivenTarget) {
  const id = newId(town.now())
  const { ref, title = `Chỉ tiêu ${ref}`, lead = 'so-khoa-hoc-va-cong-nghe' } = one
  const leadUnitId = lead && town.unitId(lead)
  const wording = `${title} theo kế hoạch`
  await town.db
    .insertInto('plan.target')
    .values({ id, planId, ref, position, pillar: 'chinh-quyen-so', title, wording, leadUnitId })
    .execute()
  await cooperate(town, id, one.cooperating)
  const valueIds: string[] = []
  for (const [at, { goal = 95, goalMax, ...value }] of (one.values ?? [{}]).entries()) {
    const valueId = newId(town.now())
    valueIds.push(valueId)
    await town.db
      .insertInto('plan.value')
      .values({
        id: valueId,
        targetId: id,
        position: at,
        comparator: 'at_least',
        unit: 'percent',
        subject: 'Hồ sơ xử lý trên mạng',
        deadline: lastDay,
        goal: String(goal),
        goalMax: goalMax === undefined ? null : String(goalMax),
        ...value,
      })
      .execute()
  }
  return { id, valueIds }
}

async function giveTask(town: Town, planId: string, position: number, one: GivenTask) {
  const id = newId(town.now())
  const { ref, kind = 'task', heading = `Nhiệm vụ ${ref}`, lead = 'so-y-te', dueOn = lastDay } = one
  const leadUnitId = lead && town.unitId(lead)
  await town.db
    .insertInto('plan.task')
    .values({ id, planId, kind, ref, position, heading, wording: `${heading} theo kế hoạch`, leadUnitId, dueOn })
    .execute()
  await cooperate(town, id, one.cooperating)
  return id
}
