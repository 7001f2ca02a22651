/** The questions asked about each kind of item. Names are paths into the item: `item.title.vi`. */
import { t } from '#kernel/text.ts'
import { Check, Checkboxes, Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FieldSet } from '#ui/field.tsx'
import { MoneyField, NumberField, TextField } from '#ui/text-field.tsx'
import type { ItemPart } from './draft.ts'
import { type FieldsProps, InTwo, optionsOf } from './field-pair.views.tsx'
import { heldKeys } from './held.ts'
import { inWords } from '#fields/words.ts'
import { QuestionFields, SectionFields } from './question-fields.views.tsx'
import { partialKinds, type Service, stepKinds, stepRoles } from './service.ts'

const channels = ['online', 'direct', 'post'] as const
const personClasses = ['merit', 'poor', 'disabled', 'elderly'] as const

const named = (
  list: readonly {
    code: string
    title?: { vi: string; en?: string | undefined }
    name?: { vi: string; en?: string | undefined }
  }[],
) => list.map(({ code, title, name }) => ({ value: code, label: inWords(title ?? name ?? { vi: code }), hint: code }))

const Code = ({ isNew }: { isNew: boolean }) => (isNew ? <TextField name="item.code" code maxLength={60} /> : null)
const OnlyIf = () => <TextField name="item.onlyIf" optional code width="full" maxLength={500} />
const ChannelBoxes = () => (
  <Checkboxes name="item.channels" optional options={optionsOf(channels, (value) => `services.channel.${value}`)} />
)
const CaseBoxes = ({ service }: { service: Service }) => (
  <Checkboxes name="item.cases" optional stacked options={named(service.cases)} />
)

const Validity = () => (
  <FieldSet title={t('services.set.validity')}>
    <DayField name="item.validFrom" optional />
    <DayField name="item.validTo" optional />
    <TextField name="item.citation" width="full" maxLength={400} />
    <Check name="item.verified" />
  </FieldSet>
)

const HeadFields = () => (
  <>
    <InTwo name="title" />
    <InTwo name="lead" lines={3} optional />
    <Radios name="item.level" options={optionsOf(['full', 'partial'] as const, (value) => `services.level.${value}`)} />
    <FieldSet title={t('services.set.partial')}>
      <Select
        name="item.partialReason.kind"
        optional
        options={optionsOf(partialKinds, (value) => `services.partial.${value}`)}
      />
      <InTwo name="partialReason.says" lines={2} optional />
      <TextField name="item.partialReason.citation" optional width="full" />
      <DayField name="item.partialReason.until" optional />
    </FieldSet>
    <Checkboxes name="item.channels" options={optionsOf(channels, (value) => `services.channel.${value}`)} />
    <Checkboxes
      name="item.receivers"
      options={optionsOf(
        ['commune', 'district', 'department', 'any_commune'] as const,
        (value) => `services.receiver.${value}`,
      )}
    />
    <Radios name="item.assurance" options={optionsOf(['1', '2'] as const, (value) => `services.assurance.${value}`)} />
    <NumberField name="item.minutes" optional whole />
    <Radios
      name="item.layout"
      options={optionsOf(['page', 'sections', 'questions'] as const, (value) => `services.layout.${value}`)}
    />
    <TextField name="item.stepsBasis.citation" lines={2} />
    <Check name="item.stepsBasis.verified" />
    <TextField name="item.citations" lines={6} />
  </>
)

const units = ['working_hour', 'working_day', 'day', 'month'] as const

const CaseFields = ({ service, isNew }: FieldsProps) => (
  <>
    <Code isNew={isNew} />
    <InTwo name="title" />
    <InTwo name="help" optional />
    <Checkboxes name="item.components" optional stacked options={named(service.components)} />
    <Check name="item.noPapers" />
    {service.channels.map((channel) => (
      <FieldSet title={t('services.set.limit', { channel: t(`services.channel.${channel}`) })}>
        <NumberField name={`item.limits.${channel}.amount`} optional />
        <Select
          name={`item.limits.${channel}.unit`}
          optional
          options={optionsOf(units, (value) => `services.unit.${value}`)}
        />
        <Check name={`item.limits.${channel}.sameDay`} />
        <InTwo name={`limits.${channel}.note`} optional />
        <TextField name={`item.limits.${channel}.citation`} optional width="full" />
        <Check name={`item.limits.${channel}.verified`} />
      </FieldSet>
    ))}
    <Checkboxes
      name="item.sections"
      optional
      stacked
      options={service.form.sections.map(({ name, title }) => ({ value: name, label: inWords(title), hint: name }))}
    />
  </>
)

