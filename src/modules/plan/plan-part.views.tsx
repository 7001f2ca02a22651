/** What pages about one part of a plan share: its name and the way back to it. */
import { t } from '#kernel/text.ts'
import { Tabs } from '#ui/chips.tsx'
import type { Crumb } from '#ui/frame.tsx'
import type { PlanHead } from './plan.store.ts'

type Plan = Pick<PlanHead, 'code' | 'number' | 'title'>

export const pathOf = ({ code }: Pick<Plan, 'code'>): string => `/ke-hoach/${encodeURIComponent(code)}`
export const nameOf = ({ number, title }: Plan): string => (number ? `${number} – ${title}` : title)

const parts = ['', '/nhiem-vu', '/don-vi', '/hop', '/ky-bao-cao'] as const
export type PlanPart = (typeof parts)[number]
const words = {
  '': 'plan.part.board',
  '/nhiem-vu': 'plan.part.tasks',
  '/don-vi': 'plan.unit_plan.crumb',
  '/hop': 'plan.meeting.title',
  '/ky-bao-cao': 'plan.part.days',
} as const

/** From one part of a plan to the others. */
export const PlanTabs = ({ plan, part }: { plan: Pick<Plan, 'code'>; part: PlanPart }) => (
  <Tabs
    label={t('plan.part.all')}
    of={parts.map((one) => ({ href: pathOf(plan) + one, label: t(words[one]), current: one === part }))}
  />
)

/** Plans › this plan › the part, or › the part › a thing in it. */
export const crumbsOf = (plan: Plan, part: string, inside?: { href: string; label: string }): Crumb[] => [
  { href: '/ke-hoach', label: t('plan.nav') },
  { href: pathOf(plan), label: plan.number ?? plan.title },
  ...(inside ? [{ href: inside.href, label: part }, { label: inside.label }] : [{ label: part }]),
]
