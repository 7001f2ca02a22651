/** Files that came with a page of the form, without JavaScript, and the buttons beside them. */
import type { Typed } from '#fields/filled.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { actionField, filesField, giveUsedUpload, readUploads } from '#modules/uploads/public.ts'
import { getApplication } from './application.commands.ts'
import type { Dossier } from './dossier.store.ts'

export type SentFiles = {
  /** What was sent, with the ids of the files that came along. */
  readonly sent: Typed
  readonly problems: readonly FieldProblem[]
  /** A button beside a file was pressed: the page only wants to be shown again. */
  readonly acted: boolean
}

/** Names of the controls of the page that take files. */
const fileFields = ({ form }: Dossier, names: readonly string[]): string[] => {
  const asked = form.sections.flatMap(({ questions }) =>
    questions.filter(({ kind }) => kind === 'file').map(({ name }) => name),
  )
  const sent = names.map((name) => name.replace(/_files$/, ''))
  return [...new Set(sent)].filter((name) => asked.includes(name.split('.').at(-1) ?? ''))
}

export async function takeSentFiles(c: WebContext, dossier: Dossier, typed: Typed, raw: object): Promise<SentFiles> {
  const sent: Record<string, string | readonly string[]> = { ...typed }
  const problems: FieldProblem[] = []
  let acted = false
  for (const field of fileFields(dossier, [...Object.keys(typed), ...Object.keys(raw)])) {
    const taken = await readUploads(c, field)
    sent[field] = [...taken.ids]
    problems.push(...taken.problems)
    acted ||= taken.acted
    delete sent[filesField(field)]
  }
  delete sent[actionField]
  return { sent, problems, acted }
}

/** A file of a dossier, for those who may see the dossier. */
async function giveFile(c: WebContext): Promise<Response> {
  const application = await getApplication(c.var.ctx, c.req.param('id') ?? '')
  const reading = { usedBy: `filing.application/${application.id}`, purpose: `filing.application/${application.id}` }
  return giveUsedUpload(c, c.req.param('upload') ?? '', 'show', reading)
}

export const filePages: readonly Route[] = [
  get('/ho-so/:id/tep/:upload', 'citizen', giveFile),
  get('/mot-cua/lam-giup/:id/tep/:upload', 'filing.assist', giveFile),
]
