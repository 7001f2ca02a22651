import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { generateSync } from 'otplib'
import { afterFailure, isClosed, isLocked, isLongEnough, signInRule } from './account.ts'
import { deviceName } from './device.ts'
import { hashPassword, isPassword, look, opens } from './password.ts'
import { newTotpSecret, stepOfCode, totpUri } from './second-factor.ts'
import { day } from './time.ts'

const now = new Date('2025-05-14T01:00:00Z')

describe('a password', () => {
  test('has 14 characters, or 8 with a second factor', () => {
    const tried = ['a'.repeat(13), 'a'.repeat(14)].map((password) => isLongEnough(password, false))
    const withCode = ['a'.repeat(7), 'a'.repeat(8)].map((password) => isLongEnough(password, true))
    expect([tried, withCode]).toEqual([
      [false, true],
      [false, true],
    ])
  })
  test('is counted in characters as people see them, however they were typed', () => {
    const eight = 'mật khẩu'
    expect(isLongEnough(eight.normalize('NFD'), true)).toBe(true)
    expect(isLongEnough(eight.slice(1).normalize('NFD'), true)).toBe(false)
  })
  test('is the same password whichever way its marks were typed', async () => {
    const hash = await hashPassword('sông Tiền'.normalize('NFD'))
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('sông Tiền'.normalize('NFC'), hash)).toBe(true)
    expect(await isPassword('sông Hậu', hash)).toBe(false)
  })
  test('that was never set is nobody’s', async () => {
    expect(await isPassword('', null)).toBe(false)
  })

  test('opens what it was compared with, not what has been changed since', async () => {
    const [before, after] = [await hashPassword('sông Tiền'), await hashPassword('sông Tiền')]
    const looked = await look('sông Tiền', { passwordHash: before })
    expect([before, after, null].map((passwordHash) => opens(looked, { passwordHash }))).toEqual([true, false, false])
    expect(opens(await look('sông Tiền', undefined), { passwordHash: null })).toBe(false)
  })
})

describe('failures', () => {
  test('lock after the allowed number in a row, and the count begins again', () => {
    let account = { failures: 0, lockedUntil: null as Date | null }
    const locked = Array.from({ length: 6 }, () => isLocked((account = afterFailure(account, now)), now))
    expect(locked).toEqual([false, false, false, false, true, false])
    expect(account.failures).toBe(1)
  })
  test('lock for as long as the rule says, to the moment', () => {
    const account = afterFailure({ failures: signInRule.failuresBeforeLock - 1 }, now)
    const after = (minutes: number) => isLocked(account, new Date(now.getTime() + minutes * 60_000))
    expect([after(signInRule.lockMinutes - 0.01), after(signInRule.lockMinutes)]).toEqual([true, false])
  })
})

test('an account is closed from the day on which it was closed', () => {
  const account = { closedOn: day('2025-05-14') }
  expect([isClosed(account, day('2025-05-13')), isClosed(account, day('2025-05-14'))]).toEqual([false, true])
})

describe('a code of the second factor', () => {
  const secret = newTotpSecret()
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const codeAt = (moment: Date) => generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) })

  test('counts in its own half minute and the one before and after, and never twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -200, max: 200 }), (start, late) => {
        const made = at(start)
        const step = Math.floor(made.getTime() / 30_000)
        const found = stepOfCode(codeAt(made), secret, at(start + late), null)
        const far = Math.abs(late) > 60
        if (Math.abs(late) <= 30) expect(found).toBe(step)
        if (far) expect(found).toBeNull()
        expect(stepOfCode(codeAt(made), secret, made, step)).toBeNull()
        expect(stepOfCode(codeAt(made), secret, made, step - 1)).toBe(step)
      }),
      { numRuns: 100 },
    )
  })
  test('may be typed with a space in the middle; anything else is simply wrong', () => {
    const code = codeAt(now)
    expect(stepOfCode(`${code.slice(0, 3)} ${code.slice(3)}`, secret, now, null)).not.toBeNull()
    for (const typed of ['', '12345', '1234567', 'abcdef', `${code}0`])
      expect(stepOfCode(typed, secret, now, null)).toBeNull()
  })
  test('has an address for authenticator apps', () => {
    const uri = new URL(totpUri('tiengiang.test', 'lan', secret))
    expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      secret,
      'tiengiang.test',
    ])
  })
})

test('a device is named as its owner would', () => {
  const android = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/136.0.0.0 Mobile Safari/537.36'
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15'
  expect([android, mac, 'curl/8', null].map(deviceName)).toEqual(['Chrome, Android', 'Safari, macOS', '', ''])
})
