import { describe, expect, test } from 'vitest'
import { localOf, objectionToOverlay, OverlayContent, type Overlay } from './overlay.ts'
import { differencesOf } from './difference.ts'
import { Procedure } from './procedure.ts'

const procedure = Procedure.parse({
  code: '1.1',
  name: 'Thủ tục',
  channels: [
    { channel: 'online', limit: { amount: 10, unit: 'working_day' } },
    { channel: 'direct', limit: { amount: 15, unit: 'day' } },
  ],
})

describe('what the province adds', () => {
  test('a limit may be shortened, never lengthened; other units cannot be compared', () => {
    const limit = (amount: number, channel: 'online' | 'direct' | null, unit: 'working_day' | 'day') =>
      objectionToOverlay({ kind: 'limit', amount, channel, unit }, procedure)
    expect(limit(7, 'online', 'working_day')).toBeNull()
    expect(limit(11, 'online', 'working_day')).toBe('catalogue.overlay.not_shorter')
    expect(limit(16, null, 'day')).toBe('catalogue.overlay.not_shorter')
    expect(limit(30, 'online', 'day')).toBeNull()
  })

  test('partly online needs its reason', () => {
    expect(objectionToOverlay({ kind: 'level', level: 'partial', says: '' }, procedure)).toBe(
      'catalogue.overlay.reason_needed',
    )
    expect(objectionToOverlay({ kind: 'level', level: 'partial', says: 'Phải có mặt, điều 18' }, procedure)).toBeNull()
    expect(objectionToOverlay({ kind: 'level', level: 'full', says: '' }, procedure)).toBeNull()
  })

  test('the row of a channel goes before the row of all', () => {
    const row = (id: string, content: unknown): Overlay => ({
      id,
      procedureCode: '1.1',
      content: OverlayContent.parse(content),
      citation: 'NQ',
      verified: true,
    })
    const local = localOf([
      row('all', { kind: 'fee', amount: 10 }),
      row('online', { kind: 'fee', channel: 'online', amount: 5 }),
    ])
    expect([local.feeOf('online')?.id, local.feeOf('direct')?.id]).toEqual(['online', 'all'])
    expect(local.owner).toBeUndefined()
  })

  test('a system is named with an address that can be opened', () => {
    expect(OverlayContent.safeParse({ kind: 'owner', name: 'Hệ thống', url: 'javascript:alert(1)' }).success).toBe(
      false,
    )
    expect(OverlayContent.safeParse({ kind: 'owner', name: 'Hệ thống', url: 'https://a.gov.vn' }).success).toBe(true)
  })
})

describe('differences', () => {
  test('of lists, the members that went and came', () => {
    const after = Procedure.parse({
      ...procedure,
      name: 'Thủ tục mới',
      channels: [procedure.channels[0], { channel: 'post' }],
    })
    expect(differencesOf(procedure, after)).toMatchObject([
      { field: 'name', removed: ['Thủ tục'], added: ['Thủ tục mới'] },
      { field: 'channels', removed: [{ channel: 'direct' }], added: [{ channel: 'post' }] },
    ])
    expect(differencesOf(procedure, procedure)).toEqual([])
  })
})
