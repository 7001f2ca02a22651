import type { messages as vi } from './certificate.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.measure.how': 'What this measure is',
  'plan.measure.title': 'Measure',
  'plan.measure.code': 'Code',
  'plan.measure.unit': 'Unit',
  'plan.measure.formula': 'Formula',
  'plan.measure.formula_of': '{numerator} ÷ {denominator}',
  'plan.measure.kind': 'Over time',
  'plan.measure.kind_flow': 'The sum of the days of the period',
  'plan.measure.kind_stock': 'As it stands on the last day of the period',
  'plan.measure.citation': 'Legal basis',
  'plan.measure.citation_none': 'No text lays it down; a formula of the platform',
  'plan.measure.cited_from': '{text}, in force since {from}',
  'plan.measure.cited_until': '{text}, in force from {from} until before {to}',
  'plan.measure.wait_days':
    'Figures must be there within {days, number} days after their period. The number of days is an assumption of the platform; a new line of the conventions changes it.',
  'plan.measure.rows': 'See the rows',
  'plan.measure.unknown': 'The measure {code} is no longer computed',
}
