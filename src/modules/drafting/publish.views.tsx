/** Before publishing: what will be in force, what is left, what differs. */
import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DiffCard } from './diff.views.tsx'
import { type ItemKind, type Objection, progressOf } from './draft.ts'
import type { PlanDraft } from './draft.store.ts'
import { planName } from './draft.views.tsx'
import type { Publication } from '#modules/plan/public.ts'
import { sheetOf } from './review.ts'
import type { Diff } from './version.ts'

type Props = {
  plan: PlanDraft
  no: number
  objections: readonly Objection[]
  unchanged: boolean
  diff: Diff | null
  live: Publication
  mayPublish: boolean
  formKey: string
  back: Returned | undefined
  head: Returned | undefined
}

export function PublishPage(props: Props) {
  const { plan, no, objections, unchanged, diff, back, head, formKey } = props
  const review = `/ke-hoach/${plan.code}/duyet`
  const isReady = objections.length === 0 && !unchanged
  return (
    <Desk
      title={t('plan.publish.title', { no })}
      lead={t('plan.publish.lead')}
      narrow
      problem={back !== undefined || head !== undefined}
      crumbs={[
        { href: '/ke-hoach', label: t('plan.list.title') },
        { href: review, label: planName(plan) },
        { label: t('plan.publish.title', { no }) },
      ]}
    >
      <div class="tg-stack">
        {back && (
          <Notice tone="error">
            <p role="alert">{t(back.key, back.params)}</p>
          </Notice>
        )}
        {!isReady && <Against {...props} review={review} />}
        <What {...props} />
        {diff && <DiffCard title={t('plan.publish.diff', { no: no - 1 })} diff={diff} />}
        <Head plan={plan} formKey={formKey} head={head} isOpen={!plan.draft.document.number} />
        <Decide {...props} isReady={isReady} review={review} />
      </div>
    </Desk>
  )
}

/** The button only for who may press it now; to anybody else, what is missing and the way back. */
function Decide({ plan, mayPublish, formKey, back, isReady, review }: Props & { isReady: boolean; review: string }) {
  const away = (kind: 'main' | 'second') => (
    <LinkButton kind={kind} href={review}>
      {t('plan.publish.back')}
    </LinkButton>
  )
  if (!isReady) return <p>{away('main')}</p>
  if (!mayPublish)
    return (
      <>
        <Notice tone="wait">
          <p>{t('plan.publish.not_allowed')}</p>
        </Notice>
        <p>{away('main')}</p>
      </>
    )
  return (
    <Card raised title={t('plan.publish.ready')}>
      <Form
        action={`${review}/cong-bo`}
        words="plan.publish"
        send="plan.publish.send"
        hidden={{ seen: String(plan.draftVersion) }}
        idempotencyKey={formKey}
        {...(back && { values: { note: noteOf(back) } })}
        also={away('second')}
      >
        <TextField name="note" lines={3} optional />
      </Form>
    </Card>
  )
}

const noteOf = ({ typed }: Returned) => {
  const note = typed['note']
  return typeof note === 'string' ? note : ''
}

/** Each reason leads to the first item it is about. */
const Against = ({ objections, unchanged, review }: Props & { review: string }) => (
  <Notice tone="wait">
    <p>
      <strong>{t('plan.publish.not_yet')}</strong>
    </p>
    <ul>
      {objections.map(({ key, items: [first], items }) => (
        <li>
          {first ? (
            <a href={`${review}?muc=${sheetOf[first.kind]}&mo=${first.id}`}>{t(key, { count: items.length })}</a>
          ) : (
            t(key, { count: items.length })
          )}
        </li>
      ))}
      {unchanged && <li>{t('plan.publish.no_change')}</li>}
    </ul>
  </Notice>
)

function What({ plan: { draft }, live }: Props) {
  const rows = (Object.keys(sheetOf) as ItemKind[])
    .map((kind) => ({ kind, ...progressOf(draft.items.filter((item) => item.kind === kind)) }))
    .filter(({ all }) => all > 0)
  const unread = draft.warnings.filter(({ settled }) => !settled).length
  return (
    <Card title={t('plan.publish.what')}>
      <Table
        caption={t('plan.publish.what')}
        captionHidden
        rows={rows}
        empty=""
        columns={[
          {
            key: 'kind',
            label: t('plan.publish.kind'),
            head: true,
            cell: ({ kind }) => say(`plan.draft.sheet.${kind}`),
          },
          { key: 'confirmed', label: t('plan.publish.confirmed'), align: 'end', cell: ({ confirmed }) => confirmed },
          { key: 'dropped', label: t('plan.publish.dropped_count'), align: 'end', cell: ({ dropped }) => dropped },
          { key: 'waiting', label: t('plan.publish.waiting_count'), align: 'end', cell: ({ waiting }) => waiting },
        ]}
      />
      <SummaryList
        of={[
          { label: t('plan.publish.reports'), value: reportDays(live) },
          { label: t('plan.publish.asked'), value: asked(live) },
          unread > 0
            ? { label: t('plan.publish.unread'), value: t('plan.publish.unread_value', { count: unread }) }
            : null,
        ]}
      />
    </Card>
  )
}

const reportDays = ({ reports }: Publication) => {
  const days = [...new Set(reports.map(({ dueOn }) => dueOn))].sort()
  return days.length ? days.map(dayText).join('; ') : t('plan.publish.no_days')
}

function asked({ asks }: Publication): string {
  const byDay = Map.groupBy(asks, ({ dueOn }) => dueOn)
  if (!byDay.size) return t('plan.publish.asked_none')
  return [...byDay].map(([on, all]) => t('plan.publish.asked_value', { count: all.length, on: dayText(on) })).join('; ')
}

type HeadProps = { plan: PlanDraft; formKey: string; head: Returned | undefined; isOpen: boolean }

const Head = ({ plan: { code, draft }, formKey, head, isOpen }: HeadProps) => {
  const { number, issuedOn, issuer, title, year } = draft.document
  return (
    <Details summary={t('plan.publish.document')} open={isOpen || head !== undefined}>
      <Form
        id="van-ban"
        action={`/ke-hoach/${code}/duyet/van-ban`}
        words="plan.publish"
        send="plan.publish.save_document"
        idempotencyKey={`${formKey}-head`}
        back={head}
        values={{
          number,
          issuedOn: issuedOn && dayText(issuedOn),
          issuer,
          name: title,
          year: year === null ? '' : String(year),
        }}
      >
        <TextField name="number" />
        <TextField name="issuedOn" />
        <TextField name="issuer" width="full" />
        <TextField name="name" lines={2} />
        <TextField name="year" width="sm" />
      </Form>
    </Details>
  )
}
