import type { TimeLeft } from '#modules/clock/public.ts'
import { say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pager } from '#ui/pager.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Bulk, type Column, Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import type { Day } from '#kernel/time.ts'
import type { Channel } from '#modules/services/public.ts'
import type { Colleague } from './colleague.store.ts'
import type { DossierState } from './dossier.ts'
import { Left } from './left.views.tsx'
import { toneOf } from './progress.ts'
import { type QueueFilter, type QueueView, queueViews } from './queue.store.ts'

const path = '/mot-cua'

export type QueueRow = {
  readonly id: string
  readonly code: string | null
  readonly requestCode: string
  readonly procedureCode: string
  readonly title: string
  readonly applicant: string
  readonly channel: Channel
  readonly state: DossierState
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly awaitedUntil: Day | null
  readonly holder: string | null
  readonly left: TimeLeft
}

type Props = {
  rows: readonly QueueRow[]
  next: string | null
  q: string
  view: QueueView
  filter: QueueFilter
  /** To whom the chosen ones may be handed over; null where nothing is handed over. */
  colleagues: readonly Colleague[] | null
  isEmptyChoice: boolean
  idempotencyKey: string
}

/** To an officer a dossier that waits for the desk is new; what waits for a signature is in progress. */
export const StateOf = ({ state, large = false }: { state: DossierState; large?: boolean }) => (
  <Status
    tone={toneOf({ state }) satisfies StatusTone}
    large={large}
    {...(state === 'awaiting_signature' && { icon: 'pen' as const })}
    {...(state === 'awaiting_payment' && { icon: 'money' as const })}
  >
    {say(`dossiers.state.${state}`)}
  </Status>
)

function Under({ row }: { row: QueueRow }) {
  if (row.awaitedUntil) return <small>{t('dossiers.queue.until', { until: dayText(row.awaitedUntil) })}</small>
  if (row.state === 'arrived') return <small>{t('dossiers.queue.filed', { at: momentText(row.filedAt) })}</small>
  return row.dueAt && <small>{momentText(row.dueAt)}</small>
}

const columns = (): Column<QueueRow>[] => [
  {
    key: 'dossier',
    label: t('dossiers.queue.column.dossier'),
    head: true,
    cell: (row) => (
      <>
        <a href={`${path}/ho-so/${row.id}`}>{row.title}</a>
        <small class="tg-num">
          {row.code ?? row.requestCode} · {row.procedureCode}
        </small>
      </>
    ),
  },
  {
    key: 'applicant',
    label: t('dossiers.queue.column.applicant'),
    cell: (row) => (
      <>
        {row.applicant}
        <small>{say(`dossiers.channel.${row.channel}`)}</small>
      </>
    ),
  },
  { key: 'state', label: t('dossiers.queue.column.state'), cell: (row) => <StateOf state={row.state} /> },
  {
    key: 'due',
    label: t('dossiers.queue.column.due'),
    cell: (row) => (
      <>
        <Left left={row.left} />
        <Under row={row} />
      </>
    ),
  },
  { key: 'holder', label: t('dossiers.queue.column.holder'), cell: (row) => row.holder },
]

const hrefOf = (view: QueueView, more = '') => `${path}?xem=${view}${more && `&${more}`}`

const filtersIn = ({ channel, procedure }: QueueFilter): string =>
  new URLSearchParams({ ...(channel && { kenh: channel }), ...(procedure && { 'thu-tuc': procedure }) }).toString()

export function QueuePage(props: Props) {
  const { rows, next, q, view, filter, colleagues } = props
  const kept = filtersIn(filter)
  const caption = q ? t('dossiers.queue.found', { q }) : t(`dossiers.queue.view.${view}`)
  return (
    <Desk title={t('dossiers.queue.title')} lead={t('dossiers.queue.lead')}>
      <div class="tg-stack">
        <Chips
          of={queueViews.map((one) => ({
            href: hrefOf(one),
            label: t(`dossiers.queue.view.${one}`),
            current: one === view && q === '',
          }))}
        />
        {props.isEmptyChoice && (
          <Notice tone="error">
            <p>{t('dossiers.queue.choose')}</p>
          </Notice>
        )}
        <div class="tg-card tg-flush tg-panel">
          <Filters
            action={path}
            hidden={{ xem: view }}
            {...((kept || q) && { clear: hrefOf(view) })}
            filters={[
              { name: 'q', label: t('dossiers.queue.q'), value: q },
              { name: 'thu-tuc', label: t('dossiers.queue.procedure'), value: filter.procedure ?? '' },
              {
                name: 'kenh',
                label: t('dossiers.queue.channel'),
                value: filter.channel ?? '',
                options: (['online', 'direct', 'post'] as const).map((value) => ({
                  value,
                  label: t(`dossiers.channel.${value}`),
                })),
              },
            ]}
          />
          {colleagues && rows.length > 0 && <HandOver {...props} colleagues={colleagues} />}
          <Table
            caption={caption}
            captionHidden={q === ''}
            columns={columns()}
            rows={rows}
            exports={false}
            {...(colleagues && {
              pick: {
                form: 'chuyen',
                name: 'ids',
                value: ({ id }: QueueRow) => id,
                label: ({ title, code }: QueueRow) => `${title} ${code ?? ''}`,
              },
            })}
            empty={
              <Void level={3} title={t('dossiers.queue.empty')}>
                <p>{t('dossiers.queue.empty_why')}</p>
              </Void>
            }
          />
          {next && <Pager from={1} to={rows.length} next={hrefOf(view, [kept, next].filter(Boolean).join('&'))} />}
        </div>
      </div>
    </Desk>
  )
}

const HandOver = ({ colleagues, idempotencyKey }: Props & { colleagues: readonly Colleague[] }) => (
  <Bulk id="chuyen" action={`${path}/chuyen`} hidden={{ _key: idempotencyKey }}>
    <label>
      {t('dossiers.queue.to')}{' '}
      <select class="ds-input" name="to">
        <option value="">{t('dossiers.queue.to_pool')}</option>
        {colleagues.map(({ accountId, name, title }) => (
          <option value={accountId}>{`${name}, ${title}`}</option>
        ))}
      </select>
    </label>
    <Button>{t('dossiers.queue.hand_over')}</Button>
  </Bulk>
)
