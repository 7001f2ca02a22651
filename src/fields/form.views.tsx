/** A page of a form: its questions inside one `<form>`, with the help browsers give. */
import type { ComponentChildren, ComponentProps } from 'preact'
import { t } from '#kernel/text.ts'
import { momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { answersElsewhere, type FormPage, hasFiles, wordsOf } from './page.ts'
import { SectionQuestions } from './section.views.tsx'

type FormProps = ComponentProps<typeof Form>
type Props = Pick<FormProps, 'action' | 'send' | 'idempotencyKey' | 'hidden' | 'also' | 'id'> & {
  readonly page: FormPage
  /** Where changes are saved while the page is filled in. */
  readonly autosave?: string
  /** When the draft was saved last. */
  readonly savedAt?: Date | null
  /** Beside it: until when the draft is kept. */
  readonly kept?: ComponentChildren
  /** Below the questions, before the button. */
  readonly children?: ComponentChildren
}

export function QuestionForm({ page, autosave, savedAt = null, kept, children, ...form }: Props) {
  const { labels, hints } = wordsOf(page)
  const { typed, problems, step, books } = page
  const answers = answersElsewhere(page)
  const help = {
    'data-enhance': autosave ? 'autosave conditions' : 'keep conditions',
    'data-autosave': autosave,
    'data-today': books.today,
    'data-answers': Object.keys(answers).length > 0 ? JSON.stringify(answers) : undefined,
  }
  return (
    <Form
      {...form}
      words="fields.form"
      labels={labels}
      hints={hints}
      values={typed}
      back={problems.length > 0 ? { typed, problems, key: 'kernel.check_the_form' } : undefined}
      files={hasFiles(page)}
      help={help}
      after={
        <>
          <SavedLine at={savedAt} /> {kept}
        </>
      }
    >
      {/* Enter in a box presses the first button of a form: it must be the one that goes on, not one that takes a row away */}
      <button class="tg-sr" type="submit" tabIndex={-1} aria-hidden="true">
        {t(form.send)}
      </button>
      {step.sections.map((section) => (
        <SectionQuestions page={page} section={section} titled={step.sections.length > 1} />
      ))}
      {children}
    </Form>
  )
}

/** Politely told to screen readers when it changes; the script finds its words here. */
const SavedLine = ({ at }: { at: Date | null }) => (
  <span
    role="status"
    data-autosave-says=""
    data-saved={t('fields.saved', { at: '{at}' })}
    data-waiting={t('fields.saved_later')}
    data-moved={t('fields.saved_elsewhere')}
  >
    {at && t('fields.saved', { at: momentText(at) })}
  </span>
)
