/** All answers before they are sent, each with a way back to where it was given; and what a new form no longer asks. */
import { t } from '#kernel/text.ts'
import { momentText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/steps.tsx'
import { type Fact, SummaryList } from '#ui/summary-list.tsx'
import type { Aside } from './carry-over.ts'
import type { Answer, FormDefinition, Question, Section } from './form.ts'
import { typedFor, type Filled } from './filled.ts'
import { kinds } from './kinds.ts'
import type { Books } from './kind.ts'
import { factFor, type Knowns, withKnown } from './known.ts'
import { type Step, stepAt, stepOf, stepsOf } from './steps.ts'
import { type Spot, type Walk, walk } from './walk.ts'
import { inWords } from './words.ts'

type Props = {
  readonly form: FormDefinition
  readonly filled: Filled
  readonly knowns: Knowns
  readonly books: Books
  /** The address of a page; no ways back without it (a receipt, an officer's view). */
  readonly href?: (step: Step) => string
}

type Whole = Props & { readonly walked: Walk; readonly steps: readonly Step[] }

export function Summary(props: Props) {
  const { form, books, knowns } = props
  const filled = withKnown(form, props.filled, knowns, books)
  const walked = walk(form, filled.answers, books.today)
  const whole: Whole = { ...props, filled, walked, steps: stepsOf(form, walked) }
  return (
    <>
      {form.sections
        .filter((section) => walked.sections.has(section.name))
        .map((section) => (
          <SectionSummary whole={whole} section={section} />
        ))}
    </>
  )
}

function SectionSummary({ whole, section }: { whole: Whole; section: Section }) {
  const spots = whole.walked.spots.filter((spot) => spot.section === section && spot.asked)
  if (!section.repeat && spots.length === 0) return null
  return (
    <section class="tg-section">
      <h2>{inWords(section.title)}</h2>
      {section.repeat ? (
        <RowsSummary whole={whole} section={section} spots={spots} />
      ) : (
        <SummaryList of={spots.map((spot) => factOf(whole, spot))} />
      )}
    </section>
  )
}

function RowsSummary({ whole, section, spots }: { whole: Whole; section: Section; spots: readonly Spot[] }) {
  const rows = [...Map.groupBy(spots, (spot) => spot.row ?? 0)]
  const { href, steps } = whole
  const step = stepOf(steps, { path: section.name })
  if (rows.length === 0)
    return (
      <p>
        {t('fields.rows.none')} {href && step && <a href={`${href(step)}#${section.name}`}>{t('fields.change')}</a>}
      </p>
    )
  return (
    <>
      {rows.map(([row, own]) => (
        <div class="tg-stack">
          <h3>{`${section.repeat ? inWords(section.repeat.one) : ''} ${row + 1}`}</h3>
          <SummaryList of={own.map((spot) => factOf(whole, spot))} />
        </div>
      ))}
    </>
  )
}

function factOf(whole: Whole, spot: Spot): Fact {
  const { question, section, name } = spot
  const known = factFor(section, question, whole)
  const step = stepOf(whole.steps, { path: name })
  const value = valueOf(whole, spot)
  return {
    label: inWords(question.label),
    value: known ? (
      <>
        {value}
        <small>{t('fields.known_from', { source: inWords(known.says), at: momentText(known.at) })}</small>
      </>
    ) : (
      value
    ),
    ...(whole.href &&
      step &&
      question.kind !== 'computed' && {
        act: {
          href: `${whole.href(step)}#${known ? '' : name}`.replace(/#$/, ''),
          label: (
            <>
              {t('fields.change')} <span class="tg-sr">{inWords(question.label)}</span>
            </>
          ),
        },
      }),
  }
}

function valueOf({ filled, books }: Whole, { question, name, answer }: Spot) {
  const kind = kinds[question.kind]
  const typed = Object.values(typedFor(filled.unread, name, kind.parts))
    .flat()
    .filter(Boolean)
  if (typed.length > 0) return <span class="tg-muted">{asTyped(question, typed)}</span>
  return shown(question, answer, books)
}

/** Files are typed by nobody: what stands for them are names that only machines read. */
const asTyped = ({ kind }: Question, typed: readonly string[]) =>
  kind === 'file' ? t('fields.file_not_usable') : t('fields.unread', { typed: typed.join(' ') })

const shown = (question: Question, answer: Answer | undefined, books: Books) =>
  answer === undefined ? (
    <span class="tg-muted">{t('fields.unanswered')}</span>
  ) : (
    kinds[question.kind].show(question, answer, books)
  )

/** What a draft holds that its form, changed meanwhile, no longer asks or no longer takes. */
export const SetAside = ({ of, books }: { of: readonly Aside[]; books: Books }) =>
  of.length === 0 ? null : (
    <Notice tone="wait">
      <p>{t('fields.aside', { count: of.length })}</p>
      <SummaryList
        of={of.map(({ question, answer, typed = {} }) => ({
          label: inWords(question.label),
          value: answer === undefined ? asTyped(question, Object.values(typed).flat()) : shown(question, answer, books),
        }))}
      />
    </Notice>
  )

type ProgressProps = {
  readonly form: FormDefinition
  readonly steps: readonly Step[]
  /** The page one is on; null after the last. */
  readonly at: string | null
  readonly href: (step: Step) => string
  /** Parts that come after the form, such as papers and the summary; `now` counts in them when `at` is null. */
  readonly after?: readonly string[]
  readonly now?: number
}

/** Where one is. Many short pages are told by their sections. */
export function FormProgress({ form, steps, at, href, after = [], now = 0 }: ProgressProps) {
  const parts =
    form.layout === 'questions'
      ? form.sections.flatMap((section) => {
          const first = steps.find((one) => one.sections.includes(section))
          return first ? [{ label: inWords(section.title), step: first }] : []
        })
      : steps.map((step) => ({ label: inWords(step.title), step }))
  const here = at === null ? undefined : stepAt(steps, at)
  const place = parts.findIndex(({ step }) => here && (step === here || sharesSection(form, step, here)))
  const own = parts.map(({ label, step }) => ({ label, href: href(step) }))
  return <Progress of={[...own, ...after.map((label) => ({ label }))]} at={place < 0 ? parts.length + now : place} />
}

const sharesSection = ({ layout }: FormDefinition, one: Step, other: Step) =>
  layout === 'questions' && one.sections[0] === other.sections[0]
