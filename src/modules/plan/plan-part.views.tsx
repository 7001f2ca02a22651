/** What pages about one part of a plan share: its name and the way back to it. */
import { t } from '#kernel/text.ts'
import type { Crumb } from '#ui/frame.tsx'
import type { PlanHead } from './plan.store.ts'

type Plan = Pick<PlanHead, 'code' | 'number' | 'title'>

export const pathOf = ({ code }: Plan): string => `/ke-hoach/${encodeURIComponent(code)}`
export const nameOf = ({ number, title }: Plan): string => (number ? `${number} – ${title}` : title)

/** Plans › this plan › the part, or › the part › a thing in it. */
export const crumbsOf = (plan: Plan, part: string, inside?: { href: string; label: string }): Crumb[] => [
  { href: '/ke-hoach', label: t('plan.nav') },
  { href: pathOf(plan), label: plan.number ?? plan.title },
  ...(inside ? [{ href: inside.href, label: part }, { label: inside.label }] : [{ label: part }]),
]
