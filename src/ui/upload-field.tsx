/** Files that were sent in for a question: what came of each, and what can be done with it without any script. */
import { type Key, type Params, t } from '#kernel/text.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { bytesText } from './figures.ts'
import { useField } from './form.tsx'
import { Icon } from './icon.tsx'
import { Status, type StatusTone } from './status.tsx'

export type UploadState = 'receiving' | 'checking' | 'ready' | 'refused'

export type UploadItem = {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly state: UploadState
  readonly pages?: number | undefined
  /** Why it was refused. */
  readonly refusal?: { readonly key: Key; readonly params?: Params } | undefined
  /** What may be wrong with it; the person decides. */
  readonly hints?: readonly Key[]
  readonly picture: boolean
}

type Props = {
  name: string
  items: readonly UploadItem[]
  optional?: boolean
  /** Several files answer the question. */
  several?: boolean
  /** `.pdf,image/*` */
  accept: string
  /** Megabytes of one file. */
  megabytes: number
}

const uploadAddress = (id: string): string => `/tai-tep/${id}`

const tones: Record<UploadState, StatusTone> = { receiving: 'wait', checking: 'run', ready: 'done', refused: 'error' }
const states: Record<UploadState, Key> = {
  receiving: 'ui.upload.receiving',
  checking: 'ui.upload.checking',
  ready: 'ui.upload.ready',
  refused: 'ui.upload.refused',
}

/** What the script says; it knows no language of its own. */
const words = () =>
  JSON.stringify({
    waiting: t('ui.upload.waiting'),
    sending: t('ui.upload.sending'),
    checking: t('ui.upload.checking'),
    again: t('ui.upload.again'),
    failed: t('ui.upload.failed'),
    done: t('ui.upload.done'),
    removed: t('ui.upload.removed'),
    turned: t('ui.upload.turned'),
    moved: t('ui.upload.moved'),
    wait: t('ui.upload.wait'),
    camera: t('ui.upload.camera'),
    tooLarge: t('ui.upload.too_large'),
  })

export function UploadField({ name, items, optional = false, several = false, accept, megabytes }: Props) {
  const field = useField(name)
  const limitId = `${field.id}-limit`
  const describedBy = [field.control['aria-describedby'], limitId].filter(Boolean).join(' ')
  const joinable = items.filter(({ state }) => state === 'ready').length > 1
  return (
    <Field field={field} optional={optional}>
      <div
        class="tg-upload tg-stack"
        data-enhance="upload"
        data-name={name}
        data-most={megabytes * 1_000_000}
        data-words={words()}
      >
        {/* Whoever presses Enter in a box of the form sends the form, and does not turn a picture. */}
        <button type="submit" class="tg-sr" tabIndex={-1} aria-hidden="true">
          {t('ui.upload.send')}
        </button>
        <ol class="tg-files">
          {items.map((item) => (
            <Item item={item} field={name} several={several} />
          ))}
        </ol>
        <template>
          <Item item={blank} field={name} several={several} template />
        </template>
        {several && (
          <p data-part="join" hidden={!joinable}>
            <Button kind="second" icon="file" name="_upload" value={`join:${name}:`}>
              {t('ui.upload.join')}
            </Button>
          </p>
        )}
        <div class="tg-drop">
          <input
            type="file"
            id={field.id}
            name={`${name}.file`}
            multiple={several}
            accept={accept}
            aria-invalid={field.control['aria-invalid']}
            aria-describedby={describedBy}
          />
          <p class="tg-small tg-muted" id={limitId}>
            {t('ui.upload.limit', { megabytes })}
          </p>
        </div>
        <p class="tg-small" role="status" data-part="says" />
      </div>
    </Field>
  )
}

/** What the script fills in for a file that has just been chosen. */
const blank: UploadItem = { id: '', name: '', size: 0, state: 'receiving', picture: false }

type ItemProps = {
  item: UploadItem
  field: string
  several: boolean
  /** With everything a file may come to need, for the script to show and hide. */
  template?: boolean
}

/** Exactly one of these is shown. */
const Statuses = ({ state, template }: { state: UploadState; template: boolean }) => (
  <p data-part="state">
    {(template ? (['checking', 'ready', 'refused'] as const) : [state]).map((one) => (
      <span data-when={one} hidden={template && one !== 'checking'}>
        <Status tone={tones[one]}>{t(states[one])}</Status>
      </span>
    ))}
  </p>
)

function Item({ item, field, several, template = false }: ItemProps) {
  const { id, name, size, state, pages, refusal, hints = [], picture } = item
  const movable = several && (template || state !== 'refused')
  return (
    <li class="tg-file" data-id={id} data-state={state}>
      {state !== 'refused' && <input type="hidden" name={field} value={id} disabled={id === ''} />}
      <span class="tg-file-face">
        {picture && state === 'ready' ? (
          <img src={`${uploadAddress(id)}/nho`} alt="" loading="lazy" width="72" height="72" />
        ) : (
          <Icon name="file" />
        )}
      </span>
      <div class="tg-file-about">
        <p data-part="name">{state === 'ready' ? <a href={`${uploadAddress(id)}/xem`}>{name}</a> : name}</p>
        <p class="tg-small tg-muted" data-part="size">
          {size > 0 && bytesText(size)}
          {pages !== undefined && !picture && ` · ${t('ui.upload.pages', { pages })}`}
        </p>
        <Statuses state={state} template={template} />
        <ul class="tg-small" data-part="hints">
          {refusal && <li>{t(refusal.key, { name, ...refusal.params })}</li>}
          {hints.map((hint) => (
            <li>{t(hint)}</li>
          ))}
        </ul>
      </div>
      <div class="tg-file-acts">
        {(template || state === 'ready') && <Act verb="turn" {...{ field, id, name }} says="ui.upload.turn" />}
        {movable && <Act verb="up" {...{ field, id, name }} says="ui.upload.up" />}
        {movable && <Act verb="down" {...{ field, id, name }} says="ui.upload.down" />}
        <Act verb="drop" {...{ field, id, name }} says="ui.upload.drop" />
      </div>
    </li>
  )
}

type ActProps = { verb: string; field: string; id: string; name: string; says: Key }

const Act = ({ verb, field, id, name, says }: ActProps) => (
  <button type="submit" class="ds-button" data-variant="tertiary" name="_upload" value={`${verb}:${field}:${id}`}>
    {t(says)}
    <span class="tg-sr"> {name}</span>
  </button>
)
