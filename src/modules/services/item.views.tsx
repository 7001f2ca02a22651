/** One item of a draft, as a plain form. */
import type { Question } from '#fields/form.ts'
import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Form, type Values } from '#ui/form.tsx'
import { assumedOf, AssumedNotice } from './basis.views.tsx'
import type { ItemPart } from './draft.ts'
import type { Drafted } from './draft.store.ts'
import { ItemFields } from './item-fields.views.tsx'
import { FaultList } from './fault.views.tsx'
import { AddLink, type Any, ItemTable, nameOf } from './part.views.tsx'
import { fresh, itemPath, list, partPath, placePath, servicePath } from './part-path.ts'
import { MeanwhileList } from './meanwhile.views.tsx'
import type { Meanwhile } from './meanwhile.store.ts'
import type { Fault } from './fault.ts'

type Props = {
  row: Drafted
  part: ItemPart
  within: string | undefined
  /** `null`: a new one. */
  itemKey: string | null
  /** As it is kept; `null` for a new one and for the head. */
  item: Any | null
  values: Values
  faults: readonly Fault[]
  on: Day
  formKey: string
  back?: Returned | undefined
  meanwhile?: readonly Meanwhile[]
}

/** Labels of the repeated limits, whose names hold the channel. */
function labelsOf(part: ItemPart): Record<string, string> {
  if (part !== 'cases') return {}
  const channels = ['online', 'direct', 'post'] as const
  return Object.fromEntries(
    channels.flatMap((channel) => [
      [`item.limits.${channel}.amount`, t('services.item.limits')],
      [`item.limits.${channel}.unit`, t('services.item.unit.vi')],
      [`item.limits.${channel}.note.vi`, t('services.item.note.vi')],
      [`item.limits.${channel}.note.en`, t('services.item.note.en')],
      [`item.limits.${channel}.citation`, t('services.item.citation')],
      [`item.limits.${channel}.verified`, t('services.item.verified')],
    ]),
  )
}

/** The name of an item does not change; it goes along. */
const nameField = (part: ItemPart) => (part === 'sections' || part === 'questions' ? 'item.name' : 'item.code')

function Basis({ of, on }: { of: Question; on: Day }) {
  const citation = assumedOf(of, on)
  return citation === null ? null : <AssumedNotice citation={citation} />
}

export function ItemPage(props: Props) {
  const { row, part, within, itemKey, values, faults, on, formKey, back, meanwhile } = props
  const { procedureCode: procedure, draftVersion, draft } = row
  const isHead = part === 'head'
  const word = t(`services.part.${part}`)
  const fallback = isHead ? word : t('services.part.add_title', { part: word })
  const title = props.item ? nameOf(props.item) || (itemKey ?? '') : fallback
  const up = isHead ? servicePath(procedure) : placePath(procedure, { part, within })
  const action = isHead ? partPath(procedure, 'head') : itemPath(procedure, { part, within }, itemKey ?? fresh)
  return (
    <Desk
      title={title}
      eyebrow={`${procedure} · ${t(`services.part.${part}`)}`}
      narrow={part !== 'sections'}
      problem={back !== undefined}
      crumbs={[
        { href: list, label: t('services.nav') },
        { href: servicePath(procedure), label: draft.title.vi },
        ...(isHead ? [] : [{ href: partPath(procedure, part), label: t(`services.part.${part}`) }]),
        { label: title },
      ]}
    >
      <div class="tg-stack">
        {meanwhile && meanwhile.length > 0 && <MeanwhileList of={meanwhile} />}
        {part === 'questions' && props.item && <Basis of={props.item as Question} on={on} />}
        {!back && faults.length > 0 && <FaultList service={draft} faults={faults} />}
        <Form
          action={action}
          words="services"
          send="services.part.save"
          values={values}
          back={back}
          labels={labelsOf(part)}
          hidden={{ seen: String(draftVersion), ...(itemKey && { [nameField(part)]: itemKey }) }}
          idempotencyKey={formKey}
          also={
            <LinkButton kind="second" href={up}>
              {t('services.one.back')}
            </LinkButton>
          }
        >
          <ItemFields part={part} service={draft} isNew={itemKey === null} now={itemKey} />
        </Form>
        {part === 'sections' && itemKey !== null && (
          <>
            <Card flush title={t('services.part.questions_of')}>
              <ItemTable
                row={row}
                place={{ part: 'questions', within: itemKey }}
                faults={faults}
                formKey={formKey}
                on={on}
              />
            </Card>
            <AddLink procedure={procedure} place={{ part: 'questions', within: itemKey }} />
          </>
        )}
      </div>
    </Desk>
  )
}
