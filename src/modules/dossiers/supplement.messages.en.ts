import type { messages as vi } from './supplement.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.supplement.form_title': 'What is to be completed',
  'dossiers.supplement.due_is_past': 'Choose a day after today',
  'dossiers.supplement.not_asked': 'Nothing is waited for',
}
