/**
 * The way of a plan through the house, in a real browser against the real program, from an empty house to a reminder that
 * is closed: once on a phone without JavaScript, and again with it at a desk.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { shotOf } from './person.ts'
import { importSteps } from './plan-import.ts'
import { lookSteps } from './plan-look.ts'
import { workSteps } from './plan-work.ts'
import type { Story } from './story.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Short, and written for the demonstration. */
const demoText = `${root}data/packs/tien-giang/ke-hoach-2025.txt`
/** The real one, which is not part of this repository: `shared-inputs.test.ts`. */
const realText = `${process.env['SHARED_DIR'] ?? `${root}../shared`}/inputs/466-KH-UBND-2024.txt`

describe.each([
  ['without JavaScript on a phone', demoText, { script: false, width: 390 }],
  ['with JavaScript at a desk', existsSync(realText) ? realText : demoText, { script: true, width: 1280 }],
] as const)('%s', (_, text, sight) => {
  const known = { sight, text, shot: shotOf(sight.script ? 'desk' : 'phone') }
  const story: Story = Object.assign(known, {} as Pick<Story, 'house' | 'browser' | 'staff'>)
  /** Each step stands on the one before: after a failure the rest is not tried. */
  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip()
    onTestFailed(() => {
      broken = true
    })
  })
  beforeAll(async () => {
    ;[story.house, story.browser] = await Promise.all([startHouse(), openBrowser()])
  })
  afterAll(async () => {
    await story.browser?.close()
    await story.house?.clear()
  })
  importSteps(story)
  workSteps(story)
  lookSteps(story)
})
