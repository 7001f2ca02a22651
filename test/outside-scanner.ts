/** The scanner outside, imitated: speaks the INSTREAM command of clamd and finds the test virus of EICAR. */
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** `slow` answers only after it is told to; `die` hangs up in the middle; `odd` answers something else. */
export type ScannerManner = 'scan' | 'slow' | 'die' | 'odd'

export type ScannerServer = {
  readonly url: string
  readonly scanned: () => number
  readonly behave: (manner: ScannerManner) => void
  /** Lets those that wait have their answer. */
  readonly answer: () => void
  readonly close: () => Promise<void>
}

/** In two parts, so that no scanner stops this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const command = 'zINSTREAM\0'

/** The pieces as far as they have come, and whether the one of no length has. */
function piecesIn(heard: Buffer): { content: Buffer; isOver: boolean } {
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return { content: Buffer.concat(pieces), isOver: true }
    pieces.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return { content: Buffer.concat(pieces), isOver: false }
}

export async function openScannerServer(): Promise<ScannerServer> {
  const sockets = new Set<Socket>()
  let manner: ScannerManner = 'scan'
  let scanned = 0
  let waiting: (() => void)[] = []
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes as Buffer])
      if (heard.length < command.length) return
      if (heard.subarray(0, command.length).toString('latin1') !== command) return void socket.end('UNKNOWN COMMAND\0')
      if (manner === 'die') return void socket.destroy()
      const { content, isOver } = piecesIn(heard)
      if (!isOver) return
      const say = () => {
        scanned += 1
        if (manner === 'odd') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
        socket.end(content.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0')
      }
      if (manner === 'slow') waiting.push(say)
      else say()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned: () => scanned,
    behave: (next) => void (manner = next),
    answer: () => {
      for (const say of waiting) say()
      waiting = []
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
