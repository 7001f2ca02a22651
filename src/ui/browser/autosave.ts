/**
 * Saves a draft while it is filled in: what changed goes to `data-autosave` after a short pause, and when the page is left.
 * What could not be sent waits in the browser, for a day, and goes later. Nothing here stands in the way of anybody: the
 * form can always be sent, and without JavaScript it is.
 *
 * A question is an element with `data-question`; its controls are sent together. The answer is JSON: `savedAt` (words),
 * and `revision` when the form carries `_revision`; `_pen` names the page, which may write again what it wrote last. 409: the draft went on elsewhere, and nothing is sent from here.
 */
const pause = 1200
const again = 20_000
const keptFor = 86_400_000

type Fields = Record<string, string[]>
type Waiting = { at: number; fields: Fields }

export function autosave(element: HTMLElement) {
  const form = element as HTMLFormElement
  const url = form.dataset['autosave']
  if (!url) return
  const draft = new Draft(form, url)
  form.addEventListener('input', (event) => draft.changed(event.target))
  form.addEventListener('change', (event) => draft.changed(event.target))
  form.addEventListener('submit', () => draft.sentByHand())
  addEventListener('online', () => void draft.send())
  addEventListener('pagehide', () => void draft.send(true))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void draft.send(true)
  })
  draft.takeUp()
}

class Draft {
  private form: HTMLFormElement
  private url: string
  private key: string
  private fields: Fields
  private seen = new WeakMap<HTMLElement, string>()
  private sending = false
  private over = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(form: HTMLFormElement, url: string) {
    this.form = form
    this.url = url
    this.key = `tg-draft ${url}`
    this.fields = waiting(this.key)
  }

  /** What waits from before is put back where it was typed, and sent. */
  takeUp() {
    if (Object.keys(this.fields).length === 0) return
    for (const [name, values] of Object.entries(this.fields)) putBack(this.form, name, values)
    this.form.dispatchEvent(new Event('change'))
    void this.send()
  }

  changed(target: EventTarget | null) {
    const question = target instanceof Element ? target.closest<HTMLElement>('[data-question]') : null
    if (!question || this.over) return
    const fields = controlsOf(question)
    const seen = JSON.stringify(fields)
    // leaving a box tells once more of what was typed in it
    if (this.seen.get(question) === seen) return
    this.seen.set(question, seen)
    Object.assign(this.fields, fields)
    this.keep()
    this.later(pause)
  }

  /** The form itself carries what stands on this page; only what waits from other pages is still to go. */
  sentByHand() {
    clearTimeout(this.timer)
    for (const name of Object.keys(this.fields)) if (this.form.elements.namedItem(name)) delete this.fields[name]
    this.keep()
    this.over = true
  }

  async send(leaving = false) {
    clearTimeout(this.timer)
    const fields = this.fields
    if (this.over || this.sending || Object.keys(fields).length === 0) return
    this.sending = true
    this.fields = {}
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: this.bodyOf(fields),
      keepalive: leaving,
    }).catch(() => null)
    this.sending = false
    if (answer?.ok) this.saved(await answer.json().catch(() => ({})))
    else this.unsaved(answer, fields)
  }

  private saved({ savedAt = '', revision }: { savedAt?: string; revision?: string | number }) {
    const carried = this.form.elements.namedItem('_revision')
    if (revision !== undefined && carried instanceof HTMLInputElement) carried.value = String(revision)
    this.keep()
    this.say('saved', savedAt)
    if (Object.keys(this.fields).length > 0) this.later(pause)
  }

  /** Newer typing wins over what comes back. */
  private unsaved(answer: Response | null, fields: Fields) {
    this.fields = { ...fields, ...this.fields }
    this.keep()
    if (answer?.status === 409) {
      this.over = true
      this.say('moved')
    } else {
      this.say('waiting')
      this.later(again)
    }
  }

  private bodyOf(fields: Fields) {
    const body = new URLSearchParams()
    for (const name of ['_revision', '_pen']) {
      const carried = this.form.elements.namedItem(name)
      if (carried instanceof HTMLInputElement) body.append(name, carried.value)
    }
    for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value)
    return body
  }

  private later(milliseconds: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), milliseconds)
  }

  private keep() {
    try {
      if (Object.keys(this.fields).length === 0) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), fields: this.fields }))
    } catch {
      // a browser that keeps nothing saves all the same
    }
  }

  /** The words come with the page, in its language. */
  private say(state: 'saved' | 'waiting' | 'moved', at = '') {
    const line = this.form.querySelector<HTMLElement>('[data-autosave-says]')
    const says = line?.dataset[state]
    if (line && says) line.textContent = says.replace('{at}', at)
  }
}

function waiting(key: string): Fields {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Waiting | null
    return kept && Date.now() - kept.at < keptFor ? kept.fields : {}
  } catch {
    return {}
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox'

/** Everything a question would send; a group with nothing ticked says so with an empty value. */
function controlsOf(question: HTMLElement): Fields {
  const fields: Fields = {}
  for (const control of question.querySelectorAll<Control>('input, select, textarea')) {
    if (!control.name || control.type === 'file') continue
    const values = (fields[control.name] ??= [])
    if (!isTick(control) || control.checked) values.push(control.value)
  }
  for (const values of Object.values(fields)) if (values.length === 0) values.push('')
  return fields
}

function putBack(form: HTMLFormElement, name: string, values: readonly string[]) {
  for (const control of form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)) {
    if (isTick(control)) control.checked = values.includes(control.value)
    else if (control.type !== 'file' && control.type !== 'hidden') control.value = values[0] ?? ''
  }
}
