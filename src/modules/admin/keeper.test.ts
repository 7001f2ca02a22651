import { describe, expect, test } from 'vitest'
import { attentionTo, sealPatience, type Standing } from './keeper.ts'

const now = new Date('2025-05-14T01:00:00Z')
const well: NonNullable<Standing['whole']> = {
  failedJobs: 0,
  waitingJobs: 3,
  stuckMails: 0,
  noServer: 0,
  unsealed: 0,
  lastSeal: { no: 7, sealedAt: now },
  database: { version: 'PostgreSQL 15.20', embedded: false, size: 1 },
}
const asked = (standing: Standing) => attentionTo(standing, now).map(({ key, count }) => `${key} ${count}`)
const sealed = (ago: number) => ({ no: 7, sealedAt: new Date(now.getTime() - ago) })

describe('what needs attention', () => {
  test('is nothing when all is well, though jobs wait', () => expect(asked({ locked: 0, whole: well })).toEqual([]))

  test('is each thing that went wrong, with how many', () =>
    expect(asked({ locked: 2, whole: { ...well, failedJobs: 4, stuckMails: 5 } })).toEqual([
      'admin.keeper.failed_jobs 4',
      'admin.keeper.stuck_mails 5',
      'admin.keeper.locked 2',
    ]))

  test('is an unsealed log only when nobody has sealed for ten minutes, or ever', () => {
    const unsealed = (lastSeal: typeof well.lastSeal) => asked({ locked: 0, whole: { ...well, unsealed: 9, lastSeal } })
    expect(unsealed(sealed(sealPatience))).toEqual([])
    expect(unsealed(sealed(sealPatience + 1))).toEqual(['admin.keeper.unsealed 9'])
    expect(unsealed(null)).toEqual(['admin.keeper.unsealed 9'])
    expect(asked({ locked: 0, whole: { ...well, lastSeal: sealed(sealPatience * 9) } })).toEqual([])
  })

  test('is only what lies in reach for the keeper of a part', () =>
    expect(asked({ locked: 1, whole: null })).toEqual(['admin.keeper.locked 1']))
})
