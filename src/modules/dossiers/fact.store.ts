/** What happened to dossiers, told to the index of service: with each change, and again from the rows. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { assurancesOf, ownSystem } from '#modules/filing/public.ts'
import { type CostOfAct, costsOfFact, type DossierFact, recordFacts } from '#modules/scores/public.ts'
import type { Docket } from './docket.store.ts'
import { factIfReceived, factOf, type Recorded } from './fact.ts'

type Row = Omit<Recorded, 'assurance' | 'isOurs'> & { authoritativeSystem: string }

/** Of those among them that were received: before that a dossier has no code and is not counted. */
async function listRecorded(db: Db, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.code, d.procedure_code, d.competent_id, d.channel, d.state, d.received_at, d.received_by, d.holder_id,
      d.identity_checked, d.sync, d.authoritative_system, d.fee_total > 0 as has_fee,
      (select s.holder_id from dossiers.step s where s.dossier_id = d.id and s.kind = 'process' and s.holder_id is not null
        order by s.seq desc limit 1) as handled_by,
      coalesce(m.new_due, d.promised_at) as appointed_at,
      array(select s.asked_at from dossiers.supplement s where s.dossier_id = d.id order by s.no) as supplements_asked,
      (select coalesce(floor(sum(extract(epoch from (s.answered_at - greatest(s.asked_at, m.at)))) / 60), 0)::integer
        from dossiers.supplement s where s.dossier_id = d.id and s.stage = 'after_reception'
          and s.answered_at > coalesce(m.at, s.asked_at)) as supplement_minutes,
      array(select l.to_state from dossiers.step_log l where l.dossier_id = d.id
        and (l.from_state = l.to_state) is not true order by l.seq) as states,
      array(select l.at from dossiers.step_log l where l.dossier_id = d.id
        and (l.from_state = l.to_state) is not true order by l.seq) as since,
      p.*, r.*
    from dossiers.dossier d
    left join lateral (
      select e.new_due, e.at from dossiers.clock_event e
      where e.dossier_id = d.id and e.new_due is not null and e.kind <> 'supplemented' order by e.seq desc limit 1) m on true
    cross join lateral (
      select (count(*) filter (where form = 'electronic' or (form is not null and digitised)))::integer as papers_digitised,
        (count(*) filter (where held))::integer as papers_held,
        coalesce((select jsonb_array_length(l.detail -> 'not_digitised') from dossiers.step_log l
          where l.dossier_id = d.id and l.action = 'receive' order by l.seq limit 1), 0) as papers_not_digitised
      from dossiers.component where dossier_id = d.id) p
    cross join lateral (
      select count(*)::integer as results, (count(*) filter (where electronic))::integer as results_electronic
      from dossiers.result where dossier_id = d.id) r
    where d.id = any(${[...ids]}::uuid[]) and d.received_at is not null
    order by d.id`.execute(db)
  return rows
}

export async function factsOf(db: Db, ids: readonly string[]): Promise<DossierFact[]> {
  const rows = await listRecorded(db, ids)
  const assurances = await assurancesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ authoritativeSystem, ...row }) =>
    factOf({ ...row, assurance: assurances.get(row.id) ?? null, isOurs: authoritativeSystem === ownSystem }),
  )
}

/** In the transaction of the change, when everything else of it is written; of several dossiers at once, all are held. */
export async function tellScores(ctx: Pick<Ctx, 'db' | 'now'>, ids: readonly string[]): Promise<void> {
  await recordFacts(ctx, await factsOf(ctx.db, ids))
}

/** What acts on a dossier would cost its unit; of one that is not received yet, as if it were. */
export async function costsOfActs(
  ctx: Ctx,
  { dossier, application: { assurance, authoritativeSystem } }: Pick<Docket, 'dossier' | 'application'>,
  acts: readonly CostOfAct['act'][],
): Promise<CostOfAct[]> {
  if (acts.length === 0) return []
  const [fact] = await factsOf(ctx.db, [dossier.id])
  const asIf = { assurance, isOurs: authoritativeSystem === ownSystem, by: ctx.actor.accountId, now: ctx.now }
  return costsOfFact(ctx, fact ?? factIfReceived(dossier, asIf), acts)
}

const atOnce = 500

/** So many after an id; nobody changes them meanwhile, and their facts are written again. */
const rebuildSome = (db: Db, after: string, now: Date) =>
  db.transaction().execute(async (inside) => {
    const held = await inside
      .selectFrom('dossiers.dossier')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .execute()
    const ids = held.map(({ id }) => id)
    const wrong = await recordFacts({ db: inside, now }, await factsOf(inside, ids))
    return { ids, wrong }
  })

/** Every fact made again from the rows. `wrong`: how many said something else, or were missing: none, unless somebody wrote past `change`. */
export async function rebuildFacts(db: Db, now: Date): Promise<{ dossiers: number; wrong: number }> {
  const sum = { dossiers: 0, wrong: 0 }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { ids, wrong } = await rebuildSome(db, after, now)
    const last = ids.at(-1)
    if (last === undefined) return sum
    sum.dossiers += ids.length
    sum.wrong += wrong
    after = last
  }
}
