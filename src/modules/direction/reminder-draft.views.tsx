import { t } from '#kernel/text.ts'
import type { Returned } from '#kernel/submit.ts'
import { LinkButton } from '#ui/button.tsx'
import { Checkboxes, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Form, Hidden, type Returned as Back } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import type { ReminderDraft } from './reminder-draft.store.ts'
import { nameOf, type Thing } from '#modules/plan/public.ts'

const path = '/ke-hoach/don-doc'

export const NoPlanPage = () => (
  <Desk title={t('plan.reminder.new')} bare>
    <Void
      title={t('plan.reminder.no_plan')}
      level={1}
      actions={<LinkButton href={path}>{t('plan.reminder.nav')}</LinkButton>}
    >
      <p>{t('plan.reminder.no_plan_text')}</p>
    </Void>
  </Desk>
)

const suggestion = ({ thing, ownPlanDueOn }: ReminderDraft): string => {
  if (ownPlanDueOn) return t('plan.reminder.text.own_plan', { on: dayText(ownPlanDueOn) })
  if (!thing) return t('plan.reminder.text.plan')
  const title = thing.title.replace(/[.;,]\s*$/, '')
  return t(`plan.reminder.text.${thing.kind}`, { ref: thing.ref, title })
}

const optionOf = (thing: Thing) => ({
  value: `${thing.kind}:${thing.id}`,
  label: `${thing.ref} ${thing.title}`.trim().slice(0, 120),
  group: t(`plan.reminder.kind.${thing.kind}`),
})

type Props = { draft: ReminderDraft; back: Returned | undefined; idempotencyKey: string }

export function NewReminderPage({ draft, back, idempotencyKey }: Props) {
  const { plan, things, thing, involved, others, answerDueOn } = draft
  return (
    <Desk
      title={t('plan.reminder.new')}
      lead={t('plan.reminder.new_lead', { plan: nameOf(plan) })}
      crumbs={[{ href: path, label: t('plan.reminder.nav') }, { label: t('plan.reminder.new') }]}
      narrow
      problem={back !== undefined}
    >
      <Form
        action={`${path}/moi?ke-hoach=${encodeURIComponent(plan.code)}`}
        words="plan.reminder"
        send="plan.reminder.send"
        back={back as Back | undefined}
        idempotencyKey={idempotencyKey}
        values={{
          thing: thing ? `${thing.kind}:${thing.id}` : '',
          units: draft.units.map(String),
          wording: suggestion(draft),
          answerDueOn,
        }}
      >
        <Hidden name="plan" value={plan.code} />
        <Select name="thing" options={things.map(optionOf)} blank={t('plan.reminder.thing_blank')} width="full" />
        <Checkboxes
          name="units"
          stacked={false}
          options={involved.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        {others.length > 0 && (
          <Select
            name="other"
            optional
            blank={t('plan.reminder.other_blank')}
            options={others.map((unit) => ({ value: String(unit.id), label: unit.name }))}
          />
        )}
        <TextField name="wording" lines={5} maxLength={2000} />
        <DayField name="answerDueOn" />
      </Form>
    </Desk>
  )
}
