/** What parts of a service rest on, where nobody has held it against the text yet: said to whoever designs with it. */
import type { FormDefinition, Question } from '#fields/form.ts'
import { kinds } from '#fields/kinds.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Notice } from '#ui/notice.tsx'

/** In brackets, beside what it is about. */
export const Assumed = () => <small class="tg-muted"> ({t('services.assumed')})</small>

/** The source of what a question offers or is checked by, when it is an assumption. */
export function assumedOf(question: Question, on: Day): string | null {
  const basis = kinds[question.kind].restsOn?.(question, on)
  return basis && !basis.verified ? basis.citation : null
}

export const AssumedNotice = ({ citation }: { citation: string }) => (
  <Notice tone="wait">
    <p>{t('services.assumed_basis', { citation })}</p>
  </Notice>
)

/** All that a form rests on and nobody has held against the text. */
export function AssumedCard({ form, on }: { form: FormDefinition; on: Day }) {
  const questions = form.sections.flatMap((section) => section.questions)
  const citations = new Set(questions.flatMap((question) => assumedOf(question, on) ?? []))
  if (citations.size === 0) return null
  return (
    <Card title={t('services.assumed_title')}>
      <ul>
        {[...citations].map((citation) => (
          <li>{citation}</li>
        ))}
      </ul>
    </Card>
  )
}
