/** The numbers by which a dossier is judged: part of each sheet, so that they are dated data. */
import { z } from 'zod'

export const Judging = z.object({
  /** More requests for supplements than these make a dossier late. */
  mostSupplements: z.int().min(0),
  /** National states in which the last request stands for the end. */
  waitingStates: z.array(z.int()),
  /** National states in which a dossier is not one yet. */
  uncountedStates: z.array(z.int()),
})
export type Judging = z.infer<typeof Judging>
