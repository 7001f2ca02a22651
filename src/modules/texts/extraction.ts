/** Reads an official plan: text in; targets, tasks, duties out, each with the place it was read from. */
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { type Appendix, appendicesOf } from './appendix.ts'
import type { Before } from './deadline.ts'
import { type Duty, dutiesOf, type FoundDuty } from './duty.ts'
import { objectivesOf, type Objective, type Target, targetsOf, type Task, tasksOf } from './goal.ts'
import type { Role } from './heading.ts'
import { itemsOf } from './item.ts'
import { isLegalBasis, type LegalBasis, legalBasesOf } from './legal-basis.ts'
import { type Layout, type Letterhead, layoutOf, letterheadOf, yearInTitle } from './letterhead.ts'
import { type Outline, outlineOf } from './outline.ts'
import { checkFootnotes, checkLegalBases, checkLetterhead, checkOutline } from './proofreading.ts'
import {
  asksForPeriodicReports,
  type QuarterMonth,
  type ReportingDuty,
  reportingDutiesOf,
  statedMonth,
} from './reporting-duty.ts'
import { type Chapter, chaptersOf } from './section.ts'
import { passageOf, type Source, type Span, sourceOf } from './source.ts'
import type { Table } from './table.ts'
import { rowItemsOf } from './table-row.ts'
import type { Warn, Warning } from './warning.ts'

/** Assumptions where plans are silent; each one used is told in a warning. `year` replaces the year of the title. */
export type PlanOptions = { before: Before; quarterMonth: QuarterMonth; year?: number }

export type PlanDocument = {
  number: string | null
  issuedOn: Day | null
  issuer: string | null
  title: string
  year: number | null
  attachedTo: string | null
}

export type PlanExtraction = {
  document: PlanDocument
  legalBases: LegalBasis[]
  objectives: Objective[]
  targets: Target[]
  tasks: Task[]
  solutions: Task[]
  funding: { text: string; span: Span }[]
  duties: Duty[]
  reportingDuties: ReportingDuty[]
  appendices: Appendix[]
  warnings: Warning[]
}

const asked: readonly Role[] = ['legal', 'targets', 'tasks', 'solutions', 'funding', 'organisation']

type Work = {
  source: Source
  chapters: Chapter[]
  options: { year: number | null; before: Before; quarterMonth: QuarterMonth }
  warn: Warn
}

const from = <T>({ chapters }: Work, role: Role, read: (chapter: Chapter) => T[]): T[] =>
  chapters.filter((chapter) => chapter.role === role).flatMap(read)

/** Spans of the result index `text.normalize('NFC')`, which is what `readDocument` returns. */
export function extractPlan(text: string, given: Partial<PlanOptions> = {}): PlanExtraction {
  const source = sourceOf(text.normalize('NFC'))
  const { layout, letterhead, outline, chapters } = evidenceOf(source)
  const warnings: Warning[] = []
  const warn: Warn = (code, params = {}, span) => warnings.push({ code, params, ...(span && { span }) })
  const year = given.year ?? yearInTitle(letterhead.title)
  const options = { year, before: given.before ?? 'day_before', quarterMonth: given.quarterMonth ?? 'last' }
  const work: Work = { source, chapters, options, warn }

  checkLetterhead(letterhead, year, warn)
  checkOutline(source, outline, warn)
  checkFootnotes(source, layout, warn)
  const legalBases = legalBasesIn(work, outline)
  const appended = appendixPartsOf(work, layout)
  const duties = from(work, 'organisation', ({ heading }) => dutiesOf(source, heading))
  const reportingDuties = reportingDutiesIn(work, duties)
  const targets = [
    ...from(work, 'targets', (chapter) => targetsOf(source, chapter, options, warn)),
    ...appended.targets,
  ]
  const found = {
    legalBases,
    objectives: from(work, 'objectives', (chapter) => objectivesOf(source, chapter, options, warn)),
    targets,
    tasks: [...from(work, 'tasks', (chapter) => tasksOf(source, chapter, options, warn)), ...appended.tasks],
    solutions: from(work, 'solutions', (chapter) => tasksOf(source, chapter, options, warn)),
    funding: fundingIn(work),
    duties: duties.map(({ unit, ref, text: words, span }) => ({ unit, ref, text: words, span })),
    reportingDuties,
    appendices: appended.appendices,
  }
  checkSections(found, warn)
  const { number, issuedOn, issuer, title, attachedTo } = letterhead
  return { document: { number, issuedOn, issuer, title, year, attachedTo }, ...found, warnings: inOrder(warnings) }
}

const inOrder = (warnings: Warning[]) => warnings.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1))

type Evidence = { layout: Layout; letterhead: Letterhead; outline: Outline; chapters: Chapter[] }

/** What makes a text a plan: a plan's number or a decision issuing it, the title, a section of goals or work. */
function evidenceOf(source: Source): Evidence {
  const layout = layoutOf(source)
  if (!layout) return notAPlan(false, false, false)
  const letterhead = letterheadOf(source, layout)
  const outline = outlineOf(source, layout.body.from, layout.body.to)
  const chapters = chaptersOf(source, outline.root)
  const numbered = letterhead.number !== null || letterhead.isDraft
  const goals = chapters.some(({ role }) => role === 'objectives' || role === 'targets' || role === 'tasks')
  return numbered && goals ? { layout, letterhead, outline, chapters } : notAPlan(numbered, true, goals)
}

