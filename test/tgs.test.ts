import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const tgs = (given: string[], env = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/app/tgs.ts', ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })

test('a plan is printed as JSON', () => {
  const { status, stdout, stderr } = tgs(['plan', 'parse', 'test/plans/parts.txt'])
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    document: { number: '14099/KH-UBND' },
    warnings: [{ code: 'texts.warning.no_value' }, {}, {}, {}, {}],
  })
})

test('a file that is no plan ends with what was looked for, on standard error only', () => {
  const { status, stdout, stderr } = tgs(['plan', 'parse', 'package.json'])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('KẾ HOẠCH')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a file that is not there is named', () => {
  const { status, stderr } = tgs(['plan', 'parse', 'khong-co.txt'], { TGS_LANG: 'en' })
  expect([status, stderr.trim()]).toEqual([1, 'The file khong-co.txt cannot be opened'])
})

test('an unknown command is answered with the list of commands', () => {
  for (const given of [['plan', 'parse'], ['nonsense']]) {
    const { status, stdout, stderr } = tgs(given)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('plan parse FILE')
  }
})
