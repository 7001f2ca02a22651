/**
 * Shows and hides questions while a page is filled in, by the conditions the server judges by. A form says what it needs:
 * `data-answers` what was answered elsewhere, `data-today`; each question its `data-question`, `data-type` and `data-when`.
 * For browsers: only what needs nothing of the server is imported.
 */
import { holds, type Scope, worth } from './evaluate.ts'
import type { Answer, Answers } from './form.ts'
import { numberFrom } from './number-text.ts'

type Counted = Record<string, Answer>
const conditional = '[data-question], [data-when]'

export function followConditions(element: HTMLElement) {
  const form = element as HTMLFormElement
  const follow = () => judge(form)
  form.addEventListener('input', follow)
  form.addEventListener('change', follow)
  follow()
}

/** In the order of the page: what is hidden counts for nothing that follows. */
function judge(form: HTMLFormElement) {
  const { today = '', answers = '{}' } = form.dataset
  const counted = JSON.parse(answers) as Counted
  const rows = new Map<string, Counted>()
  const data = new FormData(form)
  for (const element of form.querySelectorAll<HTMLElement>(conditional)) {
    const { question = '', when, type = '', value } = element.dataset
    const row = question.split('.').slice(0, -1).join('.')
    const own = row ? (rows.get(row) ?? rows.set(row, {}).get(row)) : counted
    const scope: Scope = { answers: { ...counted, ...own } as Answers, today }
    const hidden = when !== undefined && !holds(when, scope)
    if (element.hidden !== hidden) element.hidden = hidden
    if (!question || !own || element.closest('[hidden]')) continue
    const answer = value === undefined ? answerIn(data, question, type) : asAnswer(worth(value, scope))
    if (answer !== undefined) own[question.split('.').at(-1) ?? ''] = answer
  }
}

const asAnswer = (value: unknown): Answer | undefined =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'string' || typeof value === 'number'
      ? value
      : undefined

/** What is typed, as far as a condition can ask about it. */
function answerIn(data: FormData, name: string, type: string): Answer | undefined {
  const texts = data.getAll(name).flatMap((one) => (typeof one === 'string' && one.trim() ? [one.trim()] : []))
  const [text] = texts
  if (type === 'list') return texts.length > 0 ? texts : undefined
  if (type === 'number') return text === undefined ? undefined : (numberFrom(text) ?? undefined)
  if (type === 'day') return text ?? dayIn(data, name)
  if (type === 'text') return text
  return text ?? ([...data.keys()].some((key) => key.startsWith(`${name}.`) && isFilled(data, key)) ? 'yes' : undefined)
}

/** A place carries its day whether it is answered or not. */
const isFilled = (data: FormData, key: string) => !key.endsWith('.on') && Boolean(data.get(key))

function dayIn(data: FormData, name: string): string | undefined {
  const part = (of: string) => {
    const typed = data.get(`${name}.${of}`)
    return typeof typed === 'string' ? typed.trim() : ''
  }
  const [day, month, year] = [part('day'), part('month'), part('year')]
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}
