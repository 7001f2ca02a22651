/** The review: source beside items, section by section, and what the reader of the text did not understand. */
import { crumbsOf } from '#modules/plan/public.ts'
import { calmTitle } from '#ui/title.ts'
import { type Key, say, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Meter } from '#ui/meter.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pager } from '#ui/pager.tsx'
import { Review } from '#ui/review.tsx'
import { Status } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { type DraftItem, itemKinds, progressOf } from './draft.ts'
import { ItemForm, type Refused } from './draft-item.views.tsx'
import { Excerpt } from './draft-source.views.tsx'
import type { PlanDraft } from './draft.store.ts'
import { excerptOf, type Section, sheetPath, sheetsOf, type Shown, type View, viewQuery } from './review.ts'
import { beforeOf, isCertain } from './revision.ts'
import { HeadingSlips, Warnings } from './warning.views.tsx'

export const planName = ({ number, title }: { number: string | null; title: string }) => number ?? title

export type ReviewProps = {
  plan: PlanDraft
  view: View
  formKey: string
  /** The item asked to be opened although it is settled. */
  opened: string | undefined
  refused: Refused | undefined
  /** Said about the whole page: what was looked at is no longer there. */
  lost?: Key | undefined
}

export function ReviewPage(props: ReviewProps) {
  const { plan, view, lost } = props
  const { code, draft } = plan
  const refusedAt = view.shown.find(({ item }) => item.id === props.refused?.item)
  return (
    <Desk
      title={t('plan.draft.title', { name: planName(plan) })}
      eyebrow={calmTitle(draft.document.title)}
      lead={t('plan.draft.lead')}
      crumbs={
        plan.state === 'draft'
          ? [{ href: '/ke-hoach', label: t('plan.list.title') }, { label: planName(plan) }]
          : crumbsOf({ ...plan, title: draft.document.title }, t('plan.list.review'))
      }
      problem={props.refused !== undefined}
      actions={
        <>
          <LinkButton href={`/ke-hoach/${code}/duyet/cong-bo`}>{t('plan.draft.to_publish')}</LinkButton>
          <LinkButton kind="second" href={`/ke-hoach/${code}/van-ban`}>
            {t('plan.draft.whole_text')}
          </LinkButton>
          {plan.fileHash && (
            <LinkButton kind="second" href={`/ke-hoach/${code}/van-ban/tep`}>
              {t('plan.source.file')}
            </LinkButton>
          )}
          <LinkButton kind="plain" href="/ke-hoach">
            {t('plan.draft.later')}
          </LinkButton>
        </>
      }
    >
      <div class="tg-stack">
        {refusedAt && (
          <Notice tone="wait">
            <p role="alert">
              <a href={`#muc-${refusedAt.n}`}>{t('plan.draft.refused_at', { n: refusedAt.n })}</a>
            </p>
          </Notice>
        )}
        {lost && (
          <Notice tone="wait">
            <p role="alert">{t(lost)}</p>
          </Notice>
        )}
        <Standing plan={plan} />
        <Sheets plan={plan} view={view} />
        {view.sections.length > 0 && <Sections code={code} view={view} />}
        <Warnings plan={plan} view={view} formKey={props.formKey} />
        <Beside {...props} />
        <AddItem plan={plan} view={view} formKey={props.formKey} />
      </div>
    </Desk>
  )
}

function Standing({ plan: { code, draft } }: { plan: PlanDraft }) {
  const { confirmed, dropped, all, doubtful, waiting } = progressOf(draft.items)
  const kept = all - dropped
  return (
    <Card>
      <div class="tg-row tg-row-between">
        <strong>{t('plan.draft.progress', { confirmed, all: kept })}</strong>
        {doubtful > 0 ? (
          <a href={`/ke-hoach/${code}/duyet?muc=${sheetPath('doubtful')}`}>
            <Status tone="risk">{t('plan.draft.doubtful', { count: doubtful })}</Status>
          </a>
        ) : (
          <Status tone="done">{t('plan.draft.no_doubt')}</Status>
        )}
      </div>
      <Meter value={kept === 0 ? 0 : (confirmed / kept) * 100} />
      <p class="tg-small tg-muted">
        {waiting > 0 ? t('plan.draft.left', { count: waiting }) : t('plan.draft.all_done')}
      </p>
    </Card>
  )
}

const Sheets = ({ plan: { code, draft }, view }: { plan: PlanDraft; view: View }) => (
  <Chips
    label={t('plan.draft.sheets')}
    of={sheetsOf(draft).map(({ sheet, count }) => ({
      href: `/ke-hoach/${code}/duyet?muc=${sheetPath(sheet)}`,
      label: t(`plan.draft.sheet.${sheet}`),
      count,
      current: sheet === view.sheet,
    }))}
  />
)

/** Headings can be as long as a sentence: a list, not a row of chips. */
const Sections = ({ code, view }: { code: string; view: View }) => (
  <Details summary={<SectionNow view={view} />}>
    <nav aria-label={t('plan.draft.sections')}>
      <SummaryList
        of={view.sections.map((section) => ({
          label: (
            <a
              href={`/ke-hoach/${code}/duyet?${viewQuery({ sheet: view.sheet, section: section.path, page: 1 })}`}
              aria-current={section.path === view.section ? 'true' : undefined}
            >
              {section.heading || t('plan.draft.no_heading')}
            </a>
          ),
          value: <SectionState section={section} />,
        }))}
      />
    </nav>
  </Details>
)

