/** Every component in every state that matters: what the house can draw, and how. */
import { t } from '#kernel/text.ts'
import { examples as buttons } from './button.examples.tsx'
import { examples as cards } from './card.examples.tsx'
import { examples as cells } from './cell.examples.tsx'
import { examples as charts } from './chart.examples.tsx'
import { Desk } from './desk.tsx'
import type { Example } from './example.ts'
import { examples as flows } from './flow.examples.tsx'
import { examples as found } from './found.examples.tsx'
import { examples as figures } from './figure.examples.tsx'
import { examples as goals } from './goal.examples.tsx'
import { examples as forms } from './form.examples.tsx'
import { examples as months } from './month.examples.tsx'
import { examples as notices } from './notice.examples.tsx'
import { Page } from './page.tsx'
import { examples as codes } from './qr.examples.tsx'
import { examples as reviews } from './review.examples.tsx'
import { examples as states } from './status.examples.tsx'
import { examples as lists } from './summary-list.examples.tsx'
import { examples as tables } from './table.examples.tsx'
import { examples as timelines } from './timeline.examples.tsx'
import { examples as uploads } from './upload.examples.tsx'
import { examples as voids } from './void.examples.tsx'

export const examples: readonly Example[] = [
  buttons,
  states,
  notices,
  cards,
  found,
  lists,
  figures,
  goals,
  charts,
  flows,
  tables,
  cells,
  months,
  forms,
  uploads,
  timelines,
  reviews,
  codes,
  voids,
].flat()

/** `density` shows the same components as citizens (`md`) or as officers (`sm`) see them; `also` those of other houses. */
export function Gallery({ density = 'md', also = [] }: { density?: 'md' | 'sm'; also?: readonly Example[] }) {
  const Frame = density === 'md' ? Page : Desk
  const all = [...examples, ...also]
  const names = [...new Set(all.map((example) => example.of))].sort()
  return (
    <Frame title={t('ui.gallery')} lead={t('ui.gallery.lead')}>
      <nav aria-label={t('ui.gallery.parts')}>
        <ul class="tg-show-index">
          {names.map((name) => (
            <li>
              <a href={`#c-${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {names.map((name) => (
        <div class="tg-show-part">
          <h2 id={`c-${name}`}>{name}</h2>
          {all
            .filter((example) => example.of === name)
            .map((example) => (
              <div class="tg-show">
                <h3>{example.name}</h3>
                <example.show />
              </div>
            ))}
        </div>
      ))}
    </Frame>
  )
}
