/** The rule by which things are judged, in full, with whose it is and since when. */
import { t } from '#kernel/text.ts'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import type { StatusRule } from './status.ts'

const Rule = ({ rule, lines }: { rule: StatusRule; lines: readonly string[] }) => (
  <Details summary={t('plan.status.rule_title')}>
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <p class="tg-small tg-muted">
      {t(rule.assumed ? 'plan.status.assumed' : 'plan.status.stated', { from: dayText(rule.validFrom) })}
    </p>
  </Details>
)

const percent = (share: number) => Math.round(share * 10_000) / 100

export const TargetRule = ({ rule }: { rule: StatusRule }) => (
  <Rule
    rule={rule}
    lines={[
      t('plan.status.rule_achieved'),
      t('plan.status.rule_on_track', { readings: rule.trend.readings }),
      t('plan.status.rule_at_risk', {
        percent: percent(rule.lateShare),
        atLeast: rule.trend.atLeast,
        days: rule.noTrend.riskDays,
        risk: percent(rule.noTrend.riskShare),
      }),
      t('plan.status.rule_late'),
      t('plan.status.rule_worst'),
    ]}
  />
)

export const TaskRule = ({ rule: { task, ...rule } }: { rule: StatusRule }) => (
  <Rule
    rule={{ ...rule, task }}
    lines={[
      t('plan.task.rule_late', { grace: task.milestoneGraceDays }),
      t('plan.task.rule_at_risk', { days: task.soonDays, least: task.littleDone }),
      t('plan.task.rule_no_data'),
    ]}
  />
)
