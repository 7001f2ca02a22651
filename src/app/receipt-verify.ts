/** `tgs receipt verify`: holds a receipt of filing against its own seal, without us, and says in words what was found. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '#kernel/problem.ts'
import { addMessages, inLocale, t, type Locale } from '#kernel/text.ts'
import { messages as en } from '#modules/filing/receipt.messages.en.ts'
import { messages as vi } from '#modules/filing/receipt.messages.vi.ts'
import {
  fingerprint,
  type GivenFile,
  readPublicKey,
  type ReceiptFault,
  type Receipt,
  type Verdict,
  verifyReceipt,
} from '#modules/filing/receipt.ts'

addMessages('vi', vi)
addMessages('en', en)

const open = (path: string) => readFile(path, 'utf8').catch(() => refuse('missing', 'tgs.cannot_open', { name: path }))

async function hashOf(path: string): Promise<GivenFile> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  } catch {
    refuse('missing', 'tgs.cannot_open', { name: path })
  }
  return { name: basename(path), hash: hash.digest('hex') }
}

/** What of `given` follows `--key`, and the rest. */
function split(given: readonly string[]): { keyPath: string | undefined; paths: readonly string[] } {
  const at = given.indexOf('--key')
  if (at < 0) return { keyPath: undefined, paths: given }
  return { keyPath: given[at + 1] ?? '', paths: given.filter((_, index) => index !== at && index !== at + 1) }
}

const labelOf = (receipt: Receipt, part: string, name: string): string => {
  if (part === 'field') return receipt.fields.find((field) => field.name === name)?.label ?? name
  if (part === 'fee') return receipt.fees.find((fee) => fee.code === name)?.name ?? name
  return name
}

function sentence(fault: ReceiptFault, receipt: Receipt | null): string {
  switch (fault.kind) {
    case 'not_a_receipt':
      return t('filing.receipt.not_a_receipt')
    case 'seal_broken':
      return t('filing.receipt.seal_broken')
    case 'signature_wrong':
      return t('filing.receipt.signature_wrong')
    case 'other_key':
      return t('filing.receipt.other_key', { fingerprint: fingerprint(fault.keyId) })
    case 'changed':
    case 'added':
    case 'removed': {
      if (fault.part === 'head') return t('filing.receipt.head_changed')
      const label = receipt ? labelOf(receipt, fault.part, fault.name) : fault.name
      return t(`filing.receipt.${fault.part}_${fault.kind}`, { label, name: fault.name })
    }
  }
}

function report({ receipt, faults, given }: Verdict, knowsKey: boolean): string {
  const told = faults.map((fault) => `  ${sentence(fault, receipt)}`)
  if (!receipt) return [t('filing.receipt.faulty'), ...told].join('\n')
  const { head, fields, files, seal } = receipt
  const lines = [
    t(faults.length ? 'filing.receipt.faulty' : 'filing.receipt.sound'),
    ...told,
    t('filing.receipt.about', { code: head.requestCode, title: head.procedure.title, at: head.filedAt }),
    t('filing.receipt.counts', { fields: fields.length, files: files.length }),
    t('filing.receipt.hash', { hash: seal.hash }),
    t('filing.receipt.key', { fingerprint: fingerprint(seal.keyId) }),
    t(knowsKey ? 'filing.receipt.key_known' : 'filing.receipt.key_unknown'),
    ...given.map(({ name, is }) =>
      is === null ? t('filing.receipt.file_unknown', { name }) : t('filing.receipt.file_found', { name, is }),
    ),
    t('filing.receipt.not_proven'),
  ]
  return lines.join('\n')
}

/** Exit code 0: whole; 1: something is not as it was sealed, or a file beside it is not one of its files. */
export async function receiptVerify(
  words: readonly string[],
  locale: Locale = 'vi',
): Promise<{ text: string; exitCode: number }> {
  const { keyPath, paths } = split(words)
  const [path = '', ...beside] = paths
  const keyText = keyPath === undefined ? undefined : await open(keyPath)
  const knownKey = keyText === undefined ? undefined : readPublicKey(keyText)
  if (knownKey === null) refuse('invalid', 'filing.receipt.no_key', { name: keyPath ?? '' })
  const verdict = verifyReceipt(await open(path), { knownKey, files: await Promise.all(beside.map(hashOf)) })
  const isWhole = verdict.faults.length === 0 && verdict.given.every(({ is }) => is !== null)
  return { text: inLocale(locale, () => report(verdict, knownKey !== undefined)), exitCode: isWhole ? 0 : 1 }
}
