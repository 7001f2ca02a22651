/** The list of plans, the upload of a text, and the text as it came. */
import { t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { FileField } from '#ui/file-field.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pager } from '#ui/pager.tsx'
import { Status } from '#ui/status.tsx'
import { Steps } from '#ui/steps.tsx'
import { Table } from '#ui/table.tsx'
import { calmTitle } from '#ui/title.ts'
import { Void } from '#ui/void.tsx'
import type { PlanDraft } from './draft.store.ts'
import { planName } from './draft.views.tsx'
import { crumbsOf, pathOf, type PlanHead, PlanTabs, type SourcePage } from '#modules/plan/public.ts'

const accept = '.txt,.html,.htm,.docx,.pdf'

type PlansProps = { plans: readonly PlanHead[]; versions: ReadonlyMap<string, number>; mayImport: boolean }

export function PlansPage({ plans, versions, mayImport }: PlansProps) {
  const toImport = mayImport && <LinkButton href="/ke-hoach/nhap">{t('plan.list.import')}</LinkButton>
  if (plans.length === 0)
    return (
      <Desk title={t('plan.list.title')} bare>
        <Void title={t('plan.list.none')} level={1} actions={toImport}>
          <p>{t(mayImport ? 'plan.list.none_why' : 'plan.list.none_wait')}</p>
        </Void>
      </Desk>
    )
  return (
    <Desk title={t('plan.list.title')} lead={t('plan.list.lead')} actions={toImport}>
      <Card flush>
        <Table
          caption={t('plan.list.caption')}
          captionHidden
          rows={plans}
          empty=""
          columns={[
            {
              key: 'name',
              label: t('plan.list.name'),
              head: true,
              cell: (plan) => <Name plan={plan} mayImport={mayImport} />,
            },
            { key: 'number', label: t('plan.list.number'), cell: (plan) => plan.number ?? t('plan.list.no_number') },
            {
              key: 'issued',
              label: t('plan.list.issued'),
              cell: (plan) => (plan.issuedOn ? dayText(plan.issuedOn) : '–'),
            },
            { key: 'year', label: t('plan.list.year'), cell: (plan) => String(plan.year) },
            { key: 'state', label: t('plan.list.state'), cell: (plan) => <StateOf plan={plan} /> },
            {
              key: 'version',
              label: t('plan.list.version'),
              cell: (plan) => <VersionOf plan={plan} no={versions.get(plan.id)} />,
            },
          ]}
        />
      </Card>
    </Desk>
  )
}

/** A plan in force opens at its board; one under review where the reader may work on it, or else as text. */
const Name = ({ plan, mayImport }: { plan: PlanHead; mayImport: boolean }) => {
  const at = plan.state === 'draft' ? (mayImport ? '/duyet' : '/van-ban') : ''
  return <a href={`${pathOf(plan)}${at}`}>{calmTitle(plan.title)}</a>
}

const tones = { draft: 'run', published: 'done', closed: 'stop' } as const

const StateOf = ({ plan }: { plan: PlanHead }) => (
  <Status tone={tones[plan.state]}>{t(`plan.state.${plan.state}`)}</Status>
)

const VersionOf = ({ plan, no }: { plan: PlanHead; no: number | undefined }) =>
  no === undefined ? (
    <span class="tg-muted">{t('plan.list.no_version')}</span>
  ) : (
    <a href={`/ke-hoach/${plan.code}/phien-ban`}>{t('plan.version.number', { no })}</a>
  )

type Upload = { formKey: string; back?: Returned }

const Next = () => (
  <Card title={t('plan.import.next_title')}>
    <Steps
      of={[
        { title: t('plan.import.step_read'), text: t('plan.import.step_read_text') },
        { title: t('plan.import.step_review'), text: t('plan.import.step_review_text') },
        { title: t('plan.import.step_publish'), text: t('plan.import.step_publish_text') },
      ]}
    />
  </Card>
)

export function ImportPage({ formKey, back }: Upload) {
  const same = back?.problems.find(({ key }) => key === 'plan.import.same_number')?.params?.['code']
  return (
    <Desk
      title={t('plan.import.title')}
      lead={t('plan.import.lead')}
      narrow
      problem={back !== undefined}
      crumbs={[{ href: '/ke-hoach', label: t('plan.list.title') }, { label: t('plan.import.title') }]}
    >
      <div class="tg-stack">
        {same && <Same code={String(same)} />}
        <Card>
          <FileForm action="/ke-hoach/nhap" formKey={formKey} {...(back && { back })} />
        </Card>
        <Next />
      </div>
    </Desk>
  )
}

const FileForm = ({ action, formKey, back }: Upload & { action: string }) => (
  <Form action={action} words="plan.import" send="plan.import.send" files back={back} idempotencyKey={formKey}>
    <FileField name="file" accept={accept} limit="30 MB" />
  </Form>
)

const Same = ({ code }: { code: string }) => (
  <Notice tone="wait">
    <p class="tg-row">
      <a href={`/ke-hoach/${code}/duyet`}>{t('plan.import.open_existing')}</a>
      <a href={`/ke-hoach/${code}/nhap`}>{t('plan.import.as_new_text')}</a>
    </p>
  </Notice>
)

export const NewTextPage = ({ plan, formKey, back }: Upload & { plan: PlanDraft }) => (
  <Desk
    title={t('plan.import.again_title', { name: planName(plan) })}
    lead={t('plan.import.again_lead')}
    narrow
    problem={back !== undefined}
    crumbs={[
      { href: '/ke-hoach', label: t('plan.list.title') },
      { href: `/ke-hoach/${plan.code}/duyet`, label: planName(plan) },
      { label: t('plan.import.again') },
    ]}
  >
    <Card>
      <FileForm action={`/ke-hoach/${plan.code}/nhap`} formKey={formKey} {...(back && { back })} />
    </Card>
  </Desk>
)

export function SourceTextPage({ plan, shown }: { plan: PlanDraft; shown: SourcePage }) {
  const { from, to, all, page, pages, lines } = shown
  const path = `/ke-hoach/${plan.code}/van-ban`
  return (
    <Desk
      title={t('plan.source.title', { name: planName(plan) })}
      lead={t('plan.source.lead', { file: plan.sourceName ?? 'none' })}
      actions={plan.fileHash && <LinkButton href={`${path}/tep`}>{t('plan.source.file')}</LinkButton>}
      crumbs={crumbsOf(plan, t('plan.part.text'))}
      tabs={<PlanTabs plan={plan} part="/van-ban" />}
    >
      <div class="tg-stack">
        <p class="tg-muted">{t('plan.source.lines', { from, to, all })}</p>
        <section class="tg-card tg-doc" aria-label={t('plan.source.label')}>
          {lines.map((line, at) => (
            <div class="tg-doc-line" id={`dong-${from + at}`}>
              <span class="tg-line" aria-hidden="true">
                {from + at}
              </span>{' '}
              {line}
            </div>
          ))}
        </section>
        {pages > 1 && (
          <Pager
            from={from}
            to={to}
            total={all}
            {...(page > 1 && { previous: `${path}?trang=${page - 1}` })}
            {...(page < pages && { next: `${path}?trang=${page + 1}` })}
          />
        )}
      </div>
    </Desk>
  )
}
