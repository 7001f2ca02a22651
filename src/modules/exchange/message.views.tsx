/** One message: why it is stuck, what can be done, what it tells, and each time it went out. */
import { say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Attempt } from './attempt.store.ts'
import { StateOf } from './desk.views.tsx'
import { mendable, textAt } from './dossier.ts'
import { type Message, objectionToMend, objectionToSetAside } from './message.ts'
import { deskPath, messagePath } from './paths.ts'
import { reasonText, systemText } from './words.ts'

type Props = {
  message: Message
  attempts: readonly Attempt[]
  others: readonly Message[]
  /** Of the form that was refused. */
  back: { readonly form: 'mend' | 'set_aside' | 'resend'; readonly returned: Returned } | undefined
}

const revisionText = ({ revision, amendment }: Message) =>
  amendment === 0 ? revision : t('exchange.message.amended', { revision, amendment })

const Facts = ({ message }: { message: Message }) => (
  <SummaryList
    of={[
      { label: t('exchange.message.state'), value: <StateOf state={message.state} /> },
      { label: t('exchange.message.code'), value: <span class="tg-code">{message.code}</span> },
      { label: t('exchange.message.kind'), value: say(`exchange.message.kind.${message.kind}`) },
      { label: t('exchange.message.revision'), value: revisionText(message) },
      { label: t('exchange.message.created'), value: momentText(message.createdAt) },
      { label: t('exchange.message.attempts'), value: message.attempts },
      message.state === 'waiting' || message.state === 'sent'
        ? { label: t('exchange.message.next'), value: momentText(message.nextAt) }
        : null,
      message.note === null ? null : { label: t('exchange.message.note'), value: message.note },
      message.replacedBy === null
        ? null
        : {
            label: t('exchange.message.replaced_by'),
            value: <a href={messagePath(message.replacedBy)}>{t('exchange.message.see_next')}</a>,
          },
      { label: t('exchange.message.id'), value: <span class="tg-code">{message.id}</span> },
    ]}
  />
)

const Fields = ({ paths }: { paths: readonly string[] }) => (
  <>
    {paths.map((path) => (
      <TextField name={`fields.${path}`} width="full" />
    ))}
  </>
)

/** The fields named in the reason come first, and the others folded. */
function Mend({ message, back }: { message: Message; back: Returned | undefined }) {
  const paths = mendable[message.kind]
  const first = paths.filter((path) => message.reasonFields.includes(path))
  const others = paths.filter((path) => !first.includes(path))
  const named = (of: (path: string) => string) => Object.fromEntries(paths.map((path) => [`fields.${path}`, of(path)]))
  return (
    <Card title={t('exchange.mend')}>
      <p>{t('exchange.mend.why')}</p>
      <Form
        action={`${messagePath(message.id)}/sua`}
        words="exchange.mend"
        send="exchange.mend.send"
        back={back}
        labels={named((path) => say(`exchange.field.${path}`))}
        values={named((path) => textAt(message.body, path))}
        id="sua"
      >
        <Fields paths={first} />
        {first.length === 0 ? (
          <Fields paths={others} />
        ) : (
          <Details summary={t('exchange.mend.others')} open={back !== undefined}>
            <div class="tg-stack">
              <Fields paths={others} />
            </div>
          </Details>
        )}
      </Form>
    </Card>
  )
}

const Resend = ({ message }: { message: Message }) => (
  <Card title={t('exchange.resend')}>
    <p>{t('exchange.resend.why')}</p>
    <form action={`${messagePath(message.id)}/gui-lai`} method="post">
      <Button kind="second" icon="run">
        {t('exchange.resend')}
      </Button>
    </form>
  </Card>
)

const SetAside = ({ message, back }: { message: Message; back: Returned | undefined }) => (
  <Card title={t('exchange.set_aside')}>
    <p>{t('exchange.set_aside.why')}</p>
    <Form
      action={`${messagePath(message.id)}/de-rieng`}
      words="exchange.set_aside"
      send="exchange.set_aside.send"
      back={back}
      id="de-rieng"
    >
      <TextField name="because" lines={2} />
    </Form>
  </Card>
)

const Told = ({ message }: { message: Message }) => (
  <Card title={t('exchange.message.content')}>
    <SummaryList
      of={mendable[message.kind]
        .filter((path) => textAt(message.body, path) !== '')
        .map((path) => ({ label: say(`exchange.field.${path}`), value: textAt(message.body, path) }))}
    />
    <p class="tg-small tg-muted">{t('exchange.message.read_logged')}</p>
  </Card>
)

const attemptColumns = (): Column<Attempt>[] => [
  { key: 'at', label: t('exchange.attempt.at'), head: true, cell: ({ at }) => momentText(at) },
  { key: 'step', label: t('exchange.attempt.step'), cell: ({ step }) => say(`exchange.step.${step}`) },
  { key: 'outcome', label: t('exchange.attempt.outcome'), cell: ({ outcome }) => say(`exchange.outcome.${outcome}`) },
]

const otherColumns = (now: string): Column<Message>[] => [
  {
    key: 'revision',
    label: t('exchange.message.revision'),
    head: true,
    cell: (one) => (one.id === now ? revisionText(one) : <a href={messagePath(one.id)}>{revisionText(one)}</a>),
  },
  { key: 'kind', label: t('exchange.message.kind'), cell: ({ kind }) => say(`exchange.message.kind.${kind}`) },
  { key: 'state', label: t('exchange.message.state'), cell: ({ state }) => <StateOf state={state} /> },
  { key: 'since', label: t('exchange.message.since'), cell: ({ changedAt }) => momentText(changedAt) },
]

const History = ({ message, attempts, others }: Omit<Props, 'back'>) => (
  <>
    {attempts.length > 0 && (
      <Card title={t('exchange.message.tried')} flush>
        <Table
          caption={t('exchange.message.tried')}
          captionHidden
          columns={attemptColumns()}
          rows={attempts}
          empty={null}
          exports={false}
        />
      </Card>
    )}
    {message.answer !== null && message.answer !== '' && (
      <Details summary={t('exchange.message.raw')}>
        <p class="tg-code">{message.answer}</p>
      </Details>
    )}
    <Card title={t('exchange.message.others')} flush>
      <Table
        caption={t('exchange.message.others')}
        captionHidden
        columns={otherColumns(message.id)}
        rows={others}
        empty={null}
        exports={false}
      />
    </Card>
  </>
)

export function MessagePage({ message, attempts, others, back }: Props) {
  const reason = reasonText(message)
  const title = `${systemText(message.system)}: ${message.code}`
  const backOf = (form: NonNullable<Props['back']>['form']) => (back?.form === form ? back.returned : undefined)
  const resent = backOf('resend')
  return (
    <Desk
      title={title}
      crumbs={[{ href: deskPath, label: t('exchange.message.list') }, { label: message.code }]}
      narrow
      problem={back !== undefined}
    >
      <div class="tg-stack">
        {resent && <Notice tone="error">{t(resent.key, resent.params)}</Notice>}
        {reason && objectionToMend(message) === null && (
          <Notice tone="error">
            {reason} {t('exchange.message.held_up')}
          </Notice>
        )}
        <Card>
          <Facts message={message} />
        </Card>
        {objectionToMend(message) === null ? (
          <>
            <Mend message={message} back={backOf('mend')} />
            {message.reason !== 'faulty' && <Resend message={message} />}
          </>
        ) : (
          <Told message={message} />
        )}
        {objectionToSetAside(message) === null && <SetAside message={message} back={backOf('set_aside')} />}
        <History message={message} attempts={attempts} others={others} />
      </div>
    </Desk>
  )
}
