/** What a house needs before anybody comes: its province, units, calendar and roles; in a demonstration, its people too. */
import { join } from 'node:path'
import { hasAnyAccount } from '#kernel/account.store.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Log } from '#kernel/log.ts'
import { registerMeasures } from '#kernel/measure-fact.store.ts'
import { readHolidays, readPack, type PackFault, type Read } from '#kernel/pack.ts'
import { applyPack } from '#kernel/pack.store.ts'
import { seedRoles } from '#kernel/role.store.ts'
import { treeOn } from '#kernel/unit.ts'
import { dayOf } from '#kernel/time.ts'
import { seedOwners } from '#modules/catalogue/public.ts'
import { settleCatalogue } from './demo-catalogue.ts'
import { settleCitizens, settlePeople } from './demo-people.ts'
import { settlePlan } from './demo-plan.ts'
import { settleServices } from './demo-services.ts'
import type { House } from './house.ts'
import { learnWords, measuresOf, modules } from './modules.ts'

const data = join(import.meta.dirname, '../../data')

export const packFolder = (pack: string) => join(data, 'packs', pack)

/** A pack at fault stops the start: each fault on its own line. */
function good<T>(read: Read<T>): T {
  if (read.value !== null) return read.value
  throw new Error(
    `The data is at fault:\n${(read.faults as readonly PackFault[]).map(({ file, path, says }) => `  ${file} ${path}: ${says}`).join('\n')}`,
  )
}

export async function furnish(
  db: Db,
  how: { pack: string; demo: boolean; now: Date; log?: Log },
): Promise<House['province']> {
  const pack = good(readPack(packFolder(how.pack)))
  await applyPack(db, pack, good(readHolidays(join(data, 'national/holidays.json'))))
  await seedRoles(db, how.now)
  await registerMeasures(db, measuresOf(modules))
  await seedOwners(db, how.now)
  if (how.demo && !(await hasAnyAccount(db))) {
    how.log?.info('a demonstration is being made; this takes a few seconds')
    await settlePeople(db, packFolder(how.pack), how.now)
    await settleCitizens(db, packFolder(how.pack), how.now)
    await settleCatalogue(db, join(data, 'national/procedures.jsonl'), how.now)
    await settlePlan(db, packFolder(how.pack))
    learnWords(modules)
    await settleServices(db, join(data, 'national'))
  }
  const root = treeOn(pack.units, dayOf(how.now)).bySlug.get(pack.province.root)
  return { name: pack.province.place, authority: root?.name ?? pack.province.name, phone: pack.province.phone }
}
