import { expect, test } from 'vitest'
import { inviteFirstAdministrator } from '#kernel/invitation.commands.ts'
import { openSecretBox } from '#kernel/secret-box.ts'
import { openTown, passwordOfTown as password } from '#test/town.ts'

test('the first administrator comes in by a link that works once, and only while there is no account', async () => {
  const empty = await openTown({ empty: true })
  const { secrets } = empty.house
  const lost = await inviteFirstAdministrator(empty.db, openSecretBox(['khóa của một máy khác, đã mất']), empty.now())
  const token = await inviteFirstAdministrator(empty.db, secrets, empty.now())
  empty.at('2025-05-14T20:00')
  expect(await inviteFirstAdministrator(empty.db, secrets, empty.now())).toBe(token)
  expect((await empty.as().open(`/thiet-lap/${lost}`)).status).toBe(404)
  const form = { login: 'dau.tien', name: 'Người Đầu Tiên', title: 'Quản trị viên', password }
  const blank = await (await empty.as().send(`/thiet-lap/${token}`, { ...form, name: '' })).text()
  expect(blank).toContain('dau.tien')
  expect((await empty.as().send(`/thiet-lap/${token}`, form)).status).toBe(303)
  expect((await empty.as().send(`/thiet-lap/${token}`, form)).status).toBe(404)
  expect(await inviteFirstAdministrator(empty.db, secrets, empty.now())).toBeNull()
  const first = empty.as()
  await first.send('/dang-nhap', { login: 'dau.tien', password })
  expect((await first.open('/quan-tri/tai-khoan')).status).toBe(200)
  await empty.close()
})
