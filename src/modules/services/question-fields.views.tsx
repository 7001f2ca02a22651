/** What is asked about a section of the form and about a question: composed without code. */
import { questionKinds } from '#fields/form.ts'
import { lists, type ReferenceList } from '#fields/list.ts'
import { inWords } from '#fields/words.ts'
import { t } from '#kernel/text.ts'
import { Check, Radios, Select } from '#ui/choice.tsx'
import { FieldSet } from '#ui/field.tsx'
import { NumberField, TextField } from '#ui/text-field.tsx'
import { heldKeys } from './held.ts'
import { type FieldsProps, InTwo, optionsOf } from './field-pair.views.tsx'

const Name = ({ isNew }: { isNew: boolean }) => (isNew ? <TextField name="item.name" code maxLength={60} /> : null)

const When = () => (
  <FieldSet title={t('services.set.conditions')}>
    <TextField name="item.when" optional code width="full" maxLength={500} />
    <Check name="item.aboutOther" />
  </FieldSet>
)

export const SectionFields = ({ isNew }: FieldsProps) => (
  <>
    <Name isNew={isNew} />
    <InTwo name="title" />
    <InTwo name="intro" lines={2} optional />
    <NumberField name="item.repeat.max" optional whole />
    <NumberField name="item.repeat.min" optional whole />
    <InTwo name="repeat.one" optional />
    <When />
  </>
)

/** One that nobody has held against its text says so where it is chosen. */
const listOption = ({ code, name, verified }: ReferenceList) => ({
  value: code,
  label: verified ? inWords(name) : `${inWords(name)} (${t('services.assumed')})`,
})

export const QuestionFields = ({ isNew }: FieldsProps) => (
  <>
    <Name isNew={isNew} />
    <InTwo name="label" />
    <InTwo name="hint" optional />
    <Select name="item.kind" blank={null} options={optionsOf(questionKinds, (kind) => `services.question.${kind}`)} />
    <TextField name="item.known" optional code list={heldKeys} />
    <Radios
      name="item.required"
      options={optionsOf(['yes', 'no', 'when'] as const, (value) => `services.required.${value}`)}
    />
    <TextField name="item.requiredWhen" optional code width="full" maxLength={500} />
    <TextField name="item.choices" lines={5} optional />
    <Select name="item.list" optional options={lists.map(listOption)} />
    <TextField name="item.min" optional code width="sm" />
    <TextField name="item.max" optional code width="sm" />
    <NumberField name="item.decimals" optional whole />
    <InTwo name="unit" optional />
    <NumberField name="item.files.most" optional whole />
    <TextField name="item.value" optional code width="full" />
    <TextField name="item.check.holds" optional code width="full" />
    <InTwo name="check.fault" optional />
    <When />
  </>
)
