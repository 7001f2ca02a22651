/** What the event log says of itself. Pure. */
type Past = { readonly unitId: number | null; readonly detail: Readonly<Record<string, unknown>> }

/** The units that events speak of. */
export const unitsOfEvents = (events: readonly Past[]): number[] =>
  events.flatMap(({ unitId, detail }) => [unitId, detail['unitId']].filter((id) => typeof id === 'number'))
