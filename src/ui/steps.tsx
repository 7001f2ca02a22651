/** What happens, in order. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'

type Step = { readonly title: ComponentChildren; readonly text?: ComponentChildren }

/** Told beforehand: numbered, in prose. */
export function Steps({ of, level = 3 }: { of: readonly Step[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol class="tg-steps">
      {of.map((step) => (
        <li>
          <Heading>{step.title}</Heading>
          {step.text && <p>{step.text}</p>}
        </li>
      ))}
    </ol>
  )
}

/** Where one is in a long form; `at` counts from 0. A part that is done may be gone back to. */
export const Progress = ({ of, at }: { of: readonly { label: string; href?: string }[]; at: number }) => (
  <ol class="tg-progress" aria-label={t('ui.progress')}>
    {of.map((part, index) => (
      <li data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
        {index < at && <span class="tg-sr">{t('ui.progress.done')}</span>}
        <span class="tg-label">
          {index + 1}. {part.href && index < at ? <a href={part.href}>{part.label}</a> : part.label}
        </span>
      </li>
    ))}
  </ol>
)
