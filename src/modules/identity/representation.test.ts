import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { isConsentInForce, longestDaysOn, objectionToHelp, objectionToSpan, type Consent } from './consent.ts'
import { readBasic, readBearer } from './client.ts'
import { outcomeOf } from './matching.ts'
import { attemptMinutes, isStale, objectionToLevel, onwardOf, readAttempt } from './attempt.ts'
import {
  isInForce,
  objectionToActFor,
  objectionToDecide,
  objectionToDelegate,
  objectionToEnd,
  type Representation,
} from './representation.ts'

const today = day('2025-05-14')
const one: Representation = {
  actorId: 'ha',
  partyId: 'nga',
  basis: 'parent',
  source: 'declaration',
  state: 'confirmed',
  validFrom: day('2025-05-01'),
  validTo: null,
}

describe('acting for another', () => {
  test('needs nothing for oneself and everything for another', () => {
    expect(objectionToActFor('ha', 'ha', [], today)).toBeNull()
    expect(objectionToActFor('ha', 'nga', [], today)).toBe('identity.representation.none')
    expect(objectionToActFor('ha', 'nga', [one], today)).toBeNull()
    expect(objectionToActFor('nga', 'ha', [one], today)).toBe('identity.representation.none')
  })

  test.each([
    [{ state: 'declared' }, 'identity.representation.not_confirmed'],
    [{ state: 'refused' }, 'identity.representation.was_refused'],
    [{ validFrom: plusDays(today, 1) }, 'identity.representation.not_yet'],
    [{ validTo: today }, 'identity.representation.over'],
    [{ validTo: plusDays(today, 1) }, null],
  ] as const)('%j: %s', (change, says) =>
    expect(objectionToActFor('ha', 'nga', [{ ...one, ...change }], today)).toBe(says),
  )

  test('is allowed exactly when one confirmed representation is in force, whatever others there are', () => {
    const parties = fc.constantFrom('ha', 'nga', 'phuc')
    const days = fc.integer({ min: -3, max: 3 }).map((days) => plusDays(today, days))
    const any = fc.record({
      actorId: parties,
      partyId: parties,
      basis: fc.constantFrom('child', 'parent', 'ward', 'organisation'),
      source: fc.constantFrom('provider', 'organisation', 'declaration'),
      state: fc.constantFrom('declared', 'confirmed', 'refused'),
      validFrom: days,
      validTo: fc.option(days),
    })
    fc.assert(
      fc.property(parties, parties, fc.array(any, { maxLength: 6 }), (actorId, partyId, known) => {
        const holds = known.some(
          (row) =>
            row.actorId === actorId &&
            row.partyId === partyId &&
            row.state === 'confirmed' &&
            row.validFrom <= today &&
            (row.validTo === null || row.validTo > today),
        )
        expect(objectionToActFor(actorId, partyId, known as Representation[], today) === null).toBe(
          actorId === partyId || holds,
        )
      }),
    )
  })

  test('ends on its last day, not before', () => {
    expect(isInForce({ validFrom: today, validTo: plusDays(today, 1) }, today)).toBe(true)
    expect(isInForce({ validFrom: today, validTo: today }, today)).toBe(false)
  })
})

describe('naming delegates', () => {
  const head: Representation = {
    ...one,
    actorId: 'phuc',
    partyId: 'company',
    basis: 'organisation',
    source: 'provider',
  }
  const as = (personId: string) => ({ personId, partyId: 'company', partyKind: 'organisation' }) as const

  test('is for the organisation itself and its head', () => {
    expect(objectionToDelegate(as('company'), [], today)).toBeNull()
    expect(objectionToDelegate(as('phuc'), [head], today)).toBeNull()
    expect(objectionToDelegate(as('phuc'), [{ ...head, source: 'organisation' }], today)).toBe(
      'identity.delegate.head_only',
    )
    expect(objectionToDelegate(as('phuc'), [{ ...head, validTo: today }], today)).toBe('identity.delegate.head_only')
    expect(objectionToDelegate({ personId: 'ha', partyId: 'nga', partyKind: 'person' }, [one], today)).toBe(
      'identity.delegate.organisations_only',
    )
  })
})

describe('a declaration', () => {
  const declared = { ...one, state: 'declared' } as const

  test('is confirmed by the other or an officer, once, and never by whoever made it', () => {
    expect(objectionToDecide(declared, { partyId: 'nga' })).toBeNull()
    expect(objectionToDecide(declared, 'officer')).toBeNull()
    expect(objectionToDecide(declared, { partyId: 'ha' })).toBe('identity.representation.own')
    expect(objectionToDecide(declared, { partyId: 'phuc' })).toBe('kernel.missing')
    expect(objectionToDecide(one, 'officer')).toBe('identity.representation.decided_already')
    expect(objectionToDecide({ ...declared, source: 'provider' }, 'officer')).toBe(
      'identity.representation.not_a_declaration',
    )
  })

  test('is ended by either side, once', () => {
    expect(objectionToEnd(one, ['ha'], today)).toBeNull()
    expect(objectionToEnd(one, ['nga'], today)).toBeNull()
    expect(objectionToEnd(one, ['phuc', 'company'], today)).toBe('kernel.missing')
    expect(objectionToEnd({ ...one, validTo: today }, ['ha'], today)).toBe('identity.representation.over')
  })
})

