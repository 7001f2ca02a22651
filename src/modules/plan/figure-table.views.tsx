/** What a number is made of: figures unit by unit, as reported or as measured. */
import { t } from '#kernel/text.ts'
import { Details } from '#ui/details.tsx'
import { dayText, momentText, numberText } from '#ui/figures.ts'
import { Status, type StatusTone } from '#ui/status.tsx'
import { type Column, type Sorting, Table } from '#ui/table.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { figureIn, type FigureState } from './figure.ts'
import type { Figure } from './figure.store.ts'
import { valueText } from './goal-text.ts'
import type { UnitValue } from './measured-below.store.ts'
import { figureText, unitName } from './work.views.tsx'
import { inVietnameseOrder } from '#kernel/fold.ts'

/** By which column the figures stand, and from which end. */
export type FigureSorting = { by: 'unit' | 'figure'; down: boolean }

/** `?xep=so-lieu` from the lowest, `-so-lieu` from the highest, `don-vi` by name. The lowest come first unasked. */
export function sortingOf(asked: string | undefined): FigureSorting {
  const down = asked?.startsWith('-') ?? false
  return { by: asked?.endsWith('don-vi') ? 'unit' : 'figure', down }
}

const sortingAt = (at: string, { by, down }: FigureSorting): Sorting => ({
  by,
  down,
  href: (column, fromTop) => {
    const [path = '', place] = at.split('#')
    return `${path}?xep=${fromTop ? '-' : ''}${column === 'unit' ? 'don-vi' : 'so-lieu'}#${place}`
  },
})

type Compared = { name: string; value: number | null }
const inOrder =
  <T,>({ by, down }: FigureSorting, of: (one: T) => Compared) =>
  (a: T, b: T): number => {
    const [left, right] = [of(a), of(b)]
    const names = inVietnameseOrder(left.name, right.name)
    const values = (left.value ?? Number.POSITIVE_INFINITY) - (right.value ?? Number.POSITIVE_INFINITY)
    return (by === 'unit' ? names : values || names) * (down ? -1 : 1)
  }

const tones: Record<FigureState, StatusTone> = { sent: 'run', confirmed: 'done', returned: 'wait', replaced: 'stop' }
const FigureTag = ({ state }: { state: FigureState }) => (
  <Status tone={tones[state]}>{t(`plan.figure.${state}`)}</Status>
)

/** One decimal, so that percents stand under one another. */
const inColumn = (value: number) => numberText(value, 1, true)

type Written = { unit: string; numerator: number; denominator: number | null }

/** "57,4 %" with "123.058 trên 214.386" below it. */
export function FigureCell({ unit, numerator, denominator }: Written) {
  const value = figureIn(unit, { numerator, denominator })
  return (
    <>
      <span class="tg-val">
        {value === null ? '–' : valueText(value, unit, unit === 'percent' ? inColumn : figureText)}
      </span>
      {denominator !== null && (
        <small>{t('plan.figure.of', { numerator: figureText(numerator), denominator: figureText(denominator) })}</small>
      )}
    </>
  )
}

type Props = {
  value: { unit: string; subject: string }
  figures: readonly Figure[]
  names: UnitNames
  may: { judge: boolean }
  correctable: ReadonlySet<string>
  sorting: FigureSorting
  /** Address of the page with the place of this value on it. */
  at: string
}

