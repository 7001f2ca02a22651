/** Reorganising units by decisions: merge, split, rename, upgrade, transfer, abolish, establish. */
import { mustBeAtTop } from './account-reach.store.ts'
import { command } from './command.ts'
import { EventsFile } from './pack.ts'
import { followHeir, heirsOf } from './post-heir.store.ts'
import { Problem } from './problem.ts'
import { applyEvents } from './unit.ts'
import { loadUnits, saveReorganisation } from './reorganisation.store.ts'

/** All decisions of one reorganisation together, or none. What they do on a day is worked out by `applyEvents`. Posts follow. */
export const reorganiseUnits = command({
  name: 'kernel.unit.reorganise',
  needs: 'admin.units',
  input: EventsFile,
  run: async (ctx, { events }) => {
    await mustBeAtTop(ctx)
    const before = await loadUnits(ctx.db)
    const { units, faults } = applyEvents(before, events)
    const [fault] = faults
    if (fault)
      throw new Problem('invalid', `kernel.unit.fault.${fault.fault}`, { unit: fault.unit, on: fault.on ?? '' })
    await saveReorganisation(ctx.db, before, units, events, ctx.now)
    for (const heir of heirsOf(events)) await followHeir(ctx.db, heir, ctx.now)
    return { decisions: [...new Set(events.map(({ decision }) => decision))], units: units.length }
  },
  about: () => 'kernel.unit',
})
