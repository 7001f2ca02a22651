/** The questions of a section: what is known as text, the others to fill in, rows to add and take away. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { Button, InlineButton } from '#ui/button.tsx'
import { maskedNumber, momentText } from '#ui/figures.ts'
import { Remarks } from '#ui/field.tsx'
import { useField } from '#ui/form.tsx'
import { Known } from '#ui/known.tsx'
import type { Section } from './form.ts'
import { buttons } from './form-action.ts'
import { kinds } from './kinds.ts'
import type { KnownFact } from './known.ts'
import { factAt, type FormPage, spotsOn } from './page.ts'
import { isRequired, type Spot } from './walk.ts'
import { inWords } from './words.ts'

type Props = { page: FormPage; section: Section; titled: boolean }

/** Several sections on one page are told apart by their titles; one alone is titled by the page. */
export function SectionQuestions({ page, section, titled }: Props) {
  const spots = spotsOn(page, section)
  const inside = (
    <>
      {section.intro && <p>{inWords(section.intro)}</p>}
      {section.repeat ? <Rows page={page} section={section} spots={spots} /> : <Blanks page={page} spots={spots} />}
    </>
  )
  if (!titled) return inside
  const hidden = !page.walk.sections.has(section.name)
  return (
    <fieldset class="ds-fieldset tg-section-fields" data-when={section.when} hidden={hidden}>
      <legend class="tg-legend-lg">{inWords(section.title)}</legend>
      {inside}
    </fieldset>
  )
}

function Blanks({ page, spots }: { page: FormPage; spots: readonly Spot[] }) {
  const told = spots.filter((spot) => spot.asked && factAt(page, spot))
  return (
    <>
      {blocksOf(page, told).map((block) => (
        <KnownBlock page={page} block={block} />
      ))}
      {spots
        .filter((spot) => !told.includes(spot))
        .map((spot) => (
          <Ask page={page} spot={spot} />
        ))}
      <BackToKnown page={page} spots={spots} />
    </>
  )
}

/** One question with all its controls; the script hides it, and sends them together. */
function Ask({ page, spot }: { page: FormPage; spot: Spot }) {
  const { question, name, asked, answer } = spot
  const kind = kinds[question.kind]
  return (
    <div
      data-question={name}
      data-type={kind.type}
      data-when={question.when}
      data-value={question.value}
      hidden={!asked}
    >
      <kind.ask
        question={question}
        name={name}
        optional={question.kind !== 'computed' && !isRequired(spot)}
        books={page.books}
        scope={spot.scope}
        answer={answer}
      />
    </div>
  )
}

type Block = { readonly fact: KnownFact; readonly spots: readonly Spot[] }

/** What one source said at one time stands together. */
function blocksOf(page: FormPage, told: readonly Spot[]): readonly Block[] {
  const source = (spot: Spot) => {
    const fact = factAt(page, spot)
    return fact ? `${fact.says.vi} ${fact.at.getTime()}` : ''
  }
  return [...Map.groupBy(told, source).values()].flatMap((spots) => {
    const fact = spots[0] && factAt(page, spots[0])
    return fact ? [{ fact, spots }] : []
  })
}

function KnownBlock({ page, block: { fact, spots } }: { page: FormPage; block: Block }) {
  return (
    <Known
      title={t('fields.known')}
      source={t('fields.known_from', { source: inWords(fact.says), at: momentText(fact.at) })}
      facts={spots.map(({ question, answer }) => ({
        label: inWords(question.label),
        // While others may look on; the summary shows it whole, because there it is checked.
        value:
          question.known === 'person.number' && typeof answer === 'string' ? (
            <span class="tg-num">{maskedNumber(answer)}</span>
          ) : (
            kinds[question.kind].show(question, answer ?? '', page.books)
          ),
      }))}
      report={
        <InlineButton name={buttons.wrong} value={spots.map((spot) => spot.question.name).join(' ')}>
          {t('ui.known.report')}
        </InlineButton>
      }
    />
  )
}

/** Whoever reported a known value wrong may think better of it. */
function BackToKnown({ page, spots }: { page: FormPage; spots: readonly Spot[] }) {
  const names = spots.map((spot) => spot.question.name).filter((name) => page.filled.wrong.includes(name))
  return names.length === 0 ? null : (
    <p class="tg-small">
      {t('fields.known_wrong')}{' '}
      <InlineButton name={buttons.right} value={names.join(' ')}>
        {t('fields.known_right')}
      </InlineButton>
    </p>
  )
}

function Rows({ page, section, spots }: { page: FormPage; section: Section; spots: readonly Spot[] }) {
  const { name, repeat } = section
  const field = useField(name)
  if (!repeat) return null
  const one = inWords(repeat.one)
  const rows = [...Map.groupBy(spots, (spot) => spot.row ?? 0)]
  return (
    <div class="tg-stack-lg" id={field.id} tabIndex={-1}>
      {page.problems.some((one) => one.path === name) && <Remarks field={field} />}
      {rows.map(([row, own]) => (
        <Row title={`${one} ${row + 1}`}>
          {own.map((spot) => (
            <Ask page={page} spot={spot} />
          ))}
          {rows.length > repeat.min && (
            <Button kind="second" icon="minus" name={buttons.remove} value={`${name}.${row}`}>
              {t('fields.rows.remove', { one: `${one} ${row + 1}` })}
            </Button>
          )}
        </Row>
      ))}
      {rows.length < repeat.max && (
        <p>
          <Button kind="second" icon="plus" name={buttons.add} value={name}>
            {t('fields.rows.add', { one })}
          </Button>
        </p>
      )}
    </div>
  )
}

const Row = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <fieldset class="ds-fieldset tg-section-fields tg-row-fields">
    <legend class="tg-legend-lg">{title}</legend>
    {children}
  </fieldset>
)
