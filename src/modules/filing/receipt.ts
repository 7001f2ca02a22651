/**
 * The receipt of a filing (biên nhận điện tử): every field and file with its hash, sealed with the house's own signature.
 * Whoever has the file can check it without us: nothing but SHA-256 and Ed25519 over JSON in one spelling.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { canonical, hashOfPlain, type Plain, sha256 } from './canonical.ts'

const receiptFormat = 'tien-giang-so.receipt/1'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const ReceiptField = z.strictObject({
  name: z.string(),
  label: z.string(),
  /** The answer as it is kept. */
  value: z.unknown(),
  /** The answer as people read it. */
  shown: z.string(),
})
export type ReceiptField = z.infer<typeof ReceiptField>

export const ReceiptFile = z.strictObject({
  question: z.string(),
  label: z.string(),
  name: z.string(),
  size: z.number().int(),
  type: z.string(),
  sha256: Hash,
})
export type ReceiptFile = z.infer<typeof ReceiptFile>

const ReceiptFee = z.strictObject({ code: z.string(), name: z.string(), amount: z.number().int() })
type ReceiptFee = z.infer<typeof ReceiptFee>

/** What was filed, where, when, by whom and under which version of the service. */
export const ReceiptHead = z.strictObject({
  requestCode: z.string(),
  filedAt: z.string(),
  receiver: z.string(),
  procedure: z.strictObject({ code: z.string(), title: z.string() }),
  serviceVersion: z.number().int(),
  case: z.strictObject({ code: z.string(), title: z.string() }),
  channel: z.string(),
  party: z.strictObject({ name: z.string(), number: z.string() }),
  filedBy: z.strictObject({ name: z.string(), relation: z.string() }),
  assurance: z.number().int().nullable(),
  declaration: z.string(),
  feeTotal: z.number().int(),
})
export type ReceiptHead = z.infer<typeof ReceiptHead>

const Digests = z.strictObject({
  head: Hash,
  fields: z.array(z.strictObject({ name: z.string(), hash: Hash })),
  files: z.array(z.strictObject({ name: z.string(), hash: Hash })),
  fees: z.array(z.strictObject({ name: z.string(), hash: Hash })),
})

export const Receipt = z.strictObject({
  format: z.literal(receiptFormat),
  head: ReceiptHead,
  fields: z.array(ReceiptField),
  files: z.array(ReceiptFile),
  fees: z.array(ReceiptFee),
  seal: z.strictObject({
    digests: Digests,
    /** Of the canonical form of format and digests: one number for the whole. */
    hash: Hash,
    algorithm: z.literal('Ed25519'),
    keyId: Hash,
    publicKey: z.string(),
    signature: z.string(),
  }),
})
export type Receipt = z.infer<typeof Receipt>

export type ReceiptContent = Omit<Receipt, 'format' | 'seal'>

/** The key is named by the hash of its public half (SPKI, DER). */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')

/** `9f2c 41d0 …`: to be held against what is published elsewhere. */
export const fingerprint = (keyId: string): string => keyId.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')

/** `publicKey` is the public half of `secret`, as SPKI in base64. */
export type SigningKey = { readonly id: string; readonly publicKey: string; readonly secret: KeyObject }

export const readSecretKey = (pem: string): KeyObject => createPrivateKey(pem)

function digestsOf({ head, fields, files, fees }: ReceiptContent) {
  return {
    head: hashOfPlain(head),
    fields: fields.map((field) => ({ name: field.name, hash: hashOfPlain(field as Plain) })),
    files: files.map((file) => ({ name: file.name, hash: hashOfPlain(file) })),
    fees: fees.map((fee) => ({ name: fee.code, hash: hashOfPlain(fee) })),
  }
}

const hashOfDigests = (digests: Plain) => hashOfPlain({ format: receiptFormat, digests })

/** `text`: as it is kept and given out, the same bytes every time. */
export type SealedReceipt = { readonly text: string; readonly hash: string }

const inOneSpelling = (parts: readonly unknown[]) => parts.map((part) => canonical(part as Plain))

