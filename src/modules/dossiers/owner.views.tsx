import type { Question } from '#fields/form.ts'
import { type FormPage, hasFiles, wordsOf } from '#fields/page.ts'
import { SectionQuestions } from '#fields/section.views.tsx'
import type { FieldProblem } from '#kernel/problem.ts'
import type { Returned, Typed } from '#kernel/submit.ts'
import { localeNow, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { longDayText, momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useShell } from '#ui/shell.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Dossier } from './dossier.ts'
import { reasons } from './grounds.ts'
import type { ResultRow } from './result.store.ts'
import type { Supplement } from './supplement.ts'

const crumbsOf = (dossier: Dossier, label: string) => [
  { href: '/ho-so', label: t('filing.mine.title') },
  { href: `/ho-so/${dossier.id}`, label: dossier.code ?? dossier.requestCode },
  { label },
]

type CompleteProps = {
  dossier: Dossier
  supplement: Supplement
  /** Places that the form asks again; the others are answered in words. */
  again: ReadonlyMap<string, Question>
  page: FormPage | null
  typed: Typed
  problems: readonly FieldProblem[]
  idempotencyKey: string
}

export function CompletePage(props: CompleteProps) {
  const { dossier, supplement, problems } = props
  const until = longDayText(supplement.dueOn)
  return (
    <Page
      title={t('dossiers.answering.title')}
      eyebrow={dossier.title}
      crumbs={crumbsOf(dossier, t('dossiers.answering.title'))}
      narrow
      problem={problems.length > 0}
    >
      <div class="tg-stack-lg">
        <Notice tone="wait">
          <p>
            <strong>{t('dossiers.answering.until', { count: supplement.defects.length, until })}</strong>
          </p>
          <p>{t('dossiers.answering.once')}</p>
        </Notice>
        {supplement.defects.map(({ label, what, mend, basis }) => (
          <Card title={label} level={2}>
            <SummaryList
              of={[
                { label: t('dossiers.answering.why'), value: what },
                { label: t('dossiers.answering.how'), value: mend },
                { label: t('dossiers.answering.basis'), value: basis },
              ]}
              stacked
            />
          </Card>
        ))}
        <AnswerForm {...props} />
      </div>
    </Page>
  )
}

function AnswerForm({ dossier, supplement, again, page, typed, problems, idempotencyKey }: CompleteProps) {
  const words = page ? wordsOf(page) : { labels: {}, hints: {} }
  const labels = { ...words.labels, ...saidLabels(supplement, again) }
  const values = { ...page?.typed, ...typed }
  return (
    <Form
      action={`/ho-so/${dossier.id}/bo-sung`}
      words="dossiers.answering"
      send="dossiers.answering.send"
      labels={labels}
      idempotencyKey={idempotencyKey}
      values={values}
      back={problems.length > 0 ? { typed: values, problems, key: 'kernel.check_the_form' } : undefined}
      files={page ? hasFiles(page) : false}
    >
      {page && <SectionQuestions page={page} section={page.step.sections[0] ?? none} titled={false} />}
      {supplement.defects.map(({ at }, row) => {
        const question = again.get(at)
        if (question && question.kind !== 'file') return null
        return <TextField name={`said.${row}`} lines={question ? 2 : 4} optional={question !== undefined} />
      })}
    </Form>
  )
}

const none = { name: 'none', title: { vi: '–' }, questions: [] }

const saidLabels = ({ defects }: Supplement, again: CompleteProps['again']): Record<string, string> =>
  Object.fromEntries(
    defects.map(({ at, label }, row) => [
      `said.${row}`,
      t(again.has(at) ? 'dossiers.answering.said' : 'dossiers.answering.words', { label }),
    ]),
  )

export function ResultsPage({ dossier, results }: { dossier: Dossier; results: readonly ResultRow[] }) {
  const { phone } = useShell().help
  const { refusal } = dossier
  const reason = [...reasons.refuse_at_desk, ...reasons.refuse, ...reasons.stop].find(
    ({ code }) => code === refusal?.reason,
  )
  return (
    <Page
      title={t('dossiers.results.title')}
      eyebrow={dossier.title}
      crumbs={crumbsOf(dossier, t('dossiers.results.title'))}
      narrow
    >
      <div class="tg-stack-lg">
        {refusal && (
          <Card title={t('dossiers.page.why_refused')}>
            <SummaryList
              of={[
                reason
                  ? { label: t('dossiers.form.reason'), value: (localeNow() === 'en' && reason.en) || reason.vi }
                  : null,
                { label: t('dossiers.form.text'), value: refusal.text },
                { label: t('dossiers.form.basis'), value: refusal.basis },
              ]}
              stacked
            />
            <p>{t('dossiers.results.complain', { phone })}</p>
          </Card>
        )}
        {results.map((one) => (
          <Card title={one.title} aside={<span class="tg-num">{one.code}</span>}>
            <SummaryList
              of={[
                { label: t('dossiers.results.issued'), value: momentText(one.issuedAt) },
                one.entry ? { label: t('dossiers.results.entry'), value: one.entry } : null,
              ]}
              stacked
            />
            {one.uploadId && (
              <p>
                <LinkButton href={`/ho-so/${dossier.id}/ket-qua/${one.uploadId}`}>
                  {t('dossiers.results.open')}
                </LinkButton>
              </p>
            )}
          </Card>
        ))}
        {results.length === 0 && !refusal && <p>{t('dossiers.results.none')}</p>}
      </div>
    </Page>
  )
}

type WithdrawalProps = { dossier: Dossier; back: Returned | undefined; idempotencyKey: string }

export const WithdrawalPage = ({ dossier, back, idempotencyKey }: WithdrawalProps) => (
  <Page
    title={t('dossiers.withdrawing.title')}
    lead={dossier.title}
    narrow
    problem={Boolean(back)}
    crumbs={crumbsOf(dossier, t('dossiers.withdrawing.title'))}
  >
    <Form
      action={`/ho-so/${dossier.id}/xin-rut`}
      words="dossiers.withdrawing"
      send="dossiers.withdrawing.send"
      idempotencyKey={idempotencyKey}
      back={back}
      also={
        <LinkButton kind="second" href={`/ho-so/${dossier.id}`}>
          {t('dossiers.withdrawing.keep')}
        </LinkButton>
      }
    >
      <p>{t('dossiers.withdrawing.means')}</p>
      <TextField name="because" lines={3} optional maxLength={1000} />
    </Form>
  </Page>
)
