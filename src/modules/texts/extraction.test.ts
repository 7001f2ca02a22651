import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#kernel/document-text.ts'
import { Problem } from '#kernel/problem.ts'
import { expectSpansToHold } from '#test/plan-spans.ts'
import { extractPlan, type PlanExtraction } from './extraction.ts'

const fixture = async (name: string) => {
  const { text } = await readDocument(readFileSync(new URL(`../../../test/plans/${name}`, import.meta.url)), name)
  return { text, plan: extractPlan(text) }
}

const figures = (plan: PlanExtraction) =>
  plan.targets.map(({ ref, values }) => [
    ref,
    ...values.map(({ comparator, value, max, unit }) => `${comparator} ${value}${max ? `-${max}` : ''} ${unit}`),
  ])

const codes = (plan: PlanExtraction) =>
  [...new Set(plan.warnings.map(({ code }) => code.replace('texts.warning.', '')))].toSorted()

const head =
  'ỦY BAN NHÂN DÂN TỈNH MẪU\nSố: 9/KH-UBND\nMẫu, ngày 02 tháng 01 năm 2025\nKẾ HOẠCH\nCHUYỂN ĐỔI SỐ NĂM 2025\n'

describe('a plan in parts, with + below -', () => {
  test('is read with its number, date and title from a head in two columns', async () => {
    const { plan } = await fixture('parts.txt')
    expect(plan.document).toEqual({
      number: '14099/KH-UBND',
      issuedOn: '2024-12-09',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH MẪU',
      title: 'KẾ HOẠCH Chuyển đổi số tỉnh Mẫu năm 2025',
      year: 2025,
      attachedTo: null,
    })
    expect(plan.legalBases.map(({ number, issuedOn }) => [number, issuedOn])).toEqual([
      ['13/2023/NĐ-CP', '2023-04-17'],
      ['749/QĐ-TTg', '2020-06-03'],
    ])
  })

  test('gives its targets, and leaves out what it tells of last year', async () => {
    const { plan } = await fixture('parts.txt')
    expect(figures(plan)).toEqual([
      ['P2.I.2.1-1', 'at_least 80.5 percent'],
      ['P2.I.2.1-2', 'at_least 95 percent'],
      ['P2.I.2.1-3+1', 'reach 100 percent'],
      ['P2.I.2.1-3+2', 'at_least 95 percent'],
      ['P2.I.2.1-3+3', 'more_than 85 percent'],
      ['P2.I.2.2-1', 'range 15-16 percent'],
      ['P2.I.2.2-2', 'at_least 1200 count'],
      ['P2.I.2.2-3', 'at_most 48 hours'],
      ['P2.I.2.2-4'],
    ])
    expect(plan.objectives[0]?.values[0]).toMatchObject({
      comparator: 'at_least',
      value: 3,
      unit: 'ranks',
      change: 'increase',
    })
    expect(plan.targets[4]?.values[0]).toMatchObject({
      subject: 'Hồ sơ công việc được xử lý trên môi trường mạng: Cấp xã',
      level: 'commune',
    })
  })

  test('keeps details below a task in the task, and names the unit of each duty', async () => {
    const { text, plan } = await fixture('parts.txt')
    expect(plan.tasks.map(({ ref, group }) => [ref, group])).toEqual([
      ['P2.II.1.1-1', 'Phủ sóng các điểm lõm'],
      ['P2.II.1.1-2', 'Phủ sóng các điểm lõm'],
      ['P2.II.1.2', 'Hạ tầng số'],
      ['P2.II.2-1', 'Dữ liệu số'],
    ])
    expect(plan.tasks[1]?.text).toBe('Xây dựng trạm phát sóng: + Khu vực miền núi; + Khu vực ven biển.')
    expect(plan.solutions.map(({ ref }) => ref)).toEqual(['P2.III.1', 'P2.III.2'])
    expect(plan.duties.map(({ ref, unit }) => [ref, unit])).toEqual([
      ['P3.1', 'Sở Thông tin và Truyền thông'],
      ['P3.2', 'Sở Tài chính'],
      ['P3.3-1', 'Ủy ban nhân dân các huyện'],
      ['P3.3-2', 'Ủy ban nhân dân các huyện'],
    ])
    expectSpansToHold(text, plan)
  })

  test('says when its units report; a yearly report due in January is due in the next year', async () => {
    const { plan } = await fixture('parts.txt')
    expect(plan.reportingDuties.map(({ kind, dueOn }) => [kind, ...dueOn])).toEqual([
      ['own_plan', '2025-03-31'],
      ['quarterly', '2025-03-14', '2025-06-14', '2025-09-14', '2025-12-14'],
      ['half_year', '2025-06-09'],
      ['yearly', '2026-01-04'],
    ])
    expect(codes(plan)).toEqual(['before_assumed', 'no_value', 'yearly_report_next_year'])
  })
})

