/**
 * Writes data/national/holidays.json: what the Labour Code fixes, the lunar days computed, and what was decided for each
 * year (data/national/holiday-decisions.json). Run it after a new decision: `node --import tsx scripts/holidays.ts`.
 *
 * The Vietnamese lunar calendar: a month begins on the day of the new moon at UTC+7, month 11 holds the winter solstice,
 * and a year of thirteen months repeats the first month in which the sun enters no new twelfth of the ecliptic (rules as
 * explained by Hồ Ngọc Đức). New moon and sun after J. Meeus, Astronomical Algorithms (1998), chapters 49 and 25.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Day, day, plusDays, weekday } from '../src/kernel/time.ts'

type Entry = { day: Day; name: string; kind: string; citation: string; verified: boolean; insteadOf?: number }
type Decided = { citation: string; verified: boolean }
type Decision = {
  year: number
  tet: Decided & { daysBefore: number }
  nationalDay?: Decided & { day: string }
  swaps: (Decided & { off: string; worked: string })[]
}

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
/** Terrestrial time runs some 70 seconds ahead of the clock in these years; both in days. */
const clockLag = 70 / 86_400
const utc7 = 7 / 24
const epoch = day('1970-01-01')
/** Days below are Julian day numbers; 2 440 588 is the first of January 1970. */
const dayOfNumber = (number: number) => plusDays(epoch, number - 2_440_588)

/** The day number on which the k-th new moon since 6 January 2000 falls in Viet Nam. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t
  const sun = 2.5534 + 29.1053567 * k
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
  const large = -0.4072 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * f)
  const small = 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun) + 0.00208 * e * e * sin(2 * sun)
  const least = -0.00111 * sin(moon - 2 * f) - 0.00057 * sin(moon + 2 * f) + 0.00056 * e * sin(2 * moon + sun)
  return Math.floor(mean + large + small + least - 0.00042 * sin(3 * moon) - clockLag + utc7 + 0.5)
}

/** In which twelfth of the ecliptic (0–11, from the March equinox) the sun stands as a day begins in Viet Nam. */
function sunTwelfth(number: number): number {
  const t = (number - 0.5 - utc7 + clockLag - 2_451_545) / 36_525
  const anomaly = 357.52911 + 35_999.05029 * t
  const centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
  const apparent = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)
  return Math.floor((((apparent % 360) + 360) % 360) / 30)
}

/** k of the new moon that begins the month holding the winter solstice (the sun enters twelfth 9) of a year. */
function monthEleven(year: number): number {
  let k = Math.floor((year + 1 - 2000) * 12.3685)
  while (sunTwelfth(newMoon(k)) >= 9) k--
  return k
}

/** The day of a lunar date in the first months of a year. */
export function lunarDay(year: number, month: number, date: number): Day {
  const first = monthEleven(year - 1)
  const thirteen = monthEleven(year) - first === 13
  const holdsTerm = (k: number) => sunTwelfth(newMoon(k)) !== sunTwelfth(newMoon(k + 1))
  let k = first
  let leapSeen = !thirteen
  for (let reached = 11; reached !== month + 12; k++) {
    if (!leapSeen && !holdsTerm(k + 1)) leapSeen = true
    else reached++
  }
  return plusDays(dayOfNumber(newMoon(k)), date - 1)
}

const code = (year: number) =>
  year < 2021 ? 'Bộ luật Lao động 10/2012/QH13, Điều' : 'Bộ luật Lao động 45/2019/QH14, Điều'
const holidayArticle = (year: number) => `${code(year)} ${year < 2021 ? 115 : 112} khoản 1`
const inLieuArticle = (year: number) => (year < 2021 ? `${code(year)} 115 khoản 3` : `${code(year)} 111 khoản 3`)

/** The holidays of a year, by the law and by the decision. Only the code of 2019 was looked up, so only its days are verified. */
function holidaysOf({ year, tet, nationalDay }: Decision): Entry[] {
  const kind = 'holiday'
  const law = { kind, citation: holidayArticle(year), verified: year >= 2021 }
  const newYear = lunarDay(year, 1, 1)
  const ofTet = [0, 1, 2, 3, 4].map((n) => n - tet.daysBefore)
  return [
    { day: day(`${year}-01-01`), name: 'Tết Dương lịch', ...law },
    ...ofTet.map((n) => ({
      day: plusDays(newYear, n),
      name:
        n < 0
          ? `Tết Âm lịch (${n === -1 ? 'ngày cuối năm cũ' : 'áp ngày cuối năm cũ'})`
          : `Tết Âm lịch (mùng ${n + 1})`,
      kind,
      citation: `${holidayArticle(year)}; ${tet.citation}`,
      verified: tet.verified,
    })),
    { day: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', ...law },
    { day: day(`${year}-04-30`), name: 'Ngày Chiến thắng', ...law },
    { day: day(`${year}-05-01`), name: 'Ngày Quốc tế lao động', ...law },
    { day: day(`${year}-09-02`), name: 'Quốc khánh', ...law },
    ...(nationalDay ? [{ ...nationalDay, day: day(nationalDay.day), name: 'Quốc khánh (ngày liền kề)', kind }] : []),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** For each holiday on a weekend, the next day that would otherwise be worked. */
function daysInLieu(year: number, holidays: readonly Entry[]): Entry[] {
  const taken = new Set(holidays.map((h) => h.day))
  return holidays
    .filter((h) => weekday(h.day) > 5)
    .map((h) => {
      let on = h.day
      while (taken.has(on) || weekday(on) > 5) on = plusDays(on, 1)
      taken.add(on)
      const citation = `${inLieuArticle(year)}; ${h.citation}`
      return { day: on, name: `Nghỉ bù ${h.name}`, kind: 'day_off_in_lieu', citation, verified: h.verified }
    })
}

const swapped = ({ swaps }: Decision): Entry[] =>
  swaps.flatMap(({ off, worked, ...said }) => [
    { day: day(off), name: `Nghỉ hoán đổi, làm bù ngày ${worked}`, kind: 'day_off_in_lieu', ...said },
    {
      day: day(worked),
      name: `Làm bù cho ngày ${off}`,
      kind: 'make_up_working_day',
      insteadOf: weekday(day(off)),
      ...said,
    },
  ])

const folder = new URL('../data/national/', import.meta.url)
const { years, unknown } = JSON.parse(readFileSync(new URL('holiday-decisions.json', folder), 'utf8')) as {
  years: Decision[]
  unknown: string[]
}
const days = years.flatMap((decision) => {
  const holidays = holidaysOf(decision)
  return [...holidays, ...daysInLieu(decision.year, holidays), ...swapped(decision)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
})
const note = 'Do scripts/holidays.ts ghi từ holiday-decisions.json. verified = đã đối chiếu một nguồn đọc được.'
writeFileSync(new URL('holidays.json', folder), `${JSON.stringify({ note, unknown, days }, null, 2)}\n`)
