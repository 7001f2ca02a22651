/**
 * A procedure (thủ tục hành chính) as the national catalogue publishes it, told apart into what can be searched, compared
 * and shown. The published line is kept beside it, so nothing is ever dropped.
 */
import { z } from 'zod'
import { limitUnits, readChannels } from './channel-table.ts'
import { readComponents } from './component-table.ts'
import { readLegalBases } from './legal-basis.ts'
import { channels } from './offer.ts'
import { parts, PublishedLine, reasons, said, type Unstructured } from './published.ts'
import { readResults } from './result-list.ts'

/** Who carries it out: a ministry, the province, a commune, somebody else. */
export const levels = ['ministry', 'province', 'district', 'commune', 'other'] as const
export type Level = (typeof levels)[number]

const Text = z.string().max(400_000)
const Limit = z.object({ amount: z.number().positive(), unit: z.enum(limitUnits).nullable() })
const Fee = z.object({
  amount: z.number().min(0),
  currency: z.string().min(1).max(40),
  note: Text.default(''),
  noted: z.number().optional(),
})
const ChannelOf = z.object({
  channel: z.enum(channels),
  limit: Limit.nullable().default(null),
  limitText: Text.default(''),
  free: z.boolean().default(false),
  freeNote: Text.default(''),
  fees: z.array(Fee).default([]),
  note: Text.default(''),
})
const Paper = z.object({
  name: Text,
  originals: z.number().int().min(0).default(0),
  copies: z.number().int().min(0).default(0),
  forms: z.array(Text).default([]),
  onlyIf: Text.nullable().default(null),
  heading: z.boolean().default(false),
})
const Group = z.object({
  title: Text.default(''),
  onlyIf: Text.nullable().default(null),
  manner: z.enum(['submit', 'show']).nullable().default(null),
  papers: z.array(Paper),
})

/** What is kept of a procedure; a file that is structured already holds lines of this form. */
export const Procedure = z.object({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(2_000),
  decision: Text.default(''),
  levels: z.array(z.enum(levels)).default([]),
  kind: Text.default(''),
  field: Text.default(''),
  /** Of the ministry, as the source calls it. */
  ministry: Text.default(''),
  subjects: z.array(Text).default([]),
  agency: Text.default(''),
  authority: Text.default(''),
  delegated: Text.default(''),
  cooperating: Text.default(''),
  receivedAt: Text.default(''),
  related: Text.default(''),
  steps: z.array(Text).default([]),
  requirements: Text.default(''),
  channels: z.array(ChannelOf).default([]),
  groups: z.array(Group).default([]),
  legalBases: z.array(z.object({ title: Text, number: Text.nullable().default(null) })).default([]),
  results: z.array(z.object({ name: Text, code: Text.nullable().default(null) })).default([]),
  keywords: Text.default(''),
  description: Text.default(''),
  url: Text.default(''),
  unstructured: z.array(z.object({ part: z.enum(parts), reason: z.enum(reasons), text: Text })).default([]),
})
export type Procedure = z.infer<typeof Procedure>

const levelOf: readonly (readonly [RegExp, Level])[] = [
  [/^cấp bộ$/i, 'ministry'],
  [/^cấp tỉnh$/i, 'province'],
  [/^cấp huyện$/i, 'district'],
  [/^cấp xã$/i, 'commune'],
  [/^cơ quan khác$/i, 'other'],
]

function readLevels(cell: string): { levels: Level[]; unstructured: Unstructured[] } {
  const words = said(cell)
    .split(/\s*,\s*/)
    .filter(Boolean)
  const found = words.map((word) => ({ word, level: levelOf.find(([pattern]) => pattern.test(word))?.[1] }))
  return {
    levels: [...new Set(found.flatMap(({ level }) => level ?? []))],
    unstructured: found.flatMap(({ word, level }) =>
      level ? [] : [{ part: 'levels', reason: 'unknown_word', text: word } as const],
    ),
  }
}

/** A list by commas in which a bracket or a set phrase holds commas of its own. */
export function readSubjects(cell: string): string[] {
  const out: string[] = []
  for (const word of said(cell).split(/,\s*(?![^()]*\))/)) {
    const before = out.at(-1)
    // "Cán bộ, công chức, viên chức" is one of them: what goes on with a small letter goes on.
    if (before !== undefined && /^\p{Ll}/u.test(word)) out[out.length - 1] = `${before}, ${word}`
    else if (word.trim()) out.push(word.trim())
  }
  return out
}

const stepMark = /(?:^|\n|(?<=[.;:\s]))\s*(?:[-+*•]\s*|[a-z]\)\s*|\d+(?:\.\d+)*\.?\s*)?Bước\s+\d+/gu

/** By "Bước 1", "Bước 2" where the text counts them, else by its lines. */
export function readSteps(cell: string): string[] {
  const text = said(cell)
  const marks = [...text.matchAll(stepMark)].map(({ index }) => index)
  if (marks.length < 2) return text ? [text] : []
  const from = [0, ...marks.filter((at) => at > 0)]
  return from.map((at, no) => text.slice(at, from[no + 1]).trim()).filter(Boolean)
}

/** Never refuses a line that names a procedure: what it cannot tell apart is in `unstructured`. */
function procedureOf(line: PublishedLine): Procedure {
  const [level, table, papers, law, ends] = [
    readLevels(line.cap_thuc_hien),
    readChannels(line.cach_thuc_thuc_hien),
    readComponents(line.thanh_phan_ho_so),
    readLegalBases(line.can_cu_phap_ly),
    readResults(line.ket_qua_xu_ly),
  ]
  return Procedure.parse({
    code: line.ma_thu_tuc,
    name: line.ten_thu_tuc,
    decision: said(line.so_quyet_dinh),
    levels: level.levels,
    kind: said(line.loai_thu_tuc),
    field: said(line.linh_vuc),
    ministry: said(line.bo_nganh),
    subjects: readSubjects(line.doi_tuong_thuc_hien),
    agency: said(line.co_quan_thuc_hien),
    authority: said(line.co_quan_co_tham_quyen),
    delegated: said(line.co_quan_duoc_uy_quyen),
    cooperating: said(line.co_quan_phoi_hop),
    receivedAt: said(line.dia_chi_tiep_nhan),
    related: said(line.thu_tuc_lien_quan),
    steps: readSteps(line.trinh_tu_thuc_hien),
    requirements: said(line.yeu_cau_dieu_kien),
    channels: table.channels,
    groups: papers.groups,
    legalBases: law.legalBases,
    results: ends.results,
    keywords: ends.keywords,
    description: ends.description,
    url: said(line.detail_url),
    unstructured: [level, table, papers, law, ends].flatMap(({ unstructured }) => unstructured),
  })
}

/** Either as published, or structured already. */
export function readProcedure(value: unknown): { procedure: Procedure; source: unknown } | null {
  const line = PublishedLine.safeParse(value)
  if (line.success) return { procedure: procedureOf(line.data), source: value }
  const ready = Procedure.safeParse(value)
  return ready.success ? { procedure: ready.data, source: null } : null
}
