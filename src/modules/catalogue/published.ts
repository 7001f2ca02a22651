/**
 * A line of the national catalogue as it is published: tables flattened into one string each, cell glued to cell. What
 * cannot be told apart again stays as text, with the reason.
 */
import { z } from 'zod'

const Cell = z.string().max(400_000).default('')

/** Fields by the names of the publisher. Others may come and are kept with the line. */
export const PublishedLine = z.looseObject({
  ma_thu_tuc: z.string().trim().min(1).max(60),
  ten_thu_tuc: z.string().trim().min(1).max(2_000),
  detail_url: Cell,
  formality_id: Cell,
  so_quyet_dinh: Cell,
  cap_thuc_hien: Cell,
  loai_thu_tuc: Cell,
  linh_vuc: Cell,
  doi_tuong_thuc_hien: Cell,
  co_quan_co_tham_quyen: Cell,
  dia_chi_tiep_nhan: Cell,
  co_quan_duoc_uy_quyen: Cell,
  co_quan_phoi_hop: Cell,
  thu_tuc_lien_quan: Cell,
  trinh_tu_thuc_hien: Cell,
  cach_thuc_thuc_hien: Cell,
  thanh_phan_ho_so: Cell,
  can_cu_phap_ly: Cell,
  co_quan_thuc_hien: Cell,
  yeu_cau_dieu_kien: Cell,
  ket_qua_xu_ly: Cell,
  bo_nganh: Cell,
})
export type PublishedLine = z.infer<typeof PublishedLine>

export const parts = ['channels', 'components', 'legal_bases', 'results', 'levels'] as const
export type Part = (typeof parts)[number]

/** Why a piece of text was not told apart. */
export const reasons = [
  /** The table does not begin as it should. */
  'no_table',
  /** Text between or after rows that belongs to none. */
  'no_row',
  /** A limit and a fee run into one number, and nothing tells where one ends. */
  'glued_number',
  /** A limit without its unit: 5, of what? */
  'no_unit',
  /** A limit in words. */
  'limit_in_words',
  /** Less than the smallest amount in use; often it was meant in thousands. */
  'fee_too_small',
  /** The name of a paper and the names of its forms run into one another. */
  'glued_form',
  /** A legal text without its number. */
  'no_number',
  /** A result without a code, or with one that is none. */
  'no_code',
  'unknown_word',
] as const
export type Reason = (typeof reasons)[number]

export type Unstructured = { readonly part: Part; readonly reason: Reason; readonly text: string }

const nothing = /^\s*Không có thông tin\s*$/

/** Without what says that there is nothing, and without the spaces around. */
export const said = (cell: string): string => {
  const text = cell.replaceAll('\u00a0', ' ').trim()
  return nothing.test(text) ? '' : text
}

/** A condition under which a paper, a limit or a group counts: "only if …". Text, never an expression. */
const begins = /^[\s*+\-–•(]*(?:[\p{L}\d]{1,3}[).]\s*)?((?:trường hợp|đối với|nếu)(?![\p{L}\d])[^:;]*)/iu
const inside = /[(,]?\s*((?:trong |đối với )trường hợp [^;:()]{3,300})/iu
const ifAny = /\(\s*(nếu có|nếu cần|nếu thuộc [^)]{3,80})\s*\)/iu

export function conditionIn(text: string): string | null {
  const found = begins.exec(text)?.[1] ?? ifAny.exec(text)?.[1] ?? inside.exec(text)?.[1]
  return found ? found.trim().replace(/[.,;:]+$/, '') : null
}
