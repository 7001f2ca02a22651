/** What of a published version people then work with: rows that keep their ids from version to version. */
import type { Day } from '#kernel/time.ts'
import { type Addressee, unitNamed, unitsMeant } from './addressee.ts'
import { isWork } from './draft.ts'
import type { Publication } from '#modules/plan/public.ts'
import type { Content, VersionItem } from './version.ts'

const lastOf = (days: VersionItem['days']): Day | null =>
  days
    .map(({ on }) => on)
    .toSorted()
    .at(-1) ?? null

/** `units`: those below the plan's own unit on the day of publishing; they are asked and charged by name. */
export function publicationOf({ items }: Content, units: readonly Addressee[]): Publication {
  const leadOf = ({ unit }: VersionItem) => (unit ? (unitNamed(unit, units)?.id ?? null) : null)
  const targets = items.filter(({ kind }) => kind === 'target')
  const reports = items.filter(({ kind }) => kind === 'reporting_duty')
  const asked = new Map<number, Day>()
  for (const { period, unit, days } of reports) {
    const dueOn = lastOf(days)
    if (period !== 'own_plan' || !dueOn) continue
    for (const { id } of unitsMeant(unit ?? '', units)) asked.set(id, dueOn)
  }
  return {
    targets: targets.map((item, position) => ({
      id: item.id,
      ref: item.ref,
      position,
      pillar: item.heading,
      title: item.title,
      wording: item.wording,
      leadUnitId: leadOf(item),
    })),
    values: targets.flatMap(({ id: targetId, values }) =>
      values.flatMap(({ id, comparator, goal, goalMax, unit, subject, level, deadline, aim }, position) =>
        deadline
          ? [
              {
                id,
                targetId,
                position,
                comparator,
                goal,
                goalMax: comparator === 'range' ? goalMax : null,
                unit,
                subject,
                level,
                deadline,
                aim,
              },
            ]
          : [],
      ),
    ),
    tasks: items.flatMap((item, position) =>
      isWork(item.kind)
        ? [
            {
              id: item.id,
              kind: item.kind,
              ref: item.ref,
              position,
              heading: item.heading,
              wording: item.wording,
              leadUnitId: leadOf(item),
              dueOn: lastOf(item.days),
            },
          ]
        : [],
    ),
    reports: reports.flatMap(({ period, wording, days }) =>
      days.map(({ id, on }) => ({ id, kind: period ?? 'other', literal: wording, dueOn: on })),
    ),
    asks: [...asked].map(([unitId, dueOn]) => ({ unitId, dueOn })),
  }
}
