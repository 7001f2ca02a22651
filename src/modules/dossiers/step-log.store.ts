/** What happened to dossiers, line by line: forms 06 (control of handling) and 07 (register) are read from here. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Json } from '#kernel/event.store.ts'
import type { DossierState } from './dossier.ts'

export type LogLine = {
  readonly action: string
  readonly fromState: DossierState | null
  readonly toState: DossierState
  readonly step?: string | null
  readonly toAccount?: string | null
  readonly toName?: string | null
  readonly toUnit?: number | null
  readonly dueAt?: Date | null
  readonly result?: 'early' | 'on_time' | 'late' | null
  readonly note?: string | null
  readonly rule: string | null
  readonly detail?: Json
}

/** In the transaction of the change, the dossier held; the number of the line. */
export async function appendLog(ctx: Ctx, dossierId: string, line: LogLine): Promise<number> {
  const { actor } = ctx
  const last = ctx.db
    .selectFrom('dossiers.step_log')
    .select((c) => sql<number>`coalesce(${c.fn.max('seq')}, 0) + 1`.as('seq'))
    .where('dossierId', '=', dossierId)
  const { seq } = await ctx.db
    .insertInto('dossiers.step_log')
    .values({
      dossierId,
      seq: last,
      at: ctx.now,
      action: line.action,
      fromState: line.fromState,
      toState: line.toState,
      step: line.step ?? null,
      accountId: actor.accountId,
      postId: actor.postId,
      unitId: actor.unitId,
      personId: actor.citizen?.personId ?? null,
      byName: actor.name,
      toAccount: line.toAccount ?? null,
      toName: line.toName ?? null,
      toUnit: line.toUnit ?? null,
      dueAt: line.dueAt ?? null,
      result: line.result ?? null,
      note: line.note ?? null,
      rule: line.rule,
      detail: JSON.stringify(line.detail ?? {}),
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Oldest first, with the name that the unit had then. */
export const listLog = (db: Db, dossierId: string) =>
  db
    .selectFrom('dossiers.step_log as l')
    .select(['l.seq', 'l.at', 'l.action', 'l.fromState', 'l.step', 'l.accountId', 'l.personId', 'l.unitId', 'l.byName'])
    .select(['l.toName', 'l.toUnit', 'l.dueAt', 'l.note', 'l.rule'])
    .select((c) => [
      c.ref('l.toState').$castTo<DossierState>().as('toState'),
      c.ref('l.result').$castTo<'early' | 'on_time' | 'late' | null>().as('result'),
      c.ref('l.detail').$castTo<{ readonly [name: string]: Json }>().as('detail'),
      sql<string | null>`(select v.name from kernel.unit_version v where v.unit_id = l.unit_id
        and v.valid_from <= (l.at at time zone 'Asia/Ho_Chi_Minh')::date order by v.valid_from desc limit 1)`.as(
        'unit',
      ),
      sql<string | null>`(select p.title from kernel.post p where p.id = l.post_id)`.as('post'),
    ])
    .where('l.dossierId', '=', dossierId)
    .orderBy('l.seq')
    .execute()

export const lastLine = (db: Db, dossierId: string) =>
  db
    .selectFrom('dossiers.step_log')
    .select(['at', 'action', 'byName'])
    .where('dossierId', '=', dossierId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
