/** Instructions as rows. */
import { isId } from '#kernel/id.ts'
import { sql, type Updateable } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { Instruction } from './instruction.ts'

export type InstructionRow = Instruction & {
  readonly id: string
  readonly dossierId: string | null
  readonly dossierCode: string | null
  readonly unitId: number
  readonly senderUnit: number
  readonly sentAt: Date
  readonly sentBy: string
  readonly readBy: string | null
  readonly doneBy: string | null
  readonly wording: string
  readonly answer: string | null
}

type New = Pick<
  InstructionRow,
  'id' | 'dossierId' | 'dossierCode' | 'unitId' | 'toAccount' | 'senderUnit' | 'sentAt' | 'sentBy' | 'dueOn' | 'wording'
>

export const insertInstruction = (db: Db, row: New) => db.insertInto('overview.instruction').values(row).execute()

const instructions = (db: Db) => db.selectFrom('overview.instruction').selectAll()

export async function getInstruction(db: Db, id: string): Promise<InstructionRow> {
  const row = isId(id) ? await instructions(db).where('id', '=', id).executeTakeFirst() : undefined
  return row ?? refuse('missing', 'overview.instruction.missing')
}

/** As `getInstruction`; and nobody else changes it until this transaction ends. */
export async function holdInstruction(db: Db, id: string): Promise<InstructionRow> {
  const row = isId(id) ? await instructions(db).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  return row ?? refuse('missing', 'overview.instruction.missing')
}

export const updateInstruction = (db: Db, id: string, change: Updateable<Tables['overview.instruction']>) =>
  db.updateTable('overview.instruction').set(change).where('id', '=', id).execute()

export const instructionViews = ['received', 'sent', 'done'] as const
export type InstructionView = (typeof instructionViews)[number]

/** Enough to be worked through; more at once are a matter of another kind. */
const most = 200

/** `units`: those that the actor reaches. What is open stands by its day, what is done the newest first. */
export function listInstructions(db: Db, view: InstructionView, units: readonly number[]): Promise<InstructionRow[]> {
  const within = (column: 'unit_id' | 'sender_unit') => sql<boolean>`${sql.ref(column)} = any(${[...units]}::integer[])`
  const open = instructions(db).where('doneAt', 'is', null)
  if (view === 'done')
    return instructions(db)
      .where('doneAt', 'is not', null)
      .where(within('unit_id'))
      .orderBy('doneAt', 'desc')
      .limit(most)
      .execute()
  return open
    .where(within(view === 'sent' ? 'sender_unit' : 'unit_id'))
    .orderBy('dueOn')
    .orderBy('id')
    .limit(most)
    .execute()
}

export const instructionsOfDossier = (db: Db, dossierId: string): Promise<InstructionRow[]> =>
  instructions(db).where('dossierId', '=', dossierId).orderBy('sentAt', 'desc').execute()

/** Of those that may have to be told about on a morning. */
export const listDue = async (db: Db, until: Day): Promise<string[]> =>
  (
    await db
      .selectFrom('overview.instruction')
      .select('id')
      .where('doneAt', 'is', null)
      .where('escalatedOn', 'is', null)
      .where('dueOn', '<=', until)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)
