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
import { newId } from '../src/kernel/id.ts'
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

/** Each of a person of its own, with one paper. The oldest first. */
export async function draftMany(db: Db, count: number, now: Date): Promise<Drafted[]> {
  const found = await findServiceInForce(db, procedure)
  if (!found) throw new Error('the service to be filed is not in force')
  const { service, version } = found
  const [chosen] = service.cases
  const file = paper(ownUpload)
  const books = { today: dayOf(now), places: placeBook([]), units: [], uploads: new Map([[ownUpload, file]]) } as Books
  const form = formOfDossier(service, chosen?.code ?? '', new Set())
  const answers = JSON.stringify({ ...answersThatDo(form, books, () => file).answers, applicant_phone: '0901234567' })
  await sql`insert into kernel.file (hash, size, type, first_at, last_at) values (${hash}, 80000, 'pdf', ${now}, ${now}) on conflict do nothing`.execute(
    db,
  )
  const communes = await sql<{ id: number }>`
    select distinct unit_id as id from kernel.unit_version where kind = 'commune' and valid_to is null`.execute(db)
  // Dossiers come to all communes, as they do in a province.
  const receivers = Array.from({ length: count }, (_, at) => communes.rows[at % communes.rows.length]?.id ?? 0)
  // As the house gives them out: ids of one hour lie beside one another.
  const ids = () => Array.from({ length: count }, () => newId(now))
  const [people, papers, drafts] = [ids(), ids(), ids()]
  await sql`
    insert into identity.party (id, kind, number, name, created_at)
    select id, 'person', lpad((82000000000 + no)::text, 12, '0'), 'Người ' || no, ${now}
    from unnest(${people}::uuid[]) with ordinality as p(id, no)`.execute(db)
  await sql`
    insert into uploads.upload (id, owner, name, declared_size, state, original_hash, original_type, file_hash, file_size,
      file_type, pages, created_at, changed_at, finished_at)
    select paper, 'party:' || person, 'giay-chung-sinh.pdf', 80000, 'ready', ${hash}, 'pdf', ${hash}, 80000, 'pdf', 1, ${now},
      ${now}, ${now}
    from unnest(${people}::uuid[], ${papers}::uuid[]) as u(person, paper)`.execute(db)
  await sql`
    insert into filing.draft (id, procedure_code, service_version, case_code, channel, receiver_id, person_id, party_id,
      answers, created_at, changed_at, expires_on)
    select draft, ${procedure}, ${version}, ${chosen?.code ?? ''}, 'online', receiver, person, person,
      replace(${answers}, ${ownUpload}, paper::text)::jsonb, ${now}, ${now}, ${dayOf(now)}::date + 30
    from unnest(${people}::uuid[], ${papers}::uuid[], ${drafts}::uuid[], ${receivers}::int[])
      as d(person, paper, draft, receiver)`.execute(db)
  return drafts.map((id, at) => ({ id, personId: people[at] ?? '' }))
}

/** As an installed database is after its statistics have been gathered. */
export const analyze = (db: Db) => sql`analyze`.execute(db).catch(() => {})
