/** A plan: the official text, what was read out of it, and whether it is in force. */

export const planStates = ['draft', 'published', 'closed'] as const
export type PlanState = (typeof planStates)[number]

/** How a target's number must compare with what is measured. `equal`: a bare figure ("85 %"), which is there to be reached. */
export const comparators = ['at_least', 'more_than', 'equal', 'at_most', 'less_than', 'range'] as const
export type Comparator = (typeof comparators)[number]

/** The administrative level a number is set for; a code, since levels come and go with the law. */
export type Level = string

export const taskKinds = ['task', 'solution', 'project', 'duty', 'conclusion'] as const
export type TaskKind = (typeof taskKinds)[number]
