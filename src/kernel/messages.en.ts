import type { messages as vi } from './messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'kernel.check_the_form': 'Something needs correcting before this can be sent',
  'kernel.not_permitted': 'The post you are acting in may not do this',
  'kernel.sign_in_first': 'Please sign in to do this',
  'kernel.missing': 'This was not found',
  'kernel.changed_meanwhile': 'Somebody has just changed this. Please look at the new version and decide.',
  'kernel.busy': 'The system is busy. Please try again in a few minutes.',
  'kernel.unit.missing': 'There is no such unit on that day',
  'input.needed': 'Enter {label}',
  'input.wrong': '{label} is not right',
  'input.not_a_number': '{label} must be a number',
  'input.not_a_day': '{label} must be a real date, such as 25/5/2025',
  'input.not_an_email': '{label} must be an e-mail address, such as lan@tiengiang.gov.vn',
  'input.not_offered': '{label} must be one of the choices',
  'input.too_short': '{label} needs at least {minimum} characters',
  'input.too_long': '{label} may have at most {maximum} characters',
  'input.too_small': '{label} must be {minimum} or more',
  'input.too_big': '{label} may be at most {maximum}',
  'input.too_few': '{label}: at least {minimum} needed',
  'input.too_many': '{label}: at most {maximum}',
}
