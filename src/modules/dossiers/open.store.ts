/** What is open, told to the overview of direction: with each change, and again from the rows. */
import { holds } from '#fields/evaluate.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { dayOf } from '#kernel/time.ts'
import { findApplication, getService } from '#modules/filing/public.ts'
import { listOpenIds, type OpenDossier, recordOpen, type Standing, type Told } from '#modules/overview/public.ts'
import type { Dossier, DossierState } from './dossier.ts'
import { dossiers } from './dossier.store.ts'
import { hoursAhead, processOf } from './process.ts'
import { listStepsOf, takenOf, type StepRow } from './step.store.ts'

const standingOf: Readonly<Partial<Record<DossierState, Standing>>> = {
  arrived: 'waiting',
  received: 'running',
  processing: 'running',
  awaiting_signature: 'running',
  awaiting_supplement: 'paused',
  awaiting_payment: 'paused',
  finished: 'ready',
}

async function openOf(db: Db, dossier: Dossier, steps: readonly StepRow[], now: Date): Promise<OpenDossier | null> {
  const { id, code, requestCode, procedureCode, unitId, competentId, holderId, supplements, extensions } = dossier
  const standing = standingOf[dossier.state]
  if (!standing) return null
  const isAtDesk = standing === 'waiting' || standing === 'ready'
  const dues = steps.filter(({ closedAt }) => closedAt === null).map(({ dueAt }) => dueAt.getTime())
  return {
    dossierId: id,
    code: code ?? requestCode,
    procedureCode,
    title: dossier.title,
    unitId: isAtDesk ? unitId : competentId,
    holderId: isAtDesk ? null : holderId,
    standing,
    dueAt: dossier.dueAt,
    stepsDueAt: dues.length > 0 ? new Date(Math.max(...dues)) : null,
    hoursAhead: standing === 'running' ? await aheadOf(db, dossier, steps, now) : 0,
    supplements,
    extensions,
    movedAt: dossier.changedAt,
  }
}

async function aheadOf(db: Db, dossier: Dossier, steps: readonly StepRow[], now: Date): Promise<number> {
  const service = await getService(db, dossier.procedureCode, dossier.serviceVersion)
  const isAsked = service.steps.some(({ onlyIf }) => onlyIf !== undefined)
  const answers = isAsked ? ((await findApplication(db, dossier.id))?.answers ?? {}) : {}
  const scope = { answers, today: dayOf(now) }
  const process = processOf(service, dossier.caseCode, (expression) => holds(expression, scope))
  return hoursAhead(process, takenOf(steps))
}

async function toldOf(db: Db, ids: readonly string[], now: Date): Promise<Told[]> {
  if (ids.length === 0) return []
  const rows = await dossiers(db)
    .where('d.id', 'in', [...ids])
    .orderBy('d.id')
    .execute()
  const steps = Map.groupBy(await listStepsOf(db, ids), ({ dossierId }) => dossierId)
  const told: Told[] = []
  for (const row of rows) told.push({ dossierId: row.id, now: await openOf(db, row, steps.get(row.id) ?? [], now) })
  return told
}

/** In the transaction of the change, when everything else of it is written; the dossiers are held. */
export const tellOverview = async ({ db, now }: Pick<Ctx, 'db' | 'now'>, ids: readonly string[]): Promise<number> =>
  recordOpen(db, await toldOf(db, ids, now))

const atOnce = 500
const first = '00000000-0000-0000-0000-000000000000'

type Page = (db: Db, after: string) => Promise<string[]>

const openStates = Object.keys(standingOf) as DossierState[]
const listOpen: Page = async (db, after) =>
  (
    await dossiers(db)
      .where('d.state', 'in', openStates)
      .where('d.id', '>', after)
      .orderBy('d.id')
      .limit(atOnce)
      .forUpdate()
      .execute()
  ).map(({ id }) => id)

/** Some that are counted as open may have ended, or never have been. */
const listCounted: Page = (db, after) => listOpenIds(db, after, atOnce)

/** Everything that is open told again. `wrong`: how many stood differently: none, unless somebody wrote past `change`. */
export async function rebuildOpen(db: Db, now: Date): Promise<{ wrong: number }> {
  let wrong = 0
  for (const list of [listOpen, listCounted])
    for (let after: string | undefined = first; after !== undefined; ) {
      const from: string = after
      const some: { ids: string[]; wrong: number } = await db.transaction().execute(async (inside) => {
        const ids = await list(inside, from)
        return { ids, wrong: await tellOverview({ db: inside, now }, ids) }
      })
      wrong += some.wrong
      after = some.ids.at(-1)
    }
  return { wrong }
}
