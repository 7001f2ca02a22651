/** The birth certificate of a target: what it asks, where it stands, what that is made of, what happened to it. */
import type { Measure } from '#kernel/measure.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import type { Returned } from '#ui/form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { UnitNames } from './cooperation.store.ts'
import type { FigureSorting } from './figure-table.views.tsx'
import { crumbsOf, PlanTabs, remindPath } from './plan-part.views.tsx'
import { TargetRule } from './rule.views.tsx'
import { Notes } from './note.views.tsx'
import type { Note, PastEvent } from './note.store.ts'
import type { StandingTarget } from './standing.store.ts'
import { linePath } from './source-page.ts'
import { type TargetRights, ValueCard, type ValueView } from './target-value.views.tsx'
import { History, TargetStatus, unitList, unitName } from './work.views.tsx'

type Props = {
  standing: StandingTarget
  values: readonly ValueView[]
  names: UnitNames
  notes: readonly Note[]
  openRisks: readonly Note[]
  history: readonly PastEvent[]
  /** All of the history was asked for. */
  whole: boolean
  sorting: FigureSorting
  sourceLine: number | null
  may: TargetRights
  /** Declared by all modules. */
  measures: readonly Measure[]
  /** The unit the plan is of. */
  unitSlug: string
  today: Day
  formKey: string
  back?: Returned | undefined
}

export const targetPath = ({ planCode, ref }: { planCode: string; ref: string }) =>
  `/ke-hoach/${planCode}/chi-tieu/${encodeURIComponent(ref)}`
/** To the line it was read from; without one there is nothing to see. */
export const seeSource = (planCode: string, line: number | null) =>
  line === null ? {} : { act: { href: linePath(planCode, line), label: t('plan.work.see_source') } }

export function TargetPage(props: Props) {
  const { standing, names, may, formKey, back } = props
  const { target, status, rule } = standing
  const base = targetPath(target)
  const plan = { code: target.planCode, number: target.planNumber, title: target.planTitle }
  return (
    <Desk
      title={target.title}
      eyebrow={t('plan.target.eyebrow', { ref: target.ref })}
      crumbs={crumbsOf(plan, target.ref)}
      tabs={<PlanTabs plan={plan} part="" />}
      lead={<TargetStatus of={status} large />}
      actions={
        <>
          {may.assign && (
            <LinkButton kind="second" icon="people" href={`${base}/phan-cong`}>
              {t('plan.work.assign')}
            </LinkButton>
          )}
          {may.remind && (
            <LinkButton
              kind={status === 'late' ? 'main' : 'second'}
              icon="bell"
              href={remindPath(target.planCode, 'chi-tieu', target.ref)}
            >
              {t('plan.work.remind')}
            </LinkButton>
          )}
        </>
      }
    >
      <div class="tg-stack">
        <Card>
          <SummaryList
            of={[
              { label: t('plan.work.lead'), value: unitName(names, target.leadUnitId) },
              { label: t('plan.work.cooperating'), value: unitList(names, target.cooperating) },
              {
                label: t('plan.work.source'),
                value: target.wording,
                ...seeSource(target.planCode, props.sourceLine),
              },
            ]}
          />
          <TargetRule rule={rule} />
        </Card>
        {props.values.map((one) => (
          <ValueCard
            {...props}
            one={one}
            base={base}
            open={props.values.length === 1 || one.status.status === status}
          />
        ))}
        <Notes {...props} base={base} mayWrite={may.write} formKey={formKey} back={back} />
        <History of={props.history} names={names} allHref={props.whole ? null : `${base}?lich-su=tat-ca#lich-su`} />
      </div>
    </Desk>
  )
}
