/** Fewer ways to the database and back: what need not be waited for travels with what comes after it. */
import {
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import type { Writable } from 'node:stream'
import type pg from 'pg'

/** The beginning of a transaction goes out with its first statement. Had it failed, the end of the transaction says so. */
class OneWayDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<void>>()

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begun = super.beginTransaction(connection, settings)
    begun.catch(() => {})
    this.#begun.set(connection, begun)
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection)
    await super.commitTransaction(connection)
  }
}

export class OneWayDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new OneWayDriver(this.#config)
  }
}

type Query = (...asked: unknown[]) => unknown

/** Whatever is asked in one turn of the program leaves in one packet: each write costs more than what it carries. */
export function sendTogether(connection: pg.ClientBase) {
  const { stream } = (connection as unknown as { connection: { stream: Writable } }).connection
  const query = connection.query.bind(connection) as Query
  let isHeld = false
  const release = () => {
    isHeld = false
    stream.uncork()
  }
  const held: Query = (...asked) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(release)
    }
    return query(...asked)
  }
  connection.query = held as typeof connection.query
}
