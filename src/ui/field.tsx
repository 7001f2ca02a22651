/** The frame of a question: label, hint, fault, then the control – so that a phone's keyboard hides none of them. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import type { FieldState } from './form.tsx'

/** How wide the answer is expected to be; the width of a box tells how much to write. */
export type Width = 'sm' | 'md' | 'full'

export const Label = ({ field, optional }: { field: FieldState; optional: boolean }) => (
  <>
    {field.label}
    {optional && <span class="tg-optional"> ({t('ui.form.optional')})</span>}
  </>
)

export const Remarks = ({ field }: { field: FieldState }) => (
  <>
    {field.hint && (
      <p data-field="description" id={`${field.id}-hint`}>
        {field.hint}
      </p>
    )}
    {field.error && (
      <p class="ds-validation-message" id={`${field.id}-error`}>
        {field.error}
      </p>
    )}
  </>
)

type FrameProps = { field: FieldState; optional: boolean; width?: Width; children: ComponentChildren }

export const Field = ({ field, optional, width = 'full', children }: FrameProps) => (
  <div class={['ds-field', `tg-w-${width}`, field.error && 'tg-field-error'].filter(Boolean).join(' ')}>
    <label for={field.id}>
      <Label field={field} optional={optional} />
    </label>
    <Remarks field={field} />
    {children}
  </div>
)

type GroupProps = Omit<FrameProps, 'width'> & {
  /** Each control has a label of its own and asks for a part of the answer. */
  parts?: boolean
}

/** As `Field`, for a question with several controls. */
export const Group = ({ field, optional, parts, children }: GroupProps) => (
  <fieldset
    class={['ds-fieldset tg-group', parts && 'tg-parts', field.error && 'tg-field-error'].filter(Boolean).join(' ')}
    aria-describedby={field.control['aria-describedby']}
  >
    <legend class="tg-legend">
      <Label field={field} optional={optional} />
    </legend>
    <Remarks field={field} />
    {children}
  </fieldset>
)

type SectionProps = { title: string; children: ComponentChildren }

/** Several questions about one thing. */
export const FieldSet = ({ title, children }: SectionProps) => (
  <fieldset class="ds-fieldset tg-section-fields">
    <legend class="tg-legend-lg">{title}</legend>
    {children}
  </fieldset>
)
