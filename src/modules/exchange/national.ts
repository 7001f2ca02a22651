/** Our words → those of the national portal, adapter v1: pure, total, nothing said beyond its vocabulary. */
import type { Adapter } from './adapter.ts'
import type { ToldDossier, ToldProgress } from './dossier.ts'

/** Viet Nam has kept UTC+7 without summer time since 1975. */
const offset = 7 * 3_600_000

/** `yyyyMMddHHmmss` by the clock of Viet Nam; '' when it has not happened. */
export const wireMoment = (moment: Date | null): string =>
  moment === null ? '' : new Date(moment.getTime() + offset).toISOString().replace(/\D/g, '').slice(0, 14)

/** Back again; null for what is none. */
export function momentIn(text: unknown): Date | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(String(text)) ?? []
  if (!year) return null
  const moment = new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - offset)
  return Number.isNaN(moment.getTime()) || wireMoment(moment) !== text ? null : moment
}

export type Wire = Readonly<Record<string, string | readonly Readonly<Record<string, unknown>>[]>>

type Papers = ToldDossier['papers']
type Fees = ToldDossier['fees']

const papersOf = ({ codes }: Adapter, papers: Papers) =>
  papers.map((paper) => ({
    TepDinhKemId: paper.id,
    TenTepDinhKem: paper.name,
    IsDeleted: paper.removed ? 'True' : 'False',
    MaThanhPhanHoSo: paper.componentCode ?? '',
    DuongDanTaiTepTin: paper.url ?? '',
    DuocSoHoa: paper.digitised ? codes.yes : codes.no,
    DuocLayTuKhoDMQG: paper.fromStore ? codes.yes : codes.no,
    MaCSDL: paper.database ?? '',
  }))

const feesOf = ({ codes }: Adapter, fees: Fees) =>
  fees.map((fee) => ({
    TenPhiLePhi: fee.name,
    MaPhiLePhi: fee.code,
    HinhThucThu: codes.collected[fee.collected],
    Gia: String(fee.amount),
    LoaiPhiLePhi: codes.fee[fee.kind],
  }))

const supplementsOf = (adapter: Adapter, { supplements }: ToldDossier) =>
  supplements.map((one) => ({
    HoSoBoSungId: one.id,
    NguoiYeuCauBoSung: one.askedBy,
    NoiDungBoSung: one.content,
    NgayBoSung: wireMoment(one.askedAt),
    NguoiTiepNhanBoSung: one.receivedBy ?? '',
    ThongTinTiepNhan: one.receivedNote ?? '',
    NgayTiepNhanBoSung: wireMoment(one.receivedAt),
    TrangThaiBoSung: one.done ? adapter.codes.yes : adapter.codes.no,
    DanhSachGiayToBoSung: papersOf(adapter, one.papers),
    DanhSachLePhiBoSung: feesOf(adapter, one.fees),
    NgayHenTraTruoc: wireMoment(one.dueBefore),
    NgayHenTraMoi: wireMoment(one.dueAfter),
  }))

const listsOf = (adapter: Adapter, told: ToldDossier) => ({
  TaiLieuNop: papersOf(adapter, told.papers),
  DanhSachLePhi: feesOf(adapter, told.fees),
  DanhSachTepDinhKemKhac: told.otherPapers.map(({ name, count, kind }) => ({
    TenGiayTo: name,
    SoLuong: String(count),
    LoaiGiayTo: adapter.codes.copy[kind],
  })),
  DanhSachHoSoBoSung: supplementsOf(adapter, told),
  DanhSachGiayToKetQua: told.results.map((result) => ({
    TenGiayTo: result.name,
    MaThanhPhanHoSo: result.componentCode ?? '',
    GiayToId: result.id,
    DuongDanTepTinKetQua: result.url ?? '',
    MaKetQua: result.code ?? '',
  })),
})

const flagsOf = ({ codes }: Adapter, told: ToldDossier) => ({
  KenhThucHien: codes.channel[told.channel],
  TaiKhoanDuocXacThucVoiVNeID: told.identifiedByVneid ? codes.yes : codes.no,
  HoSoCoThanhPhanSoHoa: told.digitised ? codes.yes : codes.no,
  DuocThanhToanTrucTuyen: codes.paidOnline[told.paidOnline],
  ThoiGianGiaiQuyet: told.limit ? String(told.limit.amount) : '',
  DonViTinh: told.limit ? codes.limitUnit[told.limit.unit] : '',
})

