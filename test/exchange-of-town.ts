/** Dossiers of the town that the national side is told of, and a clock that goes on by itself. */
import type { Ctx } from '#kernel/ctx.ts'
import { nobody } from '#kernel/access.ts'
import type { ExchangeDossier, ExchangeProgress } from '#modules/exchange/public.ts'
import type { Line } from '#modules/exchange/line.ts'
import { openNational } from '#modules/exchange/national-line.jobs.ts'
import { queueMessage } from '#modules/exchange/message.store.ts'
import { sendMessages } from '#modules/exchange/send.jobs.ts'
import type { SendingRule } from '#modules/exchange/sending-rule.ts'
import { sendingRuleOn } from '#modules/exchange/sending-rule.ts'
import { dayOf } from '#kernel/time.ts'
import type { NationalSide } from './national-side.ts'
import type { Town } from './town.ts'

export const dossierCode = (no: number) => `H58.01-250514-${String(no).padStart(4, '0')}`
export const aboutOf = (no: number) => `dossiers.dossier/${String(no).padStart(4, '0')}`

export function someDossier(no: number, more: Partial<ExchangeDossier> = {}): ExchangeDossier {
  return {
    code: dossierCode(no),
    procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
    field: { code: 'G15-TP01', name: 'Hộ tịch' },
    applicant: { name: 'Nguyễn Thị Thu Hà', kind: 'citizen', number: '082196004127' },
    channel: 'online',
    receivedAt: new Date('2025-05-14T01:00:00Z'),
    dueAt: new Date('2025-05-15T10:00:00Z'),
    state: 2,
    handlingUnit: 'UBND xã An Bình',
    ...more,
  }
}

const someProgress = (no: number, more: Partial<ExchangeProgress> = {}): ExchangeProgress => ({
  code: dossierCode(no),
  handler: 'Cao Thị Mai',
  title: 'Công chức Bộ phận Một cửa',
  at: new Date('2025-05-14T01:05:00Z'),
  department: 'Bộ phận Một cửa',
  content: 'Đã tiếp nhận',
  state: 2,
  ...more,
})

export type Gateway = {
  readonly ctx: () => Ctx
  readonly line: Line
  readonly rule: SendingRule
  /** Tells of the reception of a dossier: the first thing that is told of it. */
  readonly receive: (no: number, more?: Partial<ExchangeDossier>) => Promise<string | null>
  /** Tells of a change of it. */
  readonly change: (no: number, revision: number, more: Partial<ExchangeDossier>) => Promise<string | null>
  readonly step: (no: number, revision: number, more?: Partial<ExchangeProgress>) => Promise<string | null>
  readonly send: () => Promise<number>
  /** So many seconds later. */
  readonly pass: (seconds: number) => void
}

export function openGateway(town: Town, side: NationalSide, more: Partial<SendingRule> = {}): Gateway {
  let passed = 0
  const now = () => new Date(town.now().getTime() + passed)
  const rule = { ...sendingRuleOn(dayOf(town.now())), ...more }
  const { url, loginUrl } = side
  const { timeoutSeconds } = rule
  const services = new Set(['dossier', 'progress', 'lookUp'] as const)
  const line = openNational({ url, loginUrl, user: 'tgs', password: 'bí mật', services, now, timeoutSeconds })
  const ctx = (): Ctx => ({ db: town.db, actor: nobody, now: now(), requestId: 'r' })
  const unitId = town.unitId('xa-an-binh')
  const about = (no: number) => ({ system: 'national', about: aboutOf(no), unitId })
  return {
    ctx,
    line,
    rule,
    receive: (no, body) =>
      queueMessage(ctx(), { ...about(no), kind: 'dossier', revision: 1, body: someDossier(no, body) }),
    change: (no, revision, body) =>
      queueMessage(ctx(), { ...about(no), kind: 'dossier', revision, body: someDossier(no, body) }),
    step: (no, revision, body) =>
      queueMessage(ctx(), { ...about(no), kind: 'progress', revision, body: someProgress(no, body) }),
    send: () => sendMessages(ctx(), { lines: [line], now, rule }),
    pass: (seconds) => void (passed += seconds * 1000),
  }
}
