/** All services of the province, and where each stands. */
import { t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Pager } from '#ui/pager.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ServiceLine } from './draft.store.ts'
import { list, servicePath } from './part-path.ts'

export const states = ['modelled', 'general', 'handed_over', 'none'] as const
export type State = (typeof states)[number]

/** A procedure of the catalogue, of the services, or of both. */
export type Listed = Pick<ServiceLine, 'procedureCode' | 'title' | 'changedAt' | 'version' | 'validFrom'> & {
  readonly state: State
  /** Of the draft; `null` when there is none. */
  readonly faults: number | null
}

function listPath(state: State | null, search: string, from: number): string {
  const asked = {
    ...(state && { 'tinh-trang': state }),
    ...(search && { tim: search }),
    ...(from > 0 && { tu: String(from) }),
  }
  const query = new URLSearchParams(asked)
  return query.size > 0 ? `${list}?${query.toString()}` : list
}

const tones = { modelled: 'done', general: 'run', handed_over: 'stop', none: 'new' } as const

/** So many lines on a page. */
const pageSize = 50

type Props = {
  /** All that answer the search. */
  rows: readonly Listed[]
  search: string
  from: number
  chosen: State | null
  mayPublish: boolean
  formKey: string
  back?: Returned | undefined
}

export function ServiceListPage(props: Props) {
  const { rows, chosen, search, from, mayPublish, formKey, back } = props
  const all = chosen ? rows.filter(({ state }) => state === chosen) : rows
  const shown = all.slice(from, from + pageSize)
  const pathTo = (state: State | null, at: number) => listPath(state, search, at)
  const chips = states.map((state) => ({
    href: pathTo(state, 0),
    label: t(`services.state.${state}`),
    count: rows.filter((row) => row.state === state).length,
    current: state === chosen,
  }))
  return (
    <Desk title={t('services.list.title')} lead={t('services.list.lead')} problem={back !== undefined}>
      <div class="tg-stack-lg">
        <Chips
          of={[
            { href: pathTo(null, 0), label: t('services.list.all'), count: rows.length, current: !chosen },
            ...chips,
          ]}
        />
        <div class="tg-card tg-flush tg-panel">
          <Filters
            action={list}
            hidden={chosen ? { 'tinh-trang': chosen } : {}}
            filters={[{ name: 'tim', label: t('services.list.search'), value: search }]}
            {...(search && { clear: listPath(chosen, '', 0) })}
          />
          <Lines rows={shown} empty={search ? t('services.list.none', { words: search }) : t('services.list.empty')} />
          <Pager
            from={shown.length > 0 ? from + 1 : 0}
            to={from + shown.length}
            total={all.length}
            {...(from > 0 && { previous: pathTo(chosen, Math.max(0, from - pageSize)) })}
            {...(from + pageSize < all.length && { next: pathTo(chosen, from + pageSize) })}
          />
        </div>
        <Card title={t('services.begin')}>
          <p>{t('services.begin.lead')}</p>
          <Form
            action={list}
            words="services.begin"
            send="services.begin.send"
            back={back}
            idempotencyKey={formKey}
            also={
              mayPublish && (
                <Button kind="second" action={`${list}/mau-chung`}>
                  {t('services.begin.general')}
                </Button>
              )
            }
          >
            <TextField name="procedure" code maxLength={60} />
            <TextField name="title" width="full" optional maxLength={600} />
          </Form>
        </Card>
      </div>
    </Desk>
  )
}

const Lines = ({ rows, empty }: { rows: readonly Listed[]; empty: string }) => (
  <Table
    caption={t('services.list.title')}
    captionHidden
    rows={rows}
    empty={<p>{empty}</p>}
    columns={[
      {
        key: 'code',
        label: t('services.begin.procedure'),
        cell: (row) => <span class="tg-code tg-nowrap">{row.procedureCode}</span>,
      },
      {
        key: 'name',
        label: t('services.list.name'),
        head: true,
        cell: (row) => <a href={servicePath(row.procedureCode)}>{row.title || row.procedureCode}</a>,
      },
      {
        key: 'state',
        label: t('services.list.state'),
        cell: (row) => (
          <>
            <Status tone={tones[row.state]}>{t(`services.state.${row.state}`)}</Status>
            {row.version !== null && row.validFrom !== null && (
              <small class="tg-muted"> {versionText(row.version, row.validFrom)}</small>
            )}
          </>
        ),
      },
      {
        key: 'draft',
        label: t('services.list.draft'),
        cell: (row) => (row.faults === null ? null : <Standing faults={row.faults} />),
      },
      { key: 'changed', label: t('services.list.changed'), cell: (row) => momentText(row.changedAt) },
    ]}
  />
)

const versionText = (version: number, from: Date) => t('services.state.version', { version, day: dayText(dayOf(from)) })

export const Standing = ({ faults }: { faults: number }) =>
  faults > 0 ? (
    <Status tone="risk">{t('services.list.faults', { count: faults })}</Status>
  ) : (
    <Status tone="done">{t('services.list.proven')}</Status>
  )
