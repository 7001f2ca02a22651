/** Choosing the units that a decision touches, and saying what comes out of it. */
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { childrenOf, type Placed, treeOn, type Unit, unitKinds } from '#kernel/unit.ts'
import { Select } from '#ui/choice.tsx'
import { Group } from '#ui/field.tsx'
import { useField } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

const kinds = () => unitKinds.map((value) => ({ value, label: t(`admin.unit_kind.${value}`) }))

/** All units in force, folded by the unit they stand under: two hundred boxes that need no script and no typing. */
export function UnitTicks({ name, units, on }: { name: string; units: readonly Unit[]; on: Day }) {
  const field = useField(name)
  const tree = treeOn(units, on)
  const roots = childrenOf(tree, null)
  const parents = [...tree.bySlug.values()].filter(({ slug }) => childrenOf(tree, slug).length > 0)
  const groups = [
    { title: t('admin.reorganisation.roots'), members: roots },
    ...parents.map(({ slug, name: title }) => ({ title, members: childrenOf(tree, slug) })),
  ]
  const chosen = (members: readonly Placed[]) => members.filter(({ slug }) => field.chosen.includes(slug)).length
  return (
    <Group field={field} optional>
      <div class="tg-more-list" id={field.id} tabIndex={-1}>
        {groups.map(({ title, members }) => (
          <details class="tg-more" open={chosen(members) > 0}>
            <summary>
              {title} <span class="tg-muted">({members.length})</span>
            </summary>
            <div class="tg-choice">
              {members.map(({ slug, name: label }) => (
                <label>
                  <input type="checkbox" name={name} value={slug} checked={field.chosen.includes(slug)} />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </Group>
  )
}

type OutcomeProps = { units: readonly Unit[]; on: Day; rows: number }

/** Communes are under others and never above them, so they are left out of what a unit may stand under. */
export function OutcomeFields({ units, on, rows }: OutcomeProps) {
  const parents = [...treeOn(units, on).bySlug.values()].filter(({ kind }) => kind !== 'commune')
  return (
    <>
      {Array.from({ length: rows }, (_, n) => (
        <details class="tg-more" open={n === 0}>
          <summary>{t('admin.reorganisation.outcome', { n: n + 1 })}</summary>
          <fieldset class="ds-fieldset tg-section-fields">
            <legend class="tg-sr">{t('admin.reorganisation.outcome', { n: n + 1 })}</legend>
            <TextField name={`to.${n}.name`} optional width="full" />
            <Select name={`to.${n}.kind`} options={kinds()} />
            <Select
              name={`to.${n}.parent`}
              optional
              blank={t('admin.reorganisation.top')}
              options={parents.map(({ slug, name: label }) => ({ value: slug, label }))}
            />
            <TextField name={`to.${n}.gso`} optional code width="sm" />
            <TextField name={`to.${n}.h58`} optional code width="sm" />
            <TextField name={`to.${n}.slug`} optional code />
          </fieldset>
        </details>
      ))}
    </>
  )
}
