/** Questions answered by choosing. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { Field, Group, Label, Remarks, type Width } from './field.tsx'
import { useField } from './form.tsx'

export type Option = { readonly value: string; readonly label: string; readonly hint?: string; readonly group?: string }

type SelectProps = {
  name: string
  options: readonly Option[]
  optional?: boolean
  width?: Width
  /** The first, empty choice; `null` when every choice is a real one. */
  blank?: string | null
}

export function Select({ name, options, optional = false, width = 'md', blank }: SelectProps) {
  const field = useField(name)
  const groups = [...new Set(options.map((option) => option.group))]
  const item = (option: Option) => (
    <option value={option.value} selected={option.value === field.value}>
      {option.label}
    </option>
  )
  return (
    <Field field={field} optional={optional} width={width}>
      <select class="ds-input" id={field.id} name={name} {...field.control}>
        {blank !== null && <option value="">{blank ?? t('ui.form.choose')}</option>}
        {groups.map((group) => {
          const members = options.filter((option) => option.group === group).map(item)
          return group === undefined ? members : <optgroup label={group}>{members}</optgroup>
        })}
      </select>
    </Field>
  )
}

type ChoiceProps = { name: string; options: readonly Option[]; optional?: boolean; stacked?: boolean }

export const Radios = (props: ChoiceProps) => <Choices {...props} type="radio" />
/** Sends `name` once for each ticked box. */
export const Checkboxes = (props: ChoiceProps) => <Choices {...props} type="checkbox" />

function Choices({ name, options, optional = false, stacked, type }: ChoiceProps & { type: 'radio' | 'checkbox' }) {
  const field = useField(name)
  const many = stacked === false && options.length > 8
  const upright = stacked ?? (options.length > 3 || options.some((option) => option.hint))
  return (
    <Group field={field} optional={optional}>
      <div class={upright ? 'tg-choice tg-choice-stack' : many ? 'tg-choice tg-choice-many' : 'tg-choice'}>
        {options.map((option, at) => (
          <label>
            <input
              type={type}
              id={at === 0 ? field.id : `${field.id}.${at}`}
              name={name}
              value={option.value}
              checked={field.chosen.includes(option.value)}
              aria-describedby={at === 0 ? field.control['aria-describedby'] : undefined}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </Group>
  )
}

type CheckProps = { name: string; children?: ComponentChildren }

/** One yes or nothing. Sends `true` when ticked. The label is the sentence one agrees to. */
export function Check({ name, children }: CheckProps) {
  const field = useField(name)
  return (
    <div class={field.error ? 'tg-group tg-field-error' : 'tg-group'}>
      <Remarks field={field} />
      <div class="tg-choice tg-choice-stack">
        <label>
          <input
            type="checkbox"
            id={field.id}
            name={name}
            value="true"
            checked={['true', 'on'].includes(field.value)}
            {...field.control}
          />
          <span>{children ?? <Label field={field} optional={false} />}</span>
        </label>
      </div>
    </div>
  )
}
