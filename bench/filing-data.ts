/** Citizens with drafts that may be filed as they are: everything answered, every paper there. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { settleCatalogue } from '../src/app/demo-catalogue.ts'
import { catalogues, modules } from '../src/app/modules.ts'
import { settleServices } from '../src/app/demo-services.ts'
import type { FileAnswer } from '../src/fields/form.ts'
import type { Books } from '../src/fields/kind.ts'
import { placeBook } from '../src/fields/place-book.ts'
import type { Db } from '../src/kernel/db/open.ts'
import { addMessages } from '../src/kernel/text.ts'
import { dayOf } from '../src/kernel/time.ts'
import { formOfDossier } from '../src/modules/filing/dossier-form.ts'
import { findServiceInForce } from '../src/modules/services/public.ts'
import { answersThatDo } from '../test/some-answers.ts'

export const procedure = '1.001193'

/** The services of the demonstration, put in force; what they say to citizens is put into words on the way. */
export async function settleFiling(db: Db): Promise<void> {
  for (const { vi, en } of [...catalogues, ...modules.map(({ messages }) => messages)]) {
    addMessages('vi', vi)
    addMessages('en', en)
  }
  const folder = join(import.meta.dirname, '../data/national')
  await settleCatalogue(db, join(folder, 'procedures.jsonl'), new Date())
  await settleServices(db, folder)
}

const hash = createHash('sha256').update('a paper').digest('hex')
const paper = (upload: string): FileAnswer => ({
  upload,
  name: 'giay-chung-sinh.pdf',
  hash,
  size: 80_000,
  type: 'application/pdf',
})

/** Stands in a draft where the id of its own upload goes. */
const ownUpload = '00000000-0000-4000-8000-000000000000'

export type Drafted = { id: string; personId: string }

/** Each of a person of its own, with one paper. Returned in an order of chance. */
export async function draftMany(db: Db, count: number, now: Date): Promise<Drafted[]> {
  const found = await findServiceInForce(db, procedure)
  if (!found) throw new Error('the service to be filed is not in force')
  const { service, version } = found
  const [chosen] = service.cases
  const file = paper(ownUpload)
  const books = { today: dayOf(now), places: placeBook([]), units: [], uploads: new Map([[ownUpload, file]]) } as Books
  const form = formOfDossier(service, chosen?.code ?? '', new Set())
  const answers = JSON.stringify({ ...answersThatDo(form, books, () => file).answers, applicant_phone: '0901234567' })
  await sql`insert into kernel.file (hash, size, type, first_at) values (${hash}, 80000, 'pdf', ${now}) on conflict do nothing`.execute(
    db,
  )
  const receiver = await sql<{
    id: number
  }>`select unit_id as id from kernel.unit_version where kind = 'commune' limit 1`.execute(db)
  await sql`
    with people as (
      insert into identity.party (id, kind, number, name, email, email_verified_at, created_at)
      select gen_random_uuid(), 'person', lpad((82000000000 + i)::text, 12, '0'), 'Người ' || i, null, null, ${now}
      from generate_series(1, ${count}::int) i returning id
    ), papers as (
      insert into uploads.upload (id, owner, name, declared_size, state, original_hash, original_type, file_hash, file_size,
        file_type, pages, created_at, changed_at, finished_at)
      select gen_random_uuid(), 'party:' || id, 'giay-chung-sinh.pdf', 80000, 'ready', ${hash}, 'pdf', ${hash}, 80000, 'pdf', 1,
        ${now}, ${now}, ${now} from people returning id, owner
    )
    insert into filing.draft (id, procedure_code, service_version, case_code, channel, receiver_id, person_id, party_id,
      answers, created_at, changed_at, expires_on)
    select gen_random_uuid(), ${procedure}, ${version}, ${chosen?.code ?? ''}, 'online', ${receiver.rows[0]?.id ?? 0}, p.id, p.id,
      replace(${answers}, ${ownUpload}, papers.id::text)::jsonb, ${now}, ${now}, ${dayOf(now)}::date + 30
    from people p join papers on papers.owner = 'party:' || p.id`.execute(db)
  const { rows } = await sql<Drafted>`select id, person_id from filing.draft order by random()`.execute(db)
  return rows
}

/** As an installed database is after its statistics have been gathered. */
export const analyze = (db: Db) => sql`analyze`.execute(db).catch(() => {})
