/** The pages of a reorganisation. */
import type { EventsFile } from '#kernel/pack.ts'
import { hasMessage, say, t } from '#kernel/text.ts'
import { plusDays, type Day } from '#kernel/time.ts'
import { type Unit, unitEventKinds } from '#kernel/unit.ts'
import type { Returned } from '#kernel/submit.ts'
import type { z } from 'zod'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check, Radios } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { OutcomeFields, UnitTicks } from './reorganisation-fields.views.tsx'
import type { DecisionLine, Outlook } from './reorganisation.store.ts'
import { nameOn, type UnitChange } from './reorganisation.ts'

export const reorganisationPath = '/quan-tri/don-vi/sap-xep'

const kindName = (kind: string) => (hasMessage(`admin.unit_event.${kind}`) ? say(`admin.unit_event.${kind}`) : kind)
const listUnits = '/quan-tri/don-vi'
const crumbs = (label: string) => [
  { href: listUnits, label: t('admin.unit.list') },
  { href: reorganisationPath, label: t('admin.reorganisation.title') },
  { label },
]

type MainProps = {
  units: readonly Unit[]
  today: Day
  decisions: readonly DecisionLine[]
  back: { form: 'file' | 'hand'; sent: Returned } | undefined
}

export function ReorganisationPage({ units, today, decisions, back }: MainProps) {
  const sent = (form: 'file' | 'hand') => (back?.form === form ? { back: back.sent } : {})
  return (
    <Desk
      title={t('admin.reorganisation.title')}
      crumbs={[{ href: listUnits, label: t('admin.unit.list') }, { label: t('admin.reorganisation.title') }]}
      lead={t('admin.reorganisation.lead')}
      problem={back !== undefined}
    >
      <div class="tg-stack-lg">
        <Card title={t('admin.reorganisation.by_file')}>
          <Form
            id="tep"
            action={`${reorganisationPath}/tep`}
            words="admin.reorganisation"
            send="admin.reorganisation.preview"
            files
            {...sent('file')}
          >
            <FileField name="file" accept=".json,application/json" />
          </Form>
        </Card>
        <Card title={t('admin.reorganisation.by_hand')}>
          <Form
            action={`${reorganisationPath}/xem-truoc`}
            words="admin.reorganisation"
            send="admin.reorganisation.preview"
            values={{ kind: 'merge', verified: true }}
            {...sent('hand')}
          >
            <Radios
              name="kind"
              stacked
              options={unitEventKinds.map((value) => ({
                value,
                label: kindName(value),
                hint: t(`admin.unit_event.${value}_hint`),
              }))}
            />
            <TextField name="decision" width="full" />
            <DayField name="on" />
            <UnitTicks name="from" units={units} on={today} />
            <OutcomeFields units={units} on={today} rows={3} />
            <Check name="verified" />
          </Form>
        </Card>
        <Card title={t('admin.reorganisation.taken')} flush>
          <Table
            caption={t('admin.reorganisation.taken')}
            captionHidden
            columns={decisionColumns(units)}
            rows={decisions}
            empty={t('admin.reorganisation.none')}
          />
        </Card>
      </div>
    </Desk>
  )
}

type Side = { on: Day; from: readonly string[]; to: readonly string[] }

const Sides = ({ before, after, of }: { before: readonly Unit[]; after: readonly Unit[]; of: Side }) => (
  <>
    {of.from.map((slug) => nameOn(before, slug, plusDays(of.on, -1))).join(', ') || '–'} →{' '}
    {of.to.map((slug) => nameOn(after, slug, of.on)).join(', ') || '–'}
  </>
)

const decisionColumns = (units: readonly Unit[]): Column<DecisionLine>[] => [
  { key: 'decision', label: t('admin.reorganisation.decision'), head: true, cell: ({ decision }) => decision },
  { key: 'kind', label: t('admin.reorganisation.kind'), cell: ({ kind }) => kindName(kind) },
  { key: 'on', label: t('admin.reorganisation.on'), cell: ({ on }) => dayText(on) },
  {
    key: 'units',
    label: t('admin.reorganisation.units'),
    cell: (line) => <Sides before={units} after={units} of={line} />,
  },
]

type OutlookProps = {
  decisions: z.output<typeof EventsFile>
  outlook: Outlook
  sendKey: string
  fault: Returned | undefined
}

