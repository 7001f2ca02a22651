/** What somebody else changed while a page stood open. */
import { t } from '#kernel/text.ts'
import { momentText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import type { Meanwhile } from './meanwhile.store.ts'

export const MeanwhileList = ({ of }: { of: readonly Meanwhile[] }) => (
  <Notice tone="wait">
    <p>{t('services.changed.title')}</p>
    <ul>
      {of.map(({ part, key, at }) => (
        <li>{t('services.changed.line', { part: partWords(part), key, at: momentText(at) })}</li>
      ))}
    </ul>
  </Notice>
)

/** `questions/applicant`: a part, and the section when it is one of its questions. */
function partWords(part: string): string {
  const [name, within] = part.split('/')
  const known = [
    'head',
    'cases',
    'components',
    'fees',
    'reliefs',
    'steps',
    'sections',
    'questions',
    'results',
    'citizenSteps',
  ] as const
  const found = known.find((one) => one === name)
  if (!found) return t('services.changed.all')
  return within ? `${t(`services.part.${found}`)} (${within})` : t(`services.part.${found}`)
}
