import type { messages as vi } from './search.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.search.title': 'Search',
  'plan.search.label': 'Find a target, a task, a unit',
  'plan.search.example': 'for example: ho so truc tuyen',
  'plan.search.none': 'Nothing found for “{query}”',
  'plan.search.none_why': 'Try fewer words; with or without marks.',
  'plan.search.targets': 'Targets',
  'plan.search.tasks': 'Tasks and solutions',
  'plan.search.units': 'Units',
}
