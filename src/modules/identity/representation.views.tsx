/** The page on which a citizen sees and says who acts for whom. */
import { t } from '#kernel/text.ts'
import { plusDays, type Day } from '#kernel/time.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import type { Typed } from '#kernel/submit.ts'
import { itemOf, takenAccept, type Upload } from '#modules/uploads/public.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Radios } from '#ui/choice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Party } from './party.store.ts'
import { bases, isInForce, type State } from './representation.ts'
import type { RepresentationRow } from './representation.store.ts'

const path = '/tai-khoan-cong-dan/thay-mat'

/** A form as it was sent, with its files; `back` when something stands against it. */
export type Kept = { typed: Typed; papers: readonly Upload[]; back?: Returned | undefined }
export type ActingBacks = { declare?: Kept; delegate?: Kept; list?: Returned }

type Props = {
  person: Party
  /** Acted for now. */
  party: Party
  actedFor: readonly RepresentationRow[]
  /** Who acts, or wants to act, for the party. */
  actors: readonly RepresentationRow[]
  papers: ReadonlyMap<string, readonly Upload[]>
  megabytes: number
  mayDelegate: boolean
  today: Day
  /** Where to go once it is chosen. */
  next: string
  backs: ActingBacks
}

export const ActingPage = (props: Props) => {
  const { person, party, backs } = props
  const isPerson = person.kind === 'person'
  return (
    <Page
      title={t('identity.acting.page')}
      lead={t('identity.acting.lead')}
      crumbs={[
        { href: '/tai-khoan-cong-dan', label: t('identity.profile.title') },
        { label: t('identity.acting.page') },
      ]}
      narrow
      problem={Boolean(backs.list ?? backs.declare?.back ?? backs.delegate?.back)}
    >
      <div class="tg-stack-lg">
        {backs.list && <Notice tone="error">{t(backs.list.key, backs.list.params)}</Notice>}
        <Choices {...props} />
        <Actors {...props} />
        {props.mayDelegate && <Delegate party={party} kept={backs.delegate} megabytes={props.megabytes} />}
        {isPerson && <Declare kept={backs.declare} megabytes={props.megabytes} />}
      </div>
    </Page>
  )
}

const tones: Record<State | 'over', StatusTone> = { declared: 'wait', confirmed: 'done', refused: 'stop', over: 'stop' }

const stateOf = (row: RepresentationRow, today: Day) =>
  row.state !== 'refused' && row.validTo !== null && row.validTo <= today ? 'over' : row.state

const State = ({ row, today }: { row: RepresentationRow; today: Day }) => {
  const state = stateOf(row, today)
  return <Status tone={tones[state]}>{t(`identity.representation.state.${state}`)}</Status>
}

const spanOf = ({ validFrom, validTo }: RepresentationRow) =>
  validTo === null
    ? t('identity.representation.from', { from: dayText(validFrom) })
    : t('identity.representation.span', { from: dayText(validFrom), to: dayText(plusDays(validTo, -1)) })

const Choices = ({ person, party, actedFor, papers, today, next }: Props) => (
  <Card raised title={t('identity.acting.now')}>
    <ul class="tg-docs tg-docs-act">
      <li>
        <Icon name="user" />
        <div>
          <strong>{person.name}</strong>
          <p class="tg-small tg-muted">{t('identity.acting.oneself')}</p>
        </div>
        <Choose partyId={person.id} name={person.name} now={party.id} next={next} />
      </li>
      {actedFor.map((row) => (
        <li>
          <Icon name={row.partyKind === 'organisation' ? 'shop' : 'people'} />
          <div>
            <strong>{row.state === 'confirmed' || !row.named ? row.partyName : row.named}</strong>
            <p class="tg-small">
              {t(`identity.basis.${row.basis}`)}. {spanOf(row)} <State row={row} today={today} />
            </p>
            <PaperLinks at={`${path}/${row.id}`} papers={papers.get(row.id) ?? []} />
          </div>
          {row.state === 'confirmed' && isInForce(row, today) ? (
            <Choose partyId={row.partyId} name={row.partyName} now={party.id} next={next} />
          ) : (
            stateOf(row, today) === 'declared' && <End id={row.id} label={t('identity.acting.take_back')} />
          )}
        </li>
      ))}
    </ul>
  </Card>
)

type ChooseProps = { partyId: string; name: string; now: string; next: string }

