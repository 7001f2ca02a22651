/** Reference lists: what the state has numbered, dated and with its source. */
import ethnicGroups from '../../data/national/lists/ethnic-group.json' with { type: 'json' }
import maritalStatus from '../../data/national/lists/marital-status.json' with { type: 'json' }
import relations from '../../data/national/lists/relation.json' with { type: 'json' }
import sexes from '../../data/national/lists/sex.json' with { type: 'json' }
import { z } from 'zod'
import { type Day, Day as DaySchema } from '#kernel/time.ts'
import { Words } from './form.ts'

const Item = z.object({
  code: z.string().min(1).max(60),
  words: Words,
  /** Both days are in force; null: since before our records, or still. */
  validFrom: DaySchema.nullable().optional(),
  validTo: DaySchema.nullable().optional(),
})

const List = z.object({
  code: z.string(),
  name: Words,
  citation: z.string(),
  /** False: nobody has held it against the text it cites. */
  verified: z.boolean(),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
  items: z.array(Item).min(1),
})
export type ReferenceList = z.infer<typeof List>

export const lists: readonly ReferenceList[] = [ethnicGroups, maritalStatus, relations, sexes].map((file) =>
  List.parse(file),
)

export const listCalled = (code: string): ReferenceList | undefined => lists.find((list) => list.code === code)

/** What may be chosen on a day. */
export const itemsOn = (list: ReferenceList, on: Day) =>
  list.items.filter(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on))
