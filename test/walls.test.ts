/** What the import walls cannot see. */
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { modules } from '#app/modules.ts'
import type { Needs } from '#kernel/access.ts'

const files = globSync('src/**/*.{ts,tsx}').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const inModules = files.filter(({ path }) => path.startsWith('src/modules/'))
const isTest = (path: string) => path.endsWith('.test.ts') || path.endsWith('.test.tsx')
const generated = 'src/kernel/db/tables.ts'

/** A list that names what breaks the rule reads better than a count. */
const breaking = (of: typeof files, broken: (file: (typeof files)[number]) => boolean) =>
  of.filter(broken).map(({ path }) => path)

test('the walls look at the whole house', () => expect(files.length).toBeGreaterThan(80))

test('no file is longer than 300 lines', () => {
  const long = ({ path, text }: (typeof files)[number]) =>
    path !== generated && !path.includes('messages.') && text.split('\n').length > 301
  expect(breaking(files, long)).toEqual([])
})

test('every file of a module is of a known kind', () => {
  const known =
    /^([a-z-]+(\.(store|commands|jobs|api|flow\.test|test|messages\.(vi|en)))?\.ts|messages\.(vi|en)\.ts|[a-z-]+\.(pages|views|test|flow\.test)\.tsx?)$/
  expect(breaking(inModules, ({ path }) => !known.test(basename(path)))).toEqual([])
})

test('a store speaks of its own tables only', () => {
  const foreign = ({ path, text }: (typeof files)[number]) => {
    const module = path.split('/')[2]
    const built = text.matchAll(/(?:From|Into|Table|Join)\(\s*'([a-z_]+)\./g)
    const written = text.matchAll(/\b(?<!distinct )(?:from|into|join|update) ([a-z_]+)\.[a-z_]+\b/g)
    const named = [...built, ...written].map(([, schema]) => schema)
    return named.some((schema) => schema !== module && schema !== 'kernel')
  }
  expect(
    breaking(
      inModules.filter(({ path }) => path.endsWith('.store.ts')),
      foreign,
    ),
  ).toEqual([])
})

test('what people read stands in a catalogue', () => {
  const letter = '[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]'
  const quoted = new RegExp(`(['"\`])(?:(?!\\1).)*${letter}(?:(?!\\1).)* (?:(?!\\1).)*\\1`, 'iu')
  const between = new RegExp(`>[^<>{}=]*${letter}[^<>{}=]*<`, 'iu')
  const allowed = /messages\.|\.test\.|examples\.tsx|kernel\/fold\.ts/
  // The parser of plans knows the words of plans; a language calls itself by its own name.
  const lexicon =
    /src\/modules\/texts\/(letterhead|deadline|heading|reporting-duty|unit-of-measure|section|legal-basis|value|goal|duty)\.ts/
  const own = /Tiền Giang Số|Tiếng Việt|Cốc Cốc/g
  // The reader of the national catalogue knows the words of its tables.
  const tables = /src\/modules\/catalogue\/(channel-table|legal-basis)\.ts/
  const sentence = ({ path, text }: (typeof files)[number]) => {
    const code = withoutComments(text).replace(own, '')
    return !allowed.test(path) && !lexicon.test(path) && !tables.test(path) && (quoted.test(code) || between.test(code))
  }
  expect(breaking(files, sentence)).toEqual([])
})

test('rules take the clock and chance as values', () => {
  const ambient = /new Date\(\)|Date\.now\(\)|Math\.random\(/
  expect(breaking(inModules, ({ path, text }) => !isTest(path) && ambient.test(text))).toEqual([])
})

test('only jobs speak to the outside', () => {
  const outward = /\bfetch\(|'node:https?'|'node:net'/
  expect(breaking(inModules, ({ path, text }) => !isTest(path) && outward.test(text))).toEqual([])
})

describe('the modules', () => {
  const { mayUse } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    mayUse: Record<string, readonly string[]>
  }

  test('each stands in the table of arrows', () => {
    const folders = globSync('src/modules/*').map((path) => basename(path))
    expect(folders.toSorted()).toEqual(Object.keys(mayUse).toSorted())
  })

  test('each asks only for permissions that it declares, or a module that it may use', () => {
    const common: readonly Needs[] = ['public', 'signed_in', 'citizen', 'nobody']
    for (const module of modules) {
      const used = modules.filter(({ name }) => mayUse[module.name]?.includes(name))
      const declared = [module, ...used].flatMap(({ permissions }) => permissions)
      const asked = [...module.pages, ...module.commands, ...(module.api ?? []), ...(module.nav ?? [])].map(
        ({ needs }) => needs,
      )
      expect(asked.filter((needs) => !common.includes(needs) && !declared.includes(needs))).toEqual([])
    }
  })

  test('each sentence stands in both languages', () => {
    for (const { messages } of modules)
      expect(Object.keys(messages.en).toSorted()).toEqual(Object.keys(messages.vi).toSorted())
  })
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
