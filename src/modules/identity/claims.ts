/** What a provider says of somebody, read into our words. Which claim means what is dated data, not code. */
import { z } from 'zod'
import { day, isDayText, type Day } from '#kernel/time.ts'
import file from '../../../data/national/electronic-identity.json' with { type: 'json' }

export type Level = 1 | 2

/** A person, or an organisation with the person behind the account where the provider names one. */
export type Vouched = {
  readonly techId: string
  readonly kind: 'person' | 'organisation'
  readonly number: string
  readonly name: string
  readonly level: Level
  readonly birthDay: Day | null
  readonly sex: 'male' | 'female' | null
  readonly residence: string | null
  readonly person: { readonly number: string; readonly name: string } | null
}

/** What signing in is done under. */
export const identityLaw = file.source

/** How somebody gets the higher level, as it is on a day. */
export const wayToLevelTwo = (on: Day) => file.levelTwo.find((one) => isOn(one, on)) ?? null

type Dated = { validFrom: string; validTo: string | null }
const isOn = ({ validFrom, validTo }: Dated, on: Day) => validFrom <= on && (validTo === null || on <= validTo)

const vocabularyOn = (on: Day) => file.claims.find((one) => isOn(one, on))

const Text = z.union([z.string(), z.number()]).transform((value) => String(value).normalize('NFC').trim().slice(0, 500))

/** Twelve figures (see `fields`); organisations by business or tax code, with or without the number of a branch. */
const personNumber = /^\d{12}$/
const organisationNumber = /^\d{10}(-?\d{3})?$/

/** `null`: it does not say who it is about. `on`: today. */
export function readClaims(claims: Readonly<Record<string, unknown>>, on: Day): Vouched | null {
  const words = vocabularyOn(on)
  if (!words) return null
  const said = (name: string): string => Text.safeParse(claims[name]).data ?? ''
  const techId = said(words.techId)
  const number = said(words.number)
  const name = said(words.name)
  const level = readLevel(said('acr') || said(words.level))
  if (techId === '') return null
  if (said(words.accountKind) === words.citizenKind) {
    if (!personNumber.test(number) || name === '') return null
    const facts = { birthDay: readDay(said(words.birthDay)), sex: readSex(said(words.sex)) }
    return {
      techId,
      kind: 'person',
      number,
      name,
      level,
      ...facts,
      residence: said(words.residence) || null,
      person: null,
    }
  }
  const code = said(words.businessCode) || said(words.taxCode)
  const called = said(words.organisationName) || name
  if (!organisationNumber.test(code) || called === '') return null
  const person = personNumber.test(number) && name !== '' ? { number, name } : null
  const none = { birthDay: null, sex: null, residence: said(words.residence) || null }
  return { techId, kind: 'organisation', number: code, name: called, level: 2, ...none, person }
}

/** `LoA2`, `2`, `…:loa2`. What says nothing is the lower level. */
const readLevel = (text: string): Level => (/(^|\D)2$/.test(text) ? 2 : 1)

/** As a day, `dd/mm/yyyy`, or eight figures from the year on. */
export function readDay(text: string): Day | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const [, yy = '', mm = '', dd = ''] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? []
  const written = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : `${yy}-${mm}-${dd}`
  return isDayText(written) ? day(written) : null
}

const readSex = (text: string): 'male' | 'female' | null => {
  const word = text.toLowerCase()
  if (/^(1|male|m|nam)$/.test(word)) return 'male'
  return /^(0|2|female|f|nữ)$/.test(word) ? 'female' : null
}