/** Each part is put into its one spelling once, for its hash and for the text. */
export function sealReceipt({ head, fields, files, fees }: ReceiptContent, key: SigningKey): SealedReceipt {
  const texts = {
    head: canonical(head),
    fields: inOneSpelling(fields),
    files: inOneSpelling(files),
    fees: inOneSpelling(fees),
  }
  const hashes = (of: readonly string[], names: readonly string[]) =>
    of.map((text, at) => ({ hash: sha256(text), name: names[at] ?? '' }))
  const digests = canonical({
    fees: hashes(
      texts.fees,
      fees.map(({ code }) => code),
    ),
    fields: hashes(
      texts.fields,
      fields.map(({ name }) => name),
    ),
    files: hashes(
      texts.files,
      files.map(({ name }) => name),
    ),
    head: sha256(texts.head),
  })
  const hash = sha256(`{"digests":${digests},"format":${JSON.stringify(receiptFormat)}}`)
  const signature = sign(null, Buffer.from(hash, 'hex'), key.secret).toString('base64')
  const rest = canonical({ hash, keyId: key.id, publicKey: key.publicKey, signature }).slice(1)
  const seal = `{"algorithm":"Ed25519","digests":${digests},${rest}`
  const list = (of: readonly string[]) => `[${of.join(',')}]`
  const text = `{"fees":${list(texts.fees)},"fields":${list(texts.fields)},"files":${list(texts.files)},"format":${JSON.stringify(receiptFormat)},"head":${texts.head},"seal":${seal}}`
  return { text, hash }
}

export type ReceiptFault =
  | { readonly kind: 'not_a_receipt' }
  /** A part does not fit the hash that was sealed for it. */
  | { readonly kind: 'changed'; readonly part: 'head' | 'field' | 'file' | 'fee'; readonly name: string }
  | { readonly kind: 'added' | 'removed'; readonly part: 'field' | 'file' | 'fee'; readonly name: string }
  /** The list of hashes is not the one that was signed: what was changed in it cannot be told any more. */
  | { readonly kind: 'seal_broken' }
  | { readonly kind: 'signature_wrong' }
  /** Signed by another key than the one that was asked for. */
  | { readonly kind: 'other_key'; readonly keyId: string }

export type GivenFile = { readonly name: string; readonly hash: string }

export type Verdict = {
  readonly receipt: Receipt | null
  readonly faults: readonly ReceiptFault[]
  /** Files given beside the receipt: which of its files each one is, or `null`. */
  readonly given: readonly { readonly name: string; readonly is: string | null }[]
}

type Digest = { readonly name: string; readonly hash: string }

/** Parts are held against what was sealed for them in their order. */
function compare(part: 'field' | 'file' | 'fee', sealed: readonly Digest[], found: readonly Digest[]): ReceiptFault[] {
  const faults: ReceiptFault[] = []
  const left = [...found]
  for (const { name, hash } of sealed) {
    const same = left.findIndex((one) => one.name === name && one.hash === hash)
    const at = same >= 0 ? same : left.findIndex((one) => one.name === name)
    if (at < 0) faults.push({ kind: 'removed', part, name })
    else if (left.splice(at, 1)[0]?.hash !== hash) faults.push({ kind: 'changed', part, name })
  }
  return [...faults, ...left.map(({ name }): ReceiptFault => ({ kind: 'added', part, name }))]
}

function isSigned({ hash, signature, publicKey }: Receipt['seal']): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}

function faultsOf(receipt: Receipt, knownKey: string | undefined): ReceiptFault[] {
  const { seal } = receipt
  const found = digestsOf(receipt)
  const faults: ReceiptFault[] = []
  if (found.head !== seal.digests.head) faults.push({ kind: 'changed', part: 'head', name: 'head' })
  faults.push(
    ...compare('field', seal.digests.fields, found.fields),
    ...compare('file', seal.digests.files, found.files),
    ...compare('fee', seal.digests.fees, found.fees),
  )
  if (hashOfDigests(seal.digests) !== seal.hash) faults.push({ kind: 'seal_broken' })
  if (seal.keyId !== keyIdOf(seal.publicKey) || !isSigned(seal)) faults.push({ kind: 'signature_wrong' })
  if (knownKey !== undefined && knownKey !== seal.publicKey) faults.push({ kind: 'other_key', keyId: seal.keyId })
  return faults
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Needs nothing but the file. `knownKey`: the public key as it was got elsewhere; without it only the file's own is tried. */
export function verifyReceipt(
  text: string,
  { knownKey, files = [] }: { knownKey?: string | undefined; files?: readonly GivenFile[] } = {},
): Verdict {
  const parsed = Receipt.safeParse(parse(text))
  if (!parsed.success) return { receipt: null, faults: [{ kind: 'not_a_receipt' }], given: [] }
  const receipt = parsed.data
  const given = files.map(({ name, hash }) => ({
    name,
    is: receipt.files.find(({ sha256 }) => sha256 === hash)?.name ?? null,
  }))
  return { receipt, faults: faultsOf(receipt, knownKey), given }
}

/** A public key as people keep it: PEM, or the base64 of its DER alone. `null` when it is no Ed25519 key. */
export function readPublicKey(text: string): string | null {
  const body = text.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s/g, '')
  try {
    const key = createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'der', type: 'spki' }).toString('base64') : null
  } catch {
    return null
  }
}

export const pemOf = (publicKey: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${publicKey.replace(/(.{64})(?=.)/g, '$1\n')}\n-----END PUBLIC KEY-----\n`
