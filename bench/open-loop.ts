/**
 * An open loop: requests leave at their times whether or not those before were answered, as people come who know nothing
 * of one another. A wait is counted from the moment at which the request was to leave, so that a stalled server cannot hide it.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { endOfAnswer } from './load.ts'

export type Waits = { asked: number; perSecond: number; p50: number; p95: number; p99: number; failed: number }

/** Connections kept open; one is made when none is free. */
function openPool(port: number) {
  const free: Socket[] = []
  const all = new Set<Socket>()
  /** The server hangs up on a connection that was idle for long; it lies among the free ones until somebody takes it. */
  const take = () => {
    for (let socket = free.pop(); socket; socket = free.pop()) if (!socket.destroyed && socket.writable) return socket
    return connect(port, '127.0.0.1').setNoDelay(true)
  }
  const ask = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const socket = take()
      all.add(socket)
      let got = Buffer.alloc(0)
      const end = (fault?: Error) => {
        socket.removeAllListeners()
        if (fault) {
          socket.destroy()
          all.delete(socket)
          return reject(fault)
        }
        socket.on('error', () => {})
        free.push(socket)
        resolve()
      }
      socket.on('error', end)
      socket.on('close', () => end(new Error('closed')))
      socket.on('data', (piece) => {
        got = got.length ? Buffer.concat([got, piece]) : piece
        try {
          if (endOfAnswer(got) >= 0) end()
        } catch (fault) {
          end(fault as Error)
        }
      })
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: gzip\r\n\r\n`)
    })
  return { ask, close: () => all.forEach((socket) => socket.destroy()) }
}

/** `paths` gives the address of each request in turn. */
export async function openLoop(
  port: number,
  how: { rate: number; seconds: number; paths: (no: number) => string },
): Promise<Waits> {
  const pool = openPool(port)
  const total = Math.round(how.rate * how.seconds)
  const start = performance.now() + 50
  const waits: number[] = []
  let failed = 0
  const under: Promise<void>[] = []
  for (let no = 0; no < total; ) {
    const due = start + (no * 1000) / how.rate
    const now = performance.now()
    if (due > now) {
      await wait(Math.max(0, due - now))
      continue
    }
    under.push(
      pool.ask(how.paths(no++)).then(
        () => void waits.push(performance.now() - due),
        () => void failed++,
      ),
    )
  }
  await Promise.all(under)
  pool.close()
  const seconds = (performance.now() - start) / 1000
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Number.POSITIVE_INFINITY
  return { asked: total, perSecond: waits.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed }
}
