/** The review of a draft for other systems: its items one by one, and what is done to them. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import {
  addItem,
  confirmCertain,
  confirmItem,
  correctDocument,
  correctItem,
  dropItem,
  joinItem,
  restoreItem,
  settleWarning,
  splitItem,
} from './draft.commands.ts'
import { DraftItem, itemKinds, objectionsToPublish, PlanHeading } from './draft.ts'
import { getDraft } from './draft.store.ts'

const needs = 'plan.import'
const At = z.object({ code: z.string() })
const Item = z.object({ code: z.string(), item: z.string() })
const item = '/plan/plans/{code}/draft/items/{item}'

const Summary = z.object({
  code: z.string(),
  /** Counts the changes of the draft; publishing names the one that was seen. */
  draftVersion: z.int(),
  document: PlanHeading,
  items: z.array(z.object({ kind: z.enum(itemKinds), proposed: z.int(), confirmed: z.int(), dropped: z.int() })),
  warnings: z.array(z.object({ id: z.string(), key: z.string(), settled: z.boolean() })),
  /** What stands against publishing: keys of sentences and how many items each is about. */
  objections: z.array(z.object({ key: z.string(), items: z.int() })),
})

export const draftApi = [
  read(
    '/plan/plans/{code}/draft',
    { says: 'How far the review of a draft is', needs, input: At, returns: Summary },
    async ({ db }, { code }) => {
      const { draft, draftVersion } = await getDraft(db, code)
      const count = (kind: string, state: string) =>
        draft.items.filter((one) => one.kind === kind && one.state === state).length
      return {
        code,
        draftVersion,
        document: draft.document,
        items: itemKinds.map((kind) => ({
          kind,
          proposed: count(kind, 'proposed'),
          confirmed: count(kind, 'confirmed'),
          dropped: count(kind, 'dropped'),
        })),
        warnings: draft.warnings,
        objections: objectionsToPublish(draft).map(({ key, items }) => ({ key, items: items.length })),
      }
    },
  ),
  read(
    '/plan/plans/{code}/draft/items',
    {
      says: 'Items of a draft in the order of the text',
      needs,
      input: At.extend({ ...Listing, kind: z.enum(itemKinds).optional() }),
      returns: listOfItems(DraftItem),
    },
    async ({ db }, { code, kind, ...page }) => {
      const { items } = (await getDraft(db, code)).draft
      return sliceAfter(
        items.filter((one) => !kind || one.kind === kind),
        page,
        ({ id }) => id,
      )
    },
  ),
  change(
    '/plan/plans/{code}/draft/document',
    { says: 'Correct the head of the document', returns: At },
    correctDocument,
  ),
  change('/plan/plans/{code}/draft/items', { says: 'Add an item that was not read', returns: Item }, addItem),
  change(
    '/plan/plans/{code}/draft/confirm-certain',
    { says: 'Confirm those of the items named that nothing is doubtful about', returns: At.extend({ count: z.int() }) },
    confirmCertain,
  ),
  change(
    '/plan/plans/{code}/draft/warnings/{warning}/settle',
    { says: 'Settle a warning', returns: At },
    settleWarning,
  ),
  change(`${item}/correct`, { says: 'Correct an item', returns: Item }, correctItem),
  change(`${item}/confirm`, { says: 'Confirm an item, corrected or as it is', returns: Item }, confirmItem),
  change(`${item}/drop`, { says: 'Leave an item out', returns: Item }, dropItem),
  change(`${item}/restore`, { says: 'Take an item back in', returns: Item }, restoreItem),
  change(`${item}/split`, { says: 'Split an item in two', returns: Item }, splitItem),
  change(`${item}/join`, { says: 'Join an item with the one before it', returns: Item }, joinItem),
]
