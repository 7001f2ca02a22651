/** What the state already knows, as text with its source: nobody is asked twice, nobody faces a grey field. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '#kernel/text.ts'
import { Icon } from './icon.tsx'
import { type Fact, SummaryList } from './summary-list.tsx'

type Props = {
  title: string
  /** Which register said so, and when. */
  source: ComponentChildren
  facts: readonly (Fact | null)[]
  /** Where the reader says that it is wrong and fills the part in. */
  wrong?: string
  /** The same as a button of the form it stands in. */
  report?: ComponentChildren
}

export function Known({ title, source, facts, wrong, report }: Props) {
  const id = useId()
  // within a form it is a group of what was answered, not a part of the page of its own
  const Box = report ? 'div' : 'section'
  return (
    <Box class="tg-known" role={report ? 'group' : undefined} aria-labelledby={id}>
      <header>
        <Icon name="done" />
        <div>
          <h2 id={id}>{title}</h2>
          <p>{source}</p>
        </div>
      </header>
      <SummaryList of={facts} />
      {(report || wrong) && (
        <footer>
          {t('ui.known.wrong')} {report ?? (wrong && <a href={wrong}>{t('ui.known.report')}</a>)}
        </footer>
      )}
    </Box>
  )
}
