/** The command line: results as JSON on standard output, refusals as sentences on standard error. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readConfig } from '#kernel/config.ts'
import { openDatabase } from '#kernel/db/open.ts'
import { readDocument } from '#kernel/document-text.ts'
import { messages as fileEn } from '#kernel/file.messages.en.ts'
import { messages as fileVi } from '#kernel/file.messages.vi.ts'
import { messages as kernelEn } from '#kernel/messages.en.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { Problem, refuse } from '#kernel/problem.ts'
import { addMessages, inLocale, type Key, t } from '#kernel/text.ts'
import { extractPlan } from '#modules/texts/extraction.ts'
import { messages as planEn } from '#modules/texts/messages.en.ts'
import { messages as planVi } from '#modules/texts/messages.vi.ts'
import { messages as catalogueEn } from '#modules/catalogue/import.messages.en.ts'
import { messages as catalogueVi } from '#modules/catalogue/import.messages.vi.ts'
import { auditVerify } from './audit-verify.ts'
import { receiptVerify } from './receipt-verify.ts'
import { importProcedures } from './procedures-import.ts'
import { messages as ownEn } from './tgs.messages.en.ts'
import { messages as ownVi } from './tgs.messages.vi.ts'

for (const messages of [kernelVi, fileVi, planVi, catalogueVi, ownVi]) addMessages('vi', messages)
for (const messages of [kernelEn, fileEn, planEn, catalogueEn, ownEn]) addMessages('en', messages)

/** Vietnamese unless TGS_LANG=en: the language of a server's shell says nothing about its reader. */
const locale = process.env['TGS_LANG'] === 'en' ? 'en' : 'vi'

/** One command: its words, the names of what follows them, and what it answers. */
type Command = {
  words: string
  takes: readonly string[]
  /** What may follow beside that, as often as one likes. */
  also?: string
  says: Key
  run: (given: readonly string[]) => Promise<Answer>
}

/** JSON, or sentences with an exit code of their own. */
type Answer = { json: unknown } | { text: string; exitCode: number }

async function parsePlan(path: string) {
  const bytes = await readFile(path).catch(() => refuse('missing', 'tgs.cannot_open', { name: path }))
  const plan = extractPlan((await readDocument(bytes, basename(path))).text)
  const warnings = inLocale(locale, () =>
    plan.warnings.map(({ code, params, span }) => ({ code, text: t(code, params), params, ...(span && { span }) })),
  )
  return { json: { ...plan, warnings } }
}

/** Of the database that the configuration names. The embedded one must not be in use by a running program. */
async function verifyLog(known?: string): Promise<Answer> {
  const { DATABASE_URL: url, DATA_DIR: folder } = readConfig(process.env)
  if (!url && !existsSync(join(folder, 'pgdata'))) return refuse('missing', 'tgs.no_house', { place: folder })
  const { db, close } = await openDatabase(url ? { url } : { folder }, async (owner) => {
    const [found] = await owner.query(`select to_regclass('kernel.event') as log`)
    if (found?.['log'] === null)
      refuse('missing', 'tgs.no_house', { place: url ? new URL(url).pathname.slice(1) : folder })
  })
  try {
    return await auditVerify(db, known, locale)
  } finally {
    await close()
  }
}

const commands: readonly Command[] = [
  { words: 'plan parse', takes: ['FILE'], says: 'tgs.plan_parse', run: ([path = '']) => parsePlan(path) },
  {
    words: 'procedures import',
    takes: ['FILE'],
    says: 'tgs.procedures_import',
    run: async ([path = '']) => ({ json: await importProcedures(path, locale) }),
  },
  { words: 'audit verify', takes: [], says: 'tgs.audit_verify', run: () => verifyLog() },
  { words: 'audit verify', takes: ['NO:HASH'], says: 'tgs.audit_verify_known', run: ([known]) => verifyLog(known) },
  {
    words: 'receipt verify',
    takes: ['FILE'],
    also: '[--key FILE] [FILE…]',
    says: 'tgs.receipt_verify',
    run: (given) => receiptVerify(given, locale),
  },
  {
    words: 'scores rebuild',
    takes: [],
    says: 'tgs.scores_rebuild',
    // The house is large, and the other commands need little of it.
    run: async () => ({ json: await (await import('./scores-rebuild.ts')).scoresRebuild(new Date()) }),
  },
  {
    words: 'overview rebuild',
    takes: [],
    says: 'tgs.overview_rebuild',
    run: async () => ({ json: await (await import('./overview-rebuild.ts')).overviewRebuild(new Date()) }),
  },
]

const usage = () =>
  [
    t('tgs.usage'),
    ...commands.map(
      ({ words, takes, also, says }) => `  ${[words, ...takes, ...(also ? [also] : [])].join(' ')}    ${t(says)}`,
    ),
  ].join('\n')

function commandFor(given: readonly string[]) {
  for (const command of commands) {
    const words = command.words.split(' ')
    const rest = given.slice(words.length)
    const isEnough = command.also ? rest.length >= command.takes.length : rest.length === command.takes.length
    if (words.every((word, at) => given[at] === word) && isEnough) return { command, rest }
  }
  return null
}

/** The exit code: 0 done, 1 refused, 2 not understood. */
async function main(given: readonly string[]): Promise<number> {
  const found = commandFor(given)
  if (!found) {
    console.error(inLocale(locale, usage))
    return 2
  }
  try {
    const answer = await found.command.run(found.rest)
    console.log('json' in answer ? JSON.stringify(answer.json, null, 2) : answer.text)
    return 'json' in answer ? 0 : answer.exitCode
  } catch (problem) {
    if (problem instanceof Problem) console.error(inLocale(locale, () => t(problem.key, problem.params)))
    else console.error(problem instanceof Error ? problem.message : problem)
    return 1
  }
}

// A reader such as `head` may close the pipe before everything is written.
process.stdout.on('error', () => process.exit())
process.exitCode = await main(process.argv.slice(2))
