/** Who may do what of `uploads`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const uploadsRoutes: Record<string, Who> = {}

export const uploadsCommands: Record<string, Who> = {}
