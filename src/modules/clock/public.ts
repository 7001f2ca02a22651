/** What the rest of the house may use of this module. */
export { clock } from './module.ts'
export { type ClockEvent, type ClockEventKind } from './clock-event.ts'
export { countsAnew, objectionToAskSupplement, objectionToExtend } from './clock-objection.ts'
export { type Clock, clockOf } from './clock.ts'
export { type OneStopRules, oneStopRulesOn } from './one-stop-rule.ts'
export { answerBy, dueAfter, handOverBy } from './term.ts'
export { answerLeft, type TimeLeft, timeLeft } from './time-left.ts'