const applicantOf = ({ codes }: Adapter, { applicant }: ToldDossier) => ({
  ChuHoSo: applicant.name,
  LoaiDoiTuong: codes.applicant[applicant.kind],
  MaDoiTuong: applicant.number ?? '',
  ThongTinKhac: applicant.other ?? '',
  Email: applicant.email ?? '',
  Fax: applicant.fax ?? '',
  SoDienThoai: applicant.phone ?? '',
})

/** One item of `DongBoHoSoMC`. */
export const dossierItem = (adapter: Adapter, told: ToldDossier): Wire => ({
  MaHoSo: told.code,
  MaTTHC: told.procedure.code,
  TenTTHC: told.procedure.name,
  MaLinhVuc: told.field.code,
  TenLinhVuc: told.field.name,
  SoBienNhan: told.receiptNumber ?? '',
  ...applicantOf(adapter, told),
  TrichYeuHoSo: told.summary ?? '',
  NgayTiepNhan: wireMoment(told.receivedAt),
  NgayHenTra: wireMoment(told.dueAt),
  TrangThaiHoSo: String(told.state),
  NgayTra: wireMoment(told.returnedAt),
  ThongTinTra: told.returnNote ?? '',
  HinhThuc: adapter.codes.way[told.channel],
  NgayKetThucXuLy: wireMoment(told.finishedAt),
  DonViXuLy: told.handlingUnit,
  GhiChu: told.note ?? '',
  ...listsOf(adapter, told),
  ...flagsOf(adapter, told),
})

/** One item of `CapNhatTienDoHoSoMC`. */
export const progressItem = (told: ToldProgress): Wire => ({
  MaHoSo: told.code,
  NguoiXuLy: told.handler,
  ChucDanh: told.title ?? '',
  ThoiDiemXuLy: wireMoment(told.at),
  PhongBanXuLy: told.department,
  NoiDungXuLy: told.content,
  TrangThai: String(told.state),
  NgayBatDau: wireMoment(told.startedAt),
  NgayKetThucTheoQuyDinh: wireMoment(told.dueAt),
})

/** What the other side says it holds of one dossier. */
export type Held = Readonly<Record<string, unknown>>

/** Codes may come as numbers. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** Whether what they hold already says all that this dossier item would: the plain fields both sides name. */
export function holdsDossier(held: Held, item: Wire): boolean {
  const plain = Object.entries(item).filter(([name, value]) => typeof value === 'string' && Object.hasOwn(held, name))
  return Object.hasOwn(held, 'TrangThaiHoSo') && plain.every(([name, value]) => plainText(held[name]) === value)
}

const stepKey = ['ThoiDiemXuLy', 'NguoiXuLy', 'PhongBanXuLy', 'NoiDungXuLy', 'TrangThai'] as const

/** Whether this step stands in what they hold. */
export function holdsProgress(held: Held, item: Wire): boolean {
  const steps = Array.isArray(held['QuaTrinhXuLy']) ? (held['QuaTrinhXuLy'] as Held[]) : []
  return steps.some((step) => stepKey.every((name) => plainText(step[name]) === item[name]))
}

/** The field of ours that each of theirs came from; what they say about it can then be said in our words. */
const fieldOf: Readonly<Record<string, string>> = {
  MaTTHC: 'procedure.code',
  TenTTHC: 'procedure.name',
  MaLinhVuc: 'field.code',
  TenLinhVuc: 'field.name',
  SoBienNhan: 'receiptNumber',
  ChuHoSo: 'applicant.name',
  MaDoiTuong: 'applicant.number',
  Email: 'applicant.email',
  SoDienThoai: 'applicant.phone',
  TrichYeuHoSo: 'summary',
  DonViXuLy: 'handlingUnit',
  GhiChu: 'note',
  NguoiXuLy: 'handler',
  ChucDanh: 'title',
  PhongBanXuLy: 'department',
  NoiDungXuLy: 'content',
}

/** Our fields that an answer of theirs names. */
export const fieldsNamedIn = (answer: string): string[] =>
  Object.entries(fieldOf)
    .filter(([theirs]) => new RegExp(`\\b${theirs}\\b`, 'i').test(answer))
    .map(([, ours]) => ours)
