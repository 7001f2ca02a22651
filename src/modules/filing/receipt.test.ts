import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Plain } from './canonical.ts'
import {
  keyIdOf,
  pemOf,
  type Receipt,
  type ReceiptContent,
  readPublicKey,
  sealReceipt,
  type SigningKey,
  verifyReceipt,
} from './receipt.ts'

const newKey = (): SigningKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  return { id: keyIdOf(spki), publicKey: spki, secret: privateKey }
}
const key = newKey()

const content: ReceiptContent = {
  head: {
    requestCode: '7K3M-9QXT-2HD4',
    filedAt: '2025-05-14T01:00:00.000Z',
    receiver: 'UBND xã An Bình',
    procedure: { code: '1.001193', title: 'Đăng ký khai sinh' },
    serviceVersion: 3,
    case: { code: 'usual', title: 'Khai sinh lần đầu' },
    channel: 'online',
    party: { name: 'Nguyễn Thị Thu Hà', number: '•••• 4127' },
    filedBy: { name: 'Nguyễn Thị Thu Hà', relation: 'self' },
    assurance: 2,
    declaration: 'Tôi cam đoan.',
    feeTotal: 8000,
  },
  fields: [
    { name: 'name', label: 'Họ tên', value: 'Trần Minh An', shown: 'Trần Minh An' },
    { name: 'copies', label: 'Số bản', value: 2, shown: '2' },
  ],
  files: [
    { question: 'proof', label: 'Giấy chứng sinh', name: 'a.pdf', size: 7, type: 'pdf', sha256: 'a'.repeat(64) },
    { question: 'proof', label: 'Giấy chứng sinh', name: 'b.pdf', size: 9, type: 'pdf', sha256: 'b'.repeat(64) },
  ],
  fees: [{ code: 'copy', name: 'Bản sao', amount: 8000 }],
}
const read = (of: ReceiptContent, by: SigningKey) => JSON.parse(sealReceipt(of, by).text) as Receipt
const sealed = read(content, key)
const receiptText = (receipt: Receipt) => canonical(receipt as Plain)
const changed = (change: (receipt: Receipt) => void) => {
  const receipt = structuredClone(sealed)
  change(receipt)
  return verifyReceipt(JSON.stringify(receipt, null, 2)).faults
}

describe('JSON in one spelling', () => {
  test('does not depend on the order of names, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value as Plain)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(JSON.parse(text) as Plain)).toBe(text)
      }),
    )
    expect(canonical({ b: 1, a: [{ d: 'x', c: null }], e: undefined })).toBe('{"a":[{"c":null,"d":"x"}],"b":1}')
  })
})

describe('a receipt', () => {
  test('is given out in its one spelling', () => {
    expect(sealReceipt(content, key).text).toBe(receiptText(sealed))
    expect(sealReceipt(content, key).hash).toBe(sealed.seal.hash)
  })

  test('as it was given out is whole, however it was laid out meanwhile', () => {
    expect(verifyReceipt(receiptText(sealed)).faults).toEqual([])
    expect(verifyReceipt(JSON.stringify(sealed, null, 4), { knownKey: key.publicKey }).faults).toEqual([])
  })

  test('names the field, file, fee or line of the head that was changed', () => {
    expect(changed((it) => void (it.fields[0]!.value = 'Trần Minh Anh'))).toEqual([
      { kind: 'changed', part: 'field', name: 'name' },
    ])
    expect(changed((it) => void (it.files[1]!.sha256 = 'c'.repeat(64)))).toEqual([
      { kind: 'changed', part: 'file', name: 'b.pdf' },
    ])
    expect(changed((it) => void (it.fees[0]!.amount = 0))).toEqual([{ kind: 'changed', part: 'fee', name: 'copy' }])
    expect(changed((it) => void (it.head.filedAt = '2025-05-13T01:00:00.000Z'))).toEqual([
      { kind: 'changed', part: 'head', name: 'head' },
    ])
    expect(changed((it) => void it.files.pop())).toEqual([{ kind: 'removed', part: 'file', name: 'b.pdf' }])
    expect(changed((it) => void it.fields.push({ ...it.fields[0]!, name: 'more' }))).toEqual([
      { kind: 'added', part: 'field', name: 'more' },
    ])
  })

  test('cannot be sealed anew by somebody without the key', () => {
    const forged = read({ ...content, head: { ...content.head, feeTotal: 0 } }, newKey())
    expect(verifyReceipt(receiptText(forged)).faults).toEqual([])
    expect(verifyReceipt(receiptText(forged), { knownKey: key.publicKey }).faults).toEqual([
      { kind: 'other_key', keyId: forged.seal.keyId },
    ])
    const pasted = { ...forged, seal: { ...forged.seal, publicKey: key.publicKey, keyId: key.id } }
    expect(verifyReceipt(JSON.stringify(pasted)).faults).toEqual([{ kind: 'signature_wrong' }])
    const patched = read({ ...content, fees: [] }, key).seal
    const mixed = { ...sealed, fees: [], seal: { ...sealed.seal, digests: patched.digests } }
    expect(verifyReceipt(JSON.stringify(mixed)).faults).toEqual([{ kind: 'seal_broken' }])
  })

  test('any change of any byte that means something is found', () => {
    const text = receiptText(sealed)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '1', 'a', 'Z', 'ă', '"', '}'), (at, letter) => {
        const other = text.slice(0, at) + letter + text.slice(at + 1)
        // base64 has spare bits at its end: another letter there is the same signature
        const isSame = other === text || canonical(tryParse(other)) === text
        const inBase64 = /"(signature|publicKey)":"[^"]*$/.test(text.slice(0, at))
        if (!isSame && !inBase64) expect(verifyReceipt(other).faults).not.toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('knows its files among those given beside it', () => {
    const files = [
      { name: 'anh.pdf', hash: 'b'.repeat(64) },
      { name: 'khac.pdf', hash: 'f'.repeat(64) },
    ]
    expect(verifyReceipt(receiptText(sealed), { files }).given).toEqual([
      { name: 'anh.pdf', is: 'b.pdf' },
      { name: 'khac.pdf', is: null },
    ])
  })

  test('what is no receipt is said to be none', () => {
    for (const text of ['', '{}', '[1]', 'khong phai json', '{"format":"tien-giang-so.receipt/2"}'])
      expect(verifyReceipt(text).faults).toEqual([{ kind: 'not_a_receipt' }])
  })
})

function tryParse(text: string): Plain {
  try {
    return JSON.parse(text) as Plain
  } catch {
    return null
  }
}

test('a public key is read as PEM or as its base64, and nothing else is one', () => {
  expect(readPublicKey(pemOf(key.publicKey))).toBe(key.publicKey)
  expect(readPublicKey(` ${key.publicKey}\n`)).toBe(key.publicKey)
  expect(readPublicKey('khóa')).toBeNull()
  const { publicKey } = generateKeyPairSync('x25519')
  expect(readPublicKey(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))).toBeNull()
})
