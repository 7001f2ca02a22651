import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('a catalogue with broken lines is brought in by the command: JSON with each line that was not, and why', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tgs-import-'))
  const line = (code: string, name: string) => JSON.stringify({ ma_thu_tuc: code, ten_thu_tuc: name })
  const many = Array.from({ length: 700 }, () => '{')
  const lines = [line('1.000001', 'Một'), '{"ma_thu_tuc": ', line('1.000002', 'Hai'), line('1.000001', 'Lại'), ...many]
  writeFileSync(join(folder, 'danh-muc.jsonl'), lines.join('\n'))
  try {
    const env = { DATA_DIR: join(folder, 'data'), DATABASE_URL: '', TGS_LANG: 'en' }
    const { status, stdout, stderr } = tgs(['procedures', 'import', join(folder, 'danh-muc.jsonl')], env)
    expect([status, stderr.includes('704')]).toEqual([0, true])
    const report = JSON.parse(stdout) as { rejected: { line: number; reason: string }[] }
    expect(report).toMatchObject({ read: 704, imported: 2 })
    expect(Object.keys(report)).toEqual(expect.arrayContaining(['read', 'imported', 'rejected', 'structured']))
    expect(report).toHaveProperty('structured.timeLimits')
    expect(report.rejected.slice(0, 2)).toEqual([
      { line: 2, reason: expect.stringContaining('JSON') },
      { line: 4, reason: expect.stringContaining('1') },
    ])
    expect(report.rejected).toHaveLength(702)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('facts and sums of the index of service are made again, and what was wrong is counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tgs-rebuild-'))
  try {
    const env = { DATA_DIR: join(folder, 'data'), DATABASE_URL: '', TGS_LANG: 'en' }
    const { status, stdout } = tgs(['scores', 'rebuild'], env)
    expect([status, JSON.parse(stdout)]).toEqual([0, { dossiers: 0, wrongFacts: 0, wrongSums: 0 }])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
