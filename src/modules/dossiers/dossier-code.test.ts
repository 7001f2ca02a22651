import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, plusDays } from '#kernel/time.ts'
import {
  type AgencyCode,
  agencyCodeOn,
  type CodeRule,
  codeRuleOn,
  dossierCode,
  objectionToCode,
  objectionToNumber,
  readDossierCode,
  readResultCode,
  resultCode,
} from './dossier-code.ts'

const on = day('2025-05-14')
const rule = codeRuleOn(on)

const anyAgency = fc
  .array(fc.stringMatching(/^[A-Z0-9]{1,4}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'))
const anyDay: fc.Arbitrary<Day> = fc.nat(3000).map((n) => plusDays(day('2020-01-01'), n))

describe('§10.18 the rule of the code is configuration', () => {
  test('Circular 01/2018 art. 19: agency, day, four figures', () => {
    expect(dossierCode({ agency: 'H58.07.04', on, sequence: 31 }, rule)).toBe('H58.07.04-250514-0031')
    expect(dossierCode({ agency: '000.01.07.H58', on, sequence: 9999 }, rule)).toBe('000.01.07.H58-250514-9999')
  })

  test('another rule from a day on: eight figures for the day, seven for the number', () => {
    const announced: CodeRule = {
      ...rule,
      code: 'announced',
      validFrom: day('2027-01-01'),
      pattern: '{agency}-{yyyyMMdd}-{sequence}',
      sequenceWidth: 7,
      whenFull: 'refuse',
    }
    const rules = [{ ...rule, validTo: day('2026-12-31') }, announced]
    const last = codeRuleOn(day('2026-12-31'), rules)
    const first = codeRuleOn(day('2027-01-01'), rules)
    expect([last.code, first.code]).toEqual(['tt-01-2018', 'announced'])
    const code = dossierCode({ agency: 'H20.07', on: day('2027-01-01'), sequence: 92_637 }, first)
    expect(code).toBe('H20.07-20270101-0092637')
    expect(readDossierCode(code, rules)?.rule).toBe('announced')
    expect(readDossierCode('H58.07.04-250514-0031', rules)?.rule).toBe('tt-01-2018')
    expect(readDossierCode('H58.07.04-270514-0031', rules)).toBeNull()
  })

  test('after 9,999 on one day the number grows, or is refused by a rule that says so', () => {
    const next = { agency: 'H58.07.04', on, sequence: 10_000 }
    expect(dossierCode(next, rule)).toBe('H58.07.04-250514-10000')
    expect(objectionToNumber(next, { ...rule, whenFull: 'refuse' })).toBe('dossiers.code.day_full')
    expect(objectionToNumber({ ...next, sequence: 9999 }, { ...rule, whenFull: 'refuse' })).toBeNull()
    expect(() => dossierCode(next, { ...rule, whenFull: 'refuse' })).toThrow()
  })

  test('what was made is read again, as people type it', () => {
    fc.assert(
      fc.property(anyAgency, anyDay, fc.integer({ min: 1, max: 200_000 }), (agency, received, sequence) => {
        const code = dossierCode({ agency, on: received, sequence }, rule)
        const read = { code, agency, on: received, sequence, rule: 'tt-01-2018' }
        expect(readDossierCode(code)).toEqual(read)
        expect(readDossierCode(` ${code.toLowerCase().replaceAll('-', ' – ')} `)).toEqual(read)
      }),
    )
  })

  test('no two dossiers have one code, whatever the agencies, days and numbers', () => {
    const anyNumbered = fc.record({ agency: anyAgency, on: anyDay, sequence: fc.integer({ min: 1, max: 20_000 }) })
    fc.assert(
      fc.property(anyNumbered, anyNumbered, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(dossierCode(one, rule) === dossierCode(other, rule)).toBe(same)
      }),
    )
  })
})

describe('codes of others and of other times', () => {
  test('§10.18 an agency has the code that it bore on the day; older codes are still read', () => {
    const codes: AgencyCode[] = [
      { system: 'gso', code: '28249', validFrom: null, validTo: null },
      { system: 'qcvn102', code: '000.04.07.H58', validFrom: null, validTo: null },
      { system: 'h58', code: 'H58.07.04', validFrom: day('2020-01-01'), validTo: day('2025-06-30') },
      { system: 'h58', code: 'H20.31', validFrom: day('2025-07-01'), validTo: null },
    ]
    const bore = (text: string) => agencyCodeOn(codes, day(text), rule)
    expect([bore('2019-12-31'), bore('2025-06-30'), bore('2025-07-01')]).toEqual([
      '000.04.07.H58',
      'H58.07.04',
      'H20.31',
    ])
    expect(agencyCodeOn(codes.slice(0, 1), on, rule)).toBeNull()
    expect(objectionToNumber({ agency: '', sequence: 1 }, rule)).toBe('dossiers.code.agency_without_code')
    expect(readDossierCode('H58.07.04-250514-0031')).toMatchObject({ agency: 'H58.07.04', on, sequence: 31 })
  })

  test('codes seen in other systems', () => {
    expect(readDossierCode('H15.50.05.13-261008-0975')).toMatchObject({ agency: 'H15.50.05.13', sequence: 975 })
    expect(readDossierCode('G09.20-20260609-0092637')).toMatchObject({
      agency: 'G09.20',
      on: '2026-06-09',
      sequence: 92_637,
      rule: 'igate',
    })
  })

  test('what is no code is none', () => {
    const wrong = ['', 'H58', 'H58.07.04-250514', 'H58.07.04-251314-0031', 'H58..04-250514-0031', 'H58-250514-0000']
    for (const typed of [...wrong, 'H58-250514-00031', 'H58-250514-31', "H58-250514-0031'; --"])
      expect(readDossierCode(typed), typed).toBeNull()
  })

  test('a code that clashes is told from one that belongs elsewhere', () => {
    const wanted = { code: 'H58.07.04-250514-0031', agency: 'H58.07.04', on }
    expect(objectionToCode(wanted, false)).toBeNull()
    expect(objectionToCode(wanted, true)).toBe('dossiers.code.taken')
    expect(objectionToCode({ ...wanted, agency: 'H58.07.05' }, false)).toBe('dossiers.code.of_another')
    expect(objectionToCode({ ...wanted, on: day('2025-05-15') }, false)).toBe('dossiers.code.of_another')
    expect(objectionToCode({ ...wanted, code: '31' }, false)).toBe('dossiers.code.unreadable')
  })
})

test('§10.35 each result has the code of its dossier and a number', () => {
  const code = resultCode('H58.07.04-250514-0031', 2, rule)
  expect(code).toBe('H58.07.04-250514-0031-KQ2')
  expect(readResultCode(code)).toMatchObject({ dossier: { sequence: 31 }, n: 2 })
  expect(readResultCode('h58.07.04-250514-0031-kq(2)')).toMatchObject({ n: 2 })
  expect(readResultCode('H58.07.04-250514-0031-KQ0')).toBeNull()
  expect(readResultCode('H58.07.04-250514-0031')).toBeNull()
})
