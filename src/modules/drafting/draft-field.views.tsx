/** The fields of an item, by what kind it is. */
import type { ComponentChildren } from 'preact'
import { say, t } from '#kernel/text.ts'
import { Details } from '#ui/details.tsx'
import { MiniField, MiniFields } from '#ui/review.tsx'
import { type DraftItem, itemKinds, levels, measureUnits, periods } from './draft.ts'
import { assumedNote, fieldsOf, textOf, type Typed } from './draft-typed.views.tsx'
import { comparators } from '#modules/plan/public.ts'
import { measureText } from './value.views.tsx'

type Props = { n: string; item: DraftItem; typed: Typed | undefined }
type Read = (name: string) => string

/** What a field shows: as typed, else as saved. */
function reader(item: DraftItem, typed: Typed | undefined): Read {
  const saved = fieldsOf(item)
  return (name) => (typed && textOf(typed, name)) ?? saved[name] ?? ''
}

export function Fields({ n, item, typed }: Props) {
  const read = reader(item, typed)
  const note = assumedNote(item)
  return (
    <>
      {item.kind === 'target' || item.kind === 'objective' ? (
        <Values n={n} item={item} read={read} />
      ) : (
        <Plain n={n} item={item} read={read} />
      )}
      {note && <p class="tg-small tg-muted">{note}</p>}
    </>
  )
}

type PartProps = { n: string; item: DraftItem; read: Read }

function Plain({ n, item, read }: PartProps) {
  const field = (name: string, label: string) => (
    <MiniField id={`${n}-${name}`} name={`edit.${name}`} label={label} value={read(`edit.${name}`)} />
  )
  if (item.kind === 'funding' || item.kind === 'legal_basis') return null
  return (
    <MiniFields>
      {item.kind === 'reporting_duty' && (
        <MiniField
          id={`${n}-period`}
          name="edit.period"
          label={t('plan.draft.period')}
          value={read('edit.period')}
          options={periods.map((value) => ({ value, label: say(`plan.draft.period.${value}`) }))}
        />
      )}
      {field('unit', t('plan.draft.unit'))}
      {field('days', t(item.kind === 'reporting_duty' ? 'plan.draft.days' : 'plan.draft.days_due'))}
    </MiniFields>
  )
}

function Values({ n, item, read }: PartProps) {
  const { values } = item
  return (
    <>
      {values.map((value, at) => (
        <fieldset class="ds-fieldset">
          <legend class={values.length > 1 ? 'tg-small' : 'tg-sr'}>
            {t('plan.draft.value_of', { n: at + 1, subject: value.subject })}
            {value.partOf && partOf(item, value.partOf)}
          </legend>
          <input type="hidden" name={`edit.values.${at}.id`} value={value.id} />
          <ValueFields n={n} at={at} read={read} several={values.length > 1 || value.level !== null} />
        </fieldset>
      ))}
    </>
  )
}

/** The rest about values: what each is of, and a row for one more. */
const MoreValues = ({ n, item, read }: PartProps) => (
  <>
    {item.values.map((_, at) => (
      <Subject n={n} at={at} read={read} count={item.values.length} />
    ))}
    <fieldset class="ds-fieldset">
      <legend>{t('plan.draft.add_value')}</legend>
      <ValueFields n={n} at={item.values.length} read={read} several />
      <Subject n={n} at={item.values.length} read={read} count={1} />
    </fieldset>
  </>
)

const Subject = ({ n, at, read, count }: { n: string; at: number; read: Read; count: number }) => (
  <Line
    id={`${n}-${at}-subject`}
    name={`edit.values.${at}.subject`}
    label={count > 1 ? `${t('plan.draft.values.subject')} (${at + 1})` : t('plan.draft.values.subject')}
    value={read(`edit.values.${at}.subject`)}
  />
)

function partOf(item: DraftItem, id: string): string {
  const at = item.values.findIndex((value) => value.id === id)
  return at < 0 ? '' : ` (${t('plan.draft.part_of', { n: at + 1 })})`
}

type ValueProps = { n: string; at: number; read: Read; several: boolean }

function ValueFields({ n, at, read, several }: ValueProps) {
  const name = (part: string) => `edit.values.${at}.${part}`
  const at0 = (part: string) => ({ id: `${n}-${at}-${part}`, name: name(part), value: read(name(part)) })
  const unit = read(name('unit')) || 'percent'
  const units = measureUnits.some((one) => one === unit) ? measureUnits : [unit, ...measureUnits]
  return (
    <MiniFields>
      <MiniField
        {...at0('comparator')}
        label={t('plan.draft.values.comparator')}
        options={comparators.map((value) => ({ value, label: say(`plan.draft.comparator.${value}`) }))}
      />
      <MiniField {...at0('goal')} label={t('plan.draft.values.goal')} />
      {read(name('comparator')) === 'range' && <MiniField {...at0('goalMax')} label={t('plan.draft.values.goalMax')} />}
      <MiniField
        {...at0('unit')}
        value={unit}
        label={t('plan.draft.values.unit')}
        options={units.map((value) => ({ value, label: measureText(value) }))}
      />
      <MiniField {...at0('deadline')} label={t('plan.draft.values.deadline')} />
      <MiniField
        {...at0('aim')}
        label={t('plan.draft.values.aim')}
        options={['false', 'true'].map((value) => ({ value, label: say(`plan.draft.aim.${value}`) }))}
      />
      {several && (
        <MiniField
          {...at0('level')}
          label={t('plan.draft.values.level')}
          options={[
            { value: '', label: t('plan.draft.level.none') },
            ...levels.map((value) => ({ value, label: say(`plan.draft.level.${value}`) })),
          ]}
        />
      )}
    </MiniFields>
  )
}

/** A field as wide as the item. */
const Line = ({ id, name, label, value }: { id: string; name: string; label: string; value: string }) => (
  <div class="ds-field">
    <label class="tg-small tg-muted" for={id}>
      {label}
    </label>
    <input class="ds-input" type="text" id={id} name={name} value={value} autocomplete="off" />
  </div>
)

/** What is seldom wrong, folded away. */
export function More({ n, item, typed, children }: Props & { children: ComponentChildren }) {
  const read = reader(item, typed)
  const measured = item.kind === 'target' || item.kind === 'objective'
  const field = (name: string, label: string) => (
    <MiniField id={`${n}-${name}`} name={`edit.${name}`} label={label} value={read(`edit.${name}`)} />
  )
  return (
    <Details summary={t('plan.draft.more')}>
      <MiniFields>
        <MiniField
          id={`${n}-kind`}
          name="edit.kind"
          label={t('plan.draft.kind')}
          value={read('edit.kind') || item.kind}
          options={itemKinds.map((value) => ({ value, label: say(`plan.draft.sheet.${value}`) }))}
        />
        {field('ref', t('plan.draft.ref'))}
      </MiniFields>
      <Line id={`${n}-title`} name="edit.title" label={t('plan.draft.name')} value={read('edit.title')} />
      <Line id={`${n}-heading`} name="edit.heading" label={t('plan.draft.heading')} value={read('edit.heading')} />
      <div class="ds-field">
        <label for={`${n}-wording`}>{t('plan.draft.wording')}</label>
        <textarea class="ds-input" id={`${n}-wording`} name="edit.wording" rows={5} value={read('edit.wording')} />
      </div>
      {measured && <MoreValues n={n} item={item} read={read} />}
      {children}
    </Details>
  )
}
