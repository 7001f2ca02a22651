/** Walking through a dossier as a browser does, page by page. */
import { gardenService } from './service-of-town.ts'
import type { Filled, Visitor } from './town.ts'

export const htmlOf = async (visitor: Visitor, path: string) => (await visitor.open(path)).text()

/** The value of a hidden input. */
export const hidden = (page: string, name: string) =>
  page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''

/** Begins a draft; its address. */
export async function begin(visitor: Visitor, form: Filled = {}): Promise<string> {
  const sent = { case: 'again', receiver: 'xa-an-binh', ...form }
  const begun = await visitor.send(`/nop-ho-so/${gardenService.procedure}`, sent)
  const path = begun.headers.get('location')
  if (begun.status !== 303 || !path) throw new Error(`not begun: ${begun.status} ${await begun.text()}`)
  return path
}

/** Sends a page as its form stands, with these answers. */
export async function fill(visitor: Visitor, path: string, answers: Filled): Promise<Response> {
  const page = await htmlOf(visitor, path)
  return visitor.send(path, { _revision: hidden(page, '_revision'), _pen: hidden(page, '_pen'), ...answers })
}

export const owner = { owner_name: 'Nguyễn Thị Thu Hà', owner_phone: '' }
export const garden = {
  'planted_on.day': '2',
  'planted_on.month': '3',
  'planted_on.year': '2024',
  has_pond: 'no',
  copies: '2',
}

/** As filed by machines. */
export const answers = { owner_name: 'Nguyễn Thị Thu Hà', planted_on: '2024-03-02', has_pond: 'no', copies: 2 }

/** A draft with everything answered. */
export async function fillAll(visitor: Visitor, form: Filled = {}): Promise<string> {
  const path = await begin(visitor, form)
  await fill(visitor, `${path}/owner`, owner)
  await fill(visitor, `${path}/garden`, garden)
  return path
}

/** Presses the button of the last page; what came of it. */
export async function press(visitor: Visitor, path: string): Promise<Response> {
  const key = hidden(await htmlOf(visitor, `${path}/xem-lai`), '_key')
  return visitor.send(`${path}/nop-ho-so`, { _key: key, declared: 'true' })
}

/** Files a dossier; its address. */
export async function file(visitor: Visitor, form: Filled = {}): Promise<string> {
  const filed = await press(visitor, await fillAll(visitor, form))
  const at = filed.headers.get('location')
  if (filed.status !== 303 || !at) throw new Error(`not filed: ${filed.status} ${await filed.text()}`)
  return at
}
