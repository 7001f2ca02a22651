/**
 * A file house on any server that speaks S3: plain HTTP with AWS Signature Version 4, the bucket in the path.
 * `s3://KEY:SECRET@host[:port]/bucket[/folder]?region=…`; with `&plain=1` without TLS, for a server on one's own network.
 */
import { createHash, createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestTls } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { percentEncoded } from './file.ts'
import { placeOf, type FileHouse } from './file-house.ts'

export type S3 = {
  keyId: string
  secret: string
  region: string
  host: string
  plain: boolean
  /** `/bucket` or `/bucket/folder`, without a slash at the end. */
  path: string
}

export function readS3Url(url: string): S3 {
  const { username, password, host, pathname, searchParams } = new URL(url)
  const path = decodeURIComponent(pathname).replace(/\/+$/, '')
  if (!username || !password || path === '')
    throw new Error('FILES_URL has the form s3://KEY:SECRET@host/bucket?region=…')
  return {
    keyId: decodeURIComponent(username),
    secret: decodeURIComponent(password),
    region: searchParams.get('region') ?? 'us-east-1',
    host,
    plain: searchParams.get('plain') === '1',
    path,
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Percent signs as S3 wants them: everything but letters, digits and `-._~/`. */
const encode = (path: string) => percentEncoded(path).replaceAll('%2F', '/')

export type Asked = { method: string; path: string; query?: string; bodyHash: string; headers?: Record<string, string> }

/** The headers that make a request one of ours. */
export function sign(s3: Omit<S3, 'path' | 'plain'>, asked: Asked, now: Date): Record<string, string> {
  const moment = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = moment.slice(0, 8)
  const headers: Record<string, string> = {
    ...asked.headers,
    host: s3.host,
    'x-amz-content-sha256': asked.bodyHash,
    'x-amz-date': moment,
  }
  const names = Object.keys(headers).sort((a, b) => (a < b ? -1 : 1))
  const signed = names.join(';')
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('')
  const canonical = [asked.method, encode(asked.path), asked.query ?? '', lines, signed, asked.bodyHash].join('\n')
  const scope = `${day}/${s3.region}/s3/aws4_request`
  const key = [day, s3.region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${s3.secret}`)
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${sha256(canonical)}`).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${s3.keyId}/${scope},SignedHeaders=${signed},Signature=${signature}`
  return { ...headers, authorization }
}

const nothing = sha256('')

type Sent = { method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'; hash: string; from?: string }

async function ask(s3: S3, { method, hash, from }: Sent, now: Date): Promise<IncomingMessage> {
  const path = `${s3.path}/${placeOf(hash)}`
  const signed = sign(s3, { method, path, bodyHash: from ? hash : nothing }, now)
  const headers = from ? { ...signed, 'content-length': String((await stat(from)).size) } : signed
  const url = `${s3.plain ? 'http' : 'https'}://${s3.host}${encode(path)}`
  const outgoing = (s3.plain ? requestPlain : requestTls)(url, { method, headers, timeout: 30_000 })
  outgoing.on('timeout', () => outgoing.destroy(new Error('the file server does not answer')))
  const answer = new Promise<IncomingMessage>((resolve, reject) => outgoing.on('response', resolve).on('error', reject))
  if (from) await Promise.all([answer, pipeline(createReadStream(from), outgoing)])
  else outgoing.end()
  return answer
}

/** `incoming`: a local folder for what is still coming in. */
export async function openS3House(s3: S3, incoming: string, now: () => Date): Promise<FileHouse> {
  await mkdir(incoming, { recursive: true })
  const answer = async (sent: Sent): Promise<IncomingMessage | null> => {
    const message = await ask(s3, sent, now())
    const status = message.statusCode ?? 0
    if (status >= 200 && status < 300) return message
    message.resume()
    if (status === 404 && sent.method !== 'PUT') return null
    throw new Error(`the file server answered ${sent.method} with ${status}`)
  }
  return {
    incoming,
    put: async (hash, path) => void (await answer({ method: 'PUT', hash, from: path }))?.resume(),
    get: (hash) => answer({ method: 'GET', hash }),
    has: async (hash) => {
      const found = await answer({ method: 'HEAD', hash })
      found?.resume()
      return found !== null
    },
    remove: async (hash) => void (await answer({ method: 'DELETE', hash }))?.resume(),
  }
}
