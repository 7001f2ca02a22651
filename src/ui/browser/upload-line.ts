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
  readonly says: (text: string) => void
  readonly progress: (word: string, percent: number) => void
  readonly show: (shown: Shown) => void
  readonly fail: (reason: string) => void
  onDrop: () => void
}

const sizeOf = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`

function fresh(field: HTMLElement, file: File): HTMLElement {
  const template = field.querySelector('template')
  const line = template?.content.firstElementChild?.cloneNode(true) as HTMLElement
  field.querySelector('ol')?.append(line)
  const put = (part: string, text: string) => {
    const place = line.querySelector(`[data-part=${part}]`)
    if (place) place.textContent = text
  }
  put('name', file.name)
  put('size', sizeOf(file.size))
  for (const name of line.querySelectorAll('button .tg-sr')) name.textContent = ` ${file.name}`
  for (const button of line.querySelectorAll<HTMLElement>('button[value^=turn]')) button.hidden = true
  return line
}

/** Of a file that was just chosen, or of a line that stands there already. */
export function lineOf(field: HTMLElement, of: File | HTMLElement): Line {
  const element = of instanceof HTMLElement ? of : fresh(field, of)
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-part=${name}]`)
  const word = (text: string) => {
    const inner = part('state')?.querySelector('span span')
    if (inner && inner.textContent !== text) inner.textContent = text
  }
  const list = (lines: readonly string[]) => {
    part('hints')?.replaceChildren(
      ...lines.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
    )
  }
  const tone = (name: string) => part('state')?.querySelector('.tg-status')?.setAttribute('data-tone', name)
  const line: Line = {
    says: word,
    progress: (text, percent) => word(`${text} ${percent} %`),
    show: (shown) => {
      element.dataset['state'] = shown.state
      element.dataset['id'] = shown.id
      word(shown.word)
      tone(shown.state === 'ready' ? 'done' : 'error')
      list(shown.says)
      const hidden = element.querySelector<HTMLInputElement>('input[type=hidden]')
      if (hidden) Object.assign(hidden, { value: shown.id, disabled: shown.state !== 'ready' })
      for (const button of element.querySelectorAll<HTMLButtonElement>('button[name=_upload]')) {
        const [verb, name] = button.value.split(':')
        button.value = `${verb}:${name}:${shown.id}`
        button.hidden = verb !== 'drop' && shown.state !== 'ready'
      }
      if (shown.state === 'ready') look(element, shown)
    },
    fail: (reason) => {
      element.dataset['state'] = 'refused'
      tone('error')
      word(reason)
    },
    onDrop: () => {},
  }
  element.addEventListener('click', (pressed) => {
    const button = pressed.target instanceof Element ? pressed.target.closest('button') : null
    if (button?.value.startsWith('drop:')) line.onDrop()
  })
  return line
}

/** The name leads to the file, and a picture shows itself; another one after every turn. */
function look(element: HTMLElement, { id, name, picture }: Shown) {
  const link = Object.assign(document.createElement('a'), { href: `/tai-tep/${id}/xem`, textContent: name })
  element.querySelector('[data-part=name]')?.replaceChildren(link)
  if (!picture) return
  const image = Object.assign(new Image(72, 72), { src: `/tai-tep/${id}/nho?luc=${Date.now()}`, alt: '' })
  element.querySelector('.tg-file-face')?.replaceChildren(image)
}
