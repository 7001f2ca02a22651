/** The search of a whole catalogue: how long it takes while many ask, and how many may ask before it takes long. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringIn } from '../src/app/bring-in.ts'
import { processorOf, startApp } from './child.ts'
import { openLoop, type Waits } from './open-loop.ts'
import { type Engine, inPlace, openPlace, settle } from './place.ts'
import { atMost, milliseconds, perSecond, type Report, seconds, stated } from './report.ts'

const procedures = 2_500
const steadyRate = 200
const longest = 100

const own = readFileSync(join(import.meta.dirname, '../data/national/procedures.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { code: string; name: string; field: string })

const acts = [
  'Cấp',
  'Cấp lại',
  'Gia hạn',
  'Thu hồi',
  'Điều chỉnh',
  'Công nhận',
  'Thẩm định',
  'Đăng ký',
  'Xác nhận',
  'Phê duyệt',
]
const things =
  'giấy phép,chứng chỉ hành nghề,phương án,hồ sơ,đề án,kế hoạch,quyết định,danh sách,tài khoản,hợp đồng'.split(',')
const trades =
  'nuôi trồng thủy sản,vận tải đường thủy,thú y,phân bón,kinh doanh xăng dầu,an toàn thực phẩm,bảo vệ thực vật,công chứng,khoáng sản,môi trường,lữ hành,xuất bản,quảng cáo,phòng cháy,lao động nước ngoài,dạy nghề,khám chữa bệnh,dược,bảo trợ xã hội,điện lực,viễn thông,cầu đường,hóa chất,giống cây trồng,rượu'.split(
    ',',
  )

/** Names nobody has published, as long and as alike as real ones. */
const nameOf = (no: number) =>
  `${acts[no % 10]} ${things[Math.floor(no / 10) % 10]} ${trades[Math.floor(no / 100) % 25]} theo mẫu số ${no}`

const catalogue = () =>
  Array.from({ length: procedures }, (_, no) => {
    const line = own[no % own.length] as (typeof own)[number]
    return no < own.length
      ? line
      : { ...line, code: `8.${String(no).padStart(6, '0')}`, name: nameOf(no), field: trades[no % 25] }
  })

const asked = [
  'khai sinh',
  'giấy khai sanh',
  'dang ky ket hon',
  'sang tên đất',
  'sao y',
  'ho kinh doanh',
  'cap phep xay dung',
  'tam tru',
]

/** As people ask: a few things by many, by each in other words; with a slip in every seventh. Never the same twice. */
function wordsOf(no: number): string {
  const words = no % 4 === 0 ? `${asked[(no / 4) % asked.length]} ${no}` : `${nameOf((no * 7919) % procedures)}`
  const few = words
    .split(' ')
    .slice(0, 3 + (no % 4))
    .join(' ')
  return no % 7 === 0 ? `${few.slice(0, -2)}x${few.slice(-1)} ${no}` : `${few} ${no % 13 ? '' : no}`
}

const different = (no: number) => `/dich-vu-cong?q=${encodeURIComponent(wordsOf(no))}&lan=${no}`
/** The same few hundred questions again and again: those of before are given out as they were. */
const repeated = (no: number) =>
  `/dich-vu-cong?q=${encodeURIComponent(wordsOf(Math.floor(300 * ((no * 0.618) % 1) ** 3)))}`

async function limitOf(port: number): Promise<{ rate: number; waits: Waits }[]> {
  const steps: { rate: number; waits: Waits }[] = []
  for (let rate = 100; rate <= 3_200; rate = Math.round(rate * 1.4)) {
    const waits = await openLoop(port, { rate, seconds: 4, paths: (no) => different(no + rate * 1000) })
    steps.push({ rate, waits })
    if (waits.p95 > longest || waits.failed > 0) break
  }
  return steps
}

const searchBench = (engine: Engine) =>
  inPlace(engine, async (place) => {
    await settle(place, 10)
    const { db, close } = await openPlace(place)
    const bytes = Buffer.from(
      catalogue()
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    const start = performance.now()
    await bringIn(db, { name: 'bench.jsonl', bytes }, new Date())
    const importSeconds = (performance.now() - start) / 1000
    await close()
    const app = await startApp(place.env)
    try {
      await openLoop(app.port, { rate: 50, seconds: 4, paths: (no) => different(no + 9_000_000) })
      const before = processorOf(app.pid) ?? Number.NaN
      const steady = await openLoop(app.port, { rate: steadyRate, seconds: 15, paths: different })
      const processor = ((processorOf(app.pid) ?? Number.NaN) - before) / steady.asked
      const again = await openLoop(app.port, { rate: steadyRate, seconds: 10, paths: repeated })
      return { importSeconds, steady, processor, again, steps: await limitOf(app.port) }
    } finally {
      await app.stop()
    }
  })

export async function searchReport(engines: readonly Engine[]): Promise<Report> {
  const engine = engines.includes('postgres') ? 'postgres' : 'embedded'
  const { importSeconds, steady, processor, again, steps } = await searchBench(engine)
  const held = steps.findLast(({ waits }) => waits.p95 <= longest && waits.failed === 0)
  const past = steps.find(({ waits }) => waits.p95 > longest)
  return {
    lines: [
      atMost(
        `search over ${procedures} procedures at ${steadyRate}/s, each different: p95`,
        steady.p95,
        30,
        milliseconds,
      ),
      atMost(`the same few hundred searches at ${steadyRate}/s: p95`, again.p95, 30, milliseconds),
      atMost('searches without an answer', steady.failed + again.failed, 0, String),
      stated('processor time of the house for each of the different searches', milliseconds(processor * 1000)),
      stated(`p95 stays below ${longest} ms up to`, held ? perSecond(held.rate) : 'no rate tried'),
      stated(`p95 passes ${longest} ms at`, past ? perSecond(past.rate) : 'no rate tried'),
      stated(`bringing ${procedures} procedures in`, seconds(importSeconds)),
    ],
    notes: [`on ${engine}; the load comes from the same machine`],
    figures: { engine, steady, processor, again, steps, importSeconds },
  }
}
