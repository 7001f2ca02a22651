import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { calendarFrom, isWorkingDay, plusWorkingDays } from './calendar.ts'
import { type Pack, type Read, readEvents, readHolidays, readPack } from './pack.ts'
import { day, weekday } from './time.ts'
import {
  applyEvents,
  childrenOf,
  descendantsOf,
  successorsOf,
  treeOn,
  type Unit,
  unitWithCode,
  versionOn,
} from './unit.ts'

const packs = new URL('../../data/packs/', import.meta.url).pathname
const tienGiang = join(packs, 'tien-giang')
function must<T>({ value, faults }: Read<T>): T {
  expect(faults).toEqual([])
  if (value === null) throw new Error('faults, but none named')
  return value
}
const ofKind = (units: readonly Unit[], kind: Unit['kind'], on: string) =>
  units.filter((unit) => unit.kind === kind && versionOn(unit, day(on)))

test('there are packs to check: the province and the test province', () => {
  expect(readdirSync(packs)).toEqual(expect.arrayContaining(['tien-giang', 'tinh-mau']))
})

test.each(readdirSync(packs))('pack %s can be read, and each of its reorganisations applied', (name) => {
  const { units } = must(readPack(join(packs, name)))
  for (const file of readdirSync(join(packs, name)).filter((f) => f.startsWith('events'))) {
    expect(applyEvents(units, must(readEvents(join(packs, name, file)))).faults).toEqual([])
  }
})

describe('Tiền Giang on 5 December 2024', () => {
  const { units, province }: Pack = must(readPack(tienGiang))

  test('has 11 districts with the codes 815 to 825 and 164 communes', () => {
    const districts = ofKind(units, 'district', '2024-12-05')
    expect(districts.map((d) => versionOn(d, day('2024-12-05'))?.codes['gso'])).toEqual(
      Array.from({ length: 11 }, (_, n) => String(815 + n)),
    )
    expect(ofKind(units, 'commune', '2024-12-05')).toHaveLength(164)
  })

  test('has as many communes in each district, and of each rank, as the state counts', () => {
    const tree = treeOn(units, day('2024-12-05'))
    const districts = ofKind(units, 'district', '2024-12-05').map(({ slug }) => childrenOf(tree, slug))
    expect(districts.map((communes) => communes.length)).toEqual([14, 10, 16, 12, 25, 16, 20, 19, 13, 13, 6])
    const rank = (word: string) => districts.flat().filter(({ name }) => name.startsWith(word)).length
    expect([rank('Phường '), rank('Thị trấn '), rank('Xã ')]).toEqual([21, 8, 135])
  })

  test('puts everybody but the bodies outside the province under the province', () => {
    const tree = treeOn(units, day('2024-12-05'))
    expect(childrenOf(tree, null).map((u) => u.slug)).toEqual([
      province.root,
      'bao-ap-bac',
      'van-phong-doan-dbqh-va-hdnd-tinh',
    ])
    expect(descendantsOf(tree, province.root)).toHaveLength(units.length - 3)
  })

  test('keeps apart the two communes named Xã Tân Phú and the two Cai Lậy', () => {
    const named = units.filter((u) => u.versions[0]?.name === 'Xã Tân Phú').map((u) => u.versions[0]?.codes['gso'])
    expect(named).toEqual(['28459', '28693'])
    expect(units.filter((u) => u.slug.endsWith('-cai-lay')).map((u) => u.slug)).toEqual([
      'thi-xa-cai-lay',
      'huyen-cai-lay',
    ])
  })

  test('says which units nobody has checked', () => {
    const unchecked = units.filter((u) => !u.verified)
    expect(unchecked.map((u) => u.slug)).toContain('so-tu-phap')
    expect(unchecked.every((u) => u.note)).toBe(true)
    expect(units.find((u) => u.slug === 'so-thong-tin-va-truyen-thong')).toMatchObject({ verified: true })
  })
})

describe('Tiền Giang through 1 July 2025', () => {
  const before = must(readPack(tienGiang)).units
  const events = must(readEvents(join(tienGiang, 'events.json')))
  const { units } = applyEvents(before, events)
  const codeOn = (code: string, on: string) => unitWithCode(units, 'gso', code, day(on))?.slug

  test('has 57 communes, 44 xã and 13 phường, straight under the new province, and no district', () => {
    const communes = childrenOf(treeOn(units, day('2025-07-01')), 'ubnd-tinh-dong-thap').filter(
      (u) => u.kind === 'commune',
    )
    const rank = (word: string) => communes.filter(({ name }) => name.startsWith(word)).length
    expect([communes.length, rank('Xã '), rank('Phường ')]).toEqual([57, 44, 13])
    expect(ofKind(units, 'district', '2025-07-01')).toEqual([])
    expect(ofKind(units, 'commune', '2025-06-30')).toHaveLength(164)
  })

  test('code 82 means Tiền Giang until 30 June and Đồng Tháp from 1 July', () => {
    expect([codeOn('82', '2025-06-30'), codeOn('82', '2025-07-01')]).toEqual(['ubnd-tinh', 'ubnd-tinh-dong-thap'])
  })

  test('code 28300 is ward 1 of Gò Công from 1 May 2024, nobody we know before, and ends with the ward', () => {
    const asked = ['2024-04-30', '2024-05-01', '2025-06-30', '2025-07-01'].map((on) => codeOn('28300', on))
    expect(asked).toEqual([undefined, 'go-cong/phuong-1', 'go-cong/phuong-1', undefined])
    expect(successorsOf(events, 'go-cong/phuong-1', day('2025-07-01'))).toEqual(['dong-thap/phuong-go-cong'])
    expect(codeOn('28306', '2025-07-01')).toBe('dong-thap/phuong-go-cong')
  })

  test('code 28249 means Phường 5 before and Phường Đạo Thạnh after', () => {
    expect([codeOn('28249', '2025-06-30'), codeOn('28249', '2025-07-01')]).toEqual([
      'my-tho/phuong-5',
      'dong-thap/phuong-dao-thanh',
    ])
  })

  test('each of the 164 communes is carried on by exactly one, so figures can be told in today’s borders', () => {
    const heirs = ofKind(before, 'commune', '2024-12-05').map((u) => successorsOf(events, u.slug, day('2025-07-01')))
    expect(heirs.every((h) => h.length === 1)).toBe(true)
    expect(new Set(heirs.flat()).size).toBe(57)
  })

  test('works as well after the departments were merged in March', () => {
    const march = must(readEvents(join(tienGiang, 'events-2025-03-01.json')))
    const { units: both, faults } = applyEvents(before, [...events, ...march])
    expect(faults).toEqual([])
    const heir = successorsOf(march, 'so-thong-tin-va-truyen-thong', day('2025-03-01'))
    expect(heir).toEqual(['so-khoa-hoc-va-cong-nghe'])
    const tree = treeOn(both, day('2025-07-01'))
    expect(tree.bySlug.get('so-khoa-hoc-va-cong-nghe')?.parent).toBe('ubnd-tinh-dong-thap')
    expect(tree.bySlug.has('so-thong-tin-va-truyen-thong')).toBe(false)
  })
})