export function OutlookPage({ decisions, outlook, sendKey, fault }: OutlookProps) {
  const { changes, faults, after, before } = outlook
  const wrong = faults.length > 0 || fault !== undefined
  const title = t('admin.reorganisation.outlook')
  return (
    <Desk title={title} crumbs={crumbs(title)} lead={t('admin.reorganisation.not_saved')} problem={wrong}>
      <div class="tg-stack-lg">
        {wrong ? <Faults outlook={outlook} fault={fault} /> : <Counts of={outlook} />}
        {!wrong && <People of={outlook} />}
        <Details summary={t('admin.reorganisation.decisions', { count: decisions.events.length })} open={wrong}>
          <ul>
            {decisions.events.map((event) => (
              <li>
                {kindName(event.kind)}, {event.decision}, {dayText(event.on)}:{' '}
                <Sides
                  before={before}
                  after={after}
                  of={{ on: event.on, from: event.from, to: event.to.map(({ slug }) => slug) }}
                />{' '}
                {!event.verified && <Status tone="risk">{t('admin.calendar.assumed')}</Status>}
              </li>
            ))}
          </ul>
        </Details>
        {!wrong && (
          <>
            <Table
              caption={t('admin.reorganisation.changes')}
              columns={changeColumns(before, after)}
              rows={changes}
              empty={t('admin.reorganisation.nothing')}
            />
            <Form
              action={reorganisationPath}
              words="admin.reorganisation"
              send="admin.reorganisation.apply"
              idempotencyKey={sendKey}
              hidden={{ decisions: JSON.stringify(decisions) }}
              also={
                <LinkButton kind="second" href={reorganisationPath}>
                  {t('admin.reorganisation.leave')}
                </LinkButton>
              }
            />
          </>
        )}
        {wrong && (
          <p>
            <LinkButton kind="second" href={reorganisationPath}>
              {t('admin.reorganisation.again')}
            </LinkButton>
          </p>
        )}
      </div>
    </Desk>
  )
}

const Faults = ({ outlook, fault }: { outlook: Outlook; fault: Returned | undefined }) => (
  <Notice tone="error">
    <p>{t('admin.reorganisation.faults')}</p>
    <ul>
      {outlook.faults.map(({ fault: kind, unit, on }) => (
        <li>
          {t(`kernel.unit.fault.${kind}`, {
            unit: nameOn(outlook.before, unit, on),
            on: on ? dayText(on) : '',
          })}
        </li>
      ))}
      {outlook.faults.length === 0 && fault && <li>{t(fault.key, fault.params)}</li>}
    </ul>
  </Notice>
)

const Counts = ({ of: { changes } }: { of: Outlook }) => {
  const count = (what: UnitChange['what']) => changes.filter((change) => change.what === what).length
  return (
    <Notice tone="wait">
      {t('admin.reorganisation.counts', { ends: count('ends'), begins: count('begins'), changes: count('changes') })}
    </Notice>
  )
}

const People = ({ of: { following, left, before } }: { of: Outlook }) => (
  <>
    {following > 0 && <Notice>{t('admin.reorganisation.following', { count: following })}</Notice>}
    {left.length > 0 && (
      <Notice tone="wait">
        <p>{t('admin.reorganisation.left')}</p>
        <ul>
          {left.map(({ slug, posts }) => (
            <li>{t('admin.reorganisation.left_in', { unit: nameOn(before, slug, null), count: posts })}</li>
          ))}
        </ul>
      </Notice>
    )}
  </>
)

const changeColumns = (before: readonly Unit[], after: readonly Unit[]): Column<UnitChange>[] => [
  {
    key: 'unit',
    label: t('admin.reorganisation.unit'),
    head: true,
    cell: (change) => (change.after ?? change.before)?.name ?? change.slug,
  },
  {
    key: 'what',
    label: t('admin.reorganisation.what'),
    cell: ({ what }) => (
      <Status tone={what === 'ends' ? 'stop' : what === 'begins' ? 'new' : 'run'}>
        {t(`admin.reorganisation.what_${what}`)}
      </Status>
    ),
  },
  { key: 'on', label: t('admin.reorganisation.on'), cell: ({ on }) => dayText(on) },
  {
    key: 'detail',
    label: t('admin.reorganisation.detail'),
    cell: (change) => <Detail of={change} {...{ before, after }} />,
  },
]

function Detail({ of, before, after }: { of: UnitChange; before: readonly Unit[]; after: readonly Unit[] }) {
  const parent = (units: readonly Unit[], slug: string | null | undefined) =>
    slug ? nameOn(units, slug, of.on) : t('admin.reorganisation.top')
  const codes = (all: Readonly<Record<string, string>> | undefined) =>
    Object.entries(all ?? {})
      .map(([system, code]) => `${system} ${code}`)
      .join(', ') || '–'
  const under = (units: readonly Unit[], slug: string | null | undefined) =>
    slug ? t('admin.reorganisation.under', { parent: nameOn(units, slug, of.on) }) : t('admin.reorganisation.top')
  if (of.what === 'ends') return <>{under(before, of.before?.parent)}</>
  if (of.what === 'begins')
    return (
      <>
        {under(after, of.after?.parent)}; {codes(of.after?.codes)}
      </>
    )
  const lines = [
    { label: t('admin.unit.name'), was: of.before?.name, is: of.after?.name },
    { label: t('admin.unit.parent'), was: parent(before, of.before?.parent), is: parent(after, of.after?.parent) },
    { label: t('admin.unit.code'), was: codes(of.before?.codes), is: codes(of.after?.codes) },
  ]
  const differing = lines.filter(({ was, is }) => was !== is)
  return (
    <>
      {differing.length === 0
        ? t('admin.reorganisation.same')
        : differing.map(({ label, was, is }) => (
            <div>
              {label}: {was} → {is}
            </div>
          ))}
    </>
  )
}
