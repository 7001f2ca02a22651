/** How many of each kind, side by side; the key under it stands in the same order and leads to each kind. */
import { numberText } from './figures.ts'
import type { IconName } from './icon.tsx'
import { Status, type StatusTone } from './status.tsx'

export type Share = {
  readonly tone: StatusTone
  readonly label: string
  readonly count: number
  readonly icon?: IconName
  readonly href?: string
}

const percent = (part: number) => `${Math.round(part * 10_000) / 100}%`

export function ShareBar({ of }: { of: readonly Share[] }) {
  const total = of.reduce((sum, share) => sum + share.count, 0)
  let before = 0
  const placed = of
    .filter((share) => share.count > 0)
    .map((share) => {
      const from = before / total
      before += share.count
      return { ...share, from, part: share.count / total }
    })
  return (
    <div class="tg-share">
      {total > 0 && (
        <svg class="tg-share-svg" aria-hidden="true">
          {placed.map((share) => (
            <g data-tone={share.tone}>
              <rect x={percent(share.from)} width={percent(share.part)} height="100%" />
              {share.part >= 0.04 && (
                <text x={percent(share.from + share.part / 2)} y="50%" dy=".36em" text-anchor="middle">
                  {numberText(share.count)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      <ul class="tg-share-key">
        {of.map((share) => (
          <li>
            <Status tone={share.tone} {...(share.icon && { icon: share.icon })}>
              {share.href ? <a href={share.href}>{share.label}</a> : share.label}
            </Status>
            <b>{numberText(share.count)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
