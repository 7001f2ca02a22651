/** A line to the house that can be cut: whatever is on its way then is lost, as when a phone goes into a tunnel. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type Line = {
  readonly address: string
  /** Bytes that went up to the house since it was last asked. */
  readonly went: () => number
  /** Cuts the line once so many more bytes have gone up. `down`: and nothing passes until `restore`. */
  readonly cutAfter: (bytes: number, how: 'once' | 'down') => void
  readonly isDown: () => boolean
  readonly restore: () => void
  readonly close: () => Promise<void>
}

export async function openLine(house: string): Promise<Line> {
  const { hostname, port } = new URL(house)
  const sockets = new Set<Socket>()
  let [went, left, isDown] = [0, Infinity, false]
  let how: 'once' | 'down' = 'once'
  const cut = () => {
    isDown = how === 'down'
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((near) => {
    if (isDown) return void near.destroy()
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
      socket.on('error', () => socket.destroy())
    }
    far.pipe(near)
    near.on('data', (bytes) => {
      went += bytes.length
      left -= bytes.length
      if (!far.write(bytes)) {
        near.pause()
        far.once('drain', () => near.resume())
      }
      // A moment later, so that what has gone up has also arrived.
      if (left > 0) return
      left = Infinity
      setTimeout(cut, 100)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    went: () => {
      const so = went
      went = 0
      return so
    },
    cutAfter: (bytes, next) => {
      left = bytes
      how = next
    },
    isDown: () => isDown,
    restore: () => void (isDown = false),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
