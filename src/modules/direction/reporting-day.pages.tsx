import { calendarOf } from '#kernel/calendar.store.ts'
import { t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { Desk } from '#ui/desk.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, longDayText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import { crumbsOf, getPlan, listReportingDuties, type PlanHead, PlanTabs } from '#modules/plan/public.ts'
import { isReportingKind, readingOf, type ReportingDayReading } from './reporting-day.ts'

async function page(c: WebContext) {
  const { db, now } = c.var.ctx
  const today = dayOf(now)
  const plan = await getPlan(db, c.req.param('code') ?? '')
  const calendar = await calendarOf(db, await listAncestors(db, plan.unitId, today))
  const days = (await listReportingDuties(db, plan.id)).map((one) => readingOf(one, today, calendar))
  return <ReportingDaysPage plan={plan} days={days} />
}

const kindWord = (kind: string) => t(`plan.reporting_day.kind.${isReportingKind(kind) ? kind : 'other'}`)

const ReportingDaysPage = ({ plan, days }: { plan: PlanHead; days: readonly ReportingDayReading[] }) => (
  <Desk
    title={t('plan.reporting_day.title')}
    tabs={<PlanTabs plan={plan} part="/ky-bao-cao" />}
    lead={t('plan.reporting_day.lead')}
    crumbs={crumbsOf(plan, t('plan.reporting_day.title'))}
  >
    <div class="tg-panel">
      <Table
        caption={t('plan.reporting_day.title')}
        captionHidden
        rows={days}
        columns={[
          {
            key: 'kind',
            label: t('plan.reporting_day.column.kind'),
            head: true,
            cell: (one) => kindWord(one.kind),
          },
          {
            key: 'due',
            label: t('plan.reporting_day.column.due'),
            cell: (one) => (
              <>
                {longDayText(one.dueOn)}
                {one.workingDay && <small>{t('plan.reporting_day.weekend', { on: dayText(one.workingDay) })}</small>}
              </>
            ),
          },
          {
            key: 'left',
            label: t('plan.reporting_day.column.left'),
            cell: (one) =>
              one.daysLeft < 0 ? (
                <span class="tg-muted">{t('plan.reporting_day.past')}</span>
              ) : (
                <Due days={one.daysLeft} />
              ),
          },
          {
            key: 'literal',
            label: t('plan.reporting_day.column.literal'),
            cell: (one) => `“${one.literal}”`,
          },
          {
            key: 'assumption',
            label: t('plan.reporting_day.column.assumption'),
            cell: (one) =>
              one.assumptions.length
                ? one.assumptions.map((key) => <small>{t(`plan.reporting_day.assumption.${key}`)}</small>)
                : t('plan.reporting_day.no_assumption'),
          },
        ]}
        empty={<Void title={t('plan.reporting_day.empty')} />}
      />
    </div>
    <p class="tg-muted tg-small">{t('plan.reporting_day.note')}</p>
  </Desk>
)

export const reportingDayPages = [get('/ke-hoach/:code/ky-bao-cao', 'plan.read', page)]