const ComponentFields = ({ service, isNew }: FieldsProps) => (
  <>
    <Code isNew={isNew} />
    <InTwo name="name" />
    <Radios
      name="item.manner"
      options={optionsOf(['submit', 'show'] as const, (value) => `services.manner.${value}`)}
    />
    <NumberField name="item.originals" whole />
    <NumberField name="item.copies" whole />
    <TextField
      name="item.oneOf"
      optional
      code
      list={[...new Set(service.components.flatMap(({ oneOf }) => oneOf ?? []))]}
    />
    <OnlyIf />
    <TextField name="item.notNeededIfKnown" optional code list={heldKeys} />
    <Check name="item.optional" />
    <Check name="item.digitise" />
    <InTwo name="note" lines={2} optional />
    <TextField name="item.citation" width="full" maxLength={400} />
  </>
)

const FeeFields = ({ service, isNew }: FieldsProps) => (
  <>
    <Code isNew={isNew} />
    <InTwo name="name" />
    <Radios name="item.kind" options={optionsOf(['fee', 'charge'] as const, (value) => `services.money.${value}`)} />
    <MoneyField name="item.amount" optional />
    <TextField name="item.tiers" lines={3} optional />
    <TextField name="item.quantity" optional code />
    <InTwo name="unitName" optional />
    <MoneyField name="item.cap" optional />
    <TextField name="item.times" optional code />
    <ChannelBoxes />
    <CaseBoxes service={service} />
    <OnlyIf />
    <Validity />
  </>
)

const ReliefFields = ({ service, isNew }: FieldsProps) => (
  <>
    <Code isNew={isNew} />
    <InTwo name="name" />
    <NumberField name="item.percent" />
    <Checkboxes name="item.classes" optional options={optionsOf(personClasses, (value) => `services.class.${value}`)} />
    <Checkboxes name="item.fees" optional stacked options={named(service.fees)} />
    <ChannelBoxes />
    <OnlyIf />
    <Validity />
  </>
)

function StepFields({ service, isNew, now }: FieldsProps) {
  const others = named(service.steps.filter(({ code }) => code !== now))
  return (
    <>
      <Code isNew={isNew} />
      <InTwo name="title" />
      <Radios name="item.kind" stacked options={optionsOf(stepKinds, (value) => `services.kind.${value}`)} />
      <Radios name="item.role" stacked options={optionsOf(stepRoles, (value) => `services.role.${value}`)} />
      <TextField name="item.agency" optional width="full" maxLength={120} />
      <NumberField name="item.hours" />
      <Checkboxes name="item.after" optional stacked options={others} />
      <CaseBoxes service={service} />
      <OnlyIf />
      <Select name="item.onRefusal" optional options={others} />
      <Select name="item.onSupplement" optional options={named(service.steps)} />
    </>
  )
}

const ResultFields = ({ isNew }: FieldsProps) => (
  <>
    {isNew && <TextField name="item.code" code maxLength={60} list={[]} />}
    <InTwo name="name" />
    <Radios
      name="item.kind"
      options={optionsOf(['document', 'register'] as const, (value) => `services.result.${value}`)}
    />
  </>
)

const CitizenStepFields = () => (
  <>
    <InTwo name="title" />
    <InTwo name="text" lines={3} />
  </>
)

const fields: Readonly<Record<ItemPart, (props: FieldsProps) => preact.JSX.Element>> = {
  head: HeadFields,
  cases: CaseFields,
  components: ComponentFields,
  fees: FeeFields,
  reliefs: ReliefFields,
  steps: StepFields,
  results: ResultFields,
  citizenSteps: CitizenStepFields,
  sections: SectionFields,
  questions: QuestionFields,
}

export function ItemFields({ part, ...props }: FieldsProps & { part: ItemPart }) {
  const Fields = fields[part]
  return <Fields {...props} />
}
