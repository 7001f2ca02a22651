/** Who may do what of `catalogue`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const catalogueRoutes: Record<string, Who> = {}

export const catalogueCommands: Record<string, Who> = {}
