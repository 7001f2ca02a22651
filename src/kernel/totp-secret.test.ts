import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, passwordOfTown, type Town } from '#test/town.ts'
import { getAccount, updateAccount } from './account.store.ts'
import { newTotpSecret } from './second-factor.ts'
import { openSecretBox } from './secret-box.ts'
import { resealTotps } from './totp-secret.store.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const codeOf = (secret: string) => generateSync({ secret, epoch: town.now().getTime() / 1000 })
const kept = async () => (await getAccount(town.db, town.accountId('lan'))).totpSecret ?? ''

async function signsIn(secret: string) {
  const lan = town.as()
  await lan.send('/dang-nhap', { login: 'lan', password: passwordOfTown })
  return (await lan.send('/dang-nhap/ma', { code: codeOf(secret) })).status
}

test('a second factor is kept sealed for its account, and still opens the door', async () => {
  const secret = newTotpSecret()
  await town.as('lan').send('/tai-khoan/hai-buoc', { secret, code: codeOf(secret) })
  expect(await kept()).toMatch(/^v1\.[0-9a-f]{8}\./)
  expect(await kept()).not.toContain(secret)
  town.at('2025-05-14T08:05')
  expect(await signsIn(secret)).toBe(303)
  await updateAccount(town.db, town.accountId('minh'), { totpSecret: await kept() })
  expect(await resealTotps(town.db, openSecretBox(['another key of at least 32 characters']))).toEqual({
    sealed: 0,
    unreadable: 2,
  })
  await updateAccount(town.db, town.accountId('minh'), { totpSecret: null })
})

test('what was kept plainly is sealed once, and the codes stay the same', async () => {
  const secret = newTotpSecret()
  await updateAccount(town.db, town.accountId('lan'), { totpSecret: secret, totpStep: null })
  expect(await resealTotps(town.db, town.house.secrets)).toEqual({ sealed: 1, unreadable: 0 })
  expect(await kept()).not.toContain(secret)
  expect(await resealTotps(town.db, town.house.secrets)).toEqual({ sealed: 0, unreadable: 0 })
  town.at('2025-05-14T08:10')
  expect(await signsIn(secret)).toBe(303)
})

test('with a key that cannot read it nobody gets in, and the person is told why', async () => {
  const other = openSecretBox(['another key of at least 32 characters'])
  const sealed = other.seal(newTotpSecret(), `kernel.account/${town.accountId('lan')}/totp`)
  await updateAccount(town.db, town.accountId('lan'), { totpSecret: sealed, totpStep: null })
  const lan = town.as()
  await lan.send('/dang-nhap', { login: 'lan', password: passwordOfTown })
  const answer = await lan.send('/dang-nhap/ma', { code: '123456' })
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('xin quản trị viên cấp liên kết')])
})
