import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Checkboxes } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import { CoverageStatus } from './coverage.views.tsx'
import { OwnForms } from './own-item.views.tsx'
import { calmTitle } from '#ui/title.ts'
import {
  type AskedRow,
  crumbsOf,
  nameOf,
  pathOf,
  type PlanHead,
  PlanTabs,
  type SharedWork,
} from '#modules/plan/public.ts'
import type { ItemKind, UnitPlanItem } from './unit-plan.ts'
import type { UnitPlan } from './unit-plan.store.ts'

type UnitPlanProps = {
  parent: PlanHead
  unit: UnitRow
  plan: UnitPlan | null
  asked: AskedRow | null
  today: Day
  mayEdit: boolean
  /** How much the plan of the province gives the unit. */
  given: number
  left: readonly SharedWork[]
  /** The published plan differs from what stands here: its editors see the changes, others what was published. */
  isChanged: boolean
  others: readonly SharedWork[]
  backs: {
    readonly publishing?: Returned
    readonly taking?: Returned
    readonly own?: { readonly kind: string; readonly back: Returned }
    readonly item?: { readonly id: string; readonly back: Returned }
    readonly opening?: Returned
  }
  idempotencyKey: string
}

export function UnitPlanPage(props: UnitPlanProps) {
  const { parent, unit, plan, asked, today, mayEdit, backs } = props
  const isPublished = plan !== null && plan.state !== 'draft'
  return (
    <Desk
      title={plan ? calmTitle(plan.title) : t('plan.unit_plan.of', { unit: unit.name })}
      eyebrow={t('plan.unit_plan.from', { plan: nameOf(parent) })}
      lead={
        isPublished && plan.issuedOn
          ? t('plan.unit_plan.issued', { number: plan.number ?? '', on: dayText(plan.issuedOn) })
          : undefined
      }
      tabs={<PlanTabs plan={parent} part="/don-vi" />}
      crumbs={crumbsOf(parent, t('plan.unit_plan.crumb'), { href: `${pathOf(parent)}/don-vi`, label: unit.name })}
      actions={asked && <CoverageStatus one={asked} today={today} />}
      problem={Object.keys(backs).length > 0}
    >
      {backs.opening && <Notice tone="error">{t(backs.opening.key, backs.opening.params)}</Notice>}
      {plan ? <Contents {...props} plan={plan} /> : <NotBegun {...props} mayEdit={mayEdit} />}
    </Desk>
  )
}

function NotBegun({ parent, unit, asked, given, mayEdit, idempotencyKey }: UnitPlanProps) {
  return (
    <Void
      title={t('plan.unit_plan.not_begun', { unit: unit.name })}
      actions={
        !mayEdit ? (
          <LinkButton kind="second" href={`${pathOf(parent)}/don-vi`}>
            {t('plan.unit_plan.title')}
          </LinkButton>
        ) : (
          <form action={`${pathOf(parent)}/don-vi/${unit.slug}/mo`} method="post">
            <input type="hidden" name="_key" value={idempotencyKey} />
            <input
              type="hidden"
              name="title"
              value={t('plan.unit_plan.default_title', { year: String(parent.year), unit: unit.name })}
            />
            <Button>{t('plan.unit_plan.open')}</Button>
          </form>
        )
      }
    >
      {asked && <p>{t('plan.unit_plan.not_begun_text', { on: dayText(asked.dueOn) })}</p>}
      <p>{mayEdit ? t('plan.unit_plan.not_begun_act', { count: given }) : t('plan.unit_plan.not_begun_who')}</p>
    </Void>
  )
}

type Open = UnitPlanProps & { plan: UnitPlan }

const Contents = (props: Open) => (
  <div class="tg-stack tg-stack-lg">
    {props.isChanged && props.mayEdit && <Notice tone="wait">{t('plan.unit_plan.not_yet_published')}</Notice>}
    <Items {...props} kind="target" />
    <Items {...props} kind="task" />
    {props.mayEdit && (
      <>
        {props.left.length > 0 && (
          <Card title={t('plan.unit_plan.left_out', { count: props.left.length })}>
            <p class="tg-muted">{t('plan.unit_plan.left_out_note')}</p>
            <TakeUp {...props} id="thieu" things={props.left} ticked />
          </Card>
        )}
        <OwnForms place={placeOf(props)} back={props.backs.own} idempotencyKey={props.idempotencyKey} />
        <Details
          summary={t('plan.unit_plan.others', { count: props.others.length })}
          open={props.plan.draft.items.length === 0 || props.backs.taking?.typed['form'] === 'khac'}
        >
          <TakeUp {...props} id="khac" things={props.others} />
        </Details>
        <Publish {...props} />
      </>
    )}
  </div>
)

const placeOf = ({ parent, unit }: UnitPlanProps) => `${pathOf(parent)}/don-vi/${unit.slug}`

