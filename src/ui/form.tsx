/** A form that remembers: what was typed, what was wrong with it, and where its words are. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldProblem } from '#kernel/problem.ts'
import { hasMessage, type Key, localeNow, type Params, say, t } from '#kernel/text.ts'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'

/** A form that was refused: as typed, with each fault. `key` is the sentence for the whole. */
export type Returned = {
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly problems: readonly FieldProblem[]
  readonly key: Key
  readonly params?: Params | undefined
}

/** What the fields start from. Numbers are written with the comma of the language; `true` ticks a `Check`. */
export type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

type FormState = {
  readonly id: string | undefined
  readonly words: string
  readonly labels: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
  readonly values: Values
  readonly back: Returned | undefined
}

const FormContext = createContext<FormState | null>(null)

type Props = {
  action: string
  /** Where the labels are: field `amount` is called `${words}.amount`, its hint `${words}.amount_hint`. */
  words: string
  /** The word on the button. */
  send: Key
  back?: Returned | undefined
  /** What stands against the form is said above it already; only its fields keep what was typed. */
  told?: boolean
  values?: Values
  method?: 'post' | 'get'
  /** The form carries files. */
  files?: boolean
  hidden?: Readonly<Record<string, string>>
  /** The same key twice is the same act once. */
  idempotencyKey?: string
  /** Needed when a page has several forms: ids of fields begin with it. */
  id?: string
  /** Labels known only at run time (forms made of data), by field name; they win over `words`. */
  labels?: Readonly<Record<string, string>>
  /** As `labels`, for hints. */
  hints?: Readonly<Record<string, string>>
  /** How browsers help with it; unless said, they ask before what was typed is lost. */
  help?: Readonly<Record<`data-${string}`, string | undefined>>
  /** Beside the button: other buttons, a link back. */
  also?: ComponentChildren
  /** A note under the buttons: when the draft was saved, what happens next. */
  after?: ComponentChildren
  children?: ComponentChildren
}

export function Form(props: Props) {
  const { action, words, send, back, values = {}, method = 'post', files, hidden = {}, idempotencyKey, id } = props
  const { labels = {}, hints = {} } = props
  const state: FormState = { id, words, labels, hints, values, back }
  return (
    <FormContext.Provider value={state}>
      <form
        class="tg-form"
        id={id}
        action={action}
        method={method}
        enctype={files ? 'multipart/form-data' : undefined}
        noValidate
        data-enhance={method === 'post' ? 'keep' : undefined}
        {...props.help}
      >
        {back && !props.told && (
          <ErrorSummary title={summaryTitle(back)} problems={back.problems.map((one) => summaryLine(state, one))} />
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {idempotencyKey && <input type="hidden" name="_key" value={idempotencyKey} />}
        {props.children}
        <div class="tg-form-actions tg-row">
          <Button>{t(send)}</Button>
          {props.also}
        </div>
        {props.after && <p class="tg-small tg-muted">{props.after}</p>}
      </form>
    </FormContext.Provider>
  )
}

const summaryTitle = (back: Returned) =>
  back.problems.length > 0 ? t('ui.form.errors', { count: back.problems.length }) : t(back.key, back.params)

function summaryLine(state: FormState, problem: FieldProblem) {
  const name = fieldOf(state, problem.path)
  return { href: name === undefined ? undefined : `#${idOf(state, name)}`, says: sentenceOf(state, name, problem) }
}

/** Rows of a list share their words: `values.0.amount` is called `${words}.values.amount`. */
const wordOf = (state: FormState, name: string) =>
  [state.words, ...name.split('.').filter((part) => !/^\d+$/.test(part))].join('.')

/** In a list the label may say which row it is: "Nơi nhận {n}". */
function labelOf(state: FormState, name: string): string {
  const row = name.split('.').find((part) => /^\d+$/.test(part))
  return state.labels[name] ?? say(wordOf(state, name), row === undefined ? undefined : { n: Number(row) + 1 })
}

const idOf = (state: FormState, name: string) => (state.id ? `${state.id}-${name}` : name)

/** Where "Hãy nhập {label}" would read badly (a box to tick, a choice), `${words}.${name}_needed` says it better. */
function sentenceOf(state: FormState, name: string | undefined, problem: FieldProblem): string {
  const better = name !== undefined && problem.key === 'input.needed' ? `${wordOf(state, name)}_needed` : undefined
  if (better && hasMessage(better)) return say(better, problem.params)
  const label = name === undefined ? t('ui.form.this_field') : labelOf(state, name)
  return say(problem.key, { label, ...problem.params })
}

/** The field a fault belongs to: the longest beginning of its path that has a label (`born.year` → `born`). */
function fieldOf(state: FormState, path: string): string | undefined {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.')
    if (state.labels[name] !== undefined || hasMessage(wordOf(state, name))) return name
  }
  return undefined
}

export type FieldState = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  /** One value, for controls that hold one. */
  readonly value: string
  /** All values, for controls that hold several. */
  readonly chosen: readonly string[]
  readonly control: { 'aria-invalid': 'true' | undefined; 'aria-describedby': string | undefined }
  /** The form has come back to be corrected. */
  readonly again: boolean
  /** The value of a part of the field, such as `born.year`. */
  readonly part: (name: string) => string
}

/** Everything a field has to know, from the form around it. */
export function useField(name: string): FieldState {
  const state = useContext(FormContext)
  if (!state) throw new Error(`the field "${name}" stands in no form`)
  const id = idOf(state, name)
  const label = labelOf(state, name)
  const hintKey = `${wordOf(state, name)}_hint`
  const hint = state.hints[name] ?? (hasMessage(hintKey) ? say(hintKey) : undefined)
  const problem = state.back?.problems.find((one) => one.path === name || one.path.startsWith(`${name}.`))
  const error = problem && sentenceOf(state, name, problem)
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const now = (of: string) => asTexts(state.back ? state.back.typed[of] : state.values[of])
  const chosen = now(name)
  return {
    id,
    name,
    label,
    hint,
    error,
    value: chosen[0] ?? '',
    chosen,
    again: state.back !== undefined,
    control: { 'aria-invalid': error ? 'true' : undefined, 'aria-describedby': describedBy },
    part: (of) => now(of)[0] ?? '',
  }
}

function asTexts(value: Values[string]): readonly string[] {
  if (value === undefined || value === null || value === false) return []
  if (typeof value === 'number') return [localeNow() === 'vi' ? String(value).replace('.', ',') : String(value)]
  if (value === true) return ['true']
  return typeof value === 'string' ? [value] : value
}

/** Values the form carries without showing them. */
export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
