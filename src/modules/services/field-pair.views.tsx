/** What the forms of all items share. */
import { type Key, t } from '#kernel/text.ts'
import type { Option } from '#ui/choice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Service } from './service.ts'

export type FieldsProps = { service: Service; isNew: boolean; now: string | null }

export const optionsOf = <T extends string>(values: readonly T[], word: (value: T) => Key): Option[] =>
  values.map((value) => ({ value, label: t(word(value)) }))
/** Vietnamese first; English beside it. */
export const InTwo = ({ name, lines = 1, optional = false }: { name: string; lines?: number; optional?: boolean }) => (
  <div class="tg-cols tg-cols-2">
    <TextField name={`item.${name}.vi`} lines={lines} optional={optional} width="full" />
    <TextField name={`item.${name}.en`} lines={lines} optional width="full" />
  </div>
)
