/** Brings the tables up to date: plain SQL files, forward only, each in one transaction, in one order over all modules. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { appRole, type Owner } from './open.ts'

export type Migration = { name: string; sql: string; checksum: string }

const root = join(import.meta.dirname, '../..')

/** All migrations of the kernel and the modules, by name: `YYYYMMDDTHHMM_noun.sql`. */
function readMigrations(): Migration[] {
  return globSync('{kernel,modules/*}/migrations/*.sql', { cwd: root })
    .map((file) => {
      const sql = readFileSync(join(root, file), 'utf8')
      return { name: basename(file), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Any number that nothing else locks: two processes that start at once bring the tables up to date one after the other. */
const startLock = 4_660_466

const inTransaction = async (owner: Owner, work: () => Promise<void>) => {
  await owner.script('begin')
  try {
    await work()
    await owner.script('commit')
  } catch (fault) {
    await owner.script('rollback')
    throw fault
  }
}

/** The role is the server's, not the database's: another database may have made it, or be making it now. */
const ensureRole = (owner: Owner) =>
  owner.script(`do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
    if not pg_has_role(current_user, '${appRole}', 'member') then execute format('grant ${appRole} to %I', current_user); end if;
  exception when duplicate_object or unique_violation then null; end $$`)

async function apply(owner: Owner, migration: Migration) {
  await inTransaction(owner, async () => {
    await owner.script(migration.sql)
    await owner.query('insert into public.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
  })
}

/** Applies what is missing and returns its names. An edited old file stops the start. */
export async function migrate(owner: Owner, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [startLock])
  try {
    await ensureRole(owner)
    await owner.script(`create table if not exists public.migration
      (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const rows = await owner.query('select name, checksum from public.migration')
    const applied = new Map(rows.map((row) => [String(row['name']), String(row['checksum'])]))
    for (const { name, checksum } of migrations)
      if (applied.has(name) && applied.get(name) !== checksum)
        throw new Error(`Migration ${name} was changed after it had been applied. Write a new one instead.`)
    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await apply(owner, migration)
    return missing.map(({ name }) => name)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [startLock])
  }
}
