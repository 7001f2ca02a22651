/**
 * The papers of one dossier: which the case needs for these answers, which of several are enough, and which nobody has to
 * bring because the state holds what they say.
 */
import type { Words } from '#fields/form.ts'
import type { Saying } from './saying.ts'
import type { Component, Service } from './service.ts'

/** Who told us, and when: shown beside every paper that is not asked for. */
export type HeldFact = { readonly says: Words; readonly at: Date | null }

/** Something the dossier must have: one paper, or one of several. */
export type Paper = {
  readonly code: string
  /** More than one: any of them is enough. */
  readonly choices: readonly Component[]
  readonly optional: boolean
}

export type PaperHeld = { readonly component: Component; readonly fact: HeldFact }

export type Papers = {
  readonly needed: readonly Paper[]
  /** Not asked for: the platform holds it already. */
  readonly held: readonly PaperHeld[]
  /** Would be asked for under another answer. */
  readonly notNow: readonly Component[]
}

type Asked = {
  readonly case: string
  readonly saying: Saying
  readonly known: ReadonlyMap<string, HeldFact>
}

/** The papers of a case, in the order of the case. */
export function componentsOf(service: Pick<Service, 'cases' | 'components'>, code: string): readonly Component[] {
  const chosen = service.cases.find((one) => one.code === code)
  return (chosen?.components ?? []).flatMap((named) => service.components.find((one) => one.code === named) ?? [])
}

/** Papers of which one is enough, together under the word they share; each other paper alone. */
function groupsOf(components: readonly Component[]): readonly (readonly [string, readonly Component[]])[] {
  const groups = new Map<string, Component[]>()
  for (const one of components) {
    const key = one.oneOf === undefined ? `paper ${one.code}` : `group ${one.oneOf}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((members) => [members[0]?.oneOf ?? members[0]?.code ?? '', members])
}

export function papersFor(service: Pick<Service, 'cases' | 'components'>, asked: Asked): Papers {
  const all = componentsOf(service, asked.case)
  const isAsked = (one: Component) => one.onlyIf === undefined || asked.saying.holds(one.onlyIf)
  const factOf = (one: Component) => (one.notNeededIfKnown ? asked.known.get(one.notNeededIfKnown) : undefined)
  const needed: Paper[] = []
  const held: PaperHeld[] = []
  for (const [code, choices] of groupsOf(all.filter(isAsked))) {
    const known = choices.find(factOf)
    const fact = known && factOf(known)
    if (known && fact) held.push({ component: known, fact })
    else needed.push({ code, choices, optional: choices.every(({ optional }) => optional === true) })
  }
  return { needed, held, notNow: all.filter((one) => !isAsked(one)) }
}

/** What is still missing before the dossier may be filed; `given`: codes of the papers that are there. */
export const papersLacking = (papers: Papers, given: ReadonlySet<string>): readonly Paper[] =>
  papers.needed.filter(({ optional, choices }) => !optional && !choices.some(({ code }) => given.has(code)))
