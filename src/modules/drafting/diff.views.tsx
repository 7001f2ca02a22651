/** What changed from one version to the next: item by item, field by field, wording word by word. */
import { hasMessage, say, t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { dayText } from '#ui/figures.ts'
import { isDayText } from '#kernel/time.ts'
import { goalText, valueText } from './value.views.tsx'
import type { Diff, FieldChange, ItemChange, ValueChange, VersionItem } from './version.ts'
import { isEmptyDiff } from './version.ts'
import type { Part } from './wording.ts'

function DiffView({ diff }: { diff: Diff }) {
  const { document, added, removed, changed, unchanged } = diff
  if (isEmptyDiff(diff)) return <p>{t('plan.diff.none')}</p>
  const count = { added: added.length, removed: removed.length, changed: changed.length, unchanged }
  return (
    <>
      <p>{t('plan.diff.count', count)}</p>
      {document.length > 0 && (
        <>
          <h3>{t('plan.diff.document')}</h3>
          <ul>
            {document.map((change) => (
              <li>
                <Change change={change} words="plan.publish" />
              </li>
            ))}
          </ul>
        </>
      )}
      <Group title={t('plan.diff.added')} items={added} kind="added" />
      <Group title={t('plan.diff.removed')} items={removed} kind="removed" />
      {changed.length > 0 && <h3>{t('plan.diff.changed')}</h3>}
      {changed.map((change) => (
        <Changed change={change} />
      ))}
    </>
  )
}

const name = ({ kind, ref, title }: VersionItem) =>
  [say(`plan.draft.sheet.${kind}`), ref, title].filter(Boolean).join(' · ')

const Group = ({ title, items, kind }: { title: string; items: readonly VersionItem[]; kind: 'added' | 'removed' }) =>
  items.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li>
            <strong>{name(item)}</strong>
            <br />
            {kind === 'added' ? <ins>{item.wording}</ins> : <del>{item.wording}</del>}
          </li>
        ))}
      </ul>
    </>
  )

const Changed = ({ change: { after, fields, wording, values, days } }: { change: ItemChange }) => (
  <article>
    <h4>{name(after)}</h4>
    <ul>
      {fields.map((change) => (
        <li>
          <Change change={change} words="plan.draft" />
        </li>
      ))}
      {values.map((change) => (
        <li>{valueChange(change)}</li>
      ))}
      {days.added.map((on) => (
        <li>{t('plan.diff.day_added', { on: plain(on) })}</li>
      ))}
      {days.removed.map((on) => (
        <li>{t('plan.diff.day_removed', { on: plain(on) })}</li>
      ))}
    </ul>
    {wording && <Words parts={wording} />}
  </article>
)

/** `ins` and `del` are not read aloud everywhere: the words say it too. */
const Words = ({ parts }: { parts: readonly Part[] }) => (
  <p>
    {parts.map(({ kind, text }) =>
      kind === 'same' ? (
        `${text} `
      ) : kind === 'added' ? (
        <>
          <ins>
            <span class="tg-sr">[{t('plan.diff.was_added')}] </span>
            {text}
          </ins>{' '}
        </>
      ) : (
        <>
          <del>
            <span class="tg-sr">[{t('plan.diff.was_removed')}] </span>
            {text}
          </del>{' '}
        </>
      ),
    )}
  </p>
)

const plain = (value: FieldChange['before']): string => {
  if (value === null || value === '') return t('plan.diff.nothing')
  const text = String(value)
  return isDayText(text) ? dayText(text) : text
}

/** Kinds and periods are said by their words. */
function Change({
  change: { field, before, after },
  words,
}: {
  change: FieldChange
  words: 'plan.draft' | 'plan.publish'
}) {
  const key = field === 'title' ? 'name' : field
  const code = field === 'kind' ? 'sheet' : field
  const shown = (value: FieldChange['before']) =>
    typeof value === 'string' && hasMessage(`plan.draft.${code}.${value}`)
      ? say(`plan.draft.${code}.${value}`)
      : plain(value)
  return <>{t('plan.diff.change', { field: say(`${words}.${key}`), before: shown(before), after: shown(after) })}</>
}

function valueChange({ before, after }: ValueChange): string {
  if (!before) return after ? t('plan.diff.value_added', { after: valueText(after) }) : ''
  if (!after) return t('plan.diff.value_removed', { before: valueText(before) })
  const short =
    goalText(before) !== goalText(after) && before.deadline === after.deadline && before.level === after.level
  const said = short ? goalText : valueText
  const subject = before.subject === after.subject ? '' : ` (${before.subject} → ${after.subject})`
  return t('plan.diff.value_changed', { before: said(before), after: said(after) }) + subject
}

export const DiffCard = ({ title, diff }: { title: string; diff: Diff }) => (
  <Card title={title}>
    <DiffView diff={diff} />
  </Card>
)
