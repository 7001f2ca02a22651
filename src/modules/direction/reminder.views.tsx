import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, longDayText, momentText } from '#ui/figures.ts'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Moment, Timeline } from '#ui/timeline.tsx'
import type { IconName } from '#ui/icon.tsx'
import { shortened } from '#ui/title.ts'
import { type Ladder, ladderOn, type RungName } from './ladder.ts'
import { needsReasonToClose, type StepKind } from './reminder.ts'
import type { ReminderRow, StepRow } from './reminder.store.ts'
import { Deadline, ReminderStatus } from './reminder-status.views.tsx'
import { hrefOfThing, nameOf, type Thing } from '#modules/plan/public.ts'

const path = '/ke-hoach/don-doc'

type Acts = { acknowledge: boolean; answer: boolean; close: boolean; giveBack: boolean }
type PageProps = {
  r: ReminderRow
  today: Day
  acts: Acts
  backs: { answer?: Returned; closing?: Returned; returning?: Returned }
  steps: readonly StepRow[]
  thing: Thing | null
  ahead: { now: RungName; next: { on: Day; who: RungName } | null; ladder: Ladder }
  newDeadline: Day
  idempotencyKey: string
}

export function ReminderPage(props: PageProps) {
  const { r, today, thing, backs } = props
  return (
    <Desk
      title={thing ? `${thing.ref} ${shortened(thing.title)}`.trim() : t('plan.reminder.thing_blank')}
      eyebrow={`${t('plan.reminder.nav')} · ${t(`plan.reminder.kind.${r.thingKind}`)}`}
      crumbs={[{ href: path, label: t('plan.reminder.nav') }, { label: r.unitName ?? '' }]}
      problem={Boolean(backs.answer ?? backs.closing ?? backs.returning)}
    >
      <div class="tg-cols tg-cols-main">
        <div class="tg-stack">
          <Card title={<ReminderStatus r={r} today={today} />} raised>
            <Lines of={r.wording} />
            <Known {...props} />
            <Acting {...props} />
          </Card>
          <SenderActs {...props} />
        </div>
        <Card title={t('plan.reminder.history')}>
          <Timeline of={props.steps.map((step) => momentOf(step, dayOf(r.sentAt)))} />
        </Card>
      </div>
    </Desk>
  )
}

/** As written: each line its own. */
const Lines = ({ of }: { of: string }) => (
  <>
    {of.split(/\n+/).map((line) => (
      <p>{line}</p>
    ))}
  </>
)

const Known = ({ r, today, ahead, thing }: PageProps) => (
  <SummaryList
    of={[
      thing && {
        label: t('plan.reminder.about'),
        value: <a href={hrefOfThing(r.planCode, thing)}>{`${thing.ref} ${shortened(thing.title)}`.trim()}</a>,
      },
      {
        label: t('plan.reminder.of_plan'),
        value: (
          <a href={`/ke-hoach/${encodeURIComponent(r.planCode)}`}>
            {nameOf({ number: r.planNumber, title: r.planTitle })}
          </a>
        ),
      },
      { label: t('plan.reminder.from'), value: `${r.senderUnitName ?? ''} (${r.senderName ?? ''})` },
      { label: t('plan.reminder.to'), value: r.unitName },
      { label: t('plan.reminder.due'), value: <Deadline r={r} today={today} /> },
      { label: t('plan.reminder.read'), value: r.readAt ? momentText(r.readAt) : t('plan.reminder.not_read') },
      { label: t('plan.reminder.level'), value: t(`plan.ladder.${ahead.now}`) },
      r.answeredAt || r.closedAt
        ? null
        : {
            label: t('plan.reminder.ahead'),
            value: (
              <>
                {ahead.next
                  ? t(ahead.next.on <= today ? 'plan.reminder.ahead_now' : 'plan.reminder.ahead_text', {
                      on: longDayText(ahead.next.on),
                      who: t(`plan.ladder.${ahead.next.who}`),
                    })
                  : t('plan.reminder.ahead_none')}
                {ahead.ladder.assumed && <small class="tg-muted"> {t('plan.reminder.assumed')}</small>}
              </>
            ),
          },
    ]}
  />
)

