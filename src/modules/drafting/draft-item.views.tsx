/** One item of a draft as a small form: what was read, why it may be wrong, what can be done about it. */
import { hasMessage, type Key, type Params, say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Changed } from '#ui/changed.tsx'
import { momentText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { ReviewItem } from '#ui/review.tsx'
import { Status } from '#ui/status.tsx'
import { type DraftItem, isDoubtful } from './draft.ts'
import { Fields, More } from './draft-field.views.tsx'
import { differencesOf, type Typed } from './draft-typed.views.tsx'
import type { Shown } from './review.ts'
import { splitPoints } from './revision.ts'

/** What came back of a form that was not taken. */
export type Refused = {
  readonly item: string
  readonly key: Key
  readonly params: Params
  readonly typed: Typed
  readonly problems: readonly { path: string; key: Key; params?: Params }[]
}

type Props = {
  code: string
  shown: Shown
  open: boolean
  /** The number of the item before it, when it can be joined to that. */
  before: string | null
  refused: Refused | undefined
  /** Where the page stands, to come back to it. */
  here: Readonly<Record<string, string>>
  formKey: string
  link: string
}

export function ItemForm(props: Props) {
  const { code, shown, open, refused, here, formKey, link } = props
  const { n, item } = shown
  const action = `/ke-hoach/${code}/duyet/${item.id}`
  const isOpen = (open || refused !== undefined) && item.state !== 'dropped'
  const lines =
    item.span &&
    (item.span.fromLine === item.span.toLine ? `${item.span.fromLine}` : `${item.span.fromLine}–${item.span.toLine}`)
  const head = {
    n,
    title: item.title || item.wording.slice(0, 90),
    ...(lines && { lines }),
    now: isOpen && refused !== undefined,
  }
  if (!isOpen && item.state === 'confirmed')
    return (
      <ReviewItem
        {...head}
        status={<StateOf item={item} />}
        title={
          <>
            {head.title} <a href={link}>{t('plan.draft.open')}</a>
          </>
        }
      />
    )
  return (
    <form id={`bm-${n}`} action={action} method="post" noValidate>
      <input type="hidden" name="rev" value={item.rev} />
      <input type="hidden" name="_key" value={`${formKey}-${item.id}-${item.rev}`} />
      {Object.entries({ ...here, n }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <ReviewItem {...head} status={<StateOf item={item} />} actions={<Actions {...props} action={action} />}>
        {isOpen ? <Body {...props} /> : item.state === 'dropped' && <Dropped {...props} />}
      </ReviewItem>
    </form>
  )
}

const StateOf = ({ item }: { item: DraftItem }) => {
  if (item.state === 'confirmed') return <Status tone="done">{t('plan.draft.state.confirmed')}</Status>
  if (item.state === 'dropped') return <Status tone="stop">{t('plan.draft.state.dropped')}</Status>
  if (isDoubtful(item)) return <Status tone="risk">{t('plan.draft.state.doubtful')}</Status>
  return <Status tone="new">{t('plan.draft.state.proposed')}</Status>
}

export const doubtText = ({ key, params }: { key: string; params: Params }) =>
  hasMessage(key) ? say(key, params) : key

const Doubts = ({ item }: { item: DraftItem }) => (
  <>
    {item.doubts.map((doubt) => (
      <Notice tone="wait">
        <p>{doubtText(doubt)}</p>
      </Notice>
    ))}
  </>
)

const Dropped = ({ shown: { n, item }, refused, link }: Props) => (
  <>
    {refused && <Refusal n={n} item={item} refused={{ ...refused, typed: {} }} link={link} />}
    <p class="tg-small">{item.wording}</p>
    <Doubts item={item} />
  </>
)

function Body({ code, shown: { n, item }, refused, link, before }: Props) {
  const action = `/ke-hoach/${code}/duyet/${item.id}`
  const points = splitPoints(item.wording)
  return (
    <>
      {refused && <Refusal n={n} item={item} refused={refused} link={link} />}
      {item.state === 'proposed' && <Doubts item={item} />}
      {(item.kind !== 'target' || !item.span) && <p class="tg-small">{item.wording}</p>}
      <Fields n={n} item={item} typed={refused?.typed} />
      <More n={n} item={item} typed={refused?.typed}>
        {points.length > 0 && <Split n={n} item={item} points={points} action={action} />}
        {before && (
          <p>
            <Button kind="second" action={`${action}/gop`}>
              {t('plan.draft.join', { before })}
            </Button>
          </p>
        )}
      </More>
    </>
  )
}

type RefusalProps = { n: string; item: DraftItem; refused: Refused; link: string }

function Refusal({ n, item, refused, link }: RefusalProps) {
  const by = item.touched?.by ?? ''
  const at = item.touched ? momentText(new Date(item.touched.at)) : ''
  if (refused.key === 'kernel.changed_meanwhile') {
    const differences = differencesOf(item, refused.typed)
    if (differences.length === 0)
      return (
        <Notice tone="wait">
          <p role="alert">{t('plan.draft.changed_away', { by, at })}</p>
        </Notice>
      )
    return <Changed by={by} at={at} differences={differences} theirs={link} form={`bm-${n}`} />
  }
  return (
    <Notice tone="error">
      <div role="alert">
        {refused.problems.length === 0 && <p>{t(refused.key, refused.params)}</p>}
        {refused.problems.map(({ path, key, params }) => (
          <p>{say(key, { label: labelOf(path), ...params })}</p>
        ))}
      </div>
    </Notice>
  )
}

/** `edit.values.0.goal` is called what the field is called. */
function labelOf(path: string): string {
  const parts = path.split('.').filter((part) => part !== 'edit' && !/^\d+$/.test(part))
  const name = parts.join('.') === 'title' ? 'name' : parts.join('.')
  return hasMessage(`plan.draft.${name}`) ? say(`plan.draft.${name}`) : t('plan.draft.values')
}

function Actions({ shown: { item }, action }: Props & { action: string }) {
  if (item.state === 'dropped')
    return (
      <Button kind="second" action={`${action}/lay-lai`}>
        {t('plan.draft.restore')}
      </Button>
    )
  return (
    <>
      <Button>{t('plan.draft.confirm')}</Button>
      <Button kind="second" action={`${action}/bo`}>
        {t('plan.draft.drop')}
      </Button>
      <Button kind="plain" action={`${action}/luu`}>
        {t('plan.draft.save')}
      </Button>
    </>
  )
}

type SplitProps = { n: string; item: DraftItem; points: readonly number[]; action: string }

const Split = ({ n, item: { wording }, points, action }: SplitProps) => (
  <>
    <div class="ds-field">
      <label for={`tach-${n}`}>{t('plan.draft.split_before')}</label>
      <select class="ds-input" id={`tach-${n}`} name="before">
        {points.map((at) => (
          <option value={at}>{`“${wording.slice(at, at + 70)}${wording.length > at + 70 ? '…' : ''}”`}</option>
        ))}
      </select>
    </div>
    <p>
      <Button kind="second" action={`${action}/tach`}>
        {t('plan.draft.split')}
      </Button>
    </p>
  </>
)
