/** The invented people of a demonstration: accounts without a password, opened from the sign-in page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { insertAccount } from '#kernel/account.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { insertPost } from '#kernel/post.store.ts'
import { day, dayOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { ensureParty, ensureRepresentative } from '#modules/identity/public.ts'
import { readCitizens } from './sandbox-people.ts'

const PeopleFile = z.object({
  note: z.string(),
  people: z.array(
    z.object({
      login: z.string().endsWith('.demo'),
      name: z.string(),
      posts: z.array(z.object({ unit: z.string(), role: z.string(), title: z.string() })).min(1),
    }),
  ),
})

/** The invented citizens as if they had been here before, and whoever acts for an organisation by law. */
export async function settleCitizens(database: Db, folder: string, now: Date) {
  const { people, organisations } = readCitizens(folder)
  await database.transaction().execute(async (db) => {
    const ids = new Map<string, string>()
    for (const { techId, number, name } of people)
      ids.set(techId, (await ensureParty(db, { kind: 'person', number, name, now })).id)
    for (const { businessCode, name, head } of organisations) {
      const { id: partyId } = await ensureParty(db, { kind: 'organisation', number: businessCode, name, now })
      await ensureRepresentative(db, { actorId: ids.get(head) ?? '', partyId, on: dayOf(now), now })
    }
  })
}

export async function settlePeople(database: Db, folder: string, now: Date) {
  const { people } = PeopleFile.parse(JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')))
  await database.transaction().execute(async (db) => {
    for (const [at, { login, name, posts }] of people.entries()) {
      const made = new Date(now.getTime() + at)
      const id = newId(made)
      await insertAccount(db, { id, login, name, email: null, passwordHash: null, now: made })
      for (const post of posts) {
        const unit = await getUnit(db, post.unit, dayOf(now))
        await insertPost(db, {
          id: newId(made),
          accountId: id,
          unitId: unit.id,
          roleCode: post.role,
          title: post.title,
          validFrom: day('2024-01-01'),
        })
      }
    }
  })
}
