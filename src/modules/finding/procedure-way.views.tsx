/** How long and for how much, by way of filing: the national table with what the province has laid over it. */
import { t } from '#kernel/text.ts'
import {
  type Channel,
  channelText,
  feesText,
  limitText,
  type Local,
  type OfferedCase,
  type Procedure,
  publishedLimitText,
} from '#modules/catalogue/public.ts'
import { moneyText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import { wordsText } from './words.views.tsx'

type Way = {
  channel: Channel
  limit: string
  limitNote: string | null
  fee: string
  feeNote: string | null
  note: string
}

const assumed = ({ citation, verified }: { citation: string; verified: boolean }) =>
  [t('catalogue.procedure.local_fee', { citation }), !verified && t('catalogue.assumed')].filter(Boolean).join('. ')

/** The national row, shortened and priced by the province where it has said so. */
function wayOf(row: Procedure['channels'][number], local: Local): Way {
  const [limit, fee] = [local.limitOf(row.channel), local.feeOf(row.channel)]
  const national = publishedLimitText(row)
  const notes = [row.freeNote, ...row.fees.map(({ note }) => note)].filter(Boolean)
  return {
    channel: row.channel,
    limit: limit ? limitText(limit.content) : national,
    limitNote: limit ? t('catalogue.procedure.local_limit', { national }) : null,
    fee: fee ? (fee.content.amount === 0 ? t('catalogue.fee.free') : moneyText(fee.content.amount)) : feesText(row),
    feeNote: fee ? [fee.content.says, assumed(fee)].filter(Boolean).join('. ') : notes.join('; ') || null,
    note: row.note,
  }
}

export const waysOf = (procedure: Procedure, local: Local): Way[] => procedure.channels.map((row) => wayOf(row, local))

/** A case of a service that the province has designed itself says it all. */
export function waysOfCase({ limits, fees }: OfferedCase, channels: readonly Channel[]): Way[] {
  return channels.map((channel) => {
    const [limit, fee] = [limits[channel], fees[channel]]
    return {
      channel,
      limit: limit ? limitText(limit) : t('catalogue.limit.none'),
      limitNote: limit?.note ? wordsText(limit.note) : null,
      fee: fee ? wordsText(fee) : t('catalogue.fee.none'),
      feeNote: null,
      note: '',
    }
  })
}

const longNote = 280
const shortened = (text: string) =>
  text.length > longNote ? `${text.slice(0, longNote).replace(/\s\S*$/, '')} …` : text

const Small = ({ text }: { text: string | null }) =>
  text ? (
    <>
      <br />
      <small class="tg-muted">{shortened(text)}</small>
    </>
  ) : null

export const Ways = ({ ways }: { ways: readonly Way[] }) => (
  <div class="tg-card tg-flush">
    <Table
      caption={t('catalogue.procedure.by_way')}
      captionHidden
      rows={ways}
      exports={false}
      empty={t('catalogue.limit.none')}
      columns={[
        { key: 'way', label: t('catalogue.procedure.way'), head: true, cell: ({ channel }) => channelText(channel) },
        {
          key: 'time',
          label: t('catalogue.procedure.time'),
          cell: ({ limit, limitNote }) => (
            <>
              {limit}
              <Small text={limitNote} />
            </>
          ),
        },
        {
          key: 'fee',
          label: t('catalogue.procedure.fee'),
          cell: ({ fee, feeNote }) => (
            <>
              {fee}
              <Small text={feeNote} />
            </>
          ),
        },
        { key: 'note', label: t('catalogue.procedure.note'), cell: ({ note }) => (note ? shortened(note) : null) },
      ]}
    />
  </div>
)
