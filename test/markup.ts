/** A rendered page read as elements, and everything wrong with it that can be seen without a browser. */

type Element = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parents: readonly Element[]
  text: string
}

const empty = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

/** The elements of a document in order; throws when one is not closed where it should be. */
export function read(html: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const token = /<!doctype html>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g
  let at = 0
  for (const found of html.matchAll(token)) {
    if (found.index !== at) throw new Error(`not HTML at: ${html.slice(at, at + 80)}`)
    at += found[0].length
    const [, closing, name = '', attributes = '', alone, text] = found
    if (text !== undefined) for (const element of open) element.text += plain(text)
    else if (closing) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`)
    } else if (name) {
      const pairs = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)]
      const keys = pairs.map((pair) => pair[1] ?? '')
      if (new Set(keys).size !== keys.length) throw new Error(`<${name}> says one attribute twice`)
      const map = new Map(pairs.map((pair) => [pair[1] ?? '', plain(pair[2] ?? '')]))
      const element: Element = { name, attributes: map, parents: [...open], text: '' }
      all.push(element)
      if (!alone && !empty.has(name)) open.push(element)
    }
  }
  if (at !== html.length || open.length > 0) throw new Error(`left open: ${open.map((one) => one.name).join(' ')}`)
  return all
}

export const is = (element: Element, attribute: string, value?: string) =>
  value === undefined ? element.attributes.has(attribute) : element.attributes.get(attribute) === value

export const within = (element: Element, test: (parent: Element) => boolean) => element.parents.some(test)

/** Everything wrong with a page, in words; an empty list is what we want. */
export function faults(html: string): string[] {
  const all = read(html)
  const found: string[] = []
  const ids = all.flatMap((one) => one.attributes.get('id') ?? [])
  const known = new Set(ids)
  for (const id of known) if (ids.filter((one) => one === id).length > 1) found.push(`id twice: ${id}`)
  for (const one of all) {
    found.push(...namesOf(one, all, known), ...pointersOf(one, known))
    for (const [name] of one.attributes)
      if (name === 'style' || name.startsWith('on'))
        found.push(`<${one.name}> carries ${name}, which the policy forbids`)
  }
  return [...found, ...headingFaults(all), ...tableFaults(all)]
}

function pointersOf(one: Element, known: ReadonlySet<string>): string[] {
  const named = ['aria-describedby', 'aria-labelledby', 'for', 'form', 'list'].flatMap(
    (attribute) => one.attributes.get(attribute)?.split(' ') ?? [],
  )
  const inside = one.name === 'use' || one.name === 'a' ? (one.attributes.get('href') ?? '') : ''
  if (inside.startsWith('#') && inside.length > 1) named.push(inside.slice(1))
  return named.filter((id) => !known.has(id)).map((id) => `<${one.name}> points to "${id}", which is not there`)
}

function namesOf(one: Element, all: readonly Element[], known: ReadonlySet<string>): string[] {
  const labelled = is(one, 'aria-label') || known.has(one.attributes.get('aria-labelledby') ?? '')
  if (['input', 'select', 'textarea'].includes(one.name) && !is(one, 'type', 'hidden')) {
    const label = all.find(
      (other) => other.name === 'label' && other.attributes.get('for') === (one.attributes.get('id') ?? ' '),
    )
    const around = one.parents.find((parent) => parent.name === 'label')
    if (!labelled && !(label ?? around)?.text.trim())
      return [`the control "${one.attributes.get('name')}" has no label`]
  }
  if (one.name === 'svg' && !is(one, 'aria-hidden', 'true') && !within(one, (parent) => parent.name === 'svg'))
    if (!is(one, 'role', 'img') || !one.attributes.get('aria-label')) return ['a picture has no words']
  if (['a', 'button', 'summary'].includes(one.name) && !one.text.trim() && !labelled)
    return [`<${one.name}> without words`]
  return []
}

function headingFaults(all: readonly Element[]): string[] {
  const levels = all.filter((one) => /^h[1-6]$/.test(one.name))
  const found = levels.filter((one) => !one.text.trim()).map((one) => `<${one.name}> without words`)
  const inMain = levels
    .filter((one) => within(one, (parent) => parent.name === 'main'))
    .map((one) => Number(one.name[1]))
  if (inMain.filter((level) => level === 1).length !== 1) found.push('a page has one h1')
  inMain.forEach((level, at) => {
    if (level > (inMain[at - 1] ?? 0) + 1) found.push(`h${level} comes after h${inMain[at - 1] ?? 0}`)
  })
  return found
}

function tableFaults(all: readonly Element[]): string[] {
  const found: string[] = []
  for (const table of all.filter((one) => one.name === 'table')) {
    const inside = all.filter((one) => one.parents.includes(table))
    if (!inside.some((one) => one.name === 'caption' && one.text.trim())) found.push('a table has no caption')
    for (const head of inside.filter((one) => one.name === 'th'))
      if (!is(head, 'scope', 'col') && !is(head, 'scope', 'row')) found.push(`the head "${head.text}" has no scope`)
    for (const cell of inside.filter((one) => one.name === 'td'))
      if (!is(cell, 'data-pick') && !cell.attributes.get('data-label')) found.push('a cell does not say its own name')
  }
  return found
}
