/**
 * What the province adds to a national procedure, from a day on: the fee its council has set, a shorter limit, no paper,
 * whether it is wholly online and if not why, and which system of a ministry owns it. Dated rows with a citation.
 */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { limitUnits, type LimitUnit } from './channel-table.ts'
import { channels, type Channel } from './offer.ts'
import type { Procedure } from './procedure.ts'

export const overlayKinds = ['fee', 'limit', 'paperless', 'level', 'owner'] as const
export type OverlayKind = (typeof overlayKinds)[number]

const Channel = z.preprocess((typed) => (typed === '' ? null : typed), z.enum(channels).nullable().default(null))
const Says = z.string().trim().max(600).default('')

/** By kind. A channel of `null` means all of them. */
export const OverlayContent = z.discriminatedUnion('kind', [
  /** In đồng; nothing to pay is 0. */
  z.object({ kind: z.literal('fee'), channel: Channel, amount: z.coerce.number().int().min(0).max(1e12), says: Says }),
  z.object({
    kind: z.literal('limit'),
    channel: Channel,
    amount: z.coerce.number().positive().max(1000),
    unit: z.enum(limitUnits),
  }),
  z.object({ kind: z.literal('paperless'), says: Says }),
  z.object({ kind: z.literal('level'), level: z.enum(['full', 'partial']), says: Says }),
  z.object({
    kind: z.literal('owner'),
    name: z.string().trim().min(3).max(200),
    url: z.url({ protocol: /^https?$/ }).max(500),
  }),
])
export type OverlayContent = z.infer<typeof OverlayContent>

export type Overlay = {
  readonly id: string
  readonly procedureCode: string
  readonly content: OverlayContent
  readonly citation: string
  /** False: nobody has held it against the text it cites; every page says so. */
  readonly verified: boolean
}

export const channelOf = (content: OverlayContent): Channel | null =>
  content.kind === 'fee' || content.kind === 'limit' ? content.channel : null

/** Where two limits can be compared at all: in the same unit. */
const isShorter = (amount: number, unit: LimitUnit, than: { amount: number; unit: LimitUnit | null }) =>
  than.unit !== unit || amount <= than.amount

/** Why this may not stand beside the national procedure, or null. */
export function objectionToOverlay(content: OverlayContent, procedure: Pick<Procedure, 'channels'>): Key | null {
  if (content.kind === 'level' && content.level === 'partial' && !content.says) return 'catalogue.overlay.reason_needed'
  if (content.kind !== 'limit') return null
  const { channel, amount, unit } = content
  const national = procedure.channels.filter((one) => channel === null || one.channel === channel)
  return national.every(({ limit }) => !limit || isShorter(amount, unit, limit))
    ? null
    : 'catalogue.overlay.not_shorter'
}

const of = <Kind extends OverlayKind>(overlays: readonly Overlay[], kind: Kind) =>
  overlays.filter(
    (one): one is Overlay & { content: Extract<OverlayContent, { kind: Kind }> } => one.content.kind === kind,
  )

/** The one for this channel, else the one for all. */
function forChannel<T extends { content: { channel: Channel | null } }>(
  all: readonly T[],
  channel: Channel,
): T | undefined {
  return all.find((one) => one.content.channel === channel) ?? all.find((one) => one.content.channel === null)
}

export type Local = {
  readonly feeOf: (channel: Channel) => ReturnType<typeof of<'fee'>>[number] | undefined
  readonly limitOf: (channel: Channel) => ReturnType<typeof of<'limit'>>[number] | undefined
  readonly paperless: ReturnType<typeof of<'paperless'>>[number] | undefined
  readonly level: ReturnType<typeof of<'level'>>[number] | undefined
  readonly owner: ReturnType<typeof of<'owner'>>[number] | undefined
}

/** What holds of the overlays in force on one day, asked by channel. */
export const localOf = (overlays: readonly Overlay[]): Local => ({
  feeOf: (channel) => forChannel(of(overlays, 'fee'), channel),
  limitOf: (channel) => forChannel(of(overlays, 'limit'), channel),
  paperless: of(overlays, 'paperless')[0],
  level: of(overlays, 'level')[0],
  owner: of(overlays, 'owner')[0],
})
