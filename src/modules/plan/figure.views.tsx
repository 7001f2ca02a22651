/** What units are asked, the form to answer, and the queue of who confirms. */
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { FileField } from '#ui/file-field.tsx'
import { dayText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Bulk, Table } from '#ui/table.tsx'
import { NumberField, TextField } from '#ui/text-field.tsx'
import type { Ask } from './asked.store.ts'
import type { UnitNames } from './cooperation.store.ts'
import { evidenceAccept } from './evidence.ts'
import type { AskState } from './figure.ts'
import type { Figure } from './figure.store.ts'
import { FigureCell, Origin } from './figure-table.views.tsx'
import { goalText, unitWord } from './goal-text.ts'
import { Back } from './target-form.views.tsx'
import type { Value } from './target.store.ts'
import { targetPath } from './target.views.tsx'
import { reportPath } from './target-value.views.tsx'
import { figureText, unitName } from './work.views.tsx'

const tones: Record<AskState, StatusTone> = { returned: 'wait', due: 'risk', waiting: 'run', given: 'done' }

const AskTag = ({ of }: { of: AskState }) => <Status tone={tones[of]}>{t(`plan.figure.ask_${of}`)}</Status>

type AskedProps = { asks: readonly Ask[]; names: UnitNames; mayWrite: boolean }

export const AskedPage = ({ asks, names, mayWrite }: AskedProps) => (
  <Desk title={t('plan.figure.asked')} lead={t('plan.figure.asked_lead')}>
    <Card flush>
      <AskTable asks={asks} names={names} mayWrite={mayWrite} />
    </Card>
  </Desk>
)

const AskTable = ({ asks, names, mayWrite }: AskedProps) => (
  <Table
    caption={t('plan.figure.asked_caption')}
    captionHidden
    rows={asks}
    empty={<p>{t('plan.figure.asked_empty')}</p>}
    columns={[
      {
        key: 'value',
        label: t('plan.figure.value'),
        head: true,
        cell: (ask) => (
          <>
            <a href={mayWrite ? askPath(ask) : targetPath(ask.target)}>{ask.target.title}</a>
            <small>
              {ask.value.subject} ({goalText(ask.value, figureText)})
            </small>
          </>
        ),
      },
      { key: 'unit', label: t('plan.figure.unit'), cell: ({ unitId }) => unitName(names, unitId) },
      {
        key: 'asOf',
        label: t('plan.figure.asOf'),
        cell: ({ asOf }) => dayText(asOf),
      },
      { key: 'last', label: t('plan.figure.last'), align: 'end', cell: (ask) => <Last ask={ask} /> },
      {
        key: 'state',
        label: t('plan.figure.state'),
        cell: (ask) => (
          <>
            <AskTag of={ask.state} />
            <Reason ask={ask} />
          </>
        ),
      },
    ]}
  />
)

const returned = ({ figures }: Ask) => figures.find(({ state }) => state === 'returned')

const Reason = ({ ask }: { ask: Ask }) => {
  const reason = returned(ask)?.reason
  return reason ? <small>{t('plan.figure.because', { reason })}</small> : null
}

/** A returned figure is corrected; else a new one is reported. */
function askPath(ask: Ask): string {
  const back = returned(ask)
  if (back) return `/ke-hoach/so-lieu/${back.id}/sua`
  if (ask.state === 'due') return reportPath(ask.value.id, ask.unitId)
  const [last] = ask.figures
  return last ? `/ke-hoach/so-lieu/${last.id}/sua` : reportPath(ask.value.id, ask.unitId)
}

const Last = ({ ask: { figures, value } }: { ask: Ask }) => {
  const [last] = figures
  if (!last) return <span class="tg-muted">{t('plan.figure.last_none')}</span>
  return (
    <>
      <FigureCell {...last} unit={value.unit} />
      <small>{dayText(last.asOf)}</small>
    </>
  )
}

type FormProps = {
  value: Value
  title: string
  unit: string
  action: string
  leave: string
  last: Figure | undefined
  asOf: Day
  formKey: string
  /** The figure being corrected. */
  old?: Figure | undefined
  evidenceRequired: boolean
  back?: Returned | undefined
}

