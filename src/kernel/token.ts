/** Secrets that travel: session cookies and one-time links. Only their hash (session.store `hashOf`) is ever stored. */
import { randomBytes } from 'node:crypto'

export const newToken = (): string => randomBytes(32).toString('base64url')
