/** Evidence: the file behind a figure or a note. Pure. */
import { z } from 'zod'

/** What a command is told of a file that has been taken in already. */
export const Evidence = {
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  fileName: z.string().max(200).nullable().default(null),
}
export type Evidence = { fileHash: string | null; fileName: string | null }

export const evidenceTypes = ['pdf', 'docx', 'xlsx', 'csv', 'png', 'jpeg'] as const
export const evidenceAccept = '.pdf,.docx,.xlsx,.csv,image/png,image/jpeg'
export const mostEvidence = 20_000_000
