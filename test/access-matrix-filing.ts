/** Who may do what of `filing`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const filingRoutes: Record<string, Who> = {}

export const filingCommands: Record<string, Who> = {}