function Items(props: Open & { kind: ItemKind }) {
  const { plan, kind, mayEdit } = props
  const rows = plan.draft.items.filter((item) => item.kind === kind)
  const title = t(kind === 'target' ? 'plan.unit_plan.targets' : 'plan.unit_plan.tasks')
  return (
    <Card title={title} aside={numberText(rows.length)} flush>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        columns={[
          { key: 'ref', label: t('plan.unit_plan.column.ref'), number: true, cell: (item) => item.ref },
          { key: 'what', label: t('plan.unit_plan.column.what'), head: true, cell: (item) => <What item={item} /> },
          {
            key: 'due',
            label: t('plan.unit_plan.column.deadline'),
            cell: (item) => (item.dueOn ? dayText(item.dueOn) : '–'),
          },
          ...(mayEdit
            ? [
                {
                  key: 'edit',
                  label: t('plan.unit_plan.column.edit'),
                  cell: (item: UnitPlanItem) => <Change {...props} item={item} />,
                },
              ]
            : []),
        ]}
        empty={<p>{t(kind === 'target' ? 'plan.unit_plan.no_targets' : 'plan.unit_plan.no_tasks')}</p>}
      />
    </Card>
  )
}

const What = ({ item }: { item: UnitPlanItem }) => (
  <>
    {item.title}
    <small>
      {item.wording !== item.title && item.wording}
      {item.goal && ` · ${goalWords(item.goal)}`} · {t(item.isOwn ? 'plan.unit_plan.own' : 'plan.unit_plan.derived')}
    </small>
  </>
)

const goalWords = ({ comparator, goal, unit }: NonNullable<UnitPlanItem['goal']>) =>
  comparator === 'range'
    ? ''
    : `${t(`plan.unit_plan.comparator.${comparator}`)} ${numberText(goal, 2)} ${measureWord(unit)}`

const measureWord = (unit: string) =>
  unit === 'percent' || unit === 'count' || unit === 'days' || unit === 'hours' || unit === 'times'
    ? t(`plan.unit_plan.measure.${unit}`)
    : unit

function Change(props: Open & { item: UnitPlanItem }) {
  const { plan, item, backs, idempotencyKey } = props
  const back = backs.item?.id === item.id ? backs.item.back : undefined
  const at = `${placeOf(props)}/muc/${item.id}`
  return (
    <Details summary={t('plan.unit_plan.change')} open={back !== undefined}>
      <Form
        id={`m${item.id}`}
        action={`${at}/sua`}
        words="plan.unit_plan.item"
        send="plan.unit_plan.save"
        back={back as Back | undefined}
        values={{ wording: item.wording, dueOn: item.dueOn }}
        hidden={{ version: String(plan.draftVersion) }}
        idempotencyKey={`${idempotencyKey}-${item.id}`}
      >
        <TextField name="wording" lines={4} maxLength={4000} />
        <DayField name="dueOn" optional />
      </Form>
      <form action={`${at}/bo`} method="post">
        <Button kind="plain">{t('plan.unit_plan.drop')}</Button>
      </form>
    </Details>
  )
}

function TakeUp(props: Open & { id: string; things: readonly SharedWork[]; ticked?: boolean }) {
  const { id, things, ticked, backs, idempotencyKey } = props
  return (
    <Form
      id={id}
      action={`${placeOf(props)}/nhan`}
      words="plan.unit_plan.taking"
      send="plan.unit_plan.take_up"
      back={(backs.taking?.typed['form'] === id ? backs.taking : undefined) as Back | undefined}
      hidden={{ form: id }}
      values={{ things: ticked ? things.map((thing) => thing.id) : [] }}
      idempotencyKey={`${idempotencyKey}-${id}`}
    >
      <Checkboxes
        name="things"
        stacked
        options={things.map((thing) => ({
          value: thing.id,
          label: `${thing.ref} ${thing.title}`,
          hint: thing.wording,
        }))}
      />
    </Form>
  )
}

function Publish(props: Open) {
  const { plan, today, backs, idempotencyKey } = props
  const again = plan.state !== 'draft'
  return (
    <Card title={t(again ? 'plan.unit_plan.publish_again' : 'plan.unit_plan.publish_title')} raised>
      <Form
        id="cb"
        action={`${placeOf(props)}/cong-bo`}
        words="plan.unit_plan.publishing"
        send="plan.unit_plan.publish"
        back={backs.publishing as Back | undefined}
        values={{ number: plan.number, title: plan.title, issuedOn: plan.issuedOn ?? today }}
        hidden={{ version: String(plan.draftVersion) }}
        idempotencyKey={`${idempotencyKey}-cb`}
        after={t('plan.unit_plan.publish_note')}
      >
        <TextField name="number" maxLength={60} />
        <TextField name="title" maxLength={300} width="full" />
        <DayField name="issuedOn" />
      </Form>
    </Card>
  )
}