describe('a plan whose targets stand in a table', () => {
  test('is read from HTML, rows under the name of their group', async () => {
    const { plan } = await fixture('table.html')
    expect(figures(plan)).toEqual([
      ['A#I.1', 'at_least 70.5 percent'],
      ['A#I.2', 'reach 2 times'],
      ['A#II.1', 'reach 1500 count'],
      ['A#II.2', 'range 15-16 percent'],
      ['A#II.3', 'at_least 50 percent'],
    ])
    expect(plan.targets[0]).toMatchObject({
      pillar: 'Chính quyền số',
      text: 'Tỷ lệ hồ sơ trực tuyến toàn trình',
      lead: 'Văn phòng UBND tỉnh',
      support: 'Các sở, ban, ngành',
      deadline: { kind: 'quarter', dueOn: '2025-12-31' },
    })
    expect(plan.targets[1]?.deadline).toMatchObject({ literal: 'Trước 30/11/2025', dueOn: '2025-11-29' })
  })

  test('parts "Nhiệm vụ, giải pháp" by the headings below it, and finds the words of its footnote', async () => {
    const { plan } = await fixture('table.html')
    expect([plan.tasks, plan.solutions].map((list) => list.map(({ ref }) => ref))).toEqual([
      ['B.I.1', 'B.I.2'],
      ['B.II.1'],
    ])
    expect(plan.duties.map(({ unit }) => unit)).toEqual(['Sở Tài chính', 'Các cơ quan liên quan'])
    expect(plan.reportingDuties.map(({ kind, dueOn }) => [kind, dueOn.length, dueOn[1]])).toEqual([
      ['monthly', 12, '2025-02-24'],
    ])
    expect(codes(plan)).toEqual(['before_assumed', 'section_missing'])
  })

  test('is read from bars and from tabs, also when a decision issues the plan', async () => {
    const { plan } = await fixture('rows.txt')
    expect(plan.document).toMatchObject({ number: '205/QĐ-UBND', attachedTo: '205/QĐ-UBND', issuedOn: '2025-02-14' })
    expect(figures(plan)).toEqual([['1#1', 'more_than 60 percent'], ['1#2', 'at_most 24 hours'], ['1#3']])
    expect(plan.tasks.map(({ ref, lead, deadline }) => [ref, lead, deadline?.literal])).toEqual([
      ['2#1', 'Sở Khoa học và Công nghệ', 'Tháng 6/2025'],
      ['2#2', 'UBND cấp xã', 'Hằng quý'],
    ])
    expect(plan.reportingDuties.map(({ kind, dueOn }) => [kind, ...dueOn])).toEqual([
      ['half_year', '2025-06-19'],
      ['yearly', '2025-12-20'],
    ])
    expect(plan.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['PHỤ LỤC I DANH MỤC DỰ ÁN', 2],
      ['PHỤ LỤC II BIỂU CHỈ TIÊU CẤP XÃ', 0],
    ])
    expect(codes(plan)).toContain('appendix_without_table')
  })
})

describe('a plan whose appendix gives out its tasks', () => {
  const annex = (...rows: string[]) =>
    `${head}I. NHIỆM VỤ\n1. Rà soát thủ tục.\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch)\n${rows.join('\n')}`
  const columns = 'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian'

  test('has them as tasks, under the names of their groups, each with its unit and day', () => {
    const text = annex(
      columns,
      'I\tHạ tầng số\t\t\t',
      '1\tNâng cấp mạng truyền số liệu chuyên dùng\tSở Khoa học và Công nghệ\tCác sở, ban, ngành\tQuý II/2025',
      '2\tPhủ sóng các điểm lõm\tUBND cấp huyện\t\tTrước 30/11/2025',
      'II\tDữ liệu số\t\t\t',
      '1\tXây dựng kho dữ liệu dùng chung\tVăn phòng UBND tỉnh\tSở Tài chính\tThường xuyên',
    )
    const plan = extractPlan(text)
    expect(plan.tasks.map(({ ref, group, lead, deadline }) => [ref, group, lead, deadline?.dueOn])).toEqual([
      ['I.1', 'NHIỆM VỤ', undefined, undefined],
      ['PL1#I.1', 'Hạ tầng số', 'Sở Khoa học và Công nghệ', '2025-06-30'],
      ['PL1#I.2', 'Hạ tầng số', 'UBND cấp huyện', '2025-11-29'],
      ['PL1#II.1', 'Dữ liệu số', 'Văn phòng UBND tỉnh', undefined],
    ])
    expect(plan.tasks[1]).toMatchObject({ support: 'Các sở, ban, ngành', deadline: { literal: 'Quý II/2025' } })
    expect(plan.appendices[0]?.rows).toHaveLength(6)
    expectSpansToHold(text, plan)
  })

  test.each([
    ['names nobody who leads', 'TT\tNhiệm vụ\tKinh phí\tThời gian', '1\tMua máy chủ\t2 tỷ đồng\tQuý I/2025'],
    ['measures', 'TT\tChỉ tiêu\tNội dung\tChủ trì\tThời gian', '1\tTỷ lệ\tTập huấn\tSở Y tế\tQuý I/2025'],
  ])('has none in a table that %s', (_, ...rows) => {
    const plan = extractPlan(annex(...rows))
    expect(plan.tasks.map(({ ref }) => ref)).toEqual(['I.1'])
    expect(plan.appendices[0]?.rows).toHaveLength(2)
  })
})

