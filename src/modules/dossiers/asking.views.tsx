import type { Answer, Question } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { kinds } from '#fields/kinds.ts'
import type { Returned } from '#kernel/submit.ts'
import { localeNow, t } from '#kernel/text.ts'
import { Check, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CostNotice, type CostOfAct } from '#modules/scores/public.ts'
import { reasonOptions } from './act.views.tsx'
import type { Dossier } from './dossier.ts'
import { reasons, secondSupplement } from './grounds.ts'

/** A place of the dossier that may be found wanting, with what stands there. */
export type Place = {
  readonly at: string
  readonly label: string
  readonly question?: Question
  readonly answer?: Answer | undefined
}

type Props = {
  dossier: Dossier
  places: readonly Place[]
  basis: string
  books: Books
  /** A second time: it costs the unit, and somebody answers for it. */
  again: boolean
  costs: readonly CostOfAct[]
  countsAnew: boolean
  back: Returned | undefined
  idempotencyKey: string
}

export function AskingPage(props: Props) {
  const { dossier, places, basis, books, again, costs, countsAnew, back, idempotencyKey } = props
  const at = `/mot-cua/ho-so/${dossier.id}`
  const code = dossier.code ?? dossier.requestCode
  return (
    <Desk
      title={t('dossiers.asking.title')}
      eyebrow={<span class="tg-num">{code}</span>}
      lead={t('dossiers.asking.lead')}
      crumbs={[
        { href: '/mot-cua', label: t('dossiers.queue.nav') },
        { href: at, label: code },
        { label: t('dossiers.asking.title') },
      ]}
      narrow
      problem={Boolean(back)}
    >
      <div class="tg-stack">
        {again && <Cost />}
        <CostNotice costs={costs} />
        {countsAnew && (
          <Notice>
            <p>{t('dossiers.asking.counts_anew')}</p>
          </Notice>
        )}
        <Form
          action={`${at}/${again ? 'bo-sung-lan-nua' : 'bo-sung'}`}
          words="dossiers.asking"
          send="dossiers.asking.send"
          back={back}
          idempotencyKey={idempotencyKey}
          hidden={{ revision: String(dossier.revision) }}
          labels={labelsOf(places)}
          values={Object.fromEntries(places.map((_, row) => [`defects.${row}.basis`, basis]))}
        >
          {places.map((place, row) => (
            <Line place={place} row={row} books={books} open={back?.typed[`defects.${row}.ticked`] !== undefined} />
          ))}
          <DayField name="dueOn" />
          {again && (
            <>
              <TextField name="reason" lines={3} />
              <Check name="seen" />
            </>
          )}
        </Form>
      </div>
    </Desk>
  )
}

const labelsOf = (places: readonly Place[]): Record<string, string> =>
  Object.fromEntries(
    places.map(({ label }, row) => [`defects.${row}.ticked`, t('dossiers.asking.defects.ticked', { label })]),
  )

const Cost = () => (
  <Notice tone="wait">
    <p>
      <strong>{t('dossiers.asking.again')}.</strong>{' '}
      {(localeNow() === 'en' && secondSupplement.en) || secondSupplement.vi}
    </p>
    <p class="tg-small">
      {secondSupplement.citation}
      {!secondSupplement.verified && ` (${t('dossiers.asking.assumed')})`}
    </p>
  </Notice>
)

type LineProps = { place: Place; row: number; books: Books; open: boolean }

function Line({ place, row, books, open }: LineProps) {
  const { question, answer } = place
  const name = (part: string) => `defects.${row}.${part}`
  return (
    <fieldset class="ds-fieldset tg-section-fields tg-row-fields">
      <legend class="tg-legend-lg">{place.label}</legend>
      {question && answer !== undefined && <p class="tg-muted">{kinds[question.kind].show(question, answer, books)}</p>}
      <Hidden name={name('offered')} value="true" />
      <Hidden name={name('at')} value={place.at} />
      <Hidden name={name('label')} value={place.label} />
      <Check name={name('ticked')} />
      <details class="tg-more" open={open}>
        <summary>{t('dossiers.asking.defects.what')}</summary>
        <div class="tg-stack">
          <Select name={name('kind')} options={reasonOptions(reasons.defect)} />
          <TextField name={name('what')} lines={2} maxLength={1000} />
          <TextField name={name('mend')} lines={2} maxLength={1000} />
          <TextField name={name('basis')} width="full" maxLength={400} />
        </div>
      </details>
    </fieldset>
  )
}