describe('consent', () => {
  const consent: Consent = {
    id: 'c',
    partyId: 'nga',
    accountId: 'mai',
    unitId: 7,
    purpose: 'file',
    validFrom: today,
    validTo: plusDays(today, 5),
    withdrawnAt: null,
  }

  test('holds for the helper and their unit, from its day to its last, until it is taken back', () => {
    const may = (accountId: string, unitId: number, on = today, change: Partial<Consent> = {}) =>
      objectionToHelp([{ ...consent, ...change }], { accountId, unitId }, 'nga', on)
    expect(may('mai', 9)).toBeNull()
    expect(may('binh', 7)).toBeNull()
    expect(may('binh', 9)).toBe('identity.consent.none')
    expect(may('mai', 7, plusDays(today, 4))).toBeNull()
    expect(may('mai', 7, plusDays(today, 5))).toBe('identity.consent.over')
    expect(may('mai', 7, today, { withdrawnAt: new Date() })).toBe('identity.consent.over')
    expect(may('mai', 7, today, { partyId: 'ha' })).toBe('identity.consent.none')
    expect(isConsentInForce(consent, plusDays(today, -1))).toBe(false)
  })

  test('lasts no longer than it may', () => {
    const longest = longestDaysOn(today)
    expect(objectionToSpan(today, plusDays(today, longest))).toBeNull()
    expect(objectionToSpan(today, plusDays(today, longest + 1))).toBe('identity.consent.too_long')
    expect(objectionToSpan(today, today)).toBe('identity.representation.ends_before')
  })
})

describe('whose account an identity opens', () => {
  test.each([
    [undefined, undefined, 'created'],
    [undefined, { partyId: 'ha', techId: null }, 'mapped'],
    [{ partyId: 'ha' }, { partyId: 'ha', techId: 'T-1' }, 'signed_in'],
    [undefined, { partyId: 'ha', techId: 'T-9' }, 'conflict'],
    [{ partyId: 'ha' }, { partyId: 'nga', techId: null }, 'conflict'],
    [{ partyId: 'ha' }, undefined, 'conflict'],
  ] as const)('key %j, number %j: %s', (byKey, byNumber, outcome) => {
    expect(outcomeOf('T-1', byKey, byNumber)).toBe(outcome)
  })
})

describe('what a browser carries while it is away', () => {
  const attempt = { state: 's', nonce: 'n', verifier: 'v', next: '/x', at: 1_000_000_000 }
  const after = (minutes: number) => new Date(attempt.at + minutes * 60_000)

  test('is read back, and anything else is nothing', () => {
    expect(readAttempt(JSON.stringify(attempt))).toEqual(attempt)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readAttempt(text)).toBeNull()
      }),
    )
  })

  test('is good for some minutes, and not from the future', () => {
    expect([
      isStale(attempt, after(attemptMinutes)),
      isStale(attempt, after(attemptMinutes + 1)),
      isStale(attempt, after(-2)),
    ]).toEqual([false, true, true])
  })

  test('never leads back into the sign-in', () => {
    expect([onwardOf('/dang-nhap-vneid/di'), onwardOf('/to-khai/7?buoc=2'), onwardOf(undefined)]).toEqual([
      '/',
      '/to-khai/7?buoc=2',
      '/',
    ])
  })

  test('a service that needs level 2 says so to level 1 alone', () => {
    expect([objectionToLevel(1, 2), objectionToLevel(2, 2), objectionToLevel(1, 1)]).toEqual([
      'identity.level.too_low',
      null,
      null,
    ])
  })
})

describe('what a partner system says of itself', () => {
  const header = (id: string, secret: string) =>
    `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`

  test('is read whatever it holds', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => one.isWellFormed())
    fc.assert(
      fc.property(text, text, (id, secret) => {
        expect(readBasic(header(id, secret))).toEqual({ id, secret })
      }),
    )
  })

  test('is nothing when it is not written so', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([readBasic(text), readBearer(text.replace(/^Bearer/i, ''))]).toEqual([null, null])
      }),
    )
    expect(readBasic(`Basic ${Buffer.from('id:%E0%A4%A').toString('base64')}`)).toBeNull()
  })
})
