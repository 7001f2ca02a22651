/**
 * The national side, imitated: a server on this machine that keeps what it is told, and a ledger of everything it applied.
 * It can be slow, hang up before or after it has done something, answer with an error page, refuse, do late what was asked
 * long ago, and do twice what was asked once.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Manner =
  | 'accept'
  /** Done, and the answer comes after the sender has given up. */
  | 'slow'
  /** Done after the sender has given up, and not answered at all. */
  | 'late'
  /** Hangs up before anything is done. */
  | 'die'
  /** Done, then hangs up: the acknowledgement is lost. */
  | 'die_after'
  /** An error page of something in between. */
  | 'error_page'
  /** Done twice, as when a gateway in between repeats what it thinks was lost. */
  | 'twice'
  | 'refuse'
  /** Nobody's session is valid any more. */
  | 'forget_sessions'

type Row = Record<string, unknown>
export type Applied = {
  readonly messageId: string
  readonly service: string
  readonly code: string
  readonly item: Row
}

type Heard = { session?: string; service?: string; data?: Row[]; isUpdating?: string; MaHoSo?: string } & {
  TuNgay?: string
  DenNgay?: string
  Trang?: number
  SoDong?: number
}

export type NationalSide = {
  readonly url: string
  readonly loginUrl: string
  /** Everything that took effect, in the order it did. */
  readonly applied: Applied[]
  /** What it holds, by dossier code; a test may change it behind everybody's back. */
  readonly held: Map<string, Row & { QuaTrinhXuLy: Row[] }>
  readonly requests: () => number
  /** How it meets the next request that tells it something; `accept` unless said. */
  behave: (manner: (heard: { service: string; no: number; code: string }) => Manner) => void
  /** Remembers message ids and does nothing twice. */
  knowsIds: boolean
  /** Waits until what it does late is done. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

async function read(request: IncomingMessage): Promise<Heard> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) text += String(piece)
  return JSON.parse(text) as Heard
}

type State = Pick<NationalSide, 'applied' | 'held'> & { knowsIds: boolean; seen: Set<string> }

/** A dossier is replaced by its code, a step is added: as its own words say, without looking whether it was there. */
function apply(state: State, messageId: string, { service = '', data = [] }: Heard) {
  if (state.knowsIds && state.seen.has(messageId)) return
  state.seen.add(messageId)
  for (const item of data) {
    const code = String(item['MaHoSo'])
    const before = state.held.get(code) ?? { QuaTrinhXuLy: [] }
    if (service === 'DongBoHoSoMC') state.held.set(code, { ...item, QuaTrinhXuLy: before.QuaTrinhXuLy })
    else state.held.set(code, { ...before, QuaTrinhXuLy: [...before.QuaTrinhXuLy, item] })
    state.applied.push({ messageId, service, code, item })
  }
}

/** Why it will not have it, or null. */
function objection({ held }: State, { service, data = [], isUpdating }: Heard): string | null {
  const code = String(data[0]?.['MaHoSo'])
  if (service === 'DongBoHoSoMC' && isUpdating === 'False' && held.has(code)) return 'MaHoSo da ton tai'
  if (service === 'DongBoHoSoMC' && isUpdating === 'True' && !held.has(code)) return 'MaHoSo khong ton tai'
  if (service === 'CapNhatTienDoHoSoMC' && !held.has(code)) return 'MaHoSo khong ton tai'
  return null
}

/** Until whoever asked has had enough of waiting. */
const givenUp = (response: ServerResponse) => (response.closed ? Promise.resolve() : once(response, 'close'))

function find({ held }: State, { MaHoSo, TuNgay = '', DenNgay = '9', Trang = 1, SoDong = 100 }: Heard): Row[] {
  if (MaHoSo) return held.has(MaHoSo) ? [held.get(MaHoSo) as Row] : []
  const within = [...held.values()]
    .filter((row: Row) => String(row['NgayTiepNhan']) >= TuNgay && String(row['NgayTiepNhan']) <= DenNgay)
    .toSorted((a: Row, b: Row) => String(a['MaHoSo']).localeCompare(String(b['MaHoSo'])))
  return within.slice((Trang - 1) * SoDong, Trang * SoDong)
}

export async function openNationalSide(): Promise<NationalSide> {
  const state: State = { applied: [], held: new Map(), knowsIds: true, seen: new Set() }
  const underWay = new Set<Promise<void>>()
  let mannerOf: Parameters<NationalSide['behave']>[0] = () => 'accept'
  let [sessions, requests, told] = [1, 0, 0]
  const say = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  async function tell(heard: Heard, messageId: string, response: ServerResponse) {
    const { service = '', data = [] } = heard
    const manner = mannerOf({ service, no: told++, code: String(data[0]?.['MaHoSo']) })
    if (manner === 'die') return void response.destroy()
    if (manner === 'error_page') return void response.writeHead(502).end('<html>Bad Gateway</html>')
    if (manner === 'forget_sessions') {
      sessions += 1
      return say(response, { error_code: '-1', error_message: 'Session het han' })
    }
    if (manner === 'refuse') return say(response, { error_code: '12', error_message: 'MaTTHC khong hop le (E-0012)' })
    if (manner === 'late') await givenUp(response)
    const wrong = objection(state, heard)
    if (wrong) return manner === 'late' ? response.destroy() : say(response, { error_code: '7', error_message: wrong })
    for (let times = manner === 'twice' ? 2 : 1; times > 0; times--) apply(state, messageId, heard)
    if (manner === 'slow') await givenUp(response)
    if (manner === 'die_after' || manner === 'late') return void response.destroy()
    return say(response, { error_code: '0', error_message: '' })
  }

  async function hear(request: IncomingMessage, response: ServerResponse) {
    requests += 1
    const heard = await read(request)
    if (request.url === '/login') return void say(response, { error_code: '0', session: `s${sessions}` })
    if (heard.session !== `s${sessions}`) return void say(response, { error_code: '-1', error_message: 'Session' })
    if (heard.service === 'TraCuuHoSo') return void say(response, { error_code: '00', data: find(state, heard) })
    await tell(heard, String(request.headers['idempotency-key'] ?? ''), response)
  }

  const server = createServer((request, response) => {
    const work = hear(request, response)
      .then(
        () => {},
        () => void response.destroy(),
      )
      .finally(() => underWay.delete(work))
    underWay.add(work)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const side: NationalSide = {
    url: `${address}/mapi`,
    loginUrl: `${address}/login`,
    applied: state.applied,
    held: state.held as NationalSide['held'],
    requests: () => requests,
    behave: (next) => void (mannerOf = next),
    get knowsIds() {
      return state.knowsIds
    },
    set knowsIds(knows) {
      state.knowsIds = knows
    },
    settle: async () => {
      while (underWay.size) await Promise.allSettled(underWay)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return side
}
