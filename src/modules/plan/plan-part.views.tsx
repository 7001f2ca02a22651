/** What pages about one part of a plan share: its name, the way back to it, and the row of its other parts. */
import { type Key, t } from '#kernel/text.ts'
import { Tabs } from '#ui/chips.tsx'
import type { Crumb } from '#ui/frame.tsx'
import { calmTitle } from '#ui/title.ts'

type Plan = { readonly code: string; readonly number: string | null; readonly title: string; readonly state?: string }

export const pathOf = ({ code }: Pick<Plan, 'code'>): string => `/ke-hoach/${encodeURIComponent(code)}`
export const nameOf = ({ number, title }: Pick<Plan, 'number' | 'title'>): string =>
  number ? `${number} – ${calmTitle(title)}` : calmTitle(title)

/** To a reminder about one thing of a plan, filled in. */
export const remindPath = (code: string, what: 'chi-tieu' | 'nhiem-vu', ref: string): string =>
  `/ke-hoach/don-doc/moi?ke-hoach=${encodeURIComponent(code)}&${what}=${encodeURIComponent(ref)}`

const words = {
  '': 'plan.part.board',
  '/nhiem-vu': 'plan.part.tasks',
  '/don-vi': 'plan.part.unit_plans',
  '/hop': 'plan.part.meetings',
  '/ky-bao-cao': 'plan.part.days',
  '/phien-ban': 'plan.part.versions',
  '/van-ban': 'plan.part.text',
} as const satisfies Record<string, Key>
export type PlanPart = keyof typeof words
const parts = Object.entries(words) as readonly (readonly [PlanPart, Key])[]

/** From one part of a plan to the others. Of a plan under review only its text and versions are there. */
export const PlanTabs = ({ plan, part }: { plan: Plan; part: PlanPart }) =>
  plan.state === 'draft' ? null : (
    <Tabs
      label={t('plan.part.all')}
      of={parts.map(([one, word]) => ({ href: pathOf(plan) + one, label: t(word), current: one === part }))}
    />
  )

/** Plans › this plan › the part, or › the part › a thing in it. */
export const crumbsOf = (plan: Plan, part: string, inside?: { href: string; label: string }): Crumb[] => [
  { href: '/ke-hoach', label: t('plan.nav') },
  { href: pathOf(plan), label: plan.number ?? calmTitle(plan.title) },
  ...(inside ? [{ href: inside.href, label: part }, { label: inside.label }] : [{ label: part }]),
]
