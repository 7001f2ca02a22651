/** Units side by side on the numbers that each of them reports. */
import { t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { numberText } from '#ui/figures.ts'
import { Meter } from '#ui/meter.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { type BoardPlan, type Names, nameOf, targetHref } from './board.views.tsx'
import { goalText, valueText } from '#modules/plan/public.ts'
import type { PlaceColumn, PlaceLine } from './place.ts'

const written = (value: number) => numberText(value, 1, true)
const briefly = (value: number) => numberText(value, 1)

type Props = { plan: BoardPlan; columns: readonly PlaceColumn[]; lines: readonly PlaceLine[]; names: Names }

export function Places({ plan, columns, lines, names }: Props) {
  if (columns.length === 0) return null
  const shown: Column<PlaceLine>[] = [
    { key: 'unit', label: t('plan.board.unit'), head: true, cell: ({ unitId }) => nameOf(names, unitId) },
    ...columns.map(
      ({ target, value }, at): Column<PlaceLine> => ({
        key: value.id,
        label: `${target.title} (${goalText(value, briefly)})`,
        cell: ({ figures }) => <Place figure={figures[at] ?? null} value={value} />,
      }),
    ),
    { key: 'short', label: t('plan.board.short'), align: 'end', cell: ({ short }) => numberText(short) },
  ]
  return (
    <Card title={t('plan.board.by_place')} aside={t('plan.board.farthest_first')} flush>
      <Table caption={t('plan.board.by_place')} captionHidden columns={shown} rows={lines} empty="" />
      <p class="tg-exports">
        {t('plan.board.way_down')}:{' '}
        {[...new Set(columns.map(({ target }) => target))].map((target) => (
          <a href={targetHref(plan, target.ref)}>{target.title}</a>
        ))}
      </p>
    </Card>
  )
}

function Place({ figure, value }: { figure: number | null; value: PlaceColumn['value'] }) {
  if (figure === null) return <span class="tg-muted">–</span>
  return (
    <>
      <span class="tg-num">{valueText(figure, value.unit, written)}</span>
      {value.unit === 'percent' && <Meter value={figure} target={value.goal} />}
    </>
  )
}