/** The last of each unit on top; what was before it, folded, and nothing is left out. */
export function FiguresByUnit({ value, figures, names, may, correctable, sorting, at }: Props) {
  const live = figures.filter(({ state }) => state !== 'replaced')
  const latest = [...Map.groupBy(live, ({ unitId }) => unitId).values()]
    .flatMap(([first]) => (first ? [first] : []))
    .toSorted(inOrder(sorting, (one) => ({ name: unitName(names, one.unitId), value: figureIn(value.unit, one) })))
  const shown = new Set(latest)
  const older = figures.filter((figure) => !shown.has(figure))
  const columns = figureColumns(value.unit, names, may, correctable)
  return (
    <>
      <Table
        caption={t('plan.target.figures')}
        columns={columns}
        rows={latest}
        empty={<p>{t('plan.target.figures_empty')}</p>}
        {...(latest.length > 1 && { sorting: sortingAt(at, sorting) })}
      />
      {older.length > 0 && (
        <Details summary={t('plan.target.figures_old', { count: older.length })}>
          <Table
            caption={t('plan.target.figures_old', { count: older.length })}
            captionHidden
            columns={columns}
            rows={older}
            empty=""
          />
        </Details>
      )}
    </>
  )
}

const figureColumns = (
  unit: string,
  names: UnitNames,
  may: { judge: boolean },
  correctable: ReadonlySet<string>,
): Column<Figure>[] => [
  { key: 'unit', sort: true, label: t('plan.figure.unit'), head: true, cell: ({ unitId }) => unitName(names, unitId) },
  {
    key: 'figure',
    sort: true,
    label: t('plan.figure.figure'),
    align: 'end',
    cell: (one) => <FigureCell {...one} unit={unit} />,
  },
  { key: 'asOf', label: t('plan.figure.asOf'), cell: ({ asOf }) => dayText(asOf) },
  { key: 'source', label: t('plan.figure.source'), cell: (figure) => <Origin figure={figure} /> },
  {
    key: 'state',
    label: t('plan.figure.state'),
    cell: (figure) => <State figure={figure} judge={may.judge} correct={correctable.has(figure.id)} />,
  },
]

export const Origin = ({ figure }: { figure: Figure }) => (
  <>
    {figure.source}
    {figure.fileName && figure.fileHash && (
      <small>
        <a href={`/ke-hoach/so-lieu/${figure.id}/minh-chung`}>{figure.fileName}</a>
      </small>
    )}
    <small>
      {figure.sentByName
        ? t('plan.figure.sent_by', { who: figure.sentByName, at: momentText(figure.sentAt) })
        : momentText(figure.sentAt)}
    </small>
  </>
)

const State = ({ figure, judge, correct }: { figure: Figure; judge: boolean; correct: boolean }) => (
  <>
    <FigureTag state={figure.state} />
    {figure.reason && <small>{t('plan.figure.because', { reason: figure.reason })}</small>}
    {judge && figure.state === 'sent' && (
      <small>
        <a href="/ke-hoach/so-lieu-cho-xac-nhan">{t('plan.figure.confirm_one')}</a>
      </small>
    )}
    {correct && (
      <small>
        <a href={`/ke-hoach/so-lieu/${figure.id}/sua`}>{t('plan.figure.correct_title')}</a>
      </small>
    )}
  </>
)

type MeasureProps = {
  of: readonly UnitValue[]
  unit: string
  sorting: FigureSorting
  at: string
  /** To the rows behind the figure of a unit. */
  href?: ((unitSlug: string) => string) | undefined
}

export const FiguresOfMeasure = ({ of, unit, sorting, at, href }: MeasureProps) => (
  <Table
    caption={t('plan.target.units_below')}
    columns={[
      {
        key: 'unit',
        sort: true,
        label: t('plan.figure.unit'),
        head: true,
        cell: ({ name, slug }: UnitValue) => (href ? <a href={href(slug)}>{name}</a> : name),
      },
      {
        key: 'figure',
        sort: true,
        label: t('plan.figure.figure'),
        align: 'end',
        cell: (one) => <FigureCell {...one} unit={unit} />,
      },
    ]}
    rows={of.toSorted(inOrder(sorting, (one) => ({ name: one.name, value: figureIn(unit, one) })))}
    {...(of.length > 1 && { sorting: sortingAt(at, sorting) })}
    empty={<p>{t('plan.target.figures_empty')}</p>}
  />
)
