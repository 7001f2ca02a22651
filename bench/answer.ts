/** One answer as it goes over the wire: packed, not unpacked again. */
import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Target } from './load.ts'

export type Wire = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** The headers are those that are not Node's own. */
export async function answerOf({ port, path, headers }: Target): Promise<Wire> {
  const asked = request({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': 'gzip', ...headers } }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await buffer(answer)
  const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...own } = answer.headers
  return { status: answer.statusCode ?? 0, headers: { ...own, 'content-length': body.length }, body }
}