const SectionNow = ({ view }: { view: View }) => {
  const section = view.sections.find(({ path }) => path === view.section)
  const at = section ? view.sections.indexOf(section) + 1 : 0
  return <>{t('plan.draft.section_now', { n: at, all: view.sections.length, heading: section?.heading ?? '' })}</>
}

const SectionState = ({ section: { all, waiting } }: { section: Section }) => (
  <span class="tg-muted tg-num">
    {waiting === 0 ? t('plan.draft.section_done') : t('plan.draft.progress_here', { confirmed: all - waiting, all })}
  </span>
)

function Beside({ plan, view, formKey, opened, refused }: ReviewProps) {
  const { code, draft, sourceText } = plan
  const here = hereOf(view)
  const number = new Map(view.shown.map(({ n, item }) => [item.id, n]))
  const link = ({ n, item }: Shown) => `/ke-hoach/${code}/duyet?${viewQuery(view)}&mo=${item.id}#muc-${n}`
  const joinable = (item: DraftItem) => {
    const before = beforeOf(draft, item.id)
    return before ? (number.get(before.id) ?? before.ref) : null
  }
  const now = view.shown.find(({ item }) => item.id === (refused?.item ?? opened))?.n
  return (
    <Review source={<Excerpt blocks={excerptOf(sourceText, view.shown)} now={now} />}>
      {view.shown.length === 0 && (
        <Card>
          <p>
            <strong>{t('plan.draft.empty')}</strong>
          </p>
          {itemKinds.some((kind) => kind === view.sheet) && <p>{t('plan.draft.empty_why')}</p>}
        </Card>
      )}
      <HeadingSlips plan={plan} view={view} formKey={formKey} />
      <Certain code={code} view={view} formKey={formKey} />
      {view.shown.map((shown) => (
        <ItemForm
          code={code}
          shown={shown}
          open={shown.item.state === 'proposed' || shown.item.id === opened}
          before={joinable(shown.item)}
          refused={refused?.item === shown.item.id ? refused : undefined}
          here={here}
          formKey={formKey}
          link={link(shown)}
        />
      ))}
      <Pages code={code} view={view} />
    </Review>
  )
}

/** Sent with every form, so that the answer leads back to the same stretch. */
const hereOf = ({ sheet, section, page }: View): Record<string, string> => ({
  muc: sheetPath(sheet),
  ...(section !== null && { phan: section }),
  ...(page > 1 && { trang: String(page) }),
})

function Certain({ code, view, formKey }: { code: string; view: View; formKey: string }) {
  const certain = view.shown.filter(({ item }) => isCertain(item))
  if (certain.length < 2) return null
  return (
    <form action={`/ke-hoach/${code}/duyet/xac-nhan-chac`} method="post">
      <input type="hidden" name="_key" value={`${formKey}-certain`} />
      {Object.entries(hereOf(view)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {certain.map(({ item }) => (
        <input type="hidden" name="items" value={item.id} />
      ))}
      <Button kind="second" icon="check">
        {t('plan.draft.confirm_certain', { count: certain.length })}
      </Button>
    </form>
  )
}

function Pages({ code, view }: { code: string; view: View }) {
  if (view.pages < 2) return null
  const first = Number(view.shown[0]?.n ?? 0)
  const to = (page: number) => `/ke-hoach/${code}/duyet?${viewQuery({ ...view, page })}`
  return (
    <Pager
      from={first}
      to={first + view.shown.length - 1}
      {...(view.page > 1 && { previous: to(view.page - 1) })}
      {...(view.page < view.pages && { next: to(view.page + 1) })}
    />
  )
}

function AddItem({ plan: { code }, view, formKey }: { plan: PlanDraft; view: View; formKey: string }) {
  const heading = view.sections.find(({ path }) => path === view.section)?.heading ?? ''
  const kind = itemKinds.find((one) => one === view.sheet) ?? 'target'
  return (
    <Details summary={t('plan.draft.add_title')}>
      <form class="tg-stack" action={`/ke-hoach/${code}/duyet/them`} method="post">
        <input type="hidden" name="_key" value={`${formKey}-add`} />
        {Object.entries(hereOf(view)).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="tg-mini">
          <div>
            <label for="them-kind">{t('plan.draft.kind')}</label>
            <select class="ds-input" id="them-kind" name="kind">
              {itemKinds.map((one) => (
                <option value={one} selected={one === kind}>
                  {say(`plan.draft.sheet.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="them-ref">{t('plan.draft.ref')}</label>
            <input class="ds-input" id="them-ref" name="ref" autocomplete="off" />
          </div>
        </div>
        <div class="ds-field">
          <label for="them-heading">{t('plan.draft.heading')}</label>
          <input class="ds-input" id="them-heading" name="heading" value={heading} autocomplete="off" />
        </div>
        <div class="ds-field">
          <label for="them-wording">{t('plan.draft.wording')}</label>
          <textarea class="ds-input" id="them-wording" name="wording" rows={4} required />
        </div>
        <p>
          <Button kind="second" icon="plus">
            {t('plan.draft.add')}
          </Button>
        </p>
      </form>
    </Details>
  )
}
