/** Days, moments and sums as the forms write them. */
import { say, t } from '#kernel/text.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { dayText, numberText } from '#ui/figures.ts'

const wall = (moment: Date) => new Date(moment.getTime() + 7 * 3_600_000).toISOString()
const wallClock = (moment: Date) => wall(moment).slice(11, 16)

/** 2025-05-08T10:05:00+07:00: ISO 8601, as NĐ 30/2020 wants it of the time of a signature. */
export const momentForMachines = (text: string): string => `${wall(new Date(text)).slice(0, 19)}+07:00`

/** "10 giờ 05, ngày 08/05/2025" */
export function momentWords(text: string): string {
  const moment = new Date(text)
  const [hour = '', minute = ''] = wallClock(moment).split(':')
  return t('slips.sheet.moment', { hour, minute, day: dayText(dayOf(moment)) })
}

/** Short, for tables: "10:05 08/05/2025". */
export const momentShort = (text: string): string => {
  const moment = new Date(text)
  return `${wallClock(moment)} ${dayText(dayOf(moment))}`
}

export const dayWords = (on: Day): string => dayText(on)

/** "Mỹ Tho, ngày 08 tháng 5 năm 2025": days and the months January and February have two figures (NĐ 30/2020, annex I). */
export function placeAndDay(place: string, moment: Date): string {
  const [year = '', month = '', on = ''] = dayOf(moment).split('-')
  return t('slips.sheet.place_and_day', {
    place,
    day: on,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  })
}

export const moneyWords = (amount: number): string => t('slips.sheet.money', { amount: numberText(amount) })

/** A word for one of a closed list. */
export const wordFor = (list: string, value: string): string => say(`slips.${list}.${value}`)
