import type { messages as vi } from './plan.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.nav': 'Plan',
  'plan.nav_public': 'Figures',
  'plan.plans': 'Plans and progress',
  'plan.missing': 'There is no such plan',
}
