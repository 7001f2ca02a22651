/** `tgs procedures import FILE`: reads, compares and applies; what was rejected is printed with line and reason. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createGzip } from 'node:zlib'
import { migrate } from '#kernel/db/migrate.ts'
import { openDatabase } from '#kernel/db/open.ts'
import { readConfig } from '#kernel/config.ts'
import { refuse } from '#kernel/problem.ts'
import { inLocale, type Locale, t } from '#kernel/text.ts'
import { type Report, structuredOf } from '#modules/catalogue/public.ts'
import { bringIn } from './bring-in.ts'

/** Packed on the way: of a large file no more is held at once than of a small one. */
async function packed(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  const source = createReadStream(path)
  const pack = createGzip({ level: 6 })
  source.on('error', (fault) => pack.destroy(fault))
  const bytes = /\.gz$/i.test(path) ? source : source.pipe(pack)
  try {
    for await (const piece of bytes) pieces.push(piece as Buffer)
  } catch {
    refuse('missing', 'tgs.cannot_open', { name: path })
  }
  return Buffer.concat(pieces)
}

/** Where it is now, on one line that is written over; nothing where nobody watches. */
function watch(locale: Locale) {
  const { stderr } = process
  return (lines: number) => {
    const text = inLocale(locale, () => t('tgs.lines_read', { lines }))
    stderr.write(stderr.isTTY ? `\r${text}` : `${text}\n`)
  }
}

/** In the database that the configuration names. The embedded one must not be in use by a running program. */
export async function importProcedures(path: string, locale: Locale): Promise<Report> {
  const bytes = await packed(path)
  const { DATABASE_URL: url, DATA_DIR: folder } = readConfig(process.env)
  const { db, close } = await openDatabase(url ? { url } : { folder }, async (owner) => void (await migrate(owner)))
  try {
    const done = await bringIn(db, { name: basename(path), bytes }, new Date(), watch(locale))
    if (process.stderr.isTTY) process.stderr.write('\n')
    const { lines, rejected, structure, counts } = done
    if (!structure || !counts) throw new Error('the import was not finished')
    return {
      read: lines,
      imported: lines - rejected.total,
      rejected: rejected.kept.map(({ line, key, params }) => ({
        line,
        reason: inLocale(locale, () => t(key, params)),
      })),
      ...structuredOf(structure),
      changes: counts,
    }
  } finally {
    await close()
  }
}
