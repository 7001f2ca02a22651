/** The invented citizens and organisations of a demonstration, and what the invented provider says of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Day } from '#kernel/time.ts'

const Citizens = z.object({
  note: z.string(),
  people: z.array(
    z.object({
      techId: z.string(),
      name: z.string(),
      number: z.string().regex(/^\d{12}$/),
      birthDay: Day,
      sex: z.enum(['male', 'female']),
      residence: z.string(),
    }),
  ),
  organisations: z.array(
    z.object({
      techId: z.string(),
      name: z.string(),
      businessCode: z.string(),
      residence: z.string(),
      /** The `techId` of whoever acts for it by law. */
      head: z.string(),
    }),
  ),
})
export type Citizens = z.output<typeof Citizens>

export const readCitizens = (folder: string): Citizens =>
  Citizens.parse(JSON.parse(readFileSync(join(folder, 'citizens.json'), 'utf8')))

const personClaims = (person: Citizens['people'][number]) => ({
  SoDinhDanh: person.number,
  HoVaTen: person.name,
  NgaySinh: person.birthDay.split('-').toReversed().join('/'),
  GioiTinh: person.sex === 'male' ? '1' : '2',
})

/** In the vocabulary of the national one. `undefined`: nobody of that key. */
export function claimsOf({ people, organisations }: Citizens, techId: string, level: string) {
  const person = people.find((one) => one.techId === techId)
  if (person)
    return {
      TechID: techId,
      LoaiTaiKhoan: '1',
      NoiThuongTru: person.residence,
      loAs: `LoA${level}`,
      ...personClaims(person),
    }
  const organisation = organisations.find((one) => one.techId === techId)
  const head = people.find((one) => one.techId === organisation?.head)
  if (!organisation || !head) return undefined
  return {
    TechID: techId,
    LoaiTaiKhoan: '2',
    MaSoDoanhNghiep: organisation.businessCode,
    TenToChuc: organisation.name,
    NoiThuongTru: organisation.residence,
    loAs: 'LoA2',
    SoDinhDanh: head.number,
    HoVaTen: head.name,
  }
}

export const claimNames = [
  'sub',
  'TechID',
  'LoaiTaiKhoan',
  'SoDinhDanh',
  'HoVaTen',
  'NgaySinh',
  'GioiTinh',
  'NoiThuongTru',
  'MaSoDoanhNghiep',
  'TenToChuc',
  'loAs',
]
