import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOfFolder, openSecretBox } from './secret-box.ts'

const first = 'a'.repeat(32)
const second = 'b'.repeat(32)
const box = openSecretBox([first])

describe('a secret box', () => {
  test('gives back what was sealed, and seals the same twice differently', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        const sealed = box.seal(text, about)
        expect(box.open(sealed, about)).toBe(text)
        expect(box.seal(text, about)).not.toBe(sealed)
      }),
    )
  })

  test('opens nothing in which a single bit was changed', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'account/1')
    const [mark, id, body = ''] = sealed.split('.')
    const bytes = Buffer.from(body, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => box.open(`${mark}.${id}.${changed.toString('base64url')}`, 'account/1')).toThrow()
    }
    expect(() => box.open(`${mark}.${id}.`, 'account/1')).toThrow()
  })

  test('opens for the thing it was sealed for and for no other', () => {
    expect(() => box.open(box.seal('secret', 'account/1'), 'account/2')).toThrow()
  })

  test('opens nothing with another key, and says which key is wanting', () => {
    expect(() => openSecretBox([second]).open(box.seal('secret', 'x'), 'x')).toThrow(/sealed with key [0-9a-f]{8}/)
  })

  test('after a change of key opens what the old one sealed, and seals with the new one', () => {
    const old = box.seal('secret', 'x')
    const changed = openSecretBox([second, first])
    expect(changed.open(old, 'x')).toBe('secret')
    expect([changed.isCurrent(old), changed.isCurrent(changed.seal('secret', 'x'))]).toEqual([false, true])
    expect(openSecretBox([second]).open(changed.seal('secret', 'x'), 'x')).toBe('secret')
  })

  test('gives back as it is what was kept before there was a box', () => {
    expect(box.open('JBSWY3DPEHPK3PXP', 'x')).toBe('JBSWY3DPEHPK3PXP')
    expect(box.isCurrent('JBSWY3DPEHPK3PXP')).toBe(false)
  })
})

describe('the key of a folder', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'tgs-key-'))

  test('is made once, readable by its owner alone, and the same ever after', async () => {
    const at = folder()
    const [one, two] = await Promise.all([keyOfFolder(join(at, 'var')), keyOfFolder(join(at, 'other'))])
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(two).not.toBe(one)
    expect(await keyOfFolder(join(at, 'var'))).toBe(one)
    expect(statSync(join(at, 'var/secret.key')).mode & 0o777).toBe(0o600)
  })

  test('that was emptied is not made anew over it', async () => {
    const at = folder()
    writeFileSync(join(at, 'secret.key'), '')
    await expect(keyOfFolder(at)).rejects.toThrow('restore it')
    expect(readFileSync(join(at, 'secret.key'), 'utf8')).toBe('')
  })
})
