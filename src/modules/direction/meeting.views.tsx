import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import { type MeetingDuty, type MeetingPeriod, type MeetingStanding, standingOf } from './meeting.ts'
import type { MeetingRow } from './meeting.store.ts'
import { crumbsOf, pathOf, type PlanHead, PlanTabs } from '#modules/plan/public.ts'

const tones: Record<MeetingStanding, StatusTone> = { held: 'done', planned: 'run', due: 'new', late: 'late' }
export const periodWord = (period: MeetingPeriod | null) => t(`plan.meeting.period.${period ?? 'none'}`)

type ListProps = {
  plan: PlanHead
  today: Day
  asked: readonly MeetingDuty[]
  meetings: readonly MeetingRow[]
  mayMeet: boolean
}

export function MeetingListPage(props: ListProps) {
  const { plan, meetings, mayMeet } = props
  const path = `${pathOf(plan)}/hop`
  return (
    <Desk
      title={t('plan.meeting.title')}
      tabs={<PlanTabs plan={plan} part="/hop" />}
      lead={t('plan.meeting.lead')}
      crumbs={crumbsOf(plan, t('plan.meeting.title'))}
      actions={mayMeet && <LinkButton href={`${path}/moi`}>{t('plan.meeting.new')}</LinkButton>}
    >
      <div class="tg-stack tg-stack-lg">
        <Card title={t('plan.meeting.asked')} flush>
          <AskedTable {...props} />
        </Card>
        <Card title={t('plan.meeting.list')} flush>
          <Table
            caption={t('plan.meeting.list')}
            captionHidden
            rows={meetings}
            columns={[
              {
                key: 'title',
                label: t('plan.meeting.column.title'),
                head: true,
                cell: (m) => (
                  <>
                    <a href={`${path}/${m.id}`}>{m.title}</a>
                    <small>{periodWord(m.period)}</small>
                  </>
                ),
              },
              { key: 'held', label: t('plan.meeting.column.held'), cell: (m) => dayText(m.heldOn) },
              {
                key: 'conclusions',
                label: t('plan.meeting.column.conclusions'),
                align: 'end',
                cell: (m) =>
                  m.conclusions
                    ? `${numberText(m.done ?? 0)} / ${numberText(m.conclusions)}`
                    : t('plan.meeting.none_yet'),
              },
            ]}
            empty={<Void level={3} title={t('plan.meeting.empty')} />}
          />
        </Card>
      </div>
    </Desk>
  )
}

function AskedTable({ plan, today, asked, meetings, mayMeet }: ListProps) {
  const path = `${pathOf(plan)}/hop`
  const meetingOf = (duty: MeetingDuty) => meetings.find(({ period }) => period === duty.period)
  return (
    <Table
      caption={t('plan.meeting.asked')}
      captionHidden
      rows={asked}
      columns={[
        {
          key: 'period',
          label: t('plan.meeting.column.period'),
          head: true,
          cell: (duty) => (
            <>
              {periodWord(duty.period)}
              <small>{t('plan.meeting.literal', { words: duty.literal })}</small>
            </>
          ),
        },
        {
          key: 'due',
          label: t('plan.meeting.column.due'),
          cell: (duty) => (
            <>
              {meetingOf(duty) ? dayText(duty.dueOn) : <Due days={daysBetween(today, duty.dueOn)} on={duty.dueOn} />}
              {duty.assumed && <small>{t('plan.meeting.assumed')}</small>}
            </>
          ),
        },
        {
          key: 'state',
          label: t('plan.meeting.column.state'),
          cell: (duty) => {
            const meeting = meetingOf(duty)
            const standing = standingOf(duty, meeting, today)
            return (
              <>
                <Status tone={tones[standing]}>{t(`plan.meeting.standing.${standing}`)}</Status>
                {meeting && (
                  <small>
                    <a href={`${path}/${meeting.id}`}>{dayText(meeting.heldOn)}</a>
                  </small>
                )}
                {!meeting && mayMeet && (
                  <small>
                    <a href={`${path}/moi?ky=${duty.period}`}>{t('plan.meeting.new')}</a>
                  </small>
                )}
              </>
            )
          },
        },
      ]}
      empty={<p>{t('plan.meeting.asked_none')}</p>}
    />
  )
}

type NewProps = {
  plan: PlanHead
  today: Day
  free: readonly MeetingPeriod[]
  period: string
  back: Returned | undefined
  idempotencyKey: string
}

export const NewMeetingPage = ({ plan, today, free, period, back, idempotencyKey }: NewProps) => (
  <Desk
    title={t('plan.meeting.new_title')}
    tabs={<PlanTabs plan={plan} part="/hop" />}
    crumbs={crumbsOf(plan, t('plan.meeting.title'), {
      href: `${pathOf(plan)}/hop`,
      label: t('plan.meeting.new_title'),
    })}
    narrow
    problem={back !== undefined}
  >
    <Form
      action={`${pathOf(plan)}/hop/moi`}
      words="plan.meeting.form"
      send="plan.meeting.save_new"
      back={back as Back | undefined}
      values={{ heldOn: today, period }}
      idempotencyKey={idempotencyKey}
    >
      <TextField name="title" maxLength={300} width="full" />
      <Select
        name="period"
        optional
        blank={t('plan.meeting.period.none')}
        options={free.map((value) => ({ value, label: periodWord(value) }))}
      />
      <DayField name="heldOn" />
      <TextField name="place" optional maxLength={300} width="full" />
    </Form>
  </Desk>
)
