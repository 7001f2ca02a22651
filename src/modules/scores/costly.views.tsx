/** The dossiers that cost points of an indicator, each with why. */
import { say, t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import type { Costly } from './costly.store.ts'
import { isOfSheet } from './measure.ts'
import type { Indicator } from './service-index.ts'
import type { Subject } from './index-whole.store.ts'
import { periodText } from './index.views.tsx'
import type { OfficerName, UnitName } from './names.store.ts'

type Names = {
  units: ReadonlyMap<number, UnitName>
  officers: ReadonlyMap<string, OfficerName>
  procedures: ReadonlyMap<string, string>
}

type Props = Subject & {
  indicator: Indicator
  items: readonly Costly[]
  /** Whoever reads dossiers at the desk goes on to them. */
  opens: boolean
  names: Names
  back: string
  first: string | null
  next: string | null
}

export function CostlyPage({ unit, officer, procedure, indicator, chosen, items, ...more }: Props) {
  const { names, opens, back, first, next } = more
  const name = say(`scores.indicator.${indicator.code}`)
  const about = [unit.name, officer?.name, procedure?.name].filter(Boolean).join(' · ')
  return (
    <Desk
      title={t('scores.costly_title', { indicator: isOfSheet(indicator) ? `${indicator.code} ${name}` : name })}
      eyebrow={about}
      lead={t('scores.costly_lead', { period: periodText(chosen) })}
      crumbs={[{ href: back, label: t('scores.title') }, { label: t('scores.costly') }]}
    >
      <Card flush>
        <Table
          caption={t('scores.costly_title', { indicator: name })}
          captionHidden
          rows={items}
          empty={<p>{t('scores.costly_none')}</p>}
          columns={[
            {
              key: 'code',
              label: t('scores.dossier'),
              head: true,
              cell: ({ dossierId, code, procedureCode }) => (
                <>
                  {opens ? (
                    <a class="tg-code" href={`/mot-cua/ho-so/${dossierId}`}>
                      {code}
                    </a>
                  ) : (
                    <span class="tg-code">{code}</span>
                  )}
                  <small>{names.procedures.get(procedureCode) ?? procedureCode}</small>
                </>
              ),
            },
            { key: 'why', label: t('scores.why'), cell: (one) => whyOf(one).join('; ') },
            {
              key: 'unit',
              label: t('scores.by.don-vi'),
              cell: ({ unitId, officerId }) => (
                <>
                  {names.units.get(unitId)?.name}
                  {officerId && <small>{names.officers.get(officerId)?.name}</small>}
                </>
              ),
            },
            { key: 'received', label: t('scores.received_on'), cell: ({ receivedOn }) => dayText(receivedOn) },
            { key: 'ended', label: t('scores.ended_on'), cell: ({ endedOn }) => endedOn && dayText(endedOn) },
          ]}
        />
        {(first || next) && (
          <nav class="tg-pager" aria-label={t('ui.pager')}>
            <span />
            <ul>
              {first && (
                <li>
                  <a href={first}>{t('scores.from_the_first')}</a>
                </li>
              )}
              {next && (
                <li>
                  <a href={next} rel="next">
                    {t('ui.pager.next')}
                  </a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </Card>
    </Desk>
  )
}

/** Each thing missed, in words. */
const whyOf = (one: Costly): string[] =>
  one.missed.map((missed) => {
    if ((missed === 'onTime' || missed === 'late') && one.lateOn && one.lateBy)
      return say(`scores.why.late_${one.lateBy}`, { on: dayText(one.lateOn) })
    if (missed === 'wholeOnline') return t(one.channel === 2 ? 'scores.why.no_full_result' : 'scores.why.not_online')
    if (missed === 'unhappy') return t(one.complaint ? 'scores.why.complaint' : 'scores.why.disliked')
    return say(`scores.why.${missed}`)
  })