function notAPlan(number: boolean, title: boolean, section: boolean): never {
  const said = (found: boolean) => (found ? 'yes' : 'no')
  return refuse('invalid', 'texts.parse.not_a_plan', {
    number: said(number),
    title: said(title),
    section: said(section),
  })
}

/** The section of legal bases, or the lines "Căn cứ …" before the first heading. */
function legalBasesIn(work: Work, { root }: Outline): LegalBasis[] {
  const { source, warn } = work
  const listed = from(work, 'legal', ({ heading }) => itemsOf(source, heading, []).items.map(({ extent }) => extent))
  const preamble = root.body.filter(({ start, end }) => /^(?:Căn cứ|Thực hiện)/u.test(source.text.slice(start, end)))
  const bases = [...preamble, ...listed]
    .flatMap(({ start, end }) => legalBasesOf(source, passageOf(source, start, end)))
    .filter((basis) => basis.number || isLegalBasis(basis.text))
  checkLegalBases(bases, warn)
  return bases
}

const fundingIn = (work: Work) =>
  from(work, 'funding', ({ heading, under }) =>
    itemsOf(work.source, heading, under).items.map(({ extent }) => {
      const { text, span } = passageOf(work.source, extent.start, extent.end)
      return { text, span }
    }),
  )

function reportingDutiesIn({ source, options, warn }: Work, duties: readonly FoundDuty[]): ReportingDuty[] {
  return duties.flatMap((duty) => {
    if (!duty.unit) warn('texts.warning.unit_unclear', { ref: duty.ref }, duty.span)
    const found = reportingDutiesOf(source, duty.passage, duty, options)
    for (const one of found) noteAssumptions(one, options, warn)
    if (!found.length && asksForPeriodicReports(duty.passage))
      warn('texts.warning.report_without_period', { ref: duty.ref }, duty.span)
    return found
  })
}

function noteAssumptions({ kind, literal, dueOn, span }: ReportingDuty, options: Work['options'], warn: Warn) {
  if (kind === 'quarterly' && dueOn.length > 1 && !statedMonth(literal))
    warn('texts.warning.quarter_month_assumed', { literal, month: options.quarterMonth }, span)
  if (/trước/iu.test(literal) && dueOn.length)
    warn('texts.warning.before_assumed', { literal, before: options.before }, span)
  if (kind === 'yearly' && dueOn.some((on) => options.year !== null && !on.startsWith(String(options.year))))
    warn('texts.warning.yearly_report_next_year', { literal }, span)
  if (kind.endsWith('_meeting') && !dueOn.length) warn('texts.warning.meeting_without_day', { literal }, span)
}

const listsTargets = ({ columns }: Table) => columns.includes('target') && columns.includes('goal')
/** Work that is given to somebody; a mere list (of projects and their cost, of documents) stays rows of the appendix. */
const listsTasks = ({ columns }: Table) =>
  columns.includes('task') && columns.includes('lead') && !columns.includes('target')

/** Appendices, and the targets and tasks in their tables. */
function appendixPartsOf(
  { source, options, warn }: Work,
  layout: Layout,
): { appendices: Appendix[]; targets: Target[]; tasks: Task[] } {
  const found = appendicesOf(source, layout)
  for (const { appendix } of found) {
    if (!appendix.rows.length) warn('texts.warning.appendix_without_table', { title: appendix.title }, appendix.span)
  }
  const last = source.lines[layout.body.to - 1]
  const body = passageOf(source, source.lines[layout.body.from]?.start ?? 0, last?.end ?? 0)
  if (!found.length && /phụ lục (?:[\p{L}\d]+ )?(?:đính kèm|kèm theo)/u.test(body.lower))
    warn('texts.warning.appendix_missing')
  const rowsOf = (isMeant: (table: Table) => boolean) =>
    found.flatMap(({ appendix, tables }) =>
      tables
        .filter(isMeant)
        .flatMap((table) => rowItemsOf(source, table, { ref: appendix.ref, group: appendix.title }, options, warn)),
    )
  return {
    appendices: found.map(({ appendix }) => appendix),
    targets: rowsOf(listsTargets).map(({ ref, group, text, span, values, assignment }) => ({
      ref,
      pillar: group,
      text,
      span,
      values,
      ...assignment,
    })),
    tasks: rowsOf(listsTasks).map(({ ref, group, text, span, assignment }) => ({
      ref,
      text,
      span,
      group,
      ...assignment,
    })),
  }
}

function checkSections(found: Omit<PlanExtraction, 'document' | 'warnings'>, warn: Warn) {
  const filled: Partial<Record<Role, readonly unknown[]>> = {
    legal: found.legalBases,
    targets: found.targets,
    tasks: found.tasks,
    solutions: found.solutions,
    funding: found.funding,
    organisation: found.duties,
  }
  for (const role of asked) if (!filled[role]?.length) warn('texts.warning.section_missing', { section: role })
}
