/** Parts that pages about targets and tasks share: status, units, goals, history. */
import type { ComponentChildren } from 'preact'
import { hasMessage, say, t } from '#kernel/text.ts'
import { isDayText } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { Card } from '#ui/card.tsx'
import { Select } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Group } from '#ui/field.tsx'
import { dayText, momentText, numberText } from '#ui/figures.ts'
import { useField } from '#ui/form.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { IconName } from '#ui/icon.tsx'
import { shortened } from '#ui/title.ts'
import type { UnitNames } from './cooperation.store.ts'
import type { PastEvent } from './note.store.ts'
import type { Sentence, Standing } from './status.ts'
import type { TaskStanding } from './task-status.ts'

/** Two decimals at most, as the language writes them. */
export const figureText = (value: number): string => numberText(value, 2)

type Face = { tone: StatusTone; icon: IconName }
export const faces: Record<Standing | TaskStanding, Face> = {
  achieved: { tone: 'done', icon: 'done' },
  done: { tone: 'done', icon: 'done' },
  on_track: { tone: 'run', icon: 'up' },
  no_data: { tone: 'new', icon: 'minus' },
  at_risk: { tone: 'risk', icon: 'alert' },
  late: { tone: 'late', icon: 'clock' },
  stopped: { tone: 'stop', icon: 'stop' },
}

export const TargetStatus = ({ of, large = false }: { of: Standing; large?: boolean }) => (
  <Status {...faces[of]} large={large}>
    {t(`plan.status.${of}`)}
  </Status>
)
export const TaskStatusTag = ({ of, large = false }: { of: TaskStanding; large?: boolean }) => (
  <Status {...faces[of]} large={large}>
    {t(`plan.task.${of}`)}
  </Status>
)

export const Why = ({ of }: { of: Sentence }) => <>{t(of.key, of.params)}</>

export const unitName = (names: UnitNames, id: number | null): string =>
  (id === null ? undefined : names.get(id)?.name) ?? t('plan.work.nobody')

export const unitList = (names: UnitNames, ids: readonly number[]): string =>
  ids.length === 0 ? t('plan.work.none') : ids.map((id) => unitName(names, id)).join('; ')

const kinds = ['province', 'committee', 'office', 'department', 'district', 'commune', 'public_service_unit', 'press']
const rank = (kind: string) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length)
export const kindName = (kind: string): string =>
  hasMessage(`plan.unit_kind.${kind}`) ? say(`plan.unit_kind.${kind}`) : t('plan.unit_kind.other')

/** Units grouped by kind, in the order in which people think of them; inside a kind as they come. */
export const byKind = <T extends { kind: string }>(units: readonly T[]): T[] =>
  units.toSorted((a, b) => rank(a.kind) - rank(b.kind))

export const UnitSelect = ({ name, units }: { name: string; units: readonly UnitRow[] }) => (
  <Select
    name={name}
    optional
    blank={t('plan.work.nobody')}
    width="full"
    options={byKind(units).map((unit) => ({
      value: String(unit.id),
      label: unit.name,
      group: kindName(unit.kind),
    }))}
  />
)

/** Several of many units: boxes in folds by kind, so that nobody scrolls through 180 names, and no script is needed. */
export function UnitPicker({ name, units }: { name: string; units: readonly UnitRow[] }) {
  const field = useField(name)
  const groups = [...Map.groupBy(byKind(units), ({ kind }) => kindName(kind))]
  return (
    <Group field={field} optional>
      {groups.map(([kind, members]) => {
        const chosen = members.filter(({ id }) => field.chosen.includes(String(id))).length
        const count = `${t('plan.work.unit_count', { count: members.length })}, ${t('plan.work.unit_chosen', { count: chosen })}`
        return (
          <Details summary={`${kind} (${count})`} open={chosen > 0 && members.length <= 30}>
            <div class="tg-choice tg-choice-stack">
              {members.map(({ id, name: unit }) => (
                <label>
                  <input
                    type="checkbox"
                    name={name}
                    id={`${field.id}.${id}`}
                    value={String(id)}
                    checked={field.chosen.includes(String(id))}
                  />
                  <span>{unit}</span>
                </label>
              ))}
            </div>
          </Details>
        )
      })}
    </Group>
  )
}

/** A long wording as a title: its beginning, without the stop at its end. */
export const inBrief = (wording: string): string => shortened(wording.trim().replace(/[.;,:]+$/, ''))

type HistoryProps = { of: readonly PastEvent[]; names: UnitNames; allHref: string | null }

/** `?lich-su=tat-ca` asks for the whole of it. */
const shortHistory = 5

/** The last few things that happened; the rest behind one link. */
export const History = ({ of, names, allHref }: HistoryProps) => (
  <Card title={t('plan.work.history')} id="lich-su">
    {of.length === 0 ? (
      <p class="tg-muted">{t('plan.work.history_empty')}</p>
    ) : (
      <Timeline
        of={(allHref ? of.slice(0, shortHistory) : of).map((event) => ({
          title: hasMessage(event.command) ? say(event.command) : event.command,
          text: eventText(event, names),
          who: whoText(event.by, event.unitId, names),
          time: { at: event.at.toISOString(), said: momentText(event.at) },
        }))}
      />
    )}
    {allHref && of.length > shortHistory && (
      <p>
        <a href={allHref}>{t('plan.work.history_all')}</a>
      </p>
    )}
  </Card>
)

export const whoText = (by: string | null, unitId: number | null, names: UnitNames): string => {
  if (by === null) return t('plan.work.by_platform')
  return unitId === null ? by : t('plan.work.in_name_of', { who: by, unit: unitName(names, unitId) })
}

/** What the event says of itself: a figure's unit and day, a reason, a title. */
function eventText({ detail }: PastEvent, names: UnitNames): ComponentChildren {
  const { unitId, asOf, reason, title, source, kind } = detail
  const parts = [
    typeof kind === 'string' && hasMessage(`plan.note.${kind}`) ? say(`plan.note.${kind}`) : null,
    typeof unitId === 'number' && typeof asOf === 'string' && isDayText(asOf)
      ? t('plan.target.event_figure', { unit: unitName(names, unitId), on: dayText(asOf) })
      : null,
    ...[reason, title, source].map((text) => (typeof text === 'string' ? text : null)),
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('. ') : undefined
}
