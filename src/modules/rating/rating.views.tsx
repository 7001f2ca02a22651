import type { Words } from '#fields/form.ts'
import type { Returned } from '#kernel/submit.ts'
import { localeNow, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Radios } from '#ui/choice.tsx'
import { dayText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Application } from '#modules/filing/public.ts'
import type { FollowUp } from './follow-up.store.ts'
import type { RatingRules } from './rating-rule.ts'
import { type Answers, lastDayToChange } from './rating.ts'
import type { OwnRating } from './rating.store.ts'

export const wordsOf = ({ vi, en }: Words): string => (localeNow() === 'en' && en) || vi

export const Assumed = ({ verified }: { verified: boolean }) =>
  verified ? null : <span class="tg-muted"> {t('rating.assumed')}</span>

/** As it was given. */
export const Given = ({ answers, text, rules }: { answers: Answers; text: string | null; rules: RatingRules }) => (
  <SummaryList
    of={[
      ...rules.criteria.asked.map((criterion) => {
        const mark = rules.scale.marks.find(({ code }) => code === answers[criterion.code])
        return mark ? { label: wordsOf(criterion), value: wordsOf(mark) } : null
      }),
      text ? { label: t('rating.form.text'), value: text } : null,
    ]}
  />
)

const Questions = ({ rules }: { rules: RatingRules }) => {
  const options = rules.scale.marks.map((mark) => ({ value: mark.code, label: wordsOf(mark) }))
  return (
    <>
      {rules.criteria.asked.map(({ code, needed }) => (
        <Radios name={`answers.${code}`} options={options} optional={!needed} stacked={false} />
      ))}
      <TextField name="text" lines={4} optional maxLength={2000} />
    </>
  )
}

const labelsOf = ({ criteria }: RatingRules) =>
  Object.fromEntries(criteria.asked.map((one) => [`answers.${one.code}`, wordsOf(one)]))

const After = ({ rules }: { rules: RatingRules }) => (
  <>
    {t('rating.form.after', { days: rules.answer.workingDays })}
    <Assumed verified={rules.answer.verified} />
  </>
)

type ByCodeProps = { rules: RatingRules; code: string; back: Returned | undefined; idempotencyKey: string }

export const ByCodePage = ({ rules, code, back, idempotencyKey }: ByCodeProps) => (
  <Page title={t('rating.by_code.title')} lead={t('rating.by_code.lead')} narrow problem={Boolean(back)}>
    <Form
      action="/danh-gia"
      words="rating.form"
      send="rating.form.send"
      labels={labelsOf(rules)}
      values={{ code }}
      idempotencyKey={idempotencyKey}
      back={back}
      after={<After rules={rules} />}
    >
      <TextField name="code" code width="md" maxLength={30} />
      <Questions rules={rules} />
    </Form>
  </Page>
)

type OwnProps = {
  application: Application
  rules: RatingRules
  rating: OwnRating | undefined
  may: 'not_yet' | 'give' | 'change' | 'look'
  followUp: FollowUp | undefined
  back: Returned | undefined
  idempotencyKey: string
}

export const OwnPage = (props: OwnProps) => {
  const { application, rules, rating, may, followUp } = props
  return (
    <Page
      title={t('rating.own.title')}
      eyebrow={application.title}
      lead={may === 'give' ? t('rating.own.lead') : undefined}
      crumbs={[
        { href: '/ho-so', label: t('filing.mine.title') },
        { href: `/ho-so/${application.id}`, label: application.requestCode },
        { label: t('rating.own.title') },
      ]}
      narrow
      problem={Boolean(props.back)}
    >
      <div class="tg-stack-lg">
        {may === 'not_yet' && <p>{t('rating.not_yet')}</p>}
        {may === 'look' && !rating && <p>{t('rating.own.anonymous')}</p>}
        {rating && (
          <Card title={t('rating.own.given', { on: dayText(dayOf(rating.givenAt)) })}>
            <Given {...rating} rules={rules} />
            {may === 'look' && <p class="tg-muted">{t('rating.too_late_to_change')}</p>}
          </Card>
        )}
        {followUp && <Answered {...followUp} />}
        {(may === 'give' || may === 'change') && <OwnForm {...props} />}
      </div>
    </Page>
  )
}

const Answered = ({ answer, answeredOn, dueOn }: FollowUp) =>
  answer !== null && answeredOn !== null ? (
    <Card title={t('rating.own.answered', { on: dayText(answeredOn) })}>
      <p>{answer}</p>
    </Card>
  ) : (
    <Notice tone="run">
      <p>{t('rating.own.looked_into', { due: dayText(dueOn) })}</p>
    </Notice>
  )

const OwnForm = ({ application, rules, rating, may, back, idempotencyKey }: OwnProps) => (
  <Card title={t(may === 'change' ? 'rating.own.change' : 'rating.own.sheet')}>
    {may === 'change' && rating ? (
      <p>
        {t('rating.own.change_until', { until: dayText(lastDayToChange(rating.givenAt, rules)) })}
        <Assumed verified={rules.change.verified} />
      </p>
    ) : (
      <p>
        {t('rating.own.or_anonymously')}{' '}
        <a href={`/danh-gia?ma=${application.requestCode}`}>{t('rating.own.anonymously')}</a>
      </p>
    )}
    <Form
      action={`/ho-so/${application.id}/danh-gia`}
      words="rating.form"
      send="rating.form.send"
      labels={labelsOf(rules)}
      values={rating ? valuesOf(rating) : {}}
      idempotencyKey={idempotencyKey}
      back={back}
      also={
        <LinkButton kind="second" href={`/ho-so/${application.id}`}>
          {t('rating.own.not_now')}
        </LinkButton>
      }
      after={<After rules={rules} />}
    >
      <Questions rules={rules} />
    </Form>
  </Card>
)

const valuesOf = ({ answers, text }: OwnRating) => ({
  ...Object.fromEntries(Object.entries(answers).map(([code, mark]) => [`answers.${code}`, mark])),
  text,
})
