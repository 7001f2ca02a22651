/** A client of the tus protocol that does exactly what a test tells it, piece by piece. */
import type { Visitor } from './town.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

const common = { 'tus-resumable': '1.0.0' }

/** Says how large the file will be, and what it is. */
export function begin(visitor: Visitor, size: number, metadata: Readonly<Record<string, string>>) {
  const said = Object.entries(metadata).map(([name, value]) => `${name} ${base64(value)}`)
  const headers = { ...common, 'upload-length': String(size), 'upload-metadata': said.join(',') }
  return visitor.ask('/tai-tep/tus', { method: 'POST', headers })
}

export const patch = (visitor: Visitor, at: string, offset: number, body: Uint8Array | ReadableStream<Uint8Array>) =>
  visitor.ask(at, {
    method: 'PATCH',
    headers: { ...common, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: body as never,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })

export const head = (visitor: Visitor, at: string) => visitor.ask(at, { method: 'HEAD', headers: common })

/** How much of it the house says it has. */
export async function offsetOf(visitor: Visitor, at: string): Promise<number> {
  return Number((await head(visitor, at)).headers.get('upload-offset'))
}

export const terminate = (visitor: Visitor, at: string) => visitor.ask(at, { method: 'DELETE', headers: common })

export const placeOf = (answer: Response): string => answer.headers.get('location') ?? ''
export const idOf = (answer: Response): string => placeOf(answer).split('/').at(-1) ?? ''

/** In one piece. Returns its id. */
export async function sendWhole(visitor: Visitor, name: string, bytes: Uint8Array, hash?: string): Promise<string> {
  const begun = await begin(visitor, bytes.length, { filename: name, ...(hash && { sha256: hash }) })
  if (begun.status !== 201) throw new Error(`not begun: ${begun.status} ${await begun.text()}`)
  const sent = await patch(visitor, placeOf(begun), 0, bytes)
  if (sent.status !== 204) throw new Error(`not sent: ${sent.status} ${await sent.text()}`)
  return idOf(begun)
}

/** What begins well and then breaks off, once what began has arrived. */
export function cutAfter(bytes: Uint8Array, hasArrived: () => boolean): ReadableStream<Uint8Array> {
  let isSent = false
  return new ReadableStream({
    async pull(controller) {
      if (!isSent) {
        isSent = true
        return controller.enqueue(bytes)
      }
      while (!hasArrived()) await new Promise((resolve) => setTimeout(resolve, 5))
      controller.error(new Error('the network was cut'))
    },
  })
}
