/** The citizen of a request, whichever door they came through. */
import type { Citizen } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'

export const citizenOf = ({ actor }: Ctx): Citizen =>
  actor.citizen ?? refuse('unauthenticated', 'kernel.citizen_sign_in_first')
