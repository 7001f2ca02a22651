import type { Typed } from '#fields/filled.ts'
import { QuestionForm } from '#fields/form.views.tsx'
import { type FormPage, formPage, wordsOf } from '#fields/page.ts'
import type { Step } from '#fields/steps.ts'
import { FormProgress, SetAside } from '#fields/summary.views.tsx'
import { inWords } from '#fields/words.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { type Dossier, isOutdated } from './dossier.store.ts'
import { procedurePath } from './start.views.tsx'

/** What stands in two places for one control. */
export type Both = { readonly name: string; readonly here: string; readonly there: string }

type FillProps = {
  dossier: Dossier
  steps: readonly Step[]
  step: Step
  typed: Typed
  problems: readonly FieldProblem[]
  warnings: readonly FieldProblem[]
  both: readonly Both[]
  restoredAt: Date | null
  newQuestions: boolean
  isSignedIn: boolean
  pen: string
}

export function FillPage(props: FillProps) {
  const { dossier, steps, step, problems, both, isSignedIn } = props
  const { draft, service } = dossier
  const at = steps.findIndex(({ key }) => key === step.key)
  const title = inWords(step.title)
  return (
    <Page
      title={title}
      eyebrow={t('filing.fill.part', { n: at + 1, of: steps.length + 1 })}
      crumbs={[
        { href: '/dich-vu-cong', label: t('filing.start.services') },
        { href: procedurePath(draft.procedureCode), label: inWords(service.title) },
        { label: t('filing.fill.form') },
      ]}
      narrow
      problem={problems.length > 0}
    >
      <div class="tg-stack">
        <Parts dossier={dossier} steps={steps} at={step.key} />
        {draft.accountId !== null && (
          <Notice>
            <p>{t('filing.fill.helping')}</p>
          </Notice>
        )}
        {props.restoredAt && (
          <Notice tone="wait">
            <p>{t('filing.fill.restored', { at: momentText(props.restoredAt) })}</p>
          </Notice>
        )}
        {props.newQuestions && (
          <Notice>
            <p>{t('filing.fill.more_asked')}</p>
          </Notice>
        )}
        {both.length > 0 && <MovedOn {...props} />}
        {isOutdated(dossier) && (
          <Notice tone="wait">
            <p>{t('filing.file.form_changed')}</p>
          </Notice>
        )}
        <SetAside of={draft.setAside} books={dossier.books} />
        <StepForm {...props} />
        {!isSignedIn && draft.accountId === null && (
          <p class="tg-small">
            {t('filing.fill.not_signed_in')}{' '}
            <a href={signInPath(`/to-khai/${draft.id}/${step.key}`)}>{t('filing.fill.sign_in_now')}</a>
          </p>
        )}
      </div>
    </Page>
  )
}

export const signInPath = (next: string): string => `/dang-nhap-vneid?tiep=${encodeURIComponent(next)}`

/** How somebody gets the higher level, and back. */
export const levelPath = (next: string): string => `/dang-nhap-vneid/muc-do?tiep=${encodeURIComponent(next)}`

/** Where one is; what is done may be gone back to. `at`: null on the last page, where all is looked over. */
export const Parts = ({ dossier, steps, at }: { dossier: Dossier; steps: readonly Step[]; at: string | null }) => (
  <FormProgress
    form={dossier.form}
    steps={steps}
    at={at}
    href={({ key }) => `/to-khai/${dossier.draft.id}/${key}`}
    after={[t('filing.fill.review')]}
  />
)

function MovedOn({ dossier, step, both }: FillProps) {
  const { labels } = wordsOf(formPage({ ...dossier, step }))
  return (
    <Notice tone="wait">
      <p>{t('filing.draft.moved_on')}</p>
      <SummaryList
        of={both.map(({ name, here, there }) => ({
          label: labels[name.replace(/\.(day|month|year|commune|detail|elsewhere|on)$/, '')] ?? name,
          value: (
            <>
              {t('filing.fill.here')}: {here || '–'}
              <br />
              {t('filing.fill.there')}: {there || '–'}
            </>
          ),
        }))}
        stacked
      />
      <p>
        {t('filing.fill.overwrite')}{' '}
        <a href={`/to-khai/${dossier.draft.id}/${step.key}`}>{t('filing.fill.take_theirs')}</a>
      </p>
    </Notice>
  )
}

function StepForm({ dossier, step, typed, problems, warnings, pen }: FillProps) {
  const { draft } = dossier
  const path = `/to-khai/${draft.id}`
  const page = { ...formPage({ ...dossier, step }), typed, problems }
  return (
    <QuestionForm
      page={page}
      action={`${path}/${step.key}`}
      send="filing.fill.next"
      autosave={`${path}/tu-luu?phan=${step.key}`}
      savedAt={draft.changedAt}
      kept={t('filing.fill.kept_until', { until: dayText(draft.expiresOn) })}
      hidden={{ _revision: String(draft.revision), _pen: pen }}
      also={
        <Button kind="second" name="_later" value="1">
          {t('filing.fill.later')}
        </Button>
      }
    >
      <Doubts page={page} warnings={warnings} />
    </QuestionForm>
  )
}

/** Worth a second look; nothing is held up by it. */
function Doubts({ page, warnings }: { page: FormPage; warnings: readonly FieldProblem[] }) {
  if (warnings.length === 0) return null
  const { labels } = wordsOf(page)
  return (
    <Notice tone="wait">
      {warnings.map(({ path, key, params }) => (
        <p>{say(key, { label: labels[path] ?? '', ...params })}</p>
      ))}
    </Notice>
  )
}
