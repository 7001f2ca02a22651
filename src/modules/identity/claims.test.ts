import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { readClaims, readDay, wayToLevelTwo } from './claims.ts'

const on = day('2025-05-14')
const person = {
  TechID: 'T-1',
  LoaiTaiKhoan: '1',
  SoDinhDanh: '082196004127',
  HoVaTen: 'Nguyễn Thị Thu Hà',
  loAs: 'LoA2',
}
const company = { TechID: 'T-2', LoaiTaiKhoan: '2', MaSoDoanhNghiep: '1200999001', TenToChuc: 'Công ty A' }

describe('a person', () => {
  test('is read with what the state knows of them', () => {
    const more = { NgaySinh: '14/03/1996', GioiTinh: '2', NoiThuongTru: 'Xã Tam Hiệp' }
    expect(readClaims({ ...person, ...more }, on)).toEqual({
      techId: 'T-1',
      kind: 'person',
      number: '082196004127',
      name: 'Nguyễn Thị Thu Hà',
      level: 2,
      birthDay: '1996-03-14',
      sex: 'female',
      residence: 'Xã Tam Hiệp',
      person: null,
    })
  })

  test.each([
    ['LoA2', 2],
    ['2', 2],
    [2, 2],
    ['urn:loa:2', 2],
    ['LoA1', 1],
    ['LoA12', 1],
    ['', 1],
    [undefined, 1],
    [null, 1],
    [['LoA2'], 1],
  ] as const)('of the level %j is of level %d: what is not understood is the lower one', (loAs, level) => {
    expect(readClaims({ ...person, loAs }, on)?.level).toBe(level)
  })

  test('has the level that was signed, before the one that was told beside it', () => {
    expect(readClaims({ ...person, acr: 'LoA1', loAs: 'LoA2' }, on)?.level).toBe(1)
  })

  test.each([
    ['no key', { TechID: '' }],
    ['no number', { SoDinhDanh: undefined }],
    ['a number of nine figures', { SoDinhDanh: '310123456' }],
    ['no name', { HoVaTen: ' ' }],
    ['a name that is not one', { HoVaTen: { first: 'Hà' } }],
  ])('of %s is nobody', (_, change) => expect(readClaims({ ...person, ...change }, on)).toBeNull())
})

describe('an organisation', () => {
  test('is known by its code, with whoever is behind the account', () => {
    expect(readClaims(company, on)).toMatchObject({ kind: 'organisation', number: '1200999001', person: null })
    expect(readClaims({ ...company, SoDinhDanh: person.SoDinhDanh, HoVaTen: 'Hà' }, on)?.person).toEqual({
      number: '082196004127',
      name: 'Hà',
    })
    expect(readClaims({ ...company, MaSoDoanhNghiep: '', MaSoThue: '1200999001-001' }, on)?.number).toBe(
      '1200999001-001',
    )
  })

  test('without a code of its own is none, whatever person is behind it', () => {
    expect(readClaims({ ...company, MaSoDoanhNghiep: '', SoDinhDanh: '082196004127', HoVaTen: 'Hà' }, on)).toBeNull()
  })
})

test('whatever a provider sends, reading it never fails, and never makes a person without a number', () => {
  const names = [
    'TechID',
    'LoaiTaiKhoan',
    'SoDinhDanh',
    'HoVaTen',
    'MaSoDoanhNghiep',
    'TenToChuc',
    'NgaySinh',
    'acr',
    'loAs',
  ]
  const values = fc.oneof(fc.string(), fc.constantFrom('1', '2', '082196004127', '1200999001', 'Hà'), fc.anything())
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), values), (claims) => {
      const read = readClaims(claims, on)
      if (read?.kind === 'person') expect(read.number).toMatch(/^\d{12}$/)
      if (read) expect([read.techId, read.name].every((text) => text.length > 0)).toBe(true)
    }),
  )
})

test.each([
  ['14/03/1996', '1996-03-14'],
  ['1/3/1996', '1996-03-01'],
  ['1996-03-14', '1996-03-14'],
  ['19960314', '1996-03-14'],
  ['31/02/1996', null],
  ['1996', null],
  ['', null],
])('the day %j is %s', (text, read) => expect(readDay(text)).toBe(read))

test('before the law of electronic identities there is no way to level 2', () => {
  expect(wayToLevelTwo(day('2024-06-30'))).toBeNull()
  expect(wayToLevelTwo(on)?.procedure).toBe('3.000228')
})
