/** The error desk: how each system stands, and the messages. */
import { say, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import type { Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Bulk, Table, type Column } from '#ui/table.tsx'
import { Details } from '#ui/details.tsx'
import { type Message, type MessageState, messageStates, placeText, stuckStates } from './message.ts'
import { deskPath, differencePath, messagePath, mostOnPage } from './paths.ts'
import type { Standing } from './standing.store.ts'
import { reasonText, systemText } from './words.ts'

const tones: Record<MessageState, StatusTone> = {
  rejected: 'error',
  dead: 'error',
  waiting: 'new',
  sending: 'run',
  sent: 'wait',
  acknowledged: 'done',
  replaced: 'stop',
  set_aside: 'stop',
}

const circuitTones: Record<Standing['circuit'], StatusTone> = {
  untried: 'new',
  answers: 'done',
  fails: 'risk',
  paused: 'wait',
}

export const StateOf = ({ state }: { state: MessageState }) => (
  <Status tone={tones[state]}>{say(`exchange.state.${state}`)}</Status>
)

const Circuit = ({ circuit, openUntil }: Standing) => (
  <>
    <Status tone={circuitTones[circuit]}>
      {say(`exchange.circuit.${circuit}`, openUntil ? { until: momentText(openUntil) } : undefined)}
    </Status>
    {(circuit === 'untried' || circuit === 'paused') && (
      <p class="tg-small tg-muted">{say(`exchange.circuit.${circuit}_hint`)}</p>
    )}
  </>
)

function Compared({ last }: Standing) {
  if (!last) return <>{t('exchange.reconciliation.none')}</>
  const at = momentText(last.at)
  if (last.fault !== null) return <>{t('exchange.reconciliation.failed', { at })}</>
  const { theirs, ours, onTheWay } = last
  return <>{t('exchange.reconciliation.counts', { at, theirs, ours, onTheWay })}</>
}

const SystemCard = ({ standing, differences }: { standing: Standing; differences: number }) => (
  <Card title={systemText(standing.system)}>
    <SummaryList
      of={[
        { label: t('exchange.circuit'), value: <Circuit {...standing} /> },
        standing.lastOkAt && { label: t('exchange.circuit.last_ok'), value: momentText(standing.lastOkAt) },
        { label: t('exchange.reconciliation'), value: <Compared {...standing} /> },
        standing.last?.mirrored
          ? {
              label: t('exchange.reconciliation.mirrored'),
              value: t('exchange.reconciliation.mirrored_text', { count: standing.last.mirrored }),
            }
          : null,
        { label: t('exchange.difference.open'), value: <a href={differencePath}>{differences}</a> },
      ]}
    />
    {standing.assumed && <Notice tone="wait">{t('exchange.adapter.assumed')}</Notice>}
    {standing.fault !== null && standing.circuit !== 'answers' && (
      <Details summary={t('exchange.circuit.fault')}>
        <p class="tg-code">{standing.fault}</p>
      </Details>
    )}
  </Card>
)

const columnsFor = (state: MessageState): Column<Message>[] => [
  {
    key: 'code',
    label: t('exchange.message.code'),
    head: true,
    cell: ({ id, code }) => (
      <a href={messagePath(id)}>
        <span class="tg-code">{code}</span>
      </a>
    ),
  },
  { key: 'kind', label: t('exchange.message.kind'), cell: ({ kind }) => say(`exchange.message.kind.${kind}`) },
  ...(isStuckState(state)
    ? [{ key: 'reason', label: t('exchange.message.reason'), cell: reasonText } satisfies Column<Message>]
    : [
        {
          key: 'state',
          label: t('exchange.message.state'),
          cell: (message) => <StateOf state={message.state} />,
        } satisfies Column<Message>,
      ]),
  { key: 'since', label: t('exchange.message.since'), cell: ({ changedAt }) => momentText(changedAt) },
  { key: 'attempts', label: t('exchange.message.attempts'), align: 'end', cell: ({ attempts }) => attempts },
]

const isStuckState = (state: MessageState) => stuckStates.some((one) => one === state)

type Props = {
  standings: readonly Standing[]
  differences: number
  state: MessageState
  rows: readonly Message[]
  back: Returned | undefined
}

const sumOf = (standings: readonly Standing[], state: MessageState) =>
  standings.reduce((sum, { counts }) => sum + (counts.get(state) ?? 0), 0)

const Fault = ({ back }: { back: Returned | undefined }) =>
  back ? (
    <Notice tone="error">
      {t(back.key === 'kernel.check_the_form' ? 'exchange.resend.none_ticked' : back.key, back.params)}
    </Notice>
  ) : null

function Messages({ rows, state }: Pick<Props, 'rows' | 'state'>) {
  const mayResend = isStuckState(state) && rows.length > 0
  const pick = {
    form: 'chon',
    name: 'ids',
    value: ({ id }: Message) => id,
    label: ({ code, kind }: Message) => `${code}, ${say(`exchange.message.kind.${kind}`)}`,
  }
  return (
    <div class="tg-panel">
      {mayResend && (
        <Bulk id="chon" action={deskPath}>
          <Button kind="second" icon="run">
            {t('exchange.resend')}
          </Button>
        </Bulk>
      )}
      <Table
        caption={say(`exchange.state.${state}`)}
        captionHidden
        columns={columnsFor(state)}
        rows={rows}
        empty={t(isStuckState(state) ? 'exchange.message.none_stuck' : 'exchange.message.none')}
        {...(mayResend && { pick })}
      />
    </div>
  )
}

export function ExchangeDesk({ standings, differences, state, rows, back }: Props) {
  const last = rows.at(-1)
  return (
    <Desk title={t('exchange.message.list')} lead={t('exchange.message.lead')} problem={back !== undefined}>
      <div class="tg-stack">
        <Fault back={back} />
        <Chips
          of={messageStates.map((one) => ({
            href: `${deskPath}?trang-thai=${one}`,
            label: say(`exchange.state.${one}`),
            count: sumOf(standings, one),
            current: one === state,
          }))}
        />
        <Messages rows={rows} state={state} />
        {rows.length === mostOnPage && last && (
          <p>
            <LinkButton kind="second" href={`${deskPath}?trang-thai=${state}&sau=${placeText(last)}`}>
              {t('exchange.message.next_page')}
            </LinkButton>
          </p>
        )}
        {standings.map((standing) => (
          <SystemCard standing={standing} differences={differences} />
        ))}
      </div>
    </Desk>
  )
}
