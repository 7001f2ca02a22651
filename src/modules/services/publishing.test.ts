import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { objectionToPublish, publishingRuleOn, type PublishingRule } from './publishing.ts'

const alone: PublishingRule = { validFrom: null, validTo: day('2025-12-31'), fourEyes: false, assumed: true }
const two: PublishingRule = { validFrom: day('2026-01-01'), validTo: null, fourEyes: true, assumed: false }
const draft = { faults: 0, changedBy: 'thu', accountId: 'thu' }

describe('who may publish', () => {
  test('by the rule of the day, whoever may, unless four eyes are asked for', () => {
    const rules = [alone, two]
    expect(objectionToPublish({ ...draft, rule: publishingRuleOn(day('2025-12-31'), rules) })).toBeNull()
    expect(objectionToPublish({ ...draft, rule: publishingRuleOn(day('2026-01-01'), rules) })).toBe(
      'services.version.own_draft',
    )
    expect(objectionToPublish({ ...draft, accountId: 'lan', rule: two })).toBeNull()
  })

  test('nobody, while anything is left to mend', () =>
    expect(objectionToPublish({ ...draft, faults: 1, rule: alone })).toBe('services.version.has_faults'))

  test('the house begins with one pair of eyes, and says that this is an assumption', () =>
    expect(publishingRuleOn(day('2025-05-14'))).toMatchObject({ fourEyes: false, assumed: true }))
})
