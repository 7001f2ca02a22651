/** Who may do what of `identity`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const identityRoutes: Record<string, Who> = {}

export const identityCommands: Record<string, Who> = {}
