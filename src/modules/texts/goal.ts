/** What a plan wants reached and done: objectives, targets with their values, tasks and solutions. */
import { itemsOf } from './item.ts'
import { isBullet } from './numbering.ts'
import type { Entry } from './outline.ts'
import { type Chapter, tablesOf } from './section.ts'
import { passageOf, type Source, type Span } from './source.ts'
import { type Assignment, type RowItem, type RowOptions, rowItemsOf } from './table-row.ts'
import { type Value, valuesOf } from './value.ts'
import type { Warn } from './warning.ts'

export type Objective = { ref: string; text: string; span: Span; values: Value[] }

/** `pillar` is the heading over the target as printed ("Phát triển Chính quyền số"). */
export type Target = Objective & { pillar: string } & Assignment

/** `group` is the heading over the task as printed ("Hạ tầng số"). */
export type Task = { ref: string; text: string; span: Span; group: string } & Assignment

const nameOf = (source: Source, under: readonly Entry[]) => {
  const heading = under.at(-1)
  return heading ? passageOf(source, heading.title.start, heading.title.end).text : ''
}

function rowsOf(
  source: Source,
  { heading, under }: Chapter,
  options: RowOptions,
  warn: Warn,
): (RowItem & { isTarget: boolean })[] {
  return tablesOf(heading, under).flatMap(({ table, under: over }) => {
    const isTarget = table.columns.includes('target')
    const place = { ref: over.at(-1)?.ref ?? '', group: nameOf(source, over) }
    return rowItemsOf(source, table, place, options, warn).map((row) => ({ ...row, isTarget }))
  })
}

/** The items of a chapter that are measured, from its running text. */
function measuredOf(source: Source, chapter: Chapter, options: RowOptions, warn: Warn) {
  const { items, loose } = itemsOf(source, chapter.heading, chapter.under, true)
  noteLoose(source, chapter, loose, warn)
  return items.map(({ ref, extent, under }) => {
    const passage = passageOf(source, extent.start, extent.end)
    const { text, span } = passage
    const above = nameOf(
      source,
      under.filter(({ style }) => isBullet(style)),
    ).replace(/\s?:$/, '')
    const pillar = nameOf(
      source,
      under.filter(({ style }) => !isBullet(style)),
    )
    return { ref, pillar, text, span, values: valuesOf(source, passage, { ...options, ...(above && { above }) }) }
  })
}

function noteLoose(
  source: Source,
  { heading, lead }: Chapter,
  loose: readonly { start: number; end: number }[],
  warn: Warn,
) {
  for (const { start, end } of [...lead, ...loose]) {
    const { text, span } = passageOf(source, start, end)
    if (!text.endsWith(':')) warn('texts.warning.text_not_used', { ref: heading.ref }, span)
  }
}

export const objectivesOf = (source: Source, chapter: Chapter, options: RowOptions, warn: Warn): Objective[] =>
  measuredOf(source, chapter, options, warn).map(({ ref, text, span, values }) => ({ ref, text, span, values }))

export function targetsOf(source: Source, chapter: Chapter, options: RowOptions, warn: Warn): Target[] {
  const rows = rowsOf(source, chapter, options, warn).filter(({ isTarget }) => isTarget)
  const targets: Target[] = [
    ...measuredOf(source, chapter, options, warn),
    ...rows.map(({ ref, group, text, span, values, assignment }) => ({
      ref,
      pillar: group,
      text,
      span,
      values,
      ...assignment,
    })),
  ]
  for (const { ref, span, values } of targets) if (!values.length) warn('texts.warning.no_value', { ref }, span)
  return targets
}

/** Tasks or solutions of a chapter, from its text and from its tables. */
export function tasksOf(source: Source, chapter: Chapter, options: RowOptions, warn: Warn): Task[] {
  const { items, loose } = itemsOf(source, chapter.heading, chapter.under)
  noteLoose(source, chapter, loose, warn)
  const written = items.map(({ ref, extent, under }) => {
    const { text, span } = passageOf(source, extent.start, extent.end)
    return { ref, text, span, group: nameOf(source, under) }
  })
  const rows = rowsOf(source, chapter, options, warn)
  return [
    ...written,
    ...rows.map(({ ref, group, text, span, assignment }) => ({ ref, text, span, group, ...assignment })),
  ]
}
