/** Passwords are kept as Argon2id hashes; each hash carries the cost it was made with. */
import { hash, verify } from '@node-rs/argon2'

/** KiB of memory, passes, threads. */
type PasswordCost = { memoryCost: number; timeCost: number; parallelism: number }

/** OWASP Password Storage Cheat Sheet, Argon2id. */
const passwordCost: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string, cost: PasswordCost = passwordCost): Promise<string> =>
  hash(password.normalize('NFC'), cost)

/** Of no password anybody knows, at the usual cost: an unknown login takes as long as a known one. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$3xIIQ6z/HQfpcrtcnqY/GA$jRTQss/hJT033yeSkgWjDYW0Y5/lyJqUBxkAmuvJqr8'

export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> =>
  (await verify(passwordHash ?? decoy, password.normalize('NFC'))) && passwordHash !== null
