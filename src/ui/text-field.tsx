/** Questions answered by writing. Everything arrives as text and comes back as it was typed. */
import { t } from '#kernel/text.ts'
import { Field, type Width } from './field.tsx'
import { useField } from './form.tsx'

type TextProps = {
  name: string
  optional?: boolean
  /** More than one line makes it a text area. */
  lines?: number
  width?: Width
  autocomplete?: string
  maxLength?: number
  kind?: 'text' | 'email' | 'tel' | 'search' | 'url'
  /** Codes are written in a face that tells 0 from O. */
  code?: boolean
  /** Brings the keyboard of figures. */
  figures?: boolean
  list?: readonly string[]
}

export function TextField(props: TextProps) {
  const {
    name,
    optional = false,
    lines = 1,
    width,
    autocomplete = 'off',
    maxLength,
    kind = 'text',
    code,
    figures,
    list,
  } = props
  const field = useField(name)
  const shared = { id: field.id, name, autocomplete, maxLength, ...field.control }
  const listId = list && `${field.id}-list`
  return (
    <Field field={field} optional={optional} width={width ?? (lines > 1 ? 'full' : 'md')}>
      {lines > 1 ? (
        <textarea class="ds-input" rows={lines} {...shared} value={field.value} />
      ) : (
        <input
          class={code ? 'ds-input tg-code' : 'ds-input'}
          type={kind}
          inputMode={figures ? 'numeric' : undefined}
          {...shared}
          value={field.value}
          list={listId}
        />
      )}
      {list && (
        <datalist id={listId}>
          {list.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

type NumberProps = { name: string; optional?: boolean; unit?: string; whole?: boolean }

/** A text box with the keyboard of figures: type=number would refuse the comma and change on scrolling. */
export function NumberField({ name, optional = false, unit, whole = false }: NumberProps) {
  const field = useField(name)
  const unitId = unit && `${field.id}-unit`
  const control = { ...field.control, 'aria-describedby': join(field.control['aria-describedby'], unitId) }
  return (
    <Field field={field} optional={optional} width="sm">
      <div class="tg-with-unit">
        <input
          class="ds-input tg-num"
          type="text"
          id={field.id}
          name={name}
          inputMode={whole ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={field.value}
          {...control}
        />
        {unit && <span id={unitId}>{unit}</span>}
      </div>
    </Field>
  )
}

/** Whole đồng; dots between thousands may be typed. */
export const MoneyField = ({ name, optional = false }: { name: string; optional?: boolean }) => (
  <NumberField name={name} optional={optional} unit={t('ui.form.dong')} whole />
)

type PasswordProps = { name: string; fresh?: boolean }

/** Never comes back filled in. `fresh` when the person is choosing a new one. */
export function PasswordField({ name, fresh = false }: PasswordProps) {
  const field = useField(name)
  return (
    <Field field={field} optional={false} width="md">
      <input
        class="ds-input"
        type="password"
        id={field.id}
        name={name}
        autocomplete={fresh ? 'new-password' : 'current-password'}
        {...field.control}
      />
    </Field>
  )
}

/** A one-time code of six figures; phones offer it from the message. Never comes back filled in. */
export function CodeField({ name }: { name: string }) {
  const field = useField(name)
  const shown = field.hint ? field : { ...field, hint: t('ui.form.code_hint') }
  const describedBy = join(`${field.id}-hint`, field.error && `${field.id}-error`)
  return (
    <Field field={shown} optional={false} width="sm">
      <input
        class="ds-input tg-one-time"
        type="text"
        id={field.id}
        name={name}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={8}
        aria-invalid={field.control['aria-invalid']}
        aria-describedby={describedBy}
      />
    </Field>
  )
}

const join = (...ids: (string | undefined)[]) => ids.filter(Boolean).join(' ') || undefined
