/** An object store on this machine that speaks as much S3 as files need, and turns away what is not signed rightly. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ObjectStore = { host: string; objects: Map<string, Buffer>; secret: string; close: () => Promise<void> }

const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The signature that the request should carry, worked out from what arrived. */
function signatureOf(request: IncomingMessage, secret: string): { given: string; right: string } {
  const [, date = '', region = '', signed = '', given = ''] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request,SignedHeaders=([^,]+),Signature=([0-9a-f]+)$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  let canonical = `${request.method}\n${request.url}\n\n`
  for (const name of signed.split(';')) canonical += `${name}:${String(request.headers[name])}\n`
  canonical += `\n${signed}\n${String(request.headers['x-amz-content-sha256'])}`
  const scope = `${date}/${region}/s3/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${String(request.headers['x-amz-date'])}\n${scope}\n${digest(canonical)}`
  const key = mac(mac(mac(mac(`AWS4${secret}`, date), region), 's3'), 'aws4_request')
  return { given, right: mac(key, text).toString('hex') }
}

export async function openObjectStore(): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>()
  const secret = 'secret/+ of=the store'
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray())
    const { given, right } = signatureOf(request, secret)
    const name = request.url ?? ''
    const found = objects.get(name)
    const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes)
    if (given !== right || digest(body) !== request.headers['x-amz-content-sha256']) return answer(403)
    if (request.method === 'PUT') return answer(objects.set(name, body) && 200)
    if (request.method === 'DELETE') return answer(objects.delete(name) ? 204 : 404)
    return found ? answer(200, request.method === 'GET' ? found : undefined) : answer(404)
  }
  const server = createServer((request, response) => void hear(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())))
  return { host, objects, secret, close }
}
