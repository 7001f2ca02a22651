/** Two people edited one thing: where what the second one typed differs from what the first one saved. Pure. */
type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** `now`: what is saved, written as the form writes it. */
export type Saved = { readonly name: string; readonly now: readonly string[] }
export type Differing = { readonly name: string; readonly theirs: readonly string[]; readonly yours: readonly string[] }

const asList = (typed: string | readonly string[] | undefined): readonly string[] =>
  typed === undefined || typed === '' ? [] : typeof typed === 'string' ? [typed] : typed

/** A day is typed in three boxes. */
function yoursOf(typed: Typed, name: string): readonly string[] {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => asList(typed[`${name}.${part}`])[0] ?? '')
  if (!day && !month && !year) return asList(typed[name])
  return [`${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`]
}

const alike = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().every((one, at) => one === b.toSorted()[at])

export const differencesOf = (typed: Typed, saved: readonly Saved[]): Differing[] =>
  saved
    .map(({ name, now }) => ({ name, theirs: now.filter((one) => one !== ''), yours: yoursOf(typed, name) }))
    .filter(({ theirs, yours }) => !alike(theirs, yours))
