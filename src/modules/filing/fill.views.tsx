import type { Typed } from '#fields/filled.ts'
import { kinds } from '#fields/kinds.ts'
import { factFor } from '#fields/known.ts'
import type { Step } from '#fields/steps.ts'
import { isRequired, type Spot, walk } from '#fields/walk.ts'
import { inWords } from '#fields/words.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/steps.tsx'
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
        <Parts dossier={dossier} steps={steps} at={at} />
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

/** Where one is; what is done may be gone back to. */
export const Parts = ({ dossier, steps, at }: { dossier: Dossier; steps: readonly Step[]; at: number }) => (
  <Progress
    of={[
      ...steps.map(({ key, title }) => ({ label: inWords(title), href: `/to-khai/${dossier.draft.id}/${key}` })),
      { label: t('filing.fill.review') },
    ]}
    at={at}
  />
)

function MovedOn({ dossier, step, both }: FillProps) {
  const labels = labelsOf(dossier)
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
        {t('filing.fill.overwrite')} <a href={`/to-khai/${dossier.draft.id}/${step.key}`}>{t('filing.fill.take_theirs')}</a>
      </p>
    </Notice>
  )
}

const spotsOf = ({ form, whole, books }: Dossier) => walk(form, whole.answers, books.today).spots

const labelsOf = (dossier: Dossier): Record<string, string> =>
  Object.fromEntries(spotsOf(dossier).map(({ name, question }) => [name, inWords(question.label)]))

function StepForm({ dossier, step, typed, problems, pen }: FillProps) {
  const { draft, filled, knowns, books } = dossier
  const spots = spotsOf(dossier).filter(({ asked, question }) => asked && step.questions.has(question.name))
  const known = (spot: Spot) => factFor(spot.section, spot.question, { filled, knowns, books })
  const labels = labelsOf(dossier)
  return (
    <Form
      action={`/to-khai/${draft.id}/${step.key}`}
      words="filing.fill.question"
      labels={labels}
      send="filing.fill.next"
      files={step.sections.some(({ questions }) => questions.some(({ kind }) => kind === 'file'))}
      hidden={{ _revision: String(draft.revision), _pen: pen, _step: step.key }}
      values={typed}
      back={problems.length > 0 ? { typed, problems, key: 'kernel.check_the_form' } : undefined}
      also={
        <Button kind="second" name="_later" value="1">
          {t('filing.fill.later')}
        </Button>
      }
      after={t('filing.fill.saved', { at: momentText(draft.changedAt), until: dayText(draft.expiresOn) })}
    >
      {step.sections.map(({ intro }) => intro && <p>{inWords(intro)}</p>)}
      {spots.map((spot) => {
        const fact = known(spot)
        const { show, ask: Ask } = kinds[spot.question.kind]
        if (fact) return <SummaryList of={[{ label: labels[spot.name], value: show(spot.question, fact.value, books) }]} />
        return (
          <Ask
            question={spot.question}
            name={spot.name}
            optional={!isRequired(spot)}
            books={books}
            scope={spot.scope}
            answer={spot.answer}
          />
        )
      })}
    </Form>
  )
}
