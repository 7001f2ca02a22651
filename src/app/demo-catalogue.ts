/** The catalogue of a demonstration: some thirty procedures of daily life, facts only, in words of our own. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Db } from '#kernel/db/open.ts'
import { bringIn } from './bring-in.ts'

export const settleCatalogue = (db: Db, path: string, now: Date) =>
  bringIn(db, { name: basename(path), bytes: readFileSync(path) }, now)
