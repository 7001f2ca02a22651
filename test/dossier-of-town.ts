/** A dossier of the town on its way: a service with steps side by side, and what each person does with it. */
import type { Service } from '#modules/services/public.ts'
import { file, htmlOf } from './filing-of-town.ts'
import { gardenService } from './service-of-town.ts'
import type { Filled, Town, Visitor } from './town.ts'

const words = (vi: string) => ({ vi })

/** Examined while a department is asked; signed when both are done; refused by an edge of its own. */
export const steppedService: Service = {
  ...gardenService,
  cases: gardenService.cases.map((one) => ({
    ...one,
    limits: { ...one.limits, online: { amount: 5, unit: 'working_day', citation: 'QĐ mẫu', verified: true } },
  })),
  steps: [
    {
      code: 'receive',
      title: words('Tiếp nhận'),
      kind: 'receive',
      role: 'one_stop',
      hours: 1,
      after: [],
      onRefusal: 'refuse',
    },
    {
      code: 'examine',
      title: words('Thẩm định'),
      kind: 'process',
      role: 'specialist',
      hours: 16,
      after: ['receive'],
      onRefusal: 'refuse',
    },
    {
      code: 'ask_health',
      title: words('Hỏi Sở Y tế'),
      kind: 'consult',
      role: 'agency',
      agency: 'Sở Y tế',
      hours: 8,
      after: ['receive'],
    },
    {
      code: 'sign',
      title: words('Ký'),
      kind: 'approve',
      role: 'leader',
      hours: 4,
      after: ['examine', 'ask_health'],
      onRefusal: 'examine',
    },
    { code: 'give', title: words('Trả kết quả'), kind: 'return', role: 'one_stop', hours: 2, after: ['sign'] },
    { code: 'refuse', title: words('Trả văn bản từ chối'), kind: 'return', role: 'one_stop', hours: 1, after: [] },
  ],
}

export type Told = { readonly status: number; readonly body: Record<string, unknown> }

/** Asks the API to do something with a dossier. */
export async function act(visitor: Visitor, id: string, path: string, body: object = {}): Promise<Told> {
  const answer = await visitor.api(`/dossiers/${id}/${path}`, body)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** As `act`, and it must succeed. */
export async function done(visitor: Visitor, id: string, path: string, body: object = {}): Promise<Told['body']> {
  const { status, body: told } = await act(visitor, id, path, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(told)}`)
  return told
}

/** Files as a citizen does; the id of what was filed. */
export const fileOne = async (visitor: Visitor, form: Filled = {}): Promise<string> =>
  (await file(visitor, form)).split('/').at(-1) ?? ''

export const card = { identity: 'card', components: [{ code: 'identity', form: 'copy' }] }

export const defect = {
  at: 'planted_on',
  label: 'Ngày trồng',
  kind: 'wrong',
  what: 'Ngày trồng sau ngày cấp đất.',
  basis: 'Quyết định mẫu 01/QĐ-UBND, Điều 3',
  mend: 'Xem lại ngày trong sổ và nhập lại.',
}

/** Filed, received, handed over to kiet: his to work on. */
export async function begun(town: Town): Promise<string> {
  const id = await fileOne(town.asCitizen('ha'))
  await done(town.as('mai'), id, 'receive', card)
  await handOver(town, [id], 'kiet')
  return id
}

export async function handOver(town: Town, ids: readonly string[], to?: 'kiet' | 'loan'): Promise<Response> {
  return town.as('mai').api('/dossiers/hand-over', { ids, ...(to && { to: town.accountId(to) }) })
}

/** Everything that is before the signature. */
export async function examined(town: Town, id: string): Promise<void> {
  const kiet = town.as('kiet')
  await done(kiet, id, 'finish-step', { step: 'examine' })
  await done(kiet, id, 'record-answer', { step: 'ask_health', answer: 'Sở Y tế thống nhất.' })
}

export const rowOf = (town: Town, id: string) =>
  town.db.selectFrom('dossiers.dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const logOf = async (town: Town, id: string) =>
  town.db
    .selectFrom('dossiers.step_log')
    .select(['seq', 'action', 'fromState', 'toState', 'byName', 'toName', 'result', 'rule', 'note', 'step'])
    .where('dossierId', '=', id)
    .orderBy('seq')
    .execute()

export const pageOf = (visitor: Visitor, id: string) => htmlOf(visitor, `/ho-so/${id}`)
