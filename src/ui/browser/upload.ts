/**
 * Files go up as soon as they are chosen, piece by piece, and go on after the network was cut or the page was left. Without
 * this the form carries them; what the buttons do without it they do by sending the form.
 */
import { type DetailedError, Upload } from 'tus-js-client'
import { camera } from './upload-camera.ts'
import { type Line, lineOf, type Shown } from './upload-line.ts'

const endpoint = '/tai-tep/tus'
const piece = 4_000_000
/** A pause may be a tunnel, or a whole lunch: it is tried for some minutes, and again when the network is back. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 60_000, 60_000]
/** WebCrypto wants the whole file in memory. */
const mostHashed = 64_000_000

type Words = Readonly<Record<string, string>>
type Sender = { field: HTMLElement; words: Words; say: (text: string) => void; under: Set<Line> }

async function hashOf(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle || file.size > mostHashed) return ''
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const idIn = (url: string | null) => url?.split('/').at(-1) ?? ''

/** How it stands, asked until it is settled: large files are checked after they have come. */
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

const reasonOf = (fault: Error | DetailedError): string => {
  const response = 'originalResponse' in fault ? fault.originalResponse : null
  const status = response?.getStatus() ?? 0
  return status >= 400 && status < 500 && status !== 404 && status !== 410 ? (response?.getBody().trim() ?? '') : ''
}

async function finish(to: Sender, line: Line, id: string) {
  try {
    const shown = await settled(id)
    line.show(shown)
    to.say(shown.state === 'ready' ? `${shown.name}: ${to.words['done']}` : `${shown.name}: ${shown.says.join(' ')}`)
  } catch {
    line.fail(to.words['failed'] ?? '')
  } finally {
    to.under.delete(line)
    to.field.dispatchEvent(new Event('uploaded'))
  }
}

async function send(to: Sender, file: File) {
  const most = Number(to.field.dataset['most'])
  const line = lineOf(to.field, file)
  if (file.size > most) return line.fail(to.words['tooLarge'] ?? '')
  to.under.add(line)
  const upload = new Upload(file, {
    endpoint,
    chunkSize: piece,
    retryDelays: pauses,
    metadata: { filename: file.name, sha256: await hashOf(file) },
    removeFingerprintOnSuccess: true,
    onShouldRetry: (fault) => {
      line.says(to.words['again'] ?? '')
      const status = fault.originalResponse?.getStatus() ?? 0
      return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429
    },
    onProgress: (sent, all) => line.progress(to.words['sending'] ?? '', all ? Math.floor((sent * 100) / all) : 0),
    onSuccess: () => void finish(to, line, idIn(upload.url)),
    onError: (fault) => {
      const reason = reasonOf(fault)
      if (reason) {
        to.under.delete(line)
        line.fail(reason)
        to.say(`${file.name}: ${reason}`)
        to.field.dispatchEvent(new Event('uploaded'))
        return
      }
      line.says(to.words['again'] ?? '')
      addEventListener('online', () => upload.start(), { once: true })
    },
  })
  line.onDrop = () => {
    void upload.abort()
    to.under.delete(line)
  }
  const [before] = await upload.findPreviousUploads()
  if (before) upload.resumeFromPreviousUpload(before)
  upload.start()
}

async function chosen(to: Sender, input: HTMLInputElement) {
  const files = [...(input.files ?? [])]
  // Sent already: the form need not carry them too.
  input.value = ''
  // Two at a time would only halve the speed of each on a slow line, and mix up their order.
  for (const file of files) await send(to, file)
}

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

/** Turns and takes away without leaving the page; whatever fails is left to the form. */
async function act(to: Sender, button: HTMLButtonElement, verb: string, id: string) {
  const line = button.closest('li')
  if (!line) return
  if (verb === 'up' || verb === 'down') {
    const other = verb === 'up' ? line.previousElementSibling : line.nextElementSibling
    if (other) line.parentElement?.insertBefore(verb === 'up' ? line : other, verb === 'up' ? other : line)
    button.focus()
    return to.say(to.words['moved'] ?? '')
  }
  const path = verb === 'turn' ? 'xoay' : 'bo'
  const answer = id ? await fetch(`/tai-tep/${id}/${path}`, { method: 'POST' }).catch(() => null) : null
  if (id && !answer?.ok) return button.form?.submit()
  if (verb === 'turn') {
    lineOf(to.field, line).show((await answer?.json()) as Shown)
    return to.say(to.words['turned'] ?? '')
  }
  const next = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector('button')
  line.remove()
  ;(next ?? to.field.querySelector<HTMLElement>('input[type=file]'))?.focus()
  to.say(to.words['removed'] ?? '')
}

export function sendInPieces(field: HTMLElement) {
  const input = field.querySelector<HTMLInputElement>('input[type=file]')
  const status = field.querySelector<HTMLElement>('[data-part=says]')
  if (!input) return
  const to: Sender = {
    field,
    words: JSON.parse(field.dataset['words'] ?? '{}') as Words,
    say: (text) => {
      if (status) status.textContent = text
    },
    under: new Set(),
  }
  input.addEventListener('change', () => void chosen(to, input))
  camera(input, to.words['camera'] ?? '')
  holdForm(to)
  field.addEventListener('click', (pressed) => {
    const button =
      pressed.target instanceof Element ? pressed.target.closest<HTMLButtonElement>('button[name=_upload]') : null
    const [verb = '', , id = ''] = button?.value.split(':') ?? []
    if (!button || verb === 'join') return
    pressed.preventDefault()
    void act(to, button, verb, id)
  })
}
