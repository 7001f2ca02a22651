/** What the machine's keeper reads: lines of JSON. Never a name, a password or a token. */
import pino from 'pino'

export type Log = pino.Logger

export const openLog = (level: string): Log => pino({ level, base: null }, pino.destination({ fd: 2, sync: false }))
