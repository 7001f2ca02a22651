/** A reorganisation: decisions from a file or filled in by hand, looked at before they are carried out. */
import { z } from 'zod'
import { mustBeAtTop } from '#kernel/account-reach.store.ts'
import { perform } from '#kernel/command.ts'
import { DayInput } from '#kernel/day-input.ts'
import { fieldProblems } from '#kernel/input.ts'
import { EventsFile } from '#kernel/pack.ts'
import { Problem, refuseField } from '#kernel/problem.ts'
import { loadUnits } from '#kernel/reorganisation.store.ts'
import { readForm, returned, type Returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { reorganiseUnits } from '#kernel/unit.commands.ts'
import { unitEventKinds, unitKinds } from '#kernel/unit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { listDecisions, outlookOf } from './reorganisation.store.ts'
import { eventOf } from './reorganisation.ts'
import { OutlookPage, ReorganisationPage, reorganisationPath as path } from './reorganisation.views.tsx'

const needs = 'admin.units'

const Name = z.string().trim().max(200)
const Row = z.object({
  slug: Name,
  name: Name,
  kind: z.enum(unitKinds),
  parent: Name,
  gso: Name,
  h58: Name,
})
const Ticked = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.string()))
const Decision = z.object({
  kind: z.enum(unitEventKinds),
  decision: Name.min(3),
  on: DayInput,
  from: Ticked,
  to: z.record(z.string().regex(/^\d$/), Row),
  verified: z.preprocess((sent) => sent === 'true', z.boolean()),
})
type Decisions = z.output<typeof EventsFile>

async function mainPage(c: WebContext, back?: { form: 'file' | 'hand'; sent: Returned }) {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const [units, decisions] = [await loadUnits(ctx.db), await listDecisions(ctx.db, 50)]
  return <ReorganisationPage units={units} today={dayOf(ctx.now)} decisions={decisions} back={back} />
}

const show = (c: WebContext): Promise<Answer> => mainPage(c)

function parsed(text: string, field: string): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    return refuseField(field, 'admin.reorganisation.not_json')
  }
}

/** Every fault of the file, by its place in it. */
function decisionsIn(text: string, field: string): Decisions {
  const read = EventsFile.safeParse(parsed(text, field), { reportInput: true })
  if (read.success) return read.data
  const faults = fieldProblems(read.error).map(({ path: place, key, params }) => ({
    path: field,
    key,
    params: { ...params, label: place },
  }))
  throw new Problem('invalid', 'kernel.check_the_form', {}, faults.slice(0, 20))
}

async function outlookPage(c: WebContext, decisions: Decisions, fault?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const outlook = await outlookOf(ctx.db, decisions.events)
  const status = fault?.status ?? (outlook.faults.length > 0 ? 422 : 200)
  const page = <OutlookPage decisions={decisions} outlook={outlook} sendKey={ctx.requestId} fault={fault} />
  return { status, page }
}

async function previewFile(c: WebContext): Promise<Answer> {
  await mustBeAtTop(c.var.ctx)
  const { typed, raw } = await readForm(c)
  const { file } = raw
  try {
    const text = file instanceof File && file.size > 0 ? await file.text() : refuseField('file', 'input.needed')
    return await outlookPage(c, decisionsIn(text, 'file'))
  } catch (fault) {
    const sent = returned(typed, fault)
    return { status: sent.status, page: await mainPage(c, { form: 'file', sent }) }
  }
}

/** Rows without a name are rows nobody needed. */
function named(raw: Record<string, unknown>): Record<string, unknown> {
  const rows = Object.entries(raw['to'] ?? {}).filter(([, row]) =>
    String((row as Record<string, unknown>)['name']).trim(),
  )
  return { ...raw, to: Object.fromEntries(rows) }
}

async function previewHand(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const { typed, raw } = await readForm(c)
  try {
    const read = Decision.safeParse(named(raw), { reportInput: true })
    if (!read.success) throw new Problem('invalid', 'kernel.check_the_form', {}, fieldProblems(read.error))
    const to = Object.values(read.data.to)
    const event = eventOf({ ...read.data, to }, await loadUnits(ctx.db))
    return await outlookPage(c, decisionsIn(JSON.stringify({ source: event.decision, events: [event] }), 'decision'))
  } catch (fault) {
    const sent = returned(typed, fault)
    return { status: sent.status, page: await mainPage(c, { form: 'hand', sent }) }
  }
}

async function answer(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const { typed } = await readForm(c)
  const { decisions: text, _key: key } = typed
  const decisions = decisionsIn(typeof text === 'string' ? text : '', 'decisions')
  try {
    await perform({ ...ctx, key: typeof key === 'string' && key ? key : undefined }, reorganiseUnits, decisions)
  } catch (fault) {
    return outlookPage(c, decisions, returned(typed, fault))
  }
  return go(c, path, 'admin.reorganisation.done')
}

export const reorganisationPages = [
  get(path, needs, show),
  post(`${path}/tep`, needs, previewFile),
  post(`${path}/xem-truoc`, needs, previewHand),
  post(path, needs, answer),
]