describe('public holidays', () => {
  const days = must(readHolidays(new URL('../../data/national/holidays.json', import.meta.url).pathname))
  const calendar = calendarFrom(days, { week: [1, 2, 3, 4, 5], hours: [] })
  const named = (word: string) => days.filter((d) => d.kind === 'holiday' && d.name.includes(word)).map((d) => d.day)

  test('Tết falls on the days the almanacs give, also in 2027 and 2030', () => {
    expect(named('(mùng 1)').join(' ')).toBe(
      '2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02',
    )
  })

  test('the Hùng Kings’ day counts the leap month of 2023', () => {
    expect(named('Giỗ Tổ').slice(0, 8).join(' ')).toBe(
      '2019-04-14 2020-04-02 2021-04-21 2022-04-10 2023-04-29 2024-04-18 2025-04-07 2026-04-26',
    )
  })

  test('each year has five days of Tết, and two of National Day since 2021', () => {
    for (let year = 2019; year <= 2030; year++) {
      const of = (word: string) => named(word).filter((on) => on.startsWith(`${year}`)).length
      expect([of('Tết Âm lịch'), of('Quốc khánh')]).toEqual([5, year < 2021 ? 1 : 2])
    }
  })

  test('days off in lieu fall on weekdays, make-up days on weekends', () => {
    const weekdays = (kind: string) => days.filter((d) => d.kind === kind).map((d) => weekday(d.day))
    expect(Math.max(...weekdays('day_off_in_lieu'))).toBeLessThan(6)
    expect(Math.min(...weekdays('make_up_working_day'))).toBeGreaterThan(5)
  })

  test('around 1 May 2025, as announced: off 30 April to 4 May, Saturday 26 April worked', () => {
    const worked = ['26', '27', '28', '29', '30'].map((d) => isWorkingDay(day(`2025-04-${d}`), calendar))
    expect(worked).toEqual([true, false, true, true, false])
    expect(plusWorkingDays(day('2025-04-29'), 1, calendar)).toBe('2025-05-05')
  })

  test('what nobody has decided yet is marked so', () => {
    const later = days.filter((d) => d.day > '2027' && d.citation.includes('Giả định'))
    expect(later.length).toBeGreaterThanOrEqual(4 * 6)
    expect(later.some((d) => d.verified)).toBe(false)
  })
})

describe('a pack with faults', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pack-'))
  afterAll(() => rmSync(dir, { recursive: true }))
  const spoilt = (file: string, from: string, to: string) => {
    cpSync(join(packs, 'tinh-mau'), dir, { recursive: true })
    writeFileSync(join(dir, file), readFileSync(join(dir, file), 'utf8').replace(from, to))
    return readPack(dir).faults.map((f) => `${f.file.slice(dir.length + 1)} ${f.path} ${f.says}`)
  }

  test.each([
    [
      'units.json',
      '"validFrom": null',
      '"validFrom": "2025-02-30"',
      'units.json units.0.versions.0.validFrom input.not_a_day',
    ],
    [
      'units.json',
      '"parent": "an-mau"',
      '"parent": "x"',
      'units.json units.10 an-mau/xa-vuon-xoai parent_missing 0001-01-01',
    ],
    ['units.json', '"00202"', '"00201"', 'units.json units.11 an-mau/xa-cau-van code_twice 0001-01-01'],
    ['units.json', '"source": "invented"', '"source": "hearsay"', 'units.json units.0 ubnd-tinh source_missing'],
    ['province.json', '"root": "ubnd-tinh"', '"root": "x"', 'province.json root unit_missing'],
    ['calendar.json', '"to": "11:30"', '"to": "07:00"', 'calendar.json hours.0.to input.wrong'],
  ])('%s with %s changed to %s names the place', (file, from, to, fault) => {
    expect(spoilt(file, from, to)).toEqual([fault])
  })

  test('a file that is not JSON, or not there, is named', () => {
    expect(spoilt('units.json', '{', '')[0]).toMatch(/^units.json {2}not_json/)
    expect(readHolidays(join(dir, 'none.json')).faults).toEqual([
      { file: join(dir, 'none.json'), path: '', says: 'unreadable' },
    ])
  })
})
