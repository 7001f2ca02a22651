/** The second step of a sign-in: a code of six figures that an app makes anew every 30 seconds (TOTP, RFC 6238). */
import { generateSecret, generateURI, verifySync } from 'otplib'

/** One step early or late is let pass: clocks differ, and people type slowly. */
const tolerance = 30

export const newTotpSecret = (): string => generateSecret()

/** What an authenticator app reads. */
export const totpUri = (issuer: string, login: string, secret: string): string =>
  generateURI({ issuer, label: login, secret })

/** The time step a code stands for, or null when it is wrong. A code of step `after` or before was used and counts no more. */
export function stepOfCode(code: string, secret: string, now: Date, after: number | null): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const found = verifySync({ secret, token, epoch, epochTolerance: tolerance })
  const step = found.valid && 'timeStep' in found ? found.timeStep : null
  return step !== null && (after === null || step > after) ? step : null
}
