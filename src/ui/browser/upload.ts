/**
 * Files go up as soon as they are chosen, piece by piece, and go on after the network was cut or the page was left. Without
 * this the form carries them; what the buttons do without it they do by sending the form.
 */
import { camera } from './upload-camera.ts'
import { lineOf, type Shown } from './upload-line.ts'
import { sendFile, type Sending } from './upload-send.ts'

type Sender = {
  readonly field: HTMLElement
  readonly words: Readonly<Record<string, string>>
  readonly say: (text: string) => void
  /** On their way, or waiting for it. */
  readonly under: Set<Sending>
}

/** Large files are still being checked when they have come: asked until it is settled. */
async function settled(id: string): Promise<Shown> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
    const answer = await fetch(`/tai-tep/${id}/tinh-trang`).catch(() => null)
    if (answer?.ok) {
      const shown = (await answer.json()) as Shown
      if (shown.state === 'ready' || shown.state === 'refused') return shown
    } else if (answer && answer.status < 500) throw new Error(String(answer.status))
    await new Promise((go) => setTimeout(go, wait))
  }
}

async function finish(to: Sender, sending: Sending) {
  const { line, file } = sending
  try {
    const shown = await settled(await sendFile(sending, to.words))
    line.show(shown)
    to.say(`${file.name}: ${shown.state === 'ready' ? to.words['done'] : shown.says.join(' ')}`)
  } catch (fault) {
    const reason = (fault instanceof Error && fault.message) || to.words['failed'] || ''
    line.fail(reason)
    to.say(`${file.name}: ${reason}`)
  }
}

/** Two at a time would only halve the speed of each on a slow line. */
async function chosen(to: Sender, input: HTMLInputElement) {
  const most = Number(to.field.dataset['most'])
  const all = [...(input.files ?? [])].map((file) => ({
    file,
    line: lineOf(to.field, file),
    given: new AbortController(),
  }))
  // Sent by themselves: the form need not carry them too.
  input.value = ''
  const waiting = all.filter(({ file, line }) => {
    if (file.size > most) line.fail(to.words['tooLarge'] ?? '')
    else line.says(to.words['waiting'] ?? '')
    return file.size <= most
  })
  for (const sending of waiting) to.under.add(sending)
  for (const sending of waiting) {
    if (!sending.given.signal.aborted) await finish(to, sending)
    to.under.delete(sending)
    refresh(to)
  }
}

/** What depends on how many files there are. */
function refresh({ field }: Sender) {
  const join = field.querySelector<HTMLElement>('[data-part=join]')
  if (join) join.hidden = field.querySelectorAll('li[data-state=ready]').length < 2
  field.dispatchEvent(new Event('uploaded'))
  tell(field)
}

/** Drafts that save themselves hear of it as of anything else that was changed. */
const tell = (field: HTMLElement) => field.dispatchEvent(new Event('input', { bubbles: true }))

/** The form waits for what is still on its way, and then goes by itself. */
function holdForm(to: Sender) {
  const form = to.field.closest('form')
  form?.addEventListener('submit', (sent) => {
    if (to.under.size === 0) return
    sent.preventDefault()
    to.say(to.words['wait'] ?? '')
    const by = (sent as SubmitEvent).submitter
    const go = () => {
      if (to.under.size > 0) return
      to.field.removeEventListener('uploaded', go)
      form.requestSubmit(by)
    }
    to.field.addEventListener('uploaded', go)
  })
}

function move(to: Sender, line: HTMLElement, verb: string) {
  const other = verb === 'up' ? line.previousElementSibling : line.nextElementSibling
  if (other) line.parentElement?.insertBefore(verb === 'up' ? line : other, verb === 'up' ? other : line)
  to.say(to.words['moved'] ?? '')
  tell(to.field)
}

function remove(to: Sender, line: HTMLElement) {
  for (const sending of to.under) if (sending.line.element === line) sending.given.abort()
  const next = line.nextElementSibling ?? line.previousElementSibling
  line.remove()
  const focused = next?.querySelector<HTMLElement>('button:not([hidden])')
  ;(focused ?? to.field.querySelector<HTMLElement>('input[type=file]'))?.focus()
  to.say(to.words['removed'] ?? '')
  refresh(to)
}

/** Without leaving the page; what fails is left to the form. */
async function act(to: Sender, button: HTMLButtonElement, verb: string, id: string) {
  const line = button.closest('li')
  if (!line) return
  if (verb === 'up' || verb === 'down') {
    move(to, line, verb)
    return button.focus()
  }
  const path = verb === 'turn' ? 'xoay' : 'bo'
  const answer = id ? await fetch(`/tai-tep/${id}/${path}`, { method: 'POST' }).catch(() => null) : null
  // As if there were no script: the button is the form's, and its page says what is wrong.
  if (id && !answer?.ok) return button.form?.requestSubmit(button)
  if (verb === 'drop') return remove(to, line)
  lineOf(to.field, line).show((await answer?.json()) as Shown)
  to.say(to.words['turned'] ?? '')
}

export function sendInPieces(field: HTMLElement) {
  const input = field.querySelector<HTMLInputElement>('input[type=file]')
  const status = field.querySelector<HTMLElement>('[data-part=says]')
  if (!input) return
  const words = JSON.parse(field.dataset['words'] ?? '{}') as Sender['words']
  const to: Sender = { field, words, say: (text) => status?.replaceChildren(text), under: new Set() }
  input.addEventListener('change', () => void chosen(to, input))
  camera(input, words['camera'] ?? '')
  holdForm(to)
  field.addEventListener('click', (pressed) => {
    const at = pressed.target instanceof Element ? pressed.target : null
    const button = at?.closest<HTMLButtonElement>('button[name=_upload]')
    const [verb = '', , id = ''] = button?.value.split(':') ?? []
    if (!button || verb === 'join') return
    pressed.preventDefault()
    void act(to, button, verb, id)
  })
}
