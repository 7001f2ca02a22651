import type { Returned } from '#kernel/submit.ts'
import { type Key, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, numberText, percentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Dossier } from '#modules/dossiers/public.ts'
import { isLate } from './follow-up.ts'
import type { FollowUp } from './follow-up.store.ts'
import type { RatingRules } from './rating-rule.ts'
import { isTooFew } from './rating.ts'
import type { UnitRatings } from './rating.store.ts'
import { Assumed, Given, wordsOf } from './rating.views.tsx'

const path = '/phan-hoi-danh-gia'
type Names<Of> = ReadonlyMap<Of, string>

type ListProps = {
  rules: RatingRules
  today: Day
  units: readonly UnitRatings[]
  rows: readonly FollowUp[]
  unitNames: Names<number>
  owners: Names<string>
  next: string | null
}

const markColumns = (rules: RatingRules): Column<UnitRatings>[] =>
  rules.scale.marks.map((mark) => ({
    key: mark.code,
    label: wordsOf(mark),
    align: 'end' as const,
    cell: ({ count, marks }: UnitRatings) =>
      isTooFew(count, rules) ? null : percentText((100 * (marks[mark.code] ?? 0)) / count),
  }))

const unitColumns = ({ rules, unitNames }: ListProps): Column<UnitRatings>[] => [
  { key: 'unit', label: t('rating.list.unit'), head: true, cell: ({ unitId }) => unitNames.get(unitId) ?? '' },
  {
    key: 'count',
    label: t('rating.list.count'),
    align: 'end',
    cell: ({ count }) =>
      isTooFew(count, rules) ? t('rating.list.too_few', { least: rules.shown.least }) : numberText(count),
  },
  ...markColumns(rules),
]

const openColumns = ({ today, unitNames, owners }: ListProps): Column<FollowUp>[] => [
  {
    key: 'unit',
    label: t('rating.list.unit'),
    head: true,
    cell: ({ id, unitId }) => <a href={`${path}/${id}`}>{unitNames.get(unitId) ?? ''}</a>,
  },
  { key: 'opened', label: t('rating.follow_up.opened'), cell: ({ openedOn }) => dayText(openedOn) },
  {
    key: 'due',
    label: t('rating.follow_up.due'),
    cell: ({ dueOn }) => <Due days={daysBetween(today, dueOn)} on={dueOn} />,
  },
  {
    key: 'owner',
    label: t('rating.follow_up.owner'),
    cell: ({ ownerId }) => owners.get(ownerId ?? '') ?? t('rating.follow_up.no_owner'),
  },
  {
    key: 'escalated',
    label: t('rating.follow_up.escalated'),
    cell: ({ escalatedOn }) => (escalatedOn ? dayText(escalatedOn) : null),
  },
]

export const RatingsPage = (props: ListProps) => (
  <Desk title={t('rating.list.title')} lead={t('rating.list.lead')}>
    <div class="tg-stack-lg">
      <div class="tg-panel">
        <Table
          caption={t('rating.list.open')}
          columns={openColumns(props)}
          rows={props.rows}
          empty={t('rating.list.none_open')}
        />
      </div>
      {props.next && (
        <p>
          <LinkButton kind="second" href={props.next}>
            {t('rating.list.next')}
          </LinkButton>
        </p>
      )}
      <div class="tg-panel">
        <Table
          caption={t('rating.list.units')}
          columns={unitColumns(props)}
          rows={props.units}
          empty={t('rating.list.none')}
        />
      </div>
      <p class="tg-muted">
        {t('rating.list.hidden', { least: props.rules.shown.least })}
        <Assumed verified={props.rules.shown.verified} />
      </p>
    </div>
  </Desk>
)

type OneProps = {
  followUp: FollowUp
  rules: RatingRules
  today: Day
  unit: string
  owner: string | null
  dossier: Dossier | null
  objection: Key | null
  mayAnswer: boolean
  isMine: boolean
  back: Returned | undefined
  idempotencyKey: string
}

export const FollowUpPage = (props: OneProps) => {
  const { followUp, rules, unit, dossier } = props
  return (
    <Desk
      title={t('rating.follow_up.title')}
      eyebrow={unit}
      crumbs={[{ href: path, label: t('rating.list.title') }, { label: t('rating.follow_up.title') }]}
      narrow
      problem={Boolean(props.back)}
    >
      <div class="tg-stack-lg">
        <Card title={t('rating.follow_up.standing')}>
          <Facts {...props} />
        </Card>
        <Card title={t('rating.follow_up.given')}>
          <Given answers={followUp.answers} text={followUp.text} rules={rules} />
          {dossier === null && <p class="tg-muted">{t('rating.follow_up.anonymous')}</p>}
        </Card>
        <Answering {...props} />
      </div>
    </Desk>
  )
}

const Facts = ({ followUp, rules, today, owner, dossier }: OneProps) => (
  <SummaryList
    of={[
      dossier ? { label: t('rating.follow_up.dossier'), value: dossier.code ?? dossier.requestCode } : null,
      dossier ? { label: t('rating.follow_up.procedure'), value: dossier.title } : null,
      dossier ? { label: t('rating.follow_up.applicant'), value: dossier.applicant } : null,
      { label: t('rating.follow_up.opened'), value: dayText(followUp.openedOn) },
      {
        label: t('rating.follow_up.due'),
        value: (
          <>
            {dayText(followUp.dueOn)}
            {isLate(followUp, today) && ` – ${t('rating.follow_up.late')}`}
            <Assumed verified={rules.answer.verified} />
          </>
        ),
      },
      { label: t('rating.follow_up.owner'), value: owner ?? t('rating.follow_up.no_owner') },
      followUp.escalatedOn ? { label: t('rating.follow_up.escalated'), value: dayText(followUp.escalatedOn) } : null,
    ]}
  />
)

function Answering({ followUp, objection, mayAnswer, isMine, back, idempotencyKey }: OneProps) {
  const { id, answer, answeredOn } = followUp
  if (answer !== null && answeredOn !== null)
    return (
      <Card title={t('rating.follow_up.answered', { on: dayText(answeredOn) })}>
        <p>{answer}</p>
      </Card>
    )
  if (!mayAnswer) return null
  if (objection) return <p class="tg-muted">{t(objection)}</p>
  return (
    <Card title={t('rating.follow_up.answering')}>
      {!isMine && (
        <form action={`${path}/${id}/nhan`} method="post">
          <Button kind="second">{t('rating.follow_up.take')}</Button>
        </form>
      )}
      <Form
        action={`${path}/${id}/tra-loi`}
        words="rating.follow_up.form"
        send="rating.follow_up.form.send"
        idempotencyKey={idempotencyKey}
        back={back}
        after={t(followUp.partyId === null ? 'rating.follow_up.kept' : 'rating.follow_up.told')}
      >
        <TextField name="answer" lines={5} maxLength={4000} />
      </Form>
    </Card>
  )
}
