/** What is known of somebody, in the words of forms: from their electronic identity, and from what they filed before. */
import type { Answer, Answers, FormDefinition } from '#fields/form.ts'
import type { KnownFact, Knowns } from '#fields/known.ts'
import { walk } from '#fields/walk.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import type { Profile } from '#modules/identity/public.ts'
import { messages as en } from './draft.messages.en.ts'
import { messages as vi } from './draft.messages.vi.ts'

const says = (key: keyof typeof vi) => ({ vi: vi[key], en: en[key] })

type Values = Readonly<Record<string, Answer | null>>

function facts(values: Values, told: Pick<KnownFact, 'says' | 'at'>): Knowns {
  const known = Object.entries(values).filter((entry): entry is [string, Answer] => entry[1] !== null)
  return Object.fromEntries(known.map(([key, value]) => [key, { value, ...told }]))
}

/** Only what somebody has vouched for. An address stands in words: which commune it is today is not ours to guess. */
export function factsOfProfile({ kind, name, number, birthDay, sex, residence, at }: Profile): Knowns {
  if (at === null) return {}
  const told = { says: says('filing.draft.known_from_identity'), at }
  const place = residence && { province: '', commune: '', detail: '', on: dayOf(at), words: residence }
  if (kind === 'organisation')
    return facts(
      { 'organisation.name': name, 'organisation.code': number, 'organisation.address': place || null },
      told,
    )
  return facts(
    {
      'person.name': name,
      'person.number': number,
      'person.birth_day': birthDay,
      'person.sex': sex,
      'person.residence': place || null,
    },
    told,
  )
}

export const factsOfContact = ({ email, emailVerifiedAt }: Pick<Profile, 'email' | 'emailVerifiedAt'>): Knowns =>
  email && emailVerifiedAt
    ? facts({ 'person.email': email }, { says: says('filing.draft.known_from_account'), at: emailVerifiedAt })
    : {}

/** What somebody answered in an earlier dossier, where the form says what the answer means. */
export function factsOfEarlier(form: FormDefinition, answers: Readonly<Record<string, unknown>>, at: Date): Knowns {
  const told = { says: says('filing.draft.known_from_dossier'), at }
  const asked = form.sections.filter(({ repeat }) => !repeat).flatMap(({ questions }) => questions)
  const values = asked.flatMap(({ name, known }) =>
    known && Object.hasOwn(answers, name) ? [[known, (answers[name] ?? null) as Answer | null] as const] : [],
  )
  return facts(Object.fromEntries(values), told)
}

/** Which keys a form asks for. */
export const keysAsked = (form: FormDefinition): ReadonlySet<string> =>
  new Set(form.sections.flatMap(({ questions }) => questions.flatMap(({ known }) => known ?? [])))

/** Of those, the ones of questions that are asked now and have no answer. */
export const keysUnanswered = (form: FormDefinition, answers: Answers, today: Day): ReadonlySet<string> =>
  new Set(
    walk(form, answers, today).spots.flatMap(({ question: { known }, asked, answer }) =>
      known && asked && answer === undefined ? [known] : [],
    ),
  )
