/** One file by the tus protocol: goes on where it was cut off, also in a page opened later. */
import { type DetailedError, Upload } from 'tus-js-client'
import type { Line } from './upload-line.ts'

export type Sending = { readonly file: File; readonly line: Line; readonly given: AbortController }

const piece = 4_000_000
/** A tunnel, or a lift; after that, when the browser says that the network is back. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000, 30_000]
/** WebCrypto wants the whole file in memory. */
const mostHashed = 64_000_000

/** Only where the page came by https, or from this machine; else the house hashes alone. */
async function hashOf(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle || file.size > mostHashed) return ''
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const statusOf = (fault: Error | DetailedError) =>
  'originalResponse' in fault ? (fault.originalResponse?.getStatus() ?? 0) : 0

/** Locked, overtaken or held off now, it may be let in later. */
const mayPass = (status: number) => status === 0 || status >= 500 || [409, 423, 429].includes(status)

/** The words of the house, in the language of the page. */
const reasonOf = (fault: Error | DetailedError) =>
  'originalResponse' in fault ? (fault.originalResponse?.getBody().trim().slice(0, 300) ?? '') : ''

/** Resolves to the id of the upload once all of it is there. */
export async function sendFile(
  { file, line, given }: Sending,
  words: Readonly<Record<string, string>>,
): Promise<string> {
  const metadata = { filename: file.name, sha256: await hashOf(file) }
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/tai-tep/tus',
      chunkSize: piece,
      retryDelays: pauses,
      metadata,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (fault) => {
        if (mayPass(statusOf(fault))) line.says(words['again'] ?? '')
        return mayPass(statusOf(fault))
      },
      onProgress: (sent, all) => line.says(`${words['sending']} ${all ? Math.floor((sent * 100) / all) : 0}\u00a0%`),
      onSuccess: () => {
        line.says(words['checking'] ?? '')
        resolve(upload.url?.split('/').at(-1) ?? '')
      },
      onError: (fault) => {
        if (!mayPass(statusOf(fault))) return reject(new Error(reasonOf(fault)))
        line.says(words['again'] ?? '')
        addEventListener('online', () => !given.signal.aborted && upload.start(), { once: true })
      },
    })
    given.signal.addEventListener('abort', () => {
      void upload.abort(true).catch(() => {})
      reject(new Error())
    })
    void upload.findPreviousUploads().then(([before]) => {
      if (before) upload.resumeFromPreviousUpload(before)
      if (!given.signal.aborted) upload.start()
    })
  })
}
