/** How well citizens are served, for everybody: what is asked for, where it stands, and by unit. No officer, no dossier. */
import { say, t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { dayText, numberText, percentText } from '#ui/figures.ts'
import { Figures } from '#ui/figure.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import type { Sums } from './count.ts'
import type { Index } from './service-index.ts'
import type { Part, Subject } from './index-whole.store.ts'
import { periodText } from './index.views.tsx'

type Props = Subject & { index: Index; sums: Sums; parts: readonly Part[] }

/** What a citizen asks first. */
const asked = ['2.1', '3.3', 'P3', '5.4'] as const

export function ServicePage({ index, sums, parts, chosen, asked: { lateAsOf }, sheet }: Props) {
  const shareOf = (of: Index, code: string) => of.scored.find(({ indicator }) => indicator.code === code)?.share ?? null
  const text = (share: number | null) => (share === null ? null : percentText(share, 1))
  return (
    <Page title={t('scores.public.title')}>
      <div class="tg-stack tg-stack-lg">
        <p>{t('scores.public.lead', { period: periodText(chosen), on: dayText(lateAsOf) })}</p>
        <Figures
          of={[
            { label: t('scores.received'), value: numberText(sums.received) },
            ...asked.map((code) => ({ label: say(`scores.public.${code}`), value: text(shareOf(index, code)) })),
            {
              label: t('scores.public.points'),
              value: numberText(index.points, 2),
              unit: t('scores.points_of', { of: index.of }),
            },
          ]}
        />
        <section class="tg-stack">
          <h2>{t('scores.public.by_unit')}</h2>
          <Card flush>
            <Table
              caption={t('scores.public.by_unit')}
              captionHidden
              rows={parts.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))}
              empty={<p>{t('scores.nothing')}</p>}
              columns={[
                { key: 'name', label: t('scores.by.don-vi'), head: true, cell: ({ name }) => name },
                ...asked.map((code) => ({
                  key: code,
                  label: say(`scores.public.${code}`),
                  align: 'end' as const,
                  cell: (part: Part) => text(shareOf(part.index, code)),
                })),
                {
                  key: 'received',
                  label: t('scores.received'),
                  align: 'end',
                  cell: (part: Part) => numberText(part.sums.received),
                },
              ]}
            />
          </Card>
        </section>
        <p class="tg-small tg-muted">
          {t('scores.how_source', { citation: sheet.citation, from: dayText(sheet.validFrom) })}{' '}
          {!sheet.verified && t('scores.unverified')}
        </p>
      </div>
    </Page>
  )
}
