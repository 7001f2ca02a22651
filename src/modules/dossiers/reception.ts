/** Reception: what of the papers came, what is held already, and what still stands against taking the dossier in. */
import { z } from 'zod'
import type { FieldProblem } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, momentOf } from '#kernel/time.ts'
import type { Channel, Component } from '#modules/services/public.ts'

/** LoaiBan of the national exchange: original, copy, electronic. */
export const paperForms = ['original', 'copy', 'electronic'] as const
export type PaperForm = (typeof paperForms)[number]

/** How the desk made sure of who it is. */
export const identityChecks = ['electronic', 'card', 'reader', 'represented', 'post'] as const

const Ticked = z.union([z.boolean(), z.literal('true').transform(() => true)]).default(false)

export const PaperTaken = z.object({
  code: z.string().min(1).max(60),
  form: z
    .union([z.enum(paperForms), z.literal('')])
    .default('')
    .transform((form) => form || null),
  copies: z.coerce.number().int().min(1).max(99).default(1),
  digitised: Ticked,
  held: Ticked,
  note: z.string().trim().max(400).default(''),
})
export type PaperTaken = z.output<typeof PaperTaken>

/** A form sends rows by their number, a program sends a list. */
export const PapersTaken = z.preprocess(
  (sent) => (sent !== null && typeof sent === 'object' && !Array.isArray(sent) ? Object.values(sent) : (sent ?? [])),
  z.array(PaperTaken).max(80),
)

/** Of papers of which one is enough, one is; what is held is not asked for. */
function papersLacking(needed: readonly Component[], taken: readonly PaperTaken[]): readonly Component[] {
  const isThere = ({ code }: Component) => taken.some((one) => one.code === code && (one.form !== null || one.held))
  const stands = (paper: Component) =>
    needed.some((one) => (one.code === paper.code || (one.oneOf && one.oneOf === paper.oneOf)) && isThere(one))
  return needed.filter((paper) => !paper.optional && !stands(paper))
}

export const faultsOfPapers = (needed: readonly Component[], taken: readonly PaperTaken[]): readonly FieldProblem[] =>
  papersLacking(needed, taken).map(({ code }) => ({
    path: `components.${Math.max(
      0,
      needed.findIndex((one) => one.code === code),
    )}.form`,
    key: 'dossiers.reception.paper_lacking',
  }))

/** Results of earlier procedures that came on paper and stand nowhere (NĐ 107/2021 art. 21a): they cost points of index 766. */
export const notDigitised = (needed: readonly Component[], taken: readonly PaperTaken[]): readonly Component[] =>
  needed.filter(({ code, digitise }) => {
    const one = taken.find((paper) => paper.code === code)
    return digitise === true && one !== undefined && one.form !== null && one.form !== 'electronic' && !one.digitised
  })

/** A time on the wall as people write it: `9:30`, `09h30`, `9h`. */
export function momentAt(on: Day, time: string): Date | null {
  const [, hours = '', minutes = '0'] = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/i.exec(time.trim()) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return momentOf(on, Number(hours), Number(minutes))
}

/** What came on paper may be entered later; what came through the platform has its moment. */
export function objectionToBackdate(moment: Date, { now, channel }: { now: Date; channel: Channel }): Key | null {
  if (channel === 'online') return 'dossiers.reception.online_has_its_moment'
  return moment > now ? 'dossiers.reception.still_to_come' : null
}
