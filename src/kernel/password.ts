/** Passwords are kept as Argon2id hashes; each hash carries the cost it was made with. */
import { hash, verify } from '@node-rs/argon2'

/** KiB of memory, passes, threads. */
type PasswordCost = { memoryCost: number; timeCost: number; parallelism: number }

/** OWASP Password Storage Cheat Sheet, Argon2id. */
const passwordCost: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string, cost: PasswordCost = passwordCost): Promise<string> =>
  hash(password.normalize('NFC'), cost)

type Owner = { readonly passwordHash: string | null }

/** What came of comparing a password, before the transaction that acts on it: comparing takes long, on purpose. */
export type Look = { readonly fits: boolean; readonly passwordHash: string | null }

/** Takes as long for nobody as for somebody. */
export async function look(password: string, owner: Owner | undefined): Promise<Look> {
  const passwordHash = owner?.passwordHash ?? null
  return { fits: await isPassword(password, passwordHash), passwordHash }
}

/** Whether the password opens the account as it is now: one that was changed since the look does not. */
export const opens = ({ fits, passwordHash }: Look, now: Owner): boolean => fits && now.passwordHash === passwordHash

/** Of no password anybody knows, at the usual cost: an unknown login takes as long as a known one. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$3xIIQ6z/HQfpcrtcnqY/GA$jRTQss/hJT033yeSkgWjDYW0Y5/lyJqUBxkAmuvJqr8'

export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> =>
  (await verify(passwordHash ?? decoy, password.normalize('NFC'))) && passwordHash !== null
