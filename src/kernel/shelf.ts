/**
 * What one app keeps in memory between requests because making it takes long: built from the database, kept for a
 * revision, made anew when that has changed. Never the only place where something is.
 */
export type Shelf = {
  /** What `make` made for this revision; while it is being made anew, everybody waits for the same work. */
  readonly keep: <T>(name: string, revision: number, make: () => Promise<T>) => Promise<T>
  /**
   * What was made last and is at hand, of whatever revision. For transactions: waiting there for what somebody else is
   * making could mean waiting for oneself.
   */
  readonly peek: <T>(name: string) => T | undefined
}

export function openShelf(): Shelf {
  const kept = new Map<string, { revision: number; made: Promise<unknown> }>()
  const ready = new Map<string, unknown>()
  return {
    keep: <T>(name: string, revision: number, make: () => Promise<T>) => {
      const found = kept.get(name)
      if (found?.revision === revision) return found.made as Promise<T>
      const made = make()
      kept.set(name, { revision, made })
      made.then(
        (value) => ready.set(name, value),
        // What failed is not kept: the next one tries again.
        () => kept.get(name)?.made === made && kept.delete(name),
      )
      return made
    },
    peek: <T>(name: string) => ready.get(name) as T | undefined,
  }
}
