/**
 * The real plan 466/KH-UBND of Tiền Giang, which is not part of this repository. Looked for in SHARED_DIR or in
 * `../shared` beside the repository; without it the suite is skipped and says so.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#kernel/document-text.ts'
import { extractPlan } from '#modules/texts/extraction.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = `${process.env['SHARED_DIR'] ?? `${root}../shared`}/inputs/466-KH-UBND-2024.txt`
const read = async () => {
  const { text } = await readDocument(readFileSync(path), '466-KH-UBND-2024.txt')
  return { text, plan: extractPlan(text) }
}

describe.skipIf(!existsSync(path))('plan 466/KH-UBND (skipped when the shared inputs are not there)', () => {
  test('its head', async () => {
    const { plan } = await read()
    expect(plan.document).toEqual({
      number: '466/KH-UBND',
      issuedOn: '2024-12-05',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG',
      title: 'KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH TIỀN GIANG NĂM 2025',
      year: 2025,
      attachedTo: null,
    })
  })

  test('holds 19 legal bases, 3 objectives, 21 targets with 26 values, 38 tasks, 17 solutions, 4 funds, 19 duties', async () => {
    const { plan } = await read()
    const { legalBases, objectives, targets, tasks, solutions, funding, duties } = plan
    expect([legalBases, objectives, targets, tasks, solutions, funding, duties].map(({ length }) => length)).toEqual([
      19, 3, 21, 38, 17, 4, 19,
    ])
    expect(targets.flatMap(({ values }) => values)).toHaveLength(26)
    expect(targets.filter(({ values }) => !values.length)).toEqual([])
  })

  test('every figure, target by target', async () => {
    const { plan } = await read()
    const figures = plan.targets.map(({ ref, values }) => [
      ref,
      ...values.map(({ comparator, value, unit, aim }) => `${comparator} ${value} ${unit}${aim ? ' aim' : ''}`),
    ])
    expect(figures).toEqual([
      ['II.2.1-1', 'at_least 95 percent'],
      ['II.2.1-2', 'at_least 60 percent'],
      ['II.2.1-3', 'reach 100 percent'],
      ['II.2.1-4', 'reach 100 percent', 'reach 50 percent aim'],
      ['II.2.1-5', 'at_least 90 percent'],
      ['II.2.1-6', 'reach 100 percent'],
      ['II.2.1-7', 'at_least 90 percent', 'at_least 85 percent', 'at_least 70 percent'],
      ['II.2.2-1', 'at_least 15 percent'],
      ['II.2.2-2', 'more_than 90 percent'],
      ['II.2.2-3', 'reach 100 percent aim', 'reach 100 percent', 'reach 80 percent'],
      ['II.2.2-4', 'reach 85 percent'],
      ['II.2.2-5', 'reach 100 percent'],
      ['II.2.3-1', 'more_than 50 percent'],
      ['II.2.3-2', 'reach 100 percent'],
      ['II.2.3-3', 'reach 100 percent'],
      ['II.2.3-4', 'reach 100 percent'],
      ['II.2.3-5', 'reach 100 percent'],
      ['II.2.4-1', 'reach 100 percent'],
      ['II.2.4-2', 'reach 100 percent'],
      ['II.2.4-3', 'at_most 24 hours'],
      ['II.2.4-4', 'at_least 1 times'],
    ])
    expect(plan.objectives.map(({ values }) => values.length)).toEqual([0, 1, 0])
    expect(plan.objectives[1]?.values[0]).toMatchObject({
      comparator: 'range',
      value: 1,
      max: 2,
      unit: 'ranks',
      change: 'increase',
      aim: true,
    })
    expect(plan.targets[6]?.values.map(({ level }) => level)).toEqual(['province', 'district', 'commune'])
  })

  test('tasks by group, with the letters as they are printed', async () => {
    const { plan } = await read()
    const count = (number: number) => plan.tasks.filter(({ ref }) => ref.startsWith(`III.${number}.`)).length
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(count)).toEqual([4, 4, 2, 5, 4, 5, 5, 5, 4])
    expect(plan.tasks.filter(({ ref }) => /^III\.[67]\./.test(ref)).map(({ ref }) => ref)).toEqual([
      'III.6.a',
      'III.6.b',
      'III.6.b(2)',
      'III.6.c',
      'III.6.d',
      'III.7.a',
      'III.7.c',
      'III.7.d',
      'III.7.đ',
      'III.7.e',
    ])
    expect(plan.solutions.at(-1)).toMatchObject({
      ref: 'IV.6',
      group: 'Tăng cường hợp tác với các doanh nghiệp, cơ quan, tổ chức nghiên cứu trong nước và quốc tế',
    })
  })

  test('duties by unit', async () => {
    const { plan } = await read()
    const counts = new Map<string, number>()
    for (const { unit } of plan.duties) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    expect([...counts]).toEqual([
      ['Ban Chỉ đạo Chuyển đổi số tỉnh', 2],
      ['Văn phòng Ủy ban nhân dân tỉnh', 2],
      ['Sở Thông tin và Truyền thông', 5],
      ['Sở Kế hoạch và Đầu tư', 2],
      ['Sở Tài chính', 1],
      ['Sở Nội vụ', 2],
      ['Các sở, ban, ngành tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố', 3],
      ['Các doanh nghiệp viễn thông, công nghệ thông tin', 1],
      [
        'Đài Phát thanh và Truyền hình Tiền Giang, Cổng Thông tin điện tử tỉnh và đề nghị Báo Ấp Bắc, các cơ quan truyền thông, báo chí trên địa bàn tỉnh',
        1,
      ],
    ])
  })

  test('when units report and meet', async () => {
    const { plan } = await read()
    expect(plan.reportingDuties.map(({ ref, kind, literal, dueOn }) => [ref, kind, literal, ...dueOn])).toEqual([
      ['VI.1.b', 'half_year_meeting', 'họp Ban Chỉ đạo định kỳ 6 tháng và năm'],
      ['VI.1.b', 'yearly_meeting', 'họp Ban Chỉ đạo định kỳ 6 tháng và năm'],
      ['VI.7.a', 'own_plan', 'hoàn thành trong Quý I/2025', '2025-03-31'],
      [
        'VI.7.c',
        'quarterly',
        'hàng quý (trước ngày 20 của Quý)',
        '2025-03-19',
        '2025-06-19',
        '2025-09-19',
        '2025-12-19',
      ],
      ['VI.7.c', 'half_year', '06 tháng (trước ngày 25/5)', '2025-05-24'],
      ['VI.7.c', 'yearly', 'báo cáo năm (trước ngày 20/12)', '2025-12-19'],
    ])
  })

  test('what the reader is warned of', async () => {
    const { plan } = await read()
    const counts: Record<string, number> = {}
    for (const { code } of plan.warnings) counts[code] = (counts[code] ?? 0) + 1
    expect(counts).toEqual({
      'texts.warning.number_irregular': 1,
      'texts.warning.heading_spelling': 1,
      'texts.warning.footnote_missing': 12,
      'texts.warning.number_repeated': 1,
      'texts.warning.number_missing': 1,
      'texts.warning.meeting_without_day': 2,
      'texts.warning.report_without_period': 1,
      'texts.warning.quarter_month_assumed': 1,
      'texts.warning.before_assumed': 3,
      'texts.warning.appendix_without_table': 1,
    })
  })

  test('every piece is printed where its span says, breaks, bars and footnote marks apart', async () => {
    const { text, plan } = await read()
    const plain = (words: string) =>
      words
        .replace(/\[\d+\]/g, '')
        .replace(/\|/g, '')
        .replace(/\s+/g, '')
    for (const { text: words, span } of [
      ...plan.legalBases,
      ...plan.targets,
      ...plan.tasks,
      ...plan.solutions,
      ...plan.duties,
    ]) {
      expect(plain(text.slice(span.start, span.end))).toBe(plain(words))
      expect(words).not.toMatch(/\n|\[\d|\s{2}|^[-+a-zđ][).\s]/)
    }
  })

  test('the command line prints it as JSON, with the sentence of every warning', () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/app/tgs.ts', 'plan', 'parse', path], {
      cwd: root,
      encoding: 'utf8',
    })
    expect([run.status, run.stderr]).toEqual([0, ''])
    const printed = JSON.parse(run.stdout) as { targets: unknown[]; warnings: { text: string }[] }
    expect([printed.targets.length, printed.warnings.length]).toEqual([21, 24])
    expect(printed.warnings.find(({ text }) => text.includes('Kinh tế sổ'))?.text).toContain('“Kinh tế số”')
  })
})