const Choose = ({ partyId, name, now, next }: ChooseProps) =>
  partyId === now ? (
    <p>{t('identity.acting.is_now')}</p>
  ) : (
    <form action={path} method="post">
      {next !== '/' && <input type="hidden" name="tiep" value={next} />}
      <Button kind="second" name="partyId" value={partyId}>
        {t('identity.acting.choose_this')}
        <span class="tg-sr">: {name}</span>
      </Button>
    </form>
  )

const End = ({ id, label }: { id: string; label: string }) => (
  <form action={`${path}/${id}/cham-dut`} method="post">
    <Button kind="plain">{label}</Button>
  </form>
)

const Actors = ({ person, party, actors, papers, today }: Props) => (
  <Card title={t('identity.acting.actors', { name: party.name })}>
    {actors.length === 0 && <p class="tg-muted">{t('identity.acting.no_actors')}</p>}
    {actors.length > 0 && (
      <ul class="tg-docs tg-docs-act">
        {actors.map((row) => (
          <li>
            <Icon name="user" />
            <div>
              <strong>{row.actorName}</strong>
              <p class="tg-small">
                {t(`identity.basis_of_other.${row.source === 'provider' ? 'head' : row.basis}`)}. {spanOf(row)}{' '}
                <State row={row} today={today} />
              </p>
              {row.says && <p class="tg-small tg-muted">{row.says}</p>}
              <PaperLinks at={`${path}/${row.id}`} papers={papers.get(row.id) ?? []} />
            </div>
            {stateOf(row, today) === 'declared' && party.id === person.id && <AnswerIt id={row.id} />}
            {stateOf(row, today) === 'confirmed' && row.source !== 'provider' && (
              <End id={row.id} label={t('identity.acting.end')} />
            )}
          </li>
        ))}
      </ul>
    )}
  </Card>
)

const AnswerIt = ({ id }: { id: string }) => (
  <form class="tg-row" action={`${path}/${id}/tra-loi`} method="post">
    <Button kind="second" name="answer" value="confirmed">
      {t('identity.acting.yes')}
    </Button>
    <Button kind="plain" name="answer" value="refused">
      {t('identity.acting.no')}
    </Button>
  </form>
)

/** Links to what was attached; `at`: where the page that gives them out stands. */
export const PaperLinks = ({ at, papers }: { at: string; papers: readonly Upload[] }) =>
  papers.length === 0 ? null : (
    <ul class="tg-small">
      {papers.map(({ id, name }) => (
        <li>
          <a class="tg-wrap-anywhere" href={`${at}/giay-to/${id}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )

type FormProps = { kept: Kept | undefined; megabytes: number }

const PaperField = ({ kept, megabytes }: FormProps) => (
  <UploadField
    name="papers"
    items={(kept?.papers ?? []).map(itemOf)}
    several
    optional
    accept={takenAccept}
    megabytes={megabytes}
  />
)

const Declare = (props: FormProps) => (
  <Details summary={t('identity.declare.title')} open={props.kept !== undefined}>
    <div class="tg-stack">
      <p>{t('identity.declare.lead')}</p>
      <Form
        id="khai"
        action={`${path}/khai`}
        words="identity.declare"
        send="identity.declare.send"
        files
        back={props.kept?.back}
        values={props.kept?.typed ?? {}}
      >
        <Radios name="basis" options={bases.map((value) => ({ value, label: t(`identity.basis.${value}`) }))} stacked />
        <TextField name="number" maxLength={12} code />
        <TextField name="name" />
        <TextField name="says" lines={3} optional />
        <PaperField {...props} />
        <DayField name="lastDay" optional />
      </Form>
    </div>
  </Details>
)

const Delegate = ({ party, ...props }: FormProps & { party: Party }) => (
  <Details summary={t('identity.delegate.title', { name: party.name })} open={props.kept !== undefined}>
    <div class="tg-stack">
      <p>{t('identity.delegate.lead')}</p>
      <Form
        id="uy-quyen"
        action={`${path}/uy-quyen`}
        words="identity.delegate"
        send="identity.delegate.send"
        files
        back={props.kept?.back}
        values={props.kept?.typed ?? {}}
      >
        <TextField name="number" maxLength={12} code />
        <TextField name="name" />
        <TextField name="says" lines={3} optional />
        <PaperField {...props} />
        <DayField name="lastDay" optional />
      </Form>
    </div>
  </Details>
)
