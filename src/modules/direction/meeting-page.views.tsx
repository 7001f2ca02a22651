import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { Card } from '#ui/card.tsx'
import { Checkboxes, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, longDayText } from '#ui/figures.ts'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import { type ConclusionRow, crumbsOf, pathOf, type PlanHead, PlanTabs } from '#modules/plan/public.ts'
import type { MeetingRow } from './meeting.store.ts'
import { periodWord } from './meeting.views.tsx'

type PageProps = {
  plan: PlanHead
  meeting: MeetingRow
  today: Day
  acts: { write: boolean; conclude: boolean; remind: boolean }
  conclusions: readonly ConclusionRow[]
  units: readonly UnitRow[]
  backs: { minutes?: Returned; conclusion?: Returned }
  idempotencyKey: string
}

export function MeetingPage(props: PageProps) {
  const { plan, meeting, acts, backs } = props
  return (
    <Desk
      title={meeting.title}
      eyebrow={periodWord(meeting.period)}
      lead={[longDayText(meeting.heldOn), meeting.place].filter(Boolean).join(' · ')}
      tabs={<PlanTabs plan={plan} part="/hop" />}
      crumbs={crumbsOf(plan, t('plan.meeting.title'), { href: `${pathOf(plan)}/hop`, label: dayText(meeting.heldOn) })}
      problem={Boolean(backs.minutes ?? backs.conclusion)}
    >
      <div class="tg-stack tg-stack-lg">
        <Card title={t('plan.meeting.conclusions')} flush>
          <Conclusions {...props} />
        </Card>
        {acts.conclude && <Conclude {...props} />}
        <Card title={t('plan.meeting.minutes')}>
          {meeting.minutes ? (
            meeting.minutes.split(/\n+/).map((line) => <p>{line}</p>)
          ) : (
            <p class="tg-muted">{t('plan.meeting.no_minutes')}</p>
          )}
          {acts.write && <Minutes {...props} />}
        </Card>
      </div>
    </Desk>
  )
}

function Conclusions({ plan, meeting, today, conclusions, acts }: PageProps) {
  const task = (ref: string) => `${pathOf(plan)}/nhiem-vu/${encodeURIComponent(ref)}`
  return (
    <Table
      caption={t('plan.meeting.conclusions')}
      captionHidden
      rows={conclusions}
      columns={[
        { key: 'ref', label: t('plan.meeting.column.ref'), number: true, cell: (one) => one.ref },
        {
          key: 'wording',
          label: t('plan.meeting.column.wording'),
          head: true,
          cell: (one) => <a href={task(one.ref)}>{one.wording}</a>,
        },
        { key: 'lead', label: t('plan.meeting.column.lead'), cell: (one) => one.unitName },
        {
          key: 'due',
          label: t('plan.meeting.column.due_on'),
          cell: (one) => (
            <>
              <ConclusionDue one={one} today={today} />
              {acts.remind && !one.doneOn && !one.stoppedOn && (
                <small>
                  <a href={`/ke-hoach/don-doc/moi?ke-hoach=${encodeURIComponent(plan.code)}&nhiem-vu=${one.id}`}>
                    {t('plan.meeting.remind')}
                  </a>
                </small>
              )}
            </>
          ),
        },
      ]}
      empty={
        <Void level={3} title={t('plan.meeting.no_conclusions')}>
          {meeting.heldOn > today && <p>{t('plan.meeting.conclusions_later', { on: dayText(meeting.heldOn) })}</p>}
        </Void>
      }
    />
  )
}

function ConclusionDue({ one, today }: { one: ConclusionRow; today: Day }) {
  if (one.doneOn) return <Status tone="done">{t('plan.meeting.done_on', { on: dayText(one.doneOn) })}</Status>
  if (one.stoppedOn) return <Status tone="stop">{t('plan.meeting.stopped_on', { on: dayText(one.stoppedOn) })}</Status>
  return one.dueOn ? <Due days={daysBetween(today, one.dueOn)} on={one.dueOn} /> : null
}

const Conclude = ({ plan, meeting, units, backs, idempotencyKey }: PageProps) => (
  <Card title={t('plan.meeting.conclude_title')} id="ket-luan">
    <Form
      id="kl"
      action={`${pathOf(plan)}/hop/${meeting.id}/ket-luan`}
      words="plan.meeting.conclusion"
      send="plan.meeting.conclude"
      back={backs.conclusion as Back | undefined}
      idempotencyKey={`${idempotencyKey}-k`}
      after={t('plan.meeting.conclude_note')}
    >
      <TextField name="wording" lines={3} maxLength={4000} />
      <Select name="lead" options={units.map((unit) => ({ value: unit.slug, label: unit.name }))} />
      <DayField name="dueOn" />
      <Details summary={t('plan.meeting.conclusion.cooperating')}>
        <Checkboxes
          name="cooperating"
          optional
          stacked={false}
          options={units
            .filter(({ kind }) => kind !== 'commune')
            .map((unit) => ({ value: unit.slug, label: unit.name }))}
        />
      </Details>
    </Form>
  </Card>
)

const Minutes = ({ plan, meeting, backs, idempotencyKey }: PageProps) => (
  <Details summary={t('plan.meeting.edit')} open={Boolean(backs.minutes)}>
    <Form
      id="bb"
      action={`${pathOf(plan)}/hop/${meeting.id}/bien-ban`}
      words="plan.meeting.form"
      send="plan.meeting.save"
      back={backs.minutes as Back | undefined}
      values={{ title: meeting.title, heldOn: meeting.heldOn, place: meeting.place, minutes: meeting.minutes }}
      hidden={{ version: String(meeting.version) }}
      idempotencyKey={idempotencyKey}
    >
      <TextField name="title" maxLength={300} width="full" />
      <DayField name="heldOn" />
      <TextField name="place" optional maxLength={300} width="full" />
      <TextField name="minutes" optional lines={10} maxLength={20_000} />
    </Form>
  </Details>
)
