/** What a register says: every dossier a unit received in a month, as the log had it at the end of that month. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { ContentOf } from '#modules/slips/public.ts'
import type { Dossier } from './dossier.ts'
import type { Month } from './register.ts'

type Entry = ContentOf<'register'>['entries'][number]

export const unitsThatReceived = async (db: Db, { begins, ends }: Month): Promise<number[]> => {
  const rows = await db
    .selectFrom('dossiers.step_log')
    .select('unitId')
    .distinct()
    .where('action', '=', 'receive')
    .where('at', '>=', begins)
    .where('at', '<', ends)
    .where('unitId', 'is not', null)
    .orderBy('unitId')
    .execute()
  return rows.flatMap(({ unitId }) => unitId ?? [])
}

const linesOf = (db: Db, unitId: number, { begins, ends }: Month) =>
  db
    .selectFrom('dossiers.step_log as r')
    .innerJoin('dossiers.dossier as d', 'd.id', 'r.dossierId')
    .innerJoin('dossiers.step_log as l', 'l.dossierId', 'r.dossierId')
    .select(['d.id', 'd.code', 'd.title', 'd.applicant', 'd.receivedAt', 'd.promisedAt', 'd.outcome'])
    .select(['d.competentId', 'l.action', 'l.at'])
    .select((c) => [
      c.ref('d.channel').$castTo<Dossier['channel']>().as('channel'),
      sql<string | null>`l.detail ->> 'how'`.as('how'),
    ])
    .where('r.action', '=', 'receive')
    .where('r.unitId', '=', unitId)
    .where('r.at', '>=', begins)
    .where('r.at', '<', ends)
    .where('l.at', '<', ends)
    .orderBy('r.at')
    .orderBy('d.code')
    .orderBy('l.seq')
    .execute()

type Line = Awaited<ReturnType<typeof linesOf>>[number]

const ways = { counter: 'desk', post: 'post', electronic: 'electronic' } as const
const ended = { refuse: 'refused', withdraw: 'withdrawn', stop: 'stopped' } as const

type Units = readonly { readonly id: number; readonly name: string }[]

function entryOf(lines: readonly Line[], units: Units): Entry[] {
  const [first] = lines
  if (!first?.code) return []
  const end = lines.find(({ action }) => action === 'issue' || action in ended)
  const returned = lines.find(({ action }) => action === 'return')
  return [
    {
      dossierCode: first.code,
      procedure: first.title,
      applicant: first.applicant || '–',
      contact: null,
      handledBy: units.find(({ id }) => id === first.competentId)?.name ?? '–',
      channel: first.channel,
      receivedAt: (first.receivedAt ?? first.at).toISOString(),
      dueAt: first.promisedAt?.toISOString() ?? null,
      finishedAt: end?.at.toISOString() ?? null,
      returnedAt: returned?.at.toISOString() ?? null,
      delivery: ways[returned?.how as keyof typeof ways] ?? null,
      result: end ? (ended[end.action as keyof typeof ended] ?? (first.outcome as Entry['result'])) : null,
    },
  ]
}

export async function entriesOf(db: Db, unitId: number, month: Month, units: Units): Promise<Entry[]> {
  const byDossier = Map.groupBy(await linesOf(db, unitId, month), ({ id }) => id)
  return [...byDossier.values()].flatMap((lines) => entryOf(lines, units))
}

/** Whose data stand in it, each once. */
export async function partiesIn(db: Db, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db.selectFrom('dossiers.dossier').select('partyId').distinct().where('code', 'in', codes).execute()
  return rows.map(({ partyId }) => partyId)
}
