/**
 * What those who draft a plan, direct it and show it may use: its rows, how they stand, and the parts of its pages. Wide,
 * because the plan is what all three are about; nothing of theirs is used here.
 */
export { type AskedRow, askUnits, listAsked, listAskedIds } from './asked-unit.store.ts'
export { listAsks } from './asked.store.ts'
export { MeasureFacts } from './certificate.views.tsx'
export {
  type ConclusionRow,
  countConclusions,
  insertConclusion,
  listConclusions,
  listRefs,
} from './conclusion.store.ts'
export { type UnitNames, unitNames } from './cooperation.store.ts'
export { askedFigures, dueTasks, firstYear } from './due.store.ts'
export { type Counted, type DueTask, isDoneInTime, isDueBy } from './due.ts'
export { FigureCell } from './figure-table.views.tsx'
export { confirmedOf, listWaitingFigures } from './figure.store.ts'
export { type Confirmed, figureIn, type FullReading } from './figure.ts'
export { comingDays, glanceAtTasks } from './glance.store.ts'
export type { ComingDay, TaskGlance } from './glance.ts'
export { type GoalParts, goalsText, goalText, valueText } from './goal-text.ts'
export { writePublication } from './live.store.ts'
export type { Publication } from './live.ts'
export { writeOwnWork } from './own-work.store.ts'
export {
  findContent,
  findPlanBelow,
  holdPlanBelow,
  insertPlanBelow,
  publishPlanBelow,
  updateDraftBelow,
} from './plan-below.store.ts'
export { crumbsOf, nameOf, pathOf, PlanTabs, remindPath } from './plan-part.views.tsx'
export {
  findCodeByHash,
  findText,
  holdText,
  insertPlan,
  putInForce,
  updateText,
  writeDraft,
} from './plan-text.store.ts'
export { findVersionRow, insertVersion, lastVersions, listVersions, type VersionHead } from './plan-version.store.ts'
export {
  findPlan,
  getPlan,
  idsOfPlansInForce,
  idsOfPlansLedBy,
  listPlans,
  type PlanHead,
  plansById,
  plansInForceBelow,
} from './plan.store.ts'
export { type Comparator, comparators, type Level, type PlanState, planStates, taskKinds } from './plan.ts'
export { statusView, ValueView } from './reading-view.ts'
export { readingsOfValues } from './reading.store.ts'
export { listMeetingDuties, listReportingDuties } from './reporting-duty.store.ts'
export { linePath, type SourcePage, sourcePageOf } from './source-page.ts'
export { standingOfTargets, standingOfTasks, type StandingTarget, type StandingTask } from './standing.store.ts'
export {
  boundsOf,
  gapTo,
  type Standing,
  standings,
  statusOfTarget,
  statusOfValue,
  type StatusRule,
  statusRuleOn,
  type ValueStatus,
} from './status.ts'
export { listTargets, listTargetsOfUnits, listValues, type Target } from './target.store.ts'
export { targetPath } from './target.views.tsx'
export { taskPath } from './task-path.ts'
export { taskStandings } from './task-status.ts'
export { listOpenTasksOfUnits, listTasks, type Task } from './task.store.ts'
export { TaskTable } from './task.views.tsx'
export { findThing, listCooperating, listSharedWork, listThings } from './thing.store.ts'
export { hrefOfThing, type SharedWork, type Thing, type ThingKind, thingKinds } from './thing.ts'
export { faces, figureText, inBrief, TargetStatus, unitName } from './work.views.tsx'
export { plan } from './module.ts'
