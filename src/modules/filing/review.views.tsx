import type { Aside } from '#fields/carry-over.ts'
import type { FormDefinition } from '#fields/form.ts'
import { kinds } from '#fields/kinds.ts'
import { type Step, stepOf } from '#fields/steps.ts'
import { SetAside, Summary } from '#fields/summary.views.tsx'
import { type Spot, walk } from '#fields/walk.ts'
import { inWords } from '#fields/words.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import type { Returned } from '#kernel/submit.ts'
import { say, t } from '#kernel/text.ts'
import type { Fees, Papers } from '#modules/services/public.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check } from '#ui/choice.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { Dossier } from './dossier.store.ts'
import { FeeLines } from './fee.views.tsx'
import { Parts } from './fill.views.tsx'
import { LimitWords } from './limit.views.tsx'
import { procedurePath } from './start.views.tsx'

/** Why it cannot be filed now, although everything is answered. */
export type Obstacle =
  | { readonly kind: 'sign_in'; readonly href: string }
  | { readonly kind: 'assurance' | 'not_offered' | 'other_channel' | 'receiver_gone' }

type ReviewProps = {
  dossier: Dossier
  steps: readonly Step[]
  problems: readonly FieldProblem[]
  warnings: readonly FieldProblem[]
  papers: Papers
  fees: Fees
  receiver: string | null
  obstacle: Obstacle | null
  idempotencyKey: string
  back?: Returned | undefined
}

export function ReviewPage(props: ReviewProps) {
  const { dossier, steps, problems, papers, fees, back } = props
  const { draft, service } = dossier
  return (
    <Page
      title={t('filing.review.title')}
      eyebrow={t('filing.fill.part', { n: steps.length + 1, of: steps.length + 1 })}
      lead={inWords(service.title)}
      crumbs={[
        { href: '/dich-vu-cong', label: t('filing.start.services') },
        { href: procedurePath(draft.procedureCode), label: inWords(service.title) },
        { label: t('filing.fill.form') },
      ]}
      narrow
      problem={problems.length > 0 || Boolean(back)}
    >
      <div class="tg-stack-lg">
        <Parts dossier={dossier} steps={steps} at={null} />
        {problems.length > 0 && <ToMend {...props} />}
        <Where {...props} />
        <Summary
          form={dossier.form}
          filled={dossier.filled}
          knowns={dossier.knowns}
          books={dossier.books}
          href={({ key }) => `/to-khai/${draft.id}/${key}`}
        />
        <SetAside of={draft.setAside} books={dossier.books} />
        <NotNeeded papers={papers} />
        <Card title={t('filing.receipt.fees')}>
          <FeeLines fees={fees} />
        </Card>
        <Card title={t('filing.review.messages')}>
          <p>{t('filing.review.how_told')}</p>
        </Card>
        {problems.length === 0 && <Send {...props} />}
      </div>
    </Page>
  )
}

const labelOf = ({ section, question, row }: Spot): string =>
  row === null || !section.repeat
    ? inWords(question.label)
    : `${inWords(section.repeat.one)} ${row + 1}: ${inWords(question.label)}`

const spotsOf = ({ form, whole, books }: Dossier) => walk(form, whole.answers, books.today).spots

function ToMend({ dossier, steps, problems }: ReviewProps) {
  const spots = spotsOf(dossier)
  const labels = new Map(spots.map((spot) => [spot.name, labelOf(spot)]))
  return (
    <ErrorSummary
      title={t('ui.form.errors', { count: problems.length })}
      problems={problems.map((problem) => {
        const step = stepOf(steps, problem)
        const label = labels.get(problem.path) ?? t('ui.form.this_field')
        return {
          href: step && `/to-khai/${dossier.draft.id}/${step.key}?loi=1#${problem.path}`,
          says: say(problem.key, { label, ...problem.params }),
        }
      })}
    />
  )
}

