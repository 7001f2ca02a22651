/** Who may do what of `services`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const servicesRoutes: Record<string, Who> = {}

export const servicesCommands: Record<string, Who> = {}
