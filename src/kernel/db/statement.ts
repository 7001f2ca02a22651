/** A question put into SQL once. */
import type { CompiledQuery } from 'kysely'
import type { Db } from './open.ts'

/** Stands in a statement where a value will go. */
class Gap {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Built<Row> = { readonly compile: () => CompiledQuery<Row> }

/**
 * A question that is asked for every page or every filing, put into SQL once: building it takes longer than sending it.
 * `build` sees no values, only places for them, so its shape must not depend on any.
 */
export function statement<Given extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Db, given: Given) => Built<Row>,
): (db: Db, given: Given) => Promise<Row[]> {
  const gaps = new Proxy({}, { get: (_, name) => new Gap(String(name)) }) as Given
  let compiled: CompiledQuery<Row> | undefined
  return async (db, given) => {
    compiled ??= build(db, gaps).compile()
    const parameters = compiled.parameters.map((value) => (value instanceof Gap ? given[value.name] : value))
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