function Where({ dossier: { draft, service }, receiver }: ReviewProps) {
  const chosen = service.cases.find(({ code }) => code === draft.caseCode)
  const change = { href: `/to-khai/${draft.id}/noi-nhan`, label: t('filing.review.change') }
  return (
    <Card title={t('filing.review.where')}>
      <SummaryList
        of={[
          chosen && service.cases.length > 1
            ? { label: t('filing.receipt.case'), value: inWords(chosen.title), act: change }
            : null,
          { label: t('filing.application.receiver'), value: receiver ?? '–', act: change },
          { label: t('filing.application.channel'), value: say(`filing.channel.${draft.channel}`) },
          { label: t('filing.application.limit'), value: <LimitWords limit={chosen?.limits[draft.channel]} /> },
        ]}
      />
    </Card>
  )
}

/** What nobody has to bring, and why (§10.12). */
function NotNeeded({ papers: { held } }: { papers: Papers }) {
  if (held.length === 0) return null
  return (
    <Card title={t('filing.review.not_needed')}>
      <DocumentList
        of={held.map(({ component, fact }) => ({
          title: inWords(component.name),
          have: t('filing.review.held', { says: inWords(fact.says) }),
        }))}
      />
    </Card>
  )
}

function Send({ dossier, obstacle, idempotencyKey, back }: ReviewProps) {
  if (obstacle) return <Obstructed obstacle={obstacle} />
  return (
    <Form
      action={`/to-khai/${dossier.draft.id}/nop-ho-so`}
      words="filing.review"
      send="filing.review.send"
      idempotencyKey={idempotencyKey}
      back={back}
      after={t('filing.review.after')}
    >
      <Check name="declared">{t('filing.file.declaration')}</Check>
    </Form>
  )
}

function Obstructed({ obstacle }: { obstacle: Obstacle }) {
  if (obstacle.kind === 'sign_in')
    return (
      <Card title={t('filing.review.sign_in_title')} raised>
        <p>{t('filing.review.sign_in_why')}</p>
        <div class="tg-row">
          <LinkButton href={obstacle.href} large>
            {t('filing.review.sign_in')}
          </LinkButton>
        </div>
      </Card>
    )
  return (
    <Notice tone="wait">
      <p>{say(`filing.review.obstacle_${obstacle.kind}`)}</p>
    </Notice>
  )
}

type CarriedProps = { dossier: Dossier; dropped: readonly Aside[]; from: FormDefinition; to: FormDefinition }

const namesIn = (form: FormDefinition) =>
  new Set(form.sections.flatMap(({ questions }) => questions.map(({ name }) => name)))

/** What a new version of the form means for what was filled in: said before anything is done. */
export function CarriedPage({ dossier, dropped, from, to }: CarriedProps) {
  const { draft, service } = dossier
  const before = namesIn(from)
  const added = to.sections.flatMap(({ questions }) => questions.filter(({ name }) => !before.has(name)))
  return (
    <Page title={t('filing.review.new_version')} lead={inWords(service.title)} narrow>
      <div class="tg-stack">
        <p>{t('filing.review.new_version_means')}</p>
        {added.length > 0 && (
          <Card title={t('filing.review.added')}>
            <ul>
              {added.map(({ label }) => (
                <li>{inWords(label)}</li>
              ))}
            </ul>
          </Card>
        )}
        {dropped.length > 0 && (
          <Card title={t('filing.review.dropped')}>
            <p>{t('filing.review.dropped_means')}</p>
            <SummaryList
              of={dropped.map(({ question, answer, typed }) => ({
                label: inWords(question.label),
                value:
                  answer === undefined
                    ? Object.values(typed ?? {})
                        .flat()
                        .join(', ')
                    : kinds[question.kind].show(question, answer, dossier.books),
              }))}
            />
          </Card>
        )}
        <form method="post" action={`/to-khai/${draft.id}/phien-ban-moi`} class="tg-row">
          <Button>{t('filing.review.go_on')}</Button>
          <LinkButton kind="second" href="/ho-so">
            {t('filing.fill.later')}
          </LinkButton>
        </form>
      </div>
    </Page>
  )
}
