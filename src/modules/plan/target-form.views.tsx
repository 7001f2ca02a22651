/** Forms of the lead of the plan: who answers for a target, and how its numbers are known. */
import type { Measure } from '#kernel/measure.ts'
import { say, t } from '#kernel/text.ts'
import { type Day, isDayText } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { LinkButton } from '#ui/button.tsx'
import { Changed, type Difference } from '#ui/changed.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { MeasureCertificate, measureTitle } from './certificate.views.tsx'
import type { Differing } from './meanwhile.ts'
import type { PastEvent } from './note.store.ts'
import type { Target, Value } from './target.store.ts'
import { targetPath } from './target.views.tsx'
import { byKind, kindName, UnitPicker, UnitSelect } from './work.views.tsx'

/** Somebody saved while this person was editing: who, when, and where the two differ. */
export type Meanwhile = { last: PastEvent; differences: readonly Differing[] }

type WhatChanged = Meanwhile & { units: readonly UnitRow[]; words: 'plan.target' | 'plan.task'; theirs: string }

export function ChangedMeanwhile({ last, differences, units, words, theirs }: WhatChanged) {
  const written = (values: readonly string[]) =>
    values
      .map((one) => (isDayText(one) ? dayText(one) : (units.find(({ id }) => String(id) === one)?.name ?? one)))
      .join('; ')
  const shown: Difference[] = differences.map(({ name, theirs: saved, yours }) => ({
    label: say(`${words}.${name}`),
    theirs: written(saved),
    yours: written(yours),
  }))
  const by = last.by ?? t('plan.work.by_platform')
  return <Changed by={by} at={momentText(last.at)} differences={shown} theirs={theirs} form="phan-cong" />
}

type AssignProps = {
  target: Target
  units: readonly UnitRow[]
  formKey: string
  back?: Returned | undefined
  meanwhile?: Meanwhile | undefined
}

export function AssignTargetPage({ target, units, formKey, back, meanwhile }: AssignProps) {
  const base = targetPath(target)
  return (
    <Desk title={t('plan.target.assign_title')} eyebrow={target.title} narrow problem={back !== undefined}>
      <div class="tg-stack">
        {meanwhile && (
          <ChangedMeanwhile {...meanwhile} units={units} words="plan.target" theirs={`${base}/phan-cong`} />
        )}
        <Form
          id="phan-cong"
          action={`${base}/phan-cong`}
          words="plan.target"
          send="plan.work.save"
          idempotencyKey={formKey}
          hidden={{ version: String(target.version) }}
          values={{
            leadUnitId: target.leadUnitId === null ? '' : String(target.leadUnitId),
            cooperating: target.cooperating.map(String),
          }}
          back={back}
          told={meanwhile !== undefined}
          also={<Back href={base} />}
        >
          <UnitSelect name="leadUnitId" units={units} />
          <UnitPicker name="cooperating" units={units} />
        </Form>
      </div>
    </Desk>
  )
}

export const Back = ({ href }: { href: string }) => (
  <LinkButton kind="plain" href={href}>
    {t('plan.work.back')}
  </LinkButton>
)

type BindProps = {
  target: Target
  value: Value
  /** Those that may be chosen, and what the modules say of them. */
  codes: readonly string[]
  measures: readonly Measure[]
  today: Day
  units: readonly UnitRow[]
  formKey: string
  back?: Returned | undefined
}

export function BindValuePage({ target, value, codes, measures, units, today, formKey, back }: BindProps) {
  const base = targetPath(target)
  const { basis, measureCode, reportedBy, everyMonths, deadline } = value
  return (
    <Desk
      title={t('plan.target.bind_title')}
      eyebrow={`${target.title}: ${value.subject}`}
      narrow
      problem={back !== undefined}
    >
      <Form
        action={`${base}/gia-tri/${value.position}`}
        words="plan.target"
        send="plan.work.save"
        idempotencyKey={formKey}
        hidden={{ version: String(target.version) }}
        values={{ basis, measureCode, reportedBy, everyMonths: String(everyMonths), deadline }}
        back={back}
        also={<Back href={base} />}
      >
        <Radios
          name="basis"
          options={(['reported', 'measure'] as const).map((one) => ({
            value: one,
            label: t(`plan.target.basis_${one}`),
            hint: t(`plan.target.basis_${one}_hint`),
          }))}
        />
        <Select name="reportedBy" blank={null} options={reporterOptions(units)} />
        <Select
          name="everyMonths"
          blank={null}
          options={([1, 3, 6, 12] as const).map((months) => ({
            value: String(months),
            label: t(`plan.target.every_${months}`),
          }))}
        />
        <Select
          name="measureCode"
          optional
          options={codes.map((code) => ({ value: code, label: measureTitle(measures, code) }))}
        />
        <DayField name="deadline" />
      </Form>
      {measures.map(({ code }) => (
        <MeasureCertificate measures={measures} code={code} on={today} />
      ))}
    </Desk>
  )
}

const reporterOptions = (units: readonly UnitRow[]) => [
  { value: 'lead', label: t('plan.target.by_lead') },
  { value: 'cooperating', label: t('plan.target.by_cooperating') },
  ...[...new Set(byKind(units).map(({ kind }) => kind))].map((kind) => ({
    value: kind,
    label: t('plan.target.by_kind', { kind: kindName(kind) }),
  })),
]
