/** What the board may use of directing: what a unit has received and owes. */
export { CoverageStatus } from './coverage.views.tsx'
export { listReminders } from './reminder.store.ts'
export { wantedAnswers } from './wanted-answer.store.ts'
export { direction } from './module.ts'
