/** A cell of a report: where its figure comes from is part of it. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { Source } from './figure.tsx'

export type CellKind = 'auto' | 'hand' | 'est' | 'empty' | 'error' | 'na'

type CellProps = {
  kind: CellKind
  /** What the cell asks, in words: row and column. */
  label: string
  /** Name of the box; without it the figure is only read. */
  name?: string
  value?: string
  source?: ComponentChildren
  /** What is wrong, for `error`. */
  error?: string
  required?: boolean
}

/** Goes inside a `td`: put it in a column of a `<Table>`. */
export function ReportCell({ kind, label, name, value = '', source, error, required = true }: CellProps) {
  const errorId = name && error ? `${name}-error` : undefined
  const noteId = name && kind !== 'hand' ? `${name}-note` : undefined
  const note =
    kind === 'empty'
      ? t(required ? 'ui.cell.empty' : 'ui.cell.empty_optional')
      : kind === 'est'
        ? t('ui.cell.est')
        : undefined
  if (kind === 'na')
    return (
      <div class="tg-cell" data-cell="na">
        <span aria-hidden="true">–</span>
        <span class="tg-sr">{t('ui.cell.na')}</span>
      </div>
    )
  return (
    <div class="tg-cell" data-cell={kind}>
      {error && (
        <p class="ds-validation-message" id={errorId}>
          {error}
        </p>
      )}
      {name && kind !== 'auto' ? (
        <input
          class="ds-input"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          id={name}
          name={name}
          value={value}
          aria-label={label}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={[errorId, note && noteId].filter(Boolean).join(' ') || undefined}
        />
      ) : (
        <b class="tg-num">{value}</b>
      )}
      {note && <small id={noteId}>{note}</small>}
      {kind === 'auto' && <Source>{source ?? t('ui.cell.auto')}</Source>}
    </div>
  )
}
