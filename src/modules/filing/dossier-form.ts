/**
 * The form of one dossier: the sections that its case asks, and after them a section for its papers, each paper a
 * question for files. So papers are asked, kept, carried over, checked and summed up as every other question.
 */
import type { FormDefinition, Question, Section, Words } from '#fields/form.ts'
import type { Knowns } from '#fields/known.ts'
import type { Component, Service } from '#modules/services/public.ts'
import { messages as en } from './draft.messages.en.ts'
import { messages as vi } from './draft.messages.vi.ts'

type Modelled = Pick<Service, 'cases' | 'components' | 'form'>

const papersSection = 'giay_to'

const paperPrefix = 'paper_'
const paperQuestion = (code: string): string => `${paperPrefix}${code}`

const words = (key: keyof typeof vi): Words => ({ vi: vi[key], en: en[key] })

/** Most photos of one paper; many are made into one file. */
const mostFiles = 20

const componentsOfCase = ({ cases, components }: Modelled, caseCode: string): readonly Component[] =>
  (cases.find(({ code }) => code === caseCode)?.components ?? []).flatMap(
    (code) => components.find((one) => one.code === code) ?? [],
  )

/**
 * Of papers of which one is enough, the last is asked for when none of those before it is there: a condition sees only
 * what was answered before it.
 */
function neededWhen(paper: Component, all: readonly Component[]): boolean | string {
  if (paper.optional) return false
  const group = all.filter((one) => isSameNeed(one, paper))
  if (group.length === 1) return true
  if (group.at(-1) !== paper) return false
  return group
    .slice(0, -1)
    .map(({ code }) => `${paperQuestion(code)} is not answered`)
    .join(' and ')
}

function questionFor(paper: Component, all: readonly Component[]): Question {
  const { code, name, note, onlyIf } = paper
  const required = neededWhen(paper, all)
  const isOneOf = all.some((one) => one !== paper && isSameNeed(one, paper))
  const hint = isOneOf ? words('filing.draft.paper_or_other') : note
  return {
    name: paperQuestion(code),
    kind: 'file',
    label: name,
    ...(hint && { hint }),
    needed: words('filing.draft.paper_needed'),
    ...(onlyIf !== undefined && { when: onlyIf }),
    required,
    files: { most: mostFiles },
  }
}

const composed = new WeakMap<Modelled, Map<string, FormDefinition>>()

/**
 * `held`: codes of papers that nobody has to bring, because the platform has what they say. A published service never
 * changes, so the form of a case is put together once.
 */
export function formOfDossier(service: Modelled, caseCode: string, held: ReadonlySet<string>): FormDefinition {
  const ofService = composed.get(service) ?? new Map<string, FormDefinition>()
  composed.set(service, ofService)
  const name = [caseCode, ...held].join(' ')
  const known = ofService.get(name)
  if (known) return known
  const form = compose(service, caseCode, held)
  ofService.set(name, form)
  return form
}

function compose(service: Modelled, caseCode: string, held: ReadonlySet<string>): FormDefinition {
  const chosen = service.cases.find(({ code }) => code === caseCode)
  const sections = service.form.sections.filter(({ name }) => chosen?.sections?.includes(name) ?? true)
  const papers = componentsOfCase(service, caseCode).filter(({ manner }) => manner === 'submit')
  const open = papers.filter((paper) => !papers.some((one) => held.has(one.code) && isSameNeed(one, paper)))
  const section: Section = {
    name: papersSection,
    title: words('filing.draft.papers'),
    intro: words('filing.draft.papers_intro'),
    questions: open.map((paper) => questionFor(paper, open)),
  }
  return { layout: service.form.layout, sections: open.length ? [...sections, section] : sections }
}

const isSameNeed = (one: Component, other: Component) =>
  one.code === other.code || (one.oneOf !== undefined && one.oneOf === other.oneOf)

/** Codes of papers that need not be brought because what they say is known. */
export const papersHeld = (service: Modelled, caseCode: string, knowns: Knowns): ReadonlySet<string> =>
  new Set(
    componentsOfCase(service, caseCode).flatMap(({ code, notNeededIfKnown: key }) =>
      key !== undefined && knowns[key] !== undefined ? [code] : [],
    ),
  )
