/**
 * A load generator of our own: a fixed number of connections on the loopback, each asking again as soon as it was
 * answered, for a fixed time. Raw sockets, because `http.request` costs more than the servers measured and would make
 * all of them look equally fast.
 */
import { connect } from 'node:net'

export type Target = { port: number; path: string; headers?: Readonly<Record<string, string>> }

export type Load = {
  requests: number
  seconds: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Bytes of one whole answer, head and body. */
  bytes: number
}

const requestOf = ({ port, path, headers }: Target) =>
  Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      ...Object.entries({ 'accept-encoding': 'gzip', ...headers }).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n'),
  )

/** Where the first answer in `bytes` ends, or -1 while it is not all there. */
export function endOfAnswer(bytes: Buffer): number {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return -1
  const head = bytes.toString('latin1', 0, headEnd)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`answered "${head.split('\r\n')[0]}"`)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length) {
    const end = headEnd + 4 + Number(length)
    return bytes.length >= end ? end : -1
  }
  const last = bytes.indexOf('\r\n0\r\n\r\n', headEnd + 2)
  return last < 0 ? -1 : last + 7
}

type Asked = { until: number; times: number[]; bytes: number }

/** One connection, until its time is over; an answer under way is waited for. */
const keepAsking = (target: Target, asked: Asked) =>
  new Promise<void>((resolve, reject) => {
    const request = requestOf(target)
    const socket = connect(target.port, '127.0.0.1')
    let since = 0
    let got: Buffer = Buffer.alloc(0)
    const ask = () => {
      since = performance.now()
      socket.write(request)
    }
    socket.setNoDelay(true)
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 s')))
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('data', (chunk) => {
      got = got.length ? Buffer.concat([got, chunk]) : chunk
      try {
        const end = endOfAnswer(got)
        if (end < 0) return
        asked.bytes = end
      } catch (fault) {
        socket.destroy(fault as Error)
        return
      }
      got = Buffer.alloc(0)
      const now = performance.now()
      asked.times.push(now - since)
      if (now < asked.until) ask()
      else socket.end()
    })
  })

export async function load(target: Target, how: { connections: number; seconds: number }): Promise<Load> {
  const start = performance.now()
  const asked: Asked = { until: start + how.seconds * 1000, times: [], bytes: 0 }
  await Promise.all(Array.from({ length: how.connections }, () => keepAsking(target, asked)))
  const seconds = (performance.now() - start) / 1000
  const times = asked.times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const requests = times.length
  return { requests, seconds, perSecond: requests / seconds, p50: at(0.5), p95: at(0.95), bytes: asked.bytes }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
