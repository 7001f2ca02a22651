/** Secrets that must be read again (unlike passwords): kept sealed, so that a copy of the database alone opens nothing. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open as openFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type SecretBox = {
  /** `about` names what the secret belongs to: sealed for one thing, it opens for no other. */
  readonly seal: (text: string, about: string) => string
  /** What was kept before there was a box comes back as it is. Throws what was tampered with, or sealed with a key not here. */
  readonly open: (kept: string, about: string) => string
  /** Whether it is sealed with the key that seals now. */
  readonly isCurrent: (kept: string) => boolean
  /** What only who holds the key can make, and makes again: the same for the same `about` in every process. */
  readonly tokenFor: (about: string) => string
}

type Key = { readonly id: string; readonly bytes: Buffer }

const version = 'v1'
const nonceLength = 12
const tagLength = 16

/** The id tells keys apart and nothing about them. */
function keyFrom(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'tien-giang-so secret box', 32))
  return { bytes, id: createHash('sha256').update('id').update(bytes).digest('hex').slice(0, 8) }
}

function seal({ id, bytes }: Key, text: string, about: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${version}.${id}.${sealed.toString('base64url')}`
}

function open(keys: readonly Key[], kept: string, about: string): string {
  const [mark, id, sealed] = kept.split('.')
  if (mark !== version || id === undefined || sealed === undefined) return kept
  const key = keys.find((one) => one.id === id)
  if (!key) throw new Error(`a secret was sealed with key ${id}, which is not among the keys given`)
  const all = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, all.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(about)).setAuthTag(all.subarray(-tagLength))
  return Buffer.concat([decipher.update(all.subarray(nonceLength, -tagLength)), decipher.final()]).toString('utf8')
}

/** The first secret seals; the others, used before it, still open what they sealed. */
export function openSecretBox([now, ...before]: readonly [string, ...string[]]): SecretBox {
  const current = keyFrom(now)
  const keys = [current, ...before.map(keyFrom)]
  const tokenKey = Buffer.from(hkdfSync('sha256', now, '', 'tien-giang-so tokens', 32))
  return {
    seal: (text, about) => seal(current, text, about),
    open: (kept, about) => open(keys, kept, about),
    tokenFor: (about) => createHmac('sha256', tokenKey).update(about).digest('base64url'),
    isCurrent: (kept) => kept.startsWith(`${version}.${current.id}.`),
  }
}

const fileName = 'secret.key'

/** Where no key is given from outside: one made here, that only the owner of the folder can read. */
export async function keyOfFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, fileName)
  try {
    const file = await openFile(path, 'wx', 0o600)
    try {
      await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  const key = (await readFile(path, 'utf8')).trim()
  if (key.length < 32) throw new Error(`${path} holds no key: restore it from the backup`)
  return key
}
