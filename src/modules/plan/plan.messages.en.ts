import type { messages as vi } from './plan.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.nav': 'Plan',
  'plan.nav_public': 'Figures',
  'plan.plans': 'Plans and progress',
  'plan.missing': 'There is no such plan',
  'plan.part.all': 'Parts of the plan',
  'plan.part.board': 'Board',
  'plan.part.tasks': 'Tasks',
  'plan.part.unit_plans': 'Plans of units',
  'plan.part.meetings': 'Steering committee',
  'plan.part.days': 'Reporting days',
  'plan.part.versions': 'Versions',
  'plan.part.text': 'Text',
  'plan.led_by_another_unit':
    'This plan is led by another unit; only the unit that leads it and the leaders of the province can do this',
}
