/** One file in the list, made from the template that the page brings. */

/** As the house tells it. */
export type Shown = {
  readonly id: string
  readonly name: string
  readonly size: string
  readonly state: string
  readonly word: string
  /** Why it was refused, or what may be wrong with it. */
  readonly says: readonly string[]
  readonly picture: boolean
}

export type Line = {
  readonly element: HTMLElement
  readonly says: (text: string) => void
  readonly show: (shown: Shown) => void
  readonly fail: (reason: string) => void
}

const number = (value: number) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })

const sizeOf = (bytes: number) =>
  bytes < 100_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))}\u00a0kB` : `${number(bytes / 1_000_000)}\u00a0MB`

const partOf = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`[data-part=${name}]`)

const buttonsOf = (element: HTMLElement) => element.querySelectorAll<HTMLButtonElement>('button[name=_upload]')

/** Only what makes sense for a file as it stands. */
function offer(element: HTMLElement, state: string) {
  for (const button of buttonsOf(element)) button.hidden = state !== 'ready' && !button.value.startsWith('drop:')
}

function fresh(field: HTMLElement, file: File): HTMLElement {
  const element = field.querySelector('template')?.content.firstElementChild?.cloneNode(true) as HTMLElement
  field.querySelector('ol')?.append(element)
  for (const [part, text] of [
    ['name', file.name],
    ['size', sizeOf(file.size)],
  ] as const)
    partOf(element, part)?.replaceChildren(text)
  for (const name of element.querySelectorAll('button .tg-sr')) name.textContent = ` ${file.name}`
  offer(element, 'receiving')
  return element
}

/** Shows the one of the statuses that fits; a line of the page has only its own. */
function setStatus(element: HTMLElement, state: string, word: string) {
  const all = [...(partOf(element, 'state')?.querySelectorAll<HTMLElement>('[data-when]') ?? [])]
  const fits = all.find((one) => one.dataset['when'] === state) ?? all[0]
  for (const one of all) one.hidden = one !== fits
  const inner = fits?.querySelector('.tg-status span')
  if (inner && inner.textContent !== word) inner.textContent = word
}

/** The name leads to the file, and a picture shows itself; another one after every turn. */
function look(element: HTMLElement, { id, name, picture }: Shown) {
  const link = Object.assign(document.createElement('a'), { href: `/tai-tep/${id}/xem`, textContent: name })
  partOf(element, 'name')?.replaceChildren(link)
  if (!picture) return
  const image = Object.assign(new Image(72, 72), { src: `/tai-tep/${id}/nho?luc=${Date.now()}`, alt: '' })
  element.querySelector('.tg-file-face')?.replaceChildren(image)
}

/** Of a file that was just chosen, or of a line that stands there already. */
export function lineOf(field: HTMLElement, of: File | HTMLElement): Line {
  const element = of instanceof HTMLElement ? of : fresh(field, of)
  return {
    element,
    says: (text) => setStatus(element, 'checking', text),
    show: (shown) => {
      element.dataset['state'] = shown.state
      element.dataset['id'] = shown.id
      setStatus(element, shown.state, shown.word)
      const says = shown.says.map((text) => Object.assign(document.createElement('li'), { textContent: text }))
      partOf(element, 'hints')?.replaceChildren(...says)
      const hidden = element.querySelector<HTMLInputElement>('input[type=hidden]')
      if (hidden) Object.assign(hidden, { value: shown.id, disabled: shown.state !== 'ready' })
      for (const button of buttonsOf(element)) {
        const [verb, name] = button.value.split(':')
        button.value = `${verb}:${name}:${shown.id}`
      }
      offer(element, shown.state)
      if (shown.state === 'ready') look(element, shown)
    },
    fail: (reason) => {
      element.dataset['state'] = 'refused'
      setStatus(element, 'refused', reason)
    },
  }
}
