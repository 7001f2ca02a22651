/** Codes that are sent to somebody and typed within minutes: how long they hold, how often they may be tried. Pure. */

export const codeMinutes = 15
const mostTries = 5

export const minutesAfter = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** Six figures of a number below a million. */
export const codeText = (chance: number): string => String(chance).padStart(6, '0')

/** Nobody is sent more than one a minute. */
export const isTooSoon = (before: Date | null, now: Date): boolean => before !== null && before > minutesAfter(now, -1)

/** Whether it may still be tried at all. */
export const isOpen = ({ expiresAt, tries }: { expiresAt: Date; tries: number }, now: Date): boolean =>
  expiresAt > now && tries < mostTries
