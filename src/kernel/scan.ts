/** Asking clamd whether a file is malware, over its own protocol (INSTREAM). Not to be done inside a transaction. */
import { createReadStream } from 'node:fs'
import { createConnection, type Socket } from 'node:net'

/** The name of what was found, or null: clean. Throws while the scanner is away. */
export type Scan = (path: string) => Promise<string | null>

/** What is asked of files before they are let in. */
export type Intake = {
  /** Bytes of one file. */
  readonly most: number
  /** Null: no scanner is set up, and files are shown as not scanned. */
  readonly scan: Scan | null
  /** A file that could not be scanned yet is not used either. */
  readonly scanRequired: boolean
}

export const plainIntake: Intake = { most: 30_000_000, scan: null, scanRequired: false }

const mostSilence = 30_000

const connect = (url: string): Socket => {
  if (!url.startsWith('tcp://')) return createConnection({ path: url })
  const { hostname, port } = new URL(url)
  return createConnection({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
}

const lengthOf = (piece: Uint8Array) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

async function* said(path: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield lengthOf(piece)
    yield piece
  }
  yield Buffer.alloc(4)
}

/** What the scanner answers with, up to its NUL. */
function heard(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      answer += text
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')))
    })
    socket.on('error', reject)
    socket.on('timeout', () => reject(new Error('the scanner does not answer')))
    socket.on('close', () => reject(new Error('the scanner hung up')))
  })
}

async function send(socket: Socket, path: string) {
  for await (const piece of said(path)) {
    if (socket.destroyed) return
    if (!socket.write(piece)) await new Promise<void>((go) => socket.once('drain', go).once('close', go))
  }
}

function verdictOf(answer: string): string | null {
  if (/^stream: OK$/.test(answer)) return null
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (name) return name
  throw new Error(`the scanner answered: ${answer.slice(0, 200)}`)
}

export const openScanner =
  (url: string, silence = mostSilence): Scan =>
  async (path) => {
    const socket = connect(url)
    socket.setTimeout(silence)
    try {
      const answer = heard(socket)
      answer.catch(() => {})
      await send(socket, path)
      return verdictOf(await answer)
    } finally {
      socket.destroy()
    }
  }
