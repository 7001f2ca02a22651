/** What a list says of a procedure beside its name. */
import {
  type Channel,
  channels as channelOrder,
  type PublishedChannel,
  type PublishedLimit,
} from '#modules/catalogue/public.ts'

export type Summary = {
  readonly channels: readonly Channel[]
  /** Of the quickest channel, when all that are given are in one unit. */
  readonly limit: PublishedLimit | null
  readonly free: boolean
}

export function summaryOf(all: readonly PublishedChannel[]): Summary {
  const limits = all.flatMap(({ limit }) => (limit?.unit ? [limit] : []))
  const sameUnit = limits.every(({ unit }) => unit === limits[0]?.unit)
  const shortest = sameUnit ? limits.toSorted((a, b) => a.amount - b.amount)[0] : undefined
  return {
    channels: channelOrder.filter((channel) => all.some((one) => one.channel === channel)),
    limit: shortest ?? null,
    free: all.length > 0 && all.every(({ free, fees }) => free && fees.length === 0),
  }
}