/** The last figure stands beside the boxes as text; the boxes themselves start empty, so that nobody sends an old number unread. */
export function FigureFormPage(props: FormProps) {
  const { value, title, unit, last, asOf, old, back } = props
  const values = old
    ? { numerator: old.numerator, denominator: old.denominator, source: old.source }
    : { asOf, source: last?.source }
  return (
    <Desk
      title={t(old ? 'plan.figure.correct_title' : 'plan.figure.report_title')}
      eyebrow={title}
      crumbs={[{ href: '/ke-hoach/so-lieu-can-bao', label: t('plan.figure.asked') }, { label: title }]}
      narrow
      problem={back !== undefined}
    >
      <div class="tg-stack">
        {old?.reason && <Notice tone="wait">{t('plan.figure.returned_because', { reason: old.reason })}</Notice>}
        <SummaryList
          of={[
            { label: t('plan.figure.value'), value: `${value.subject} (${goalText(value, figureText)})` },
            { label: t('plan.figure.unit'), value: unit },
            old ? { label: t('plan.figure.asOf'), value: dayText(old.asOf) } : null,
            {
              label: t('plan.figure.last'),
              value: last ? <LastText last={last} unit={value.unit} /> : t('plan.figure.last_none'),
            },
          ]}
        />
        <Form
          action={props.action}
          words="plan.figure"
          send="plan.figure.send"
          idempotencyKey={props.formKey}
          values={values}
          files
          back={back}
          also={<Back href={props.leave} />}
          after={old && t(old.state === 'confirmed' ? 'plan.figure.kept_confirmed' : 'plan.figure.kept')}
        >
          {!old && <DayField name="asOf" />}
          <NumberField name="numerator" {...(value.unit !== 'percent' && { unit: unitWord(value.unit) })} />
          <NumberField name="denominator" optional={value.unit !== 'percent' || value.reportedBy === 'lead'} />
          <TextField name="source" width="full" />
          <FileField
            name="file"
            optional={!props.evidenceRequired}
            accept={evidenceAccept}
            limit="20 MB"
            {...(old?.fileName && { now: { name: old.fileName, href: `/ke-hoach/so-lieu/${old.id}/minh-chung` } })}
          />
        </Form>
      </div>
    </Desk>
  )
}

const LastText = ({ last, unit }: { last: Figure; unit: string }) => (
  <>
    <FigureCell {...last} unit={unit} /> <small>{dayText(last.asOf)}</small>
  </>
)

type QueueProps = { figures: readonly Figure[]; names: UnitNames; formKey: string }

export const QueuePage = ({ figures, names, formKey }: QueueProps) => (
  <Desk title={t('plan.figure.queue')} lead={t('plan.figure.queue_lead')}>
    <div class="tg-stack">
      <Card flush>
        <Table
          caption={t('plan.figure.queue_caption')}
          captionHidden
          rows={figures}
          empty={<p>{t('plan.figure.queue_empty')}</p>}
          pick={{
            form: 'ds',
            name: 'id',
            value: ({ id }) => id,
            label: (figure) => `${figure.title}, ${unitName(names, figure.unitId)}`,
          }}
          columns={[
            {
              key: 'value',
              label: t('plan.figure.value'),
              head: true,
              cell: (figure) => (
                <>
                  <a href={targetPath(figure)}>{figure.title}</a>
                  <small>{figure.subject}</small>
                </>
              ),
            },
            { key: 'unit', label: t('plan.figure.unit'), cell: ({ unitId }) => unitName(names, unitId) },
            { key: 'figure', label: t('plan.figure.figure'), align: 'end', cell: (one) => <FigureCell {...one} /> },
            { key: 'asOf', label: t('plan.figure.asOf'), cell: ({ asOf }) => dayText(asOf) },
            { key: 'source', label: t('plan.figure.source'), cell: (figure) => <Origin figure={figure} /> },
            {
              key: 'return',
              label: t('plan.figure.wrong'),
              cell: ({ id }) => <a href={`/ke-hoach/so-lieu/${id}/tra-lai`}>{t('plan.figure.return_one')}</a>,
            },
          ]}
        />
      </Card>
      {figures.length > 0 && (
        <Bulk id="ds" action="/ke-hoach/so-lieu-cho-xac-nhan" hidden={{ _key: formKey }}>
          <Button>{t('plan.figure.confirm_picked')}</Button>
        </Bulk>
      )}
    </div>
  </Desk>
)

type ReturnProps = { figure: Figure; unit: string; formKey: string; back?: Returned | undefined }

export const ReturnPage = ({ figure, unit, formKey, back }: ReturnProps) => (
  <Desk title={t('plan.figure.return_title')} eyebrow={figure.title} narrow problem={back !== undefined}>
    <div class="tg-stack">
      <SummaryList
        of={[
          { label: t('plan.figure.value'), value: figure.subject },
          { label: t('plan.figure.unit'), value: unit },
          { label: t('plan.figure.asOf'), value: dayText(figure.asOf) },
          { label: t('plan.figure.figure'), value: <FigureCell {...figure} /> },
          { label: t('plan.figure.source'), value: <Origin figure={figure} /> },
        ]}
      />
      <Form
        action={`/ke-hoach/so-lieu/${figure.id}/tra-lai`}
        words="plan.figure"
        send="plan.figure.send_return"
        idempotencyKey={formKey}
        back={back}
        also={
          <LinkButton kind="plain" href="/ke-hoach/so-lieu-cho-xac-nhan">
            {t('plan.work.back')}
          </LinkButton>
        }
      >
        <TextField name="reason" lines={4} />
      </Form>
    </div>
  </Desk>
)
