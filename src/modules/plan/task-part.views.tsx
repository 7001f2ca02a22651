/** The steps of a task and the money for it, as parts of its page. */
import { t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, moneyText } from '#ui/figures.ts'
import type { Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, Tag } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import type { StandingTask } from './standing.store.ts'
import { MilestoneForm, MoneyForm } from './task-form.views.tsx'
import { fundingSums } from './task.ts'

type PartProps = {
  standing: StandingTask
  base: string
  mayChange: boolean
  today: Day
  formKey: string
  /** What was refused, when it was the form of this part. */
  returned?: Returned | undefined
}

export function Milestones({ standing, mayChange, base, today, formKey, returned }: PartProps) {
  return (
    <Card title={t('plan.task.milestones')} id="moc">
      <Table
        caption={t('plan.task.milestones')}
        captionHidden
        rows={standing.milestones}
        empty={<p>{t('plan.task.milestones_empty')}</p>}
        columns={[
          { key: 'title', label: t('plan.task.milestone'), head: true, cell: ({ title }) => title },
          {
            key: 'due',
            label: t('plan.work.deadline'),
            cell: ({ dueOn, doneOn }) =>
              doneOn ? dayText(dueOn) : <Due days={daysBetween(today, dueOn)} on={dueOn} />,
          },
          {
            key: 'state',
            label: t('plan.work.status'),
            cell: ({ id, doneOn }) =>
              doneOn ? (
                <Status tone="done">{t('plan.task.milestone_done', { on: dayText(doneOn) })}</Status>
              ) : mayChange ? (
                <a href={`${base}/moc/${id}`}>{t('plan.task.milestone_reach')}</a>
              ) : (
                <Tag>{t('plan.task.milestone_open')}</Tag>
              ),
          },
        ]}
      />
      {mayChange && (
        <Details summary={t('plan.task.milestone_add')} open={returned !== undefined}>
          <MilestoneForm base={base} formKey={formKey} back={returned} />
        </Details>
      )}
    </Card>
  )
}

export function Money({ standing: { funding }, mayChange, base, formKey, returned }: PartProps) {
  const sums = fundingSums(funding)
  const said = { spent: moneyText(sums.spent), amount: moneyText(sums.amount) }
  return (
    <Card
      title={t('plan.task.money')}
      aside={funding.length > 0 ? t('plan.task.money_lead', said) : undefined}
      id="kinh-phi"
    >
      {sums.spent > sums.amount && <Notice tone="wait">{t('plan.task.money_over')}</Notice>}
      <Table
        caption={t('plan.task.money')}
        captionHidden
        rows={funding}
        empty={<p>{t('plan.task.money_empty')}</p>}
        columns={[
          {
            key: 'source',
            label: t('plan.task.source'),
            head: true,
            cell: ({ source, note }) => (
              <>
                {source}
                {note && <small>{note}</small>}
              </>
            ),
          },
          { key: 'amount', label: t('plan.task.amount'), align: 'end', cell: ({ amount }) => moneyText(amount) },
          {
            key: 'spent',
            label: t('plan.task.spent'),
            align: 'end',
            cell: ({ id, spent }) => (
              <>
                {moneyText(spent)}
                {mayChange && (
                  <small>
                    <a href={`${base}/kinh-phi/${id}`}>{t('plan.task.money_spend')}</a>
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
      {mayChange && (
        <Details summary={t('plan.task.money_add')} open={returned !== undefined}>
          <MoneyForm base={base} formKey={formKey} back={returned} />
        </Details>
      )}
    </Card>
  )
}
