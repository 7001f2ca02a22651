/** Holds the imports of the source against .dependency-cruiser.cjs; fails too when a source file was not looked at. */
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cruise } from 'dependency-cruiser'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const { output } = await cruise(['src'], {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
})
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')

const seen = new Set(output.modules.map((module) => module.source))
const unseen = globSync('src/**/*.{ts,tsx}').filter((file) => !seen.has(file.replaceAll('\\', '/')))
for (const file of unseen) console.error(`not looked at: ${file}`)
for (const { rule, from, to, comment } of output.summary.violations)
  console.error(`${rule.name}: ${from} → ${to}. ${comment ?? ''}`)
const faults = unseen.length + output.summary.violations.length
console.log(`walls: ${seen.size} files looked at, ${faults} faults`)
process.exit(faults ? 1 : 0)
