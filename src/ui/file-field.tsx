/** A file to send. */
import { t } from '#kernel/text.ts'
import { Field } from './field.tsx'
import { useField } from './form.tsx'

type Props = {
  name: string
  optional?: boolean
  several?: boolean
  /** `.pdf,image/*` */
  accept?: string
  /** "10 MB" */
  limit?: string
  /** The file that is already there, and where to see it. */
  now?: { readonly name: string; readonly href: string }
}

export function FileField({ name, optional = false, several = false, accept, limit, now }: Props) {
  const field = useField(name)
  const limitId = limit && `${field.id}-limit`
  const describedBy = [field.control['aria-describedby'], limitId].filter(Boolean).join(' ') || undefined
  return (
    <Field field={field} optional={optional}>
      <div class="tg-drop">
        {now && (
          <p>
            {t('ui.form.file_now')}: <a href={now.href}>{now.name}</a>
          </p>
        )}
        {field.again && !now && <p>{t('ui.form.file_again')}</p>}
        <input
          type="file"
          id={field.id}
          name={name}
          multiple={several}
          accept={accept}
          aria-invalid={field.control['aria-invalid']}
          aria-describedby={describedBy}
        />
        {limit && (
          <p class="tg-small tg-muted" id={limitId}>
            {t('ui.form.file_limit', { size: limit })}
          </p>
        )}
      </div>
    </Field>
  )
}
