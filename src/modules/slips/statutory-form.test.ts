import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { qrText } from './qr-text.ts'
import { codeRuleOn, FormKind, formOf, formOn } from './statutory-form.ts'

describe('the form in force', () => {
  test('is that of TT 01/2018 to the day before TT 03/2025, and of TT 03/2025 from then on', () => {
    expect(formOn('control', day('2025-09-14'))).toMatchObject({ number: '05', edition: 'tt-01-2018' })
    expect(formOn('control', day('2025-09-15'))).toMatchObject({ number: '06', edition: 'tt-03-2025' })
    expect(formOn('register', day('2026-10-01'))).toMatchObject({ number: '07', paper: 'a4' })
  })

  test('is none before there were any, and of the house where the edition has none', () => {
    expect(formOn('receipt', day('2018-11-22'))).toBeNull()
    expect(formOn('stop', day('2025-05-08'))).toMatchObject({ number: null, assumed: true })
    expect(formOn('stop', day('2025-10-01'))?.number).toBe('05')
  })

  test('there is one for each purpose on every day from the first on, and it is found again by its edition', () => {
    for (let on = day('2018-11-23'); on < day('2027-01-01'); on = plusDays(on, 1))
      for (const kind of FormKind.options) {
        const form = formOn(kind, on)
        if (!form) throw new Error(`no ${kind} on ${on}`)
        expect(formOf(kind, form.edition)).toEqual(form)
      }
  })
})

describe('what the QR code says', () => {
  const rule = codeRuleOn(day('2025-05-08'))
  if (!rule) throw new Error('no rule')

  test('§10.19 the fields of TT 01/2023: receipts add the appointment, results validity and scope', () => {
    const facts = {
      dossier: 'H58.07.04-250508-0031',
      procedure: '1.004884',
      applicant: '082196004127',
      document: 'Giấy tiếp nhận',
      system: 'Hệ thống',
      published: '2025-05-08T10:05:00+07:00',
      appointment: '2025-05-15T17:00:00+07:00',
      validity: 'không thời hạn',
      scope: 'toàn quốc',
    }
    const common = 'H58.07.04-250508-0031|1.004884|082196004127|Giấy tiếp nhận|Hệ thống|2025-05-08T10:05:00+07:00'
    expect(qrText(rule, 'paper', facts)).toBe(common)
    expect(qrText(rule, 'receipt', facts)).toBe(`${common}|2025-05-15T17:00:00+07:00`)
    expect(qrText(rule, 'result', facts)).toBe(`${common}|không thời hạn|toàn quốc`)
  })

  test('keeps the place of what is not known, and no fact brings a separator in', () => {
    expect(qrText(rule, 'paper', { dossier: 'a|b', document: ' hai \n dòng ' })).toBe('a b|||hai dòng||')
  })

  test('was not asked for before the circular', () => expect(codeRuleOn(day('2023-05-24'))).toBeNull())
})
