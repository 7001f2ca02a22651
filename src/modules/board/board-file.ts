/** The board's tables as files: one row for each value, unit, day; figures as figures. Pure; called in a language. */
import type { FileTable } from '#kernel/table-file.ts'
import { say, t } from '#kernel/text.ts'
import { byUnit, type BoardTarget, type BoardTask, type ComingDay } from './board.ts'

type Names = ReadonlyMap<number, { readonly name: string }>
type Board = {
  readonly targets: readonly BoardTarget[]
  readonly tasks: readonly BoardTask[]
  readonly days: readonly ComingDay[]
  readonly names: Names
}
const nameOf = (names: Names, id: number | null) => (id === null ? null : (names.get(id)?.name ?? null))

export const targetTable = ({ targets, names }: Board): FileTable => ({
  name: t('plan.board.file_targets'),
  head: [
    t('plan.board.no'),
    t('plan.board.col_pillar'),
    t('plan.board.target'),
    t('plan.board.lead'),
    t('plan.board.col_subject'),
    t('plan.board.col_level'),
    t('plan.board.col_goal'),
    t('plan.board.col_value'),
    t('plan.board.col_numerator'),
    t('plan.board.col_denominator'),
    t('plan.board.col_on'),
    t('plan.board.forecast'),
    t('plan.board.standing'),
  ],
  rows: targets.flatMap((target) =>
    target.values.map((value) => {
      const last = value.known.at(-1)
      return [
        target.ref,
        target.pillar,
        target.title,
        nameOf(names, target.leadUnitId),
        value.subject,
        value.level && say(`plan.level.${value.level}`),
        value.goal,
        last?.value ?? null,
        last?.numerator ?? null,
        last?.denominator ?? null,
        last?.on ?? null,
        value.status.forecast,
        say(`plan.status.${value.status.status}`),
      ]
    }),
  ),
})

export const unitTable = ({ targets, tasks, names }: Board): FileTable => ({
  name: t('plan.board.file_units'),
  head: [
    t('plan.board.unit'),
    t('plan.board.targets'),
    t('plan.board.targets_late'),
    t('plan.board.targets_at_risk'),
    t('plan.board.tasks'),
    t('plan.board.tasks_done'),
    t('plan.board.tasks_late'),
  ],
  rows: byUnit(targets, tasks).map((line) => {
    const count = (of: readonly { readonly standing: string }[], standing: string) =>
      of.filter((one) => one.standing === standing).length
    return [
      nameOf(names, line.unitId),
      line.targets.length,
      count(line.targets, 'late'),
      count(line.targets, 'at_risk'),
      line.tasks.length,
      count(line.tasks, 'done'),
      count(line.tasks, 'late'),
    ]
  }),
})

export const dayTable = ({ days, names }: Board): FileTable => ({
  name: t('plan.board.file_days'),
  head: [t('plan.board.due'), t('plan.board.kind'), t('plan.board.no'), t('plan.board.what'), t('plan.board.lead')],
  rows: days.map(({ on, kind, ref, title, leadUnitId }) => [
    on,
    say(`plan.board.kind_${kind}`),
    ref,
    title,
    nameOf(names, leadUnitId),
  ]),
})
