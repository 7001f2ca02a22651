/** The clock of a demonstration: its data stands in the middle of the plan's year, and time goes on from there. */
import { day, momentOf } from '#kernel/time.ts'

/** A Wednesday morning on which the figures of April are in and the half-year report is due in ten days. */
export const opensOn = day('2025-05-14')
const opens = momentOf(opensOn, 8)

/** As much later than `opens` as it really is since the demonstration was made. */
export const demoClock = (madeAt: Date) => (): Date => new Date(opens.getTime() + Date.now() - madeAt.getTime())
