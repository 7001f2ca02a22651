import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, passwordOfTown, type Town } from '#test/town.ts'
import { createApp } from './app.tsx'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

/** Sends a form from an address, through one proxy that is trusted. */
function sender() {
  const app = createApp({ ...town.house, proxies: 1 })
  return async (address: string, path: string, form: Record<string, string>) => {
    const headers = { origin: town.house.publicUrl, 'x-forwarded-for': address }
    const body = new URLSearchParams(form)
    return app.fetch(new Request(`${town.house.publicUrl}${path}`, { method: 'POST', headers, body }))
  }
}

const wrong = { login: 'khong-co-ai', password: 'sai' }

test('who fails too often from one address waits, is told until when, and others are not held up', async () => {
  const send = sender()
  town.at('2025-05-14T08:00')
  const statuses: number[] = []
  for (let n = 0; n < 30; n++) statuses.push((await send('203.0.113.7', '/dang-nhap', wrong)).status)
  expect(new Set(statuses)).toEqual(new Set([422]))
  const held = await send('203.0.113.7', '/dang-nhap', wrong)
  expect([held.status, held.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await held.text()).toContain('Xin thử lại sau 08:01, 14/05/2025')
  expect((await send('203.0.113.7', '/thiet-lap/khong-co', { password: 'x' })).status).toBe(429)
  expect((await send('198.51.100.2', '/dang-nhap', { login: 'lan', password: passwordOfTown })).status).toBe(303)
  town.at('2025-05-14T08:01')
  expect((await send('203.0.113.7', '/dang-nhap', { login: 'lan', password: passwordOfTown })).status).toBe(303)
})

test('an office of many behind one address signs in one after the other', async () => {
  const send = sender()
  for (let n = 0; n < 35; n++) {
    const answer = await send('203.0.113.9', '/dang-nhap', { login: 'tam', password: passwordOfTown })
    expect(answer.status).toBe(303)
  }
})
