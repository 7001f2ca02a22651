/** Forms for what a unit adds to its plan by itself. */
import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Details } from '#ui/details.tsx'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { NumberField, TextField } from '#ui/text-field.tsx'
import { type ItemKind, ownComparators, ownMeasures } from './unit-plan.ts'

type Props = {
  place: string
  back: { readonly kind: string; readonly back: Returned } | undefined
  idempotencyKey: string
}

export const OwnForms = (props: Props) => (
  <Card title={t('plan.unit_plan.add')}>
    <OwnForm {...props} kind="task" />
    <OwnForm {...props} kind="target" />
  </Card>
)

function OwnForm({ place, back, idempotencyKey, kind }: Props & { kind: ItemKind }) {
  const mine = back?.kind === kind ? back.back : undefined
  return (
    <Details summary={t(`plan.unit_plan.add_${kind}`)} open={mine !== undefined}>
      <Form
        id={kind}
        action={`${place}/them`}
        words="plan.unit_plan.own_item"
        send={`plan.unit_plan.add_${kind}`}
        back={mine as Back | undefined}
        hidden={{ kind }}
        idempotencyKey={`${idempotencyKey}-${kind}`}
      >
        <TextField name="title" maxLength={300} width="full" />
        <TextField name="wording" lines={3} maxLength={4000} />
        {kind === 'target' && (
          <>
            <Select
              name="comparator"
              width="sm"
              options={ownComparators.map((value) => ({ value, label: t(`plan.unit_plan.comparator.${value}`) }))}
            />
            <NumberField name="goal" />
            <Select
              name="measure"
              width="sm"
              options={ownMeasures.map((value) => ({ value, label: t(`plan.unit_plan.measure.${value}`) }))}
            />
          </>
        )}
        <DayField name="dueOn" optional />
      </Form>
    </Details>
  )
}
