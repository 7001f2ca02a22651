/** What still stands against sending a whole form, and what is worth a second look: each with the way to its place. */
import type { FieldProblem } from '#kernel/problem.ts'
import { say, t } from '#kernel/text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import type { FormDefinition, Question, Section } from './form.ts'
import { type Step, stepOf } from './steps.ts'
import { inWords } from './words.ts'

type Whole = {
  readonly form: FormDefinition
  readonly steps: readonly Step[]
  readonly href: (step: Step) => string
}

export const ToMend = ({ problems, ...whole }: Whole & { problems: readonly FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <ErrorSummary
      title={t('ui.form.errors', { count: problems.length })}
      problems={problems.map((one) => ({ href: placeOf(whole, one), says: sentenceOf(whole.form, one) }))}
    />
  )

export const Doubts = ({ warnings, ...whole }: Whole & { warnings: readonly FieldProblem[] }) =>
  warnings.length === 0 ? null : (
    <Notice tone="wait">
      <p>{t('fields.doubts')}</p>
      <ul>
        {warnings.map((one) => (
          <li>
            <a href={placeOf(whole, one)}>{sentenceOf(whole.form, one)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )

/** The control on its page. A part of a form that is asked nowhere has no place. */
function placeOf({ steps, href }: Whole, { path }: FieldProblem): string {
  const step = stepOf(steps, { path })
  return step ? `${href(step)}#${path}` : '#'
}

function sentenceOf(form: FormDefinition, { path, key, params }: FieldProblem): string {
  const [list, row] = path.split('.')
  const section = form.sections.find((one) => one.repeat && one.name === list)
  const question = form.sections.flatMap((one) => one.questions).find((one) => one.name === path.split('.').at(-1))
  return say(key, { label: labelOf(question, section, row), ...params })
}

function labelOf(question: Question | undefined, section: Section | undefined, row: string | undefined): string {
  const label = question ? inWords(question.label) : section ? inWords(section.title) : t('ui.form.this_field')
  return question && section?.repeat ? `${label} (${inWords(section.repeat.one)} ${Number(row) + 1})` : label
}