function Acting({ r, acts, backs, idempotencyKey }: PageProps) {
  const at = `${path}/${r.id}`
  return (
    <>
      {acts.acknowledge && (
        <form action={`${at}/nhan`} method="post">
          <input type="hidden" name="_key" value={`${idempotencyKey}-n`} />
          <Button kind="second" icon="check">
            {t('plan.reminder.acknowledge')}
          </Button>
        </form>
      )}
      {acts.answer && (
        <>
          <h3>{t('plan.reminder.answer_title')}</h3>
          <Form
            action={`${at}/tra-loi`}
            words="plan.reminder"
            send="plan.reminder.answer_send"
            back={backs.answer as Back | undefined}
            idempotencyKey={idempotencyKey}
          >
            <TextField name="answer" lines={5} maxLength={2000} />
          </Form>
        </>
      )}
    </>
  )
}

/** What the sender does: an answer is good or goes back; without one the matter can be closed with a reason. */
function SenderActs({ r, acts, backs, newDeadline, idempotencyKey }: PageProps) {
  const at = `${path}/${r.id}`
  const closing = (
    <Form
      id="khep"
      action={`${at}/khep-lai`}
      words="plan.reminder.closing"
      send="plan.reminder.close"
      back={backs.closing as Back | undefined}
      idempotencyKey={`${idempotencyKey}-k`}
    >
      <TextField name="wording" lines={2} maxLength={2000} optional={!needsReasonToClose(r)} />
    </Form>
  )
  return (
    <>
      {acts.close &&
        (needsReasonToClose(r) ? (
          <Details summary={t('plan.reminder.close_early')} open={Boolean(backs.closing)}>
            {closing}
          </Details>
        ) : (
          <Card title={t('plan.reminder.close_title')}>{closing}</Card>
        ))}
      {acts.giveBack && (
        <Details summary={t('plan.reminder.return_title')} open={Boolean(backs.returning)}>
          <Form
            id="lai"
            action={`${at}/gui-lai`}
            words="plan.reminder.returning"
            send="plan.reminder.return"
            back={backs.returning as Back | undefined}
            values={{ answerDueOn: newDeadline }}
            idempotencyKey={`${idempotencyKey}-l`}
          >
            <TextField name="wording" lines={3} maxLength={2000} />
            <DayField name="answerDueOn" />
          </Form>
        </Details>
      )}
    </>
  )
}

const icons: Record<StepKind, IconName> = {
  sent: 'bell',
  read: 'inbox',
  acknowledged: 'check',
  answered: 'talk',
  returned: 'back',
  climbed: 'up',
  closed: 'done',
}

function momentOf(step: StepRow, sentOn: Day): Moment {
  const { kind, at, name, unitName, wording, told } = step
  const who = kind === 'climbed' ? t('plan.reminder.step.climbed_by') : [name, unitName].filter(Boolean).join(', ')
  return {
    title: titleOf(step, sentOn),
    icon: icons[kind],
    who,
    time: { at: at.toISOString(), said: momentText(at) },
    text: (
      <>
        {kind !== 'sent' && wording}
        {(kind === 'climbed' || kind === 'sent') &&
          (told.length
            ? t('plan.reminder.step.told', { names: told.join(', ') })
            : kind === 'climbed' && t('plan.reminder.step.told_nobody', { unit: unitName ?? '' }))}
      </>
    ),
  }
}

const titleOf = ({ kind, dueOn, rung }: StepRow, sentOn: Day): string =>
  t(`plan.reminder.step.${kind}`, {
    on: dueOn ? dayText(dueOn) : '',
    who: rung === null ? '' : t(`plan.ladder.${ladderOn(sentOn).rungs[rung]?.who ?? 'officer'}`),
  })
