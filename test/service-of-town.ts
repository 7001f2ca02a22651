/** A small invented service in force in the town, written as publishing writes it. */
import type { Service } from '#modules/services/public.ts'
import type { Town } from './town.ts'

const citation = 'Quyết định mẫu 01/QĐ-UBND'
const words = (vi: string) => ({ vi })

/** A certificate for a garden: two cases, a repeated section, a condition, papers, a fee by the copy with a relief. */
export const gardenService: Service = {
  procedure: '9.000001',
  title: { vi: 'Cấp giấy chứng nhận vườn mẫu', en: 'Certificate of a model garden' },
  level: 'full',
  channels: ['online', 'direct'],
  receivers: ['commune'],
  assurance: 2,
  minutes: 5,
  cases: [
    {
      code: 'first',
      title: words('Cấp lần đầu'),
      components: ['sketch', 'photo', 'identity'],
      limits: {
        online: { amount: 3, unit: 'working_day', citation, verified: true },
        direct: { amount: 5, unit: 'working_day', citation, verified: true },
      },
      sections: ['owner', 'garden', 'trees'],
    },
    {
      code: 'again',
      title: words('Cấp lại'),
      components: ['identity'],
      limits: { online: { amount: 1, unit: 'working_day', citation, verified: false } },
      sections: ['owner', 'garden'],
    },
  ],
  components: [
    { code: 'sketch', name: words('Sơ đồ vườn'), manner: 'submit', originals: 1, copies: 0, oneOf: 'picture' },
    { code: 'photo', name: words('Ảnh chụp vườn'), manner: 'submit', originals: 1, copies: 0, oneOf: 'picture' },
    {
      code: 'identity',
      name: words('Căn cước'),
      manner: 'submit',
      originals: 0,
      copies: 1,
      notNeededIfKnown: 'person.number',
      optional: true,
    },
  ],
  form: {
    layout: 'sections',
    sections: [
      {
        name: 'owner',
        title: words('Chủ vườn'),
        questions: [
          { name: 'owner_name', kind: 'text', label: words('Họ và tên'), known: 'person.name' },
          { name: 'owner_phone', kind: 'phone', label: words('Điện thoại'), required: false, known: 'person.phone' },
        ],
      },
      {
        name: 'garden',
        title: words('Khu vườn'),
        questions: [
          { name: 'planted_on', kind: 'day', label: words('Ngày trồng'), max: 'today' },
          { name: 'has_pond', kind: 'yes_no', label: words('Có ao không') },
          { name: 'pond_area', kind: 'number', label: words('Diện tích ao'), when: "has_pond = 'yes'", min: 1 },
          { name: 'copies', kind: 'number', label: words('Số bản cần cấp'), min: 1, max: 20 },
        ],
      },
      {
        name: 'trees',
        title: words('Cây trồng'),
        repeat: { min: 1, max: 5, one: words('Loại cây') },
        questions: [
          { name: 'kind', kind: 'text', label: words('Tên cây') },
          { name: 'count', kind: 'number', label: words('Số gốc'), min: 1 },
        ],
      },
    ],
  },
  fees: [
    {
      code: 'copy',
      name: words('Phí cấp bản sao'),
      kind: 'fee',
      amount: 8000,
      quantity: 'copies',
      unitName: words('bản'),
      validFrom: null,
      validTo: null,
      citation,
      verified: true,
    },
  ],
  reliefs: [],
  steps: [
    { code: 'receive', title: words('Tiếp nhận'), kind: 'receive', role: 'one_stop', hours: 1, after: [] },
    { code: 'return', title: words('Trả kết quả'), kind: 'return', role: 'one_stop', hours: 1, after: ['receive'] },
  ],
  stepsBasis: { citation, verified: true },
  results: [{ code: 'KQ.X99.000001', name: words('Giấy chứng nhận'), kind: 'document' }],
  citizenSteps: [],
  citations: [citation],
}

/** Puts it in force; again with something changed, it is the next version. `null`: nothing is in force any more. */
export async function offerService(town: Town, service: Service | null = gardenService): Promise<number> {
  const procedureCode = service?.procedure ?? gardenService.procedure
  const changedAt = town.now()
  await town.db
    .insertInto('services.service')
    .values({ procedureCode, changedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await town.db
    .updateTable('services.version')
    .set({ validTo: changedAt })
    .where('procedureCode', '=', procedureCode)
    .where('validTo', 'is', null)
    .execute()
  if (!service) return 0
  const { count } = await town.db
    .selectFrom('services.version')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('procedureCode', '=', procedureCode)
    .executeTakeFirstOrThrow()
  const version = count + 1
  const content = JSON.stringify(service)
  await town.db
    .insertInto('services.version')
    .values({ procedureCode, version, content, validFrom: changedAt })
    .execute()
  return version
}
