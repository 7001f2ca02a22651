/** The items of one part of a draft, in their order, with buttons that move them and take them out. */
import { inWords } from '#fields/words.ts'
import type { Question, Words } from '#fields/form.ts'
import { type Key, type Params, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { moneyText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { Assumed, assumedOf } from './basis.views.tsx'
import { keyOf, listAt, type ListPart, type Place } from './draft.ts'
import type { Drafted } from './draft.store.ts'
import { fresh, itemPath, list, servicePath } from './part-path.ts'
import type { Meanwhile } from './meanwhile.store.ts'
import { MeanwhileList } from './meanwhile.views.tsx'
import type { Fault } from './fault.ts'
import { StepDrawing } from './step-drawing.views.tsx'

export type Any = Readonly<Record<string, unknown>>
const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'vi' in value

/** What an item is called, wherever it keeps its name. */
export function nameOf(item: Any): string {
  const words = [item['title'], item['name'], item['label']].find(isWords)
  return words ? inWords(words) : ''
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const listOf = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '')

const details: Readonly<Record<ListPart, (item: Any) => string>> = {
  cases: (item) => listOf(item['components']),
  components: (item) => textOf(item['onlyIf']) || textOf(item['oneOf']),
  fees: ({ amount }) => (typeof amount === 'number' ? moneyText(amount) : '…'),
  reliefs: ({ percent }) => `${textOf(percent)}%`,
  steps: ({ hours, role }) =>
    `${role ? t(`services.role.${role as 'leader'}`) : '–'} · ${t('services.drawing.hours', { hours: Number(hours) })}`,
  results: ({ kind }) => t(`services.result.${kind as 'document'}`),
  citizenSteps: ({ text }) => (isWords(text) ? inWords(text) : ''),
  sections: ({ questions }) => t('services.one.count', { count: Array.isArray(questions) ? questions.length : 0 }),
  questions: ({ kind, when }) => [t(`services.question.${kind as 'text'}`), when].filter(Boolean).join(' · '),
}

/** Whether the item says of itself, or a question of what it rests on, that nobody has held it against the text. */
const isAssumed = ({ part }: Place, item: Any, on: Day): boolean =>
  item['verified'] === false || (part === 'questions' && assumedOf(item as Question, on) !== null)

type TableProps = { row: Drafted; place: Place; faults: readonly Fault[]; formKey: string; on: Day }

export function ItemTable({ row, place, faults, formKey, on }: TableProps) {
  const items = listAt(row.draft, place).map((item, at) => ({ item, at, key: keyOf(place, item, at) }))
  const pathTo = (key: string) => itemPath(row.procedureCode, place, key)
  const isOfForm = place.part === 'sections' || place.part === 'questions'
  const countOf = (key: string) =>
    faults.filter(({ part, item }) => item === key && part === (isOfForm ? 'form' : place.part)).length
  return (
    <>
      <Table
        caption={t(`services.part.${place.part}`)}
        captionHidden
        exports={false}
        rows={items}
        empty={<p>{t('services.part.empty')}</p>}
        columns={[
          { key: 'no', label: '#', number: true, cell: ({ at }) => at + 1 },
          {
            key: 'name',
            label: t('services.part.name'),
            head: true,
            cell: ({ item, key }) => (
              <>
                <a href={pathTo(key)}>{nameOf(item) || key}</a>
                <small class="tg-code tg-muted"> {key}</small>
                {isAssumed(place, item, on) && <Assumed />}
              </>
            ),
          },
          { key: 'detail', label: t('services.part.detail'), cell: ({ item }) => details[place.part](item) || null },
          {
            key: 'faults',
            label: t('services.list.state'),
            cell: ({ key }) =>
              countOf(key) > 0 ? (
                <Status tone="risk">{t('services.list.faults', { count: countOf(key) })}</Status>
              ) : null,
          },
          {
            key: 'act',
            label: t('services.part.act'),
            cell: ({ item, key }) => (
              <Buttons
                path={pathTo(key)}
                name={nameOf(item) || key}
                seen={row.draftVersion}
                formKey={`${formKey}-${key}`}
              />
            ),
          },
        ]}
      />
    </>
  )
}

export const AddLink = ({ procedure, place }: { procedure: string; place: Place }) => (
  <p class="tg-row">
    <LinkButton kind="second" icon="plus" href={itemPath(procedure, place, fresh)}>
      {t('services.part.add_title', { part: t(`services.part.${place.part}`) })}
    </LinkButton>
  </p>
)

type ButtonsProps = { path: string; name: string; seen: number; formKey: string }

const Buttons = ({ path, name, seen, formKey }: ButtonsProps) => (
  <form class="tg-row" action={`${path}/thu-tu`} method="post">
    <input type="hidden" name="seen" value={seen} />
    <input type="hidden" name="_key" value={formKey} />
    <Button kind="plain" name="by" value="-1">
      {t('services.part.up')}
      <span class="tg-sr">: {name}</span>
    </Button>
    <Button kind="plain" name="by" value="1">
      {t('services.part.down')}
      <span class="tg-sr">: {name}</span>
    </Button>
    <Button kind="plain" action={`${path}/bo-di`}>
      {t('services.part.remove')}
      <span class="tg-sr">: {name}</span>
    </Button>
  </form>
)

type PageProps = TableProps & {
  /** Why the button that was pressed did nothing. */
  refused?: { readonly key: Key; readonly params: Params }
  meanwhile?: readonly Meanwhile[]
}

export function PartPage({ refused, meanwhile = [], ...table }: PageProps) {
  const { row, place } = table
  const { procedureCode: procedure, draft } = row
  const title = t(`services.part.${place.part}`)
  return (
    <Desk
      title={title}
      eyebrow={procedure}
      crumbs={[
        { href: list, label: t('services.nav') },
        { href: servicePath(procedure), label: draft.title.vi },
        { label: title },
      ]}
    >
      <div class="tg-stack">
        {refused && <Notice tone="error">{t(refused.key, refused.params)}</Notice>}
        {meanwhile.length > 0 && <MeanwhileList of={meanwhile} />}
        <Card flush>
          <ItemTable {...table} />
        </Card>
        <AddLink procedure={procedure} place={place} />
        {place.part === 'steps' && <StepDrawing service={draft} />}
      </div>
    </Desk>
  )
}
