/** How the plan goes, for everybody: what was promised, where it stands, in a word. */
import { say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { GoalList } from '#ui/goal.tsx'
import { Hero } from '#ui/hero.tsx'
import { Page } from '#ui/page.tsx'
import { ShareBar } from '#ui/share.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { calmTitle } from '#ui/title.ts'
import { Void } from '#ui/void.tsx'
import { type BoardTarget, type BoardValue, countBy, decisiveValue } from './board.ts'
import type { BoardPlan } from './board.views.tsx'
import { faces, goalsText, goalText, standings, TargetStatus, valueText } from '#modules/plan/public.ts'

type Props = { plan: BoardPlan; targets: readonly BoardTarget[]; today: Day }

const written = (value: number) => numberText(value, 1)
const shown = ['achieved', 'on_track', 'at_risk', 'late', 'no_data'] as const

export function ProgressPage({ plan, targets, today }: Props) {
  const counts = new Map(countBy(standings, targets).map(({ standing, count }) => [standing, count]))
  const of = (standing: (typeof shown)[number]) => counts.get(standing) ?? 0
  const sum = t('plan.progress.sum', {
    count: targets.length,
    reached: of('achieved'),
    on_track: of('on_track'),
    trouble: of('at_risk') + of('late'),
    unknown: of('no_data'),
  })
  return (
    <Page title={t('plan.progress.title')} hero={<Hero title={calmTitle(plan.title)} lead={sum} />}>
      <div class="tg-stack tg-stack-lg">
        <div class="tg-stack">
          <ShareBar of={shown.map((one) => ({ ...faces[one], label: t(`plan.status.${one}`), count: of(one) }))} />
          <p class="tg-small tg-muted">{t('plan.progress.as_of', { number: plan.number ?? '', on: dayText(today) })}</p>
        </div>
        {[...Map.groupBy(targets, ({ pillar }) => pillar)].map(([pillar, own]) => (
          <section class="tg-stack">
            <h2>{pillar}</h2>
            <Goals targets={own} />
          </section>
        ))}
        <Details summary={t('plan.progress.words')}>
          <Words />
        </Details>
        <p>
          <a href={`/tien-do/${plan.code}/lich.ics`}>{t('plan.progress.calendar')}</a>
        </p>
      </div>
    </Page>
  )
}

const Goals = ({ targets }: { targets: readonly BoardTarget[] }) => (
  <GoalList
    of={targets.map((target) => {
      const value = decisiveValue(target)
      const last = value?.known.at(-1)
      return {
        title: target.title,
        status: <TargetStatus of={target.standing} />,
        now: value && last ? `${levelOf(target, value)}${valueText(last.value, value.unit, written)}` : null,
        goal: t('plan.progress.to_reach', {
          goal: value ? goalText(value, written) : goalsText(target.values, written),
        }),
        ...(last && value?.unit === 'percent' && { meter: { value: last.value, target: value.goal } }),
      }
    })}
  />
)

/** Of several values the one that the target stands or falls by is shown, and which one it is. */
const levelOf = ({ values }: BoardTarget, { level }: BoardValue) =>
  values.length > 1 && level ? `${say(`plan.level.${level}`)}: ` : ''

const Words = () => (
  <Card>
    <SummaryList
      of={shown.map((one) => ({
        label: t(`plan.status.${one}`),
        value: t(`plan.progress.word_${one}`),
      }))}
    />
  </Card>
)

export const NoPlanPage = () => (
  <Page title={t('plan.progress.title')} narrow bare>
    <Void title={t('plan.progress.none')} level={1}>
      <p>{t('plan.progress.none_why')}</p>
    </Void>
  </Page>
)