describe('slips of the pen', () => {
  test('a letter used twice keeps its items apart, a letter left out is told', () => {
    const plan = extractPlan(
      `${head}I. NHIỆM VỤ\n1. An toàn\na) Một.\nb) Hai.\nb) Ba.\nc) Bốn.\n2. Dữ liệu\na) Một.\nc) Hai.`,
    )
    expect(plan.tasks.map(({ ref }) => ref)).toEqual(['I.1.a', 'I.1.b', 'I.1.b(2)', 'I.1.c', 'I.2.a', 'I.2.c'])
    expect(
      plan.warnings.filter(({ code }) => code.includes('number_')).map(({ code, params }) => [code, params['ref']]),
    ).toEqual([
      ['texts.warning.number_repeated', 'I.1.b(2)'],
      ['texts.warning.number_missing', 'I.2.c'],
    ])
  })

  test('a misspelt term stays as printed in the pillar and is told with what was meant', () => {
    const plan = extractPlan(`${head}I. CHỈ TIÊU\n1. Phát triển Kinh tế sổ\n- 90% doanh nghiệp.`)
    expect(plan.targets[0]?.pillar).toBe('Phát triển Kinh tế sổ')
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({
        code: 'texts.warning.heading_spelling',
        params: { ref: 'I.1', printed: 'Kinh tế sổ', meant: 'Kinh tế số' },
      }),
    )
  })

  test('a footnote mark leaves the text clean wherever it stands', () => {
    const plan = extractPlan(
      `${head}I. NHIỆM VỤ\n1. Rà soát văn bản[1] có liên\nquan, người dùng\n[2]; mạng lưới[3]\nvà dữ liệu.[4]`,
    )
    expect(plan.tasks[0]?.text).toBe('Rà soát văn bản có liên quan, người dùng; mạng lưới và dữ liệu.')
    expect(codes(plan)).toContain('footnote_missing')
  })
})

describe('what plans leave open', () => {
  const reports = `${head}I. NHIỆM VỤ\n1. Rà soát.\nII. TỔ CHỨC THỰC HIỆN\n1. Các sở\na) Báo cáo hàng quý (trước ngày 20 của Quý).`
  const quarterly = (plan: PlanExtraction) => plan.reportingDuties.find(({ kind }) => kind === 'quarterly')?.dueOn

  test('the month of the quarter is assumed to be its last, and that is said', () => {
    const plan = extractPlan(reports)
    expect(quarterly(plan)).toEqual(['2025-03-19', '2025-06-19', '2025-09-19', '2025-12-19'])
    expect(codes(plan)).toContain('quarter_month_assumed')
  })

  test('both assumptions can be set otherwise', () => {
    const plan = extractPlan(reports, { before: 'same_day', quarterMonth: 'next' })
    expect(quarterly(plan)).toEqual(['2025-04-20', '2025-07-20', '2025-10-20', '2026-01-20'])
  })
})

describe('what is no plan is refused', () => {
  const refusal = (text: string) => {
    try {
      return extractPlan(text).document.number
    } catch (problem) {
      return problem instanceof Problem ? [problem.key, problem.params] : problem
    }
  }

  test.each([
    ['', { number: 'no', title: 'no', section: 'no' }],
    ['QUYẾT ĐỊNH\nSố: 1/QĐ-UBND\nĐiều 1. Phê duyệt.', { number: 'no', title: 'no', section: 'no' }],
    ['KẾ HOẠCH\nI. NHIỆM VỤ\n1. Rà soát.', { number: 'no', title: 'yes', section: 'yes' }],
    [`${head}1. Lời mở đầu\n- Kính gửi các sở.`, { number: 'yes', title: 'yes', section: 'no' }],
  ])('%j', (text, params) => expect(refusal(text)).toEqual(['texts.parse.not_a_plan', params]))
})
