/** Contents of the statutory forms, for tests and for looking at. */
import type { ContentOf, SlipContent } from '#modules/slips/public.ts'

const paper = {
  number: '0031/TNHS',
  issuer: { above: 'ỦY BAN NHÂN DÂN XÃ AN BÌNH', name: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', phone: '0273 1022' },
  place: 'An Bình',
  issuedAt: '2025-05-08T03:05:00.000Z',
  system: 'Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Mẫu',
  illustrative: true,
  signer: { title: 'Người tiếp nhận hồ sơ', name: 'Cao Thị Mai' },
} as const

const dossier = {
  ...paper,
  dossierCode: 'H58.07.04-250508-0031',
  requestCode: null,
  procedure: { code: '1.004884', title: 'Đăng ký lại khai sinh' },
  applicant: {
    name: 'Nguyễn Thị Thu Hà',
    number: '082196004127',
    address: '12 ấp Đông, xã An Bình, tỉnh Mẫu',
    phone: '0909 000 111',
    email: 'ha@nguoidan.test',
  },
  lookUp: 'http://town.test/ho-so/H58.07.04-250508-0031',
} as const

const chief = { title: 'CHỦ TỊCH', name: 'Đỗ Thanh Bình' }

export const ordinary: { readonly [Kind in SlipContent['kind']]: ContentOf<Kind> } = {
  receipt: {
    ...dossier,
    kind: 'receipt',
    channel: 'direct',
    components: [
      { name: 'Tờ khai đăng ký lại khai sinh', form: 'original', count: 1 },
      { name: 'Bản sao giấy khai sinh trước đây được cấp hợp lệ', form: 'copy', count: 1 },
      { name: 'Văn bản ủy quyền theo quy định của pháp luật', form: 'electronic', count: 1 },
    ],
    receivedAt: '2025-05-08T03:05:00.000Z',
    limit: '5 ngày làm việc',
    dueAt: '2025-05-15T10:00:00.000Z',
    fees: [{ name: 'Lệ phí đăng ký lại khai sinh', amount: 8000 }],
    paid: true,
    delivery: { way: 'desk', place: null },
    receiver: 'Cao Thị Mai',
    register: { book: '02', entry: '31' },
  },
  supplement: {
    ...dossier,
    kind: 'supplement',
    defects: [
      {
        what: 'Thiếu bản chụp giấy khai sinh cũ có chứng thực',
        basis: 'Điều 26 NĐ 123/2015/NĐ-CP',
        guidance: 'Mang bản chính đến để đối chiếu, hoặc gửi bản điện tử có chữ ký số',
      },
      { what: 'Tờ khai chưa ký', basis: null, guidance: null },
    ],
    deadline: '2025-05-23' as ContentOf<'supplement'>['deadline'],
    stage: 'appraisal',
    author: { name: 'Cao Thị Mai', phone: '0273 1022' },
  },
  refusal: {
    ...dossier,
    kind: 'refusal',
    dossierCode: null,
    requestCode: 'YC-7K2M-91QX',
    request: 'Đăng ký lại khai sinh cho người đã có giấy khai sinh hợp lệ',
    reasons: [
      {
        what: 'Hồ sơ không thuộc thẩm quyền của xã',
        basis: 'Điều 25 NĐ 123/2015/NĐ-CP',
        guidance: 'Nộp tại xã nơi đã đăng ký',
      },
    ],
    stage: 'reception',
  },
  apology: {
    ...dossier,
    kind: 'apology',
    signer: chief,
    receivedAt: '2025-05-08T03:05:00.000Z',
    dueAt: '2025-05-15T10:00:00.000Z',
    reason: 'Cơ quan được hỏi chưa trả lời xác minh',
    newDueAt: '2025-05-20T10:00:00.000Z',
  },
  stop: {
    ...dossier,
    kind: 'stop',
    signer: { title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', name: 'Đỗ Thanh Bình' },
    requester: 'Nguyễn Thị Thu Hà',
    requestedAt: '2025-05-12T02:00:00.000Z',
    stage: 'processing',
    decision: 'Dừng giải quyết hồ sơ theo đề nghị của người nộp',
    reason: 'Người nộp không còn nhu cầu',
    refund: { amount: 8000, how: 'chuyển khoản trong 3 ngày làm việc' },
  },
  control: {
    ...dossier,
    kind: 'control',
    receivedAt: '2025-05-08T03:05:00.000Z',
    dueAt: '2025-05-15T10:00:00.000Z',
    steps: [
      {
        step: 'Chuyển hồ sơ',
        from: 'Bộ phận Một cửa – Cao Thị Mai',
        to: 'Công chức Tư pháp – Lê Quang Minh',
        receivedAt: '2025-05-08T04:00:00.000Z',
        dueAt: '2025-05-08T10:00:00.000Z',
        doneAt: '2025-05-08T04:00:00.000Z',
        outcome: 'early',
        signedBy: 'Ký số 11:00',
        note: null,
      },
      {
        step: 'Thẩm định',
        from: 'Công chức Tư pháp – Lê Quang Minh',
        to: 'Chủ tịch – Đỗ Thanh Bình',
        receivedAt: '2025-05-08T04:00:00.000Z',
        dueAt: '2025-05-14T10:00:00.000Z',
        doneAt: null,
        outcome: null,
        signedBy: null,
        note: 'Chờ xác minh',
      },
    ],
  },
  register: {
    ...paper,
    kind: 'register',
    from: '2025-05-01' as ContentOf<'register'>['from'],
    to: '2025-05-31' as ContentOf<'register'>['to'],
    book: '02',
    entries: Array.from({ length: 40 }, (_, at) => ({
      dossierCode: `H58.07.04-250508-${String(at + 1).padStart(4, '0')}`,
      procedure: '1.004884 – Đăng ký lại khai sinh',
      applicant: 'Nguyễn Thị Thu Hà',
      contact: '12 ấp Đông · 0909 000 111',
      handledBy: 'UBND xã An Bình',
      channel: 'online',
      receivedAt: '2025-05-08T03:05:00.000Z',
      dueAt: '2025-05-15T10:00:00.000Z',
      finishedAt: '2025-05-14T10:00:00.000Z',
      returnedAt: at % 2 ? '2025-05-14T11:00:00.000Z' : null,
      delivery: at % 2 ? 'electronic' : null,
      result: at % 3 ? 'early' : 'late',
    })),
  },
}

const long =
  'Ủy ban nhân dân xã rất dài tên có nhiều chữ ghép lại thành một câu khó mà viết vừa trên một dòng giấy nhỏ '
    .repeat(4)
    .trim()
const endless = 'Nguyễn'.repeat(60)
const many = <Of>(of: readonly Of[], count: number): Of[] => Array.from({ length: count }, () => of).flat()

const lengthyPaper = {
  issuer: { above: long.slice(0, 200), name: long.slice(0, 150), phone: '0273 1022' },
  signer: { title: long.slice(0, 90), name: long.slice(0, 120) },
} as const
const lengthyDossier = {
  ...lengthyPaper,
  applicant: {
    name: endless,
    number: '082196004127',
    address: long,
    phone: '0909 000 111',
    email: `${endless}@nguoidan.test`,
  },
  procedure: { code: '1.004884', title: long },
} as const

/** More than a page holds, in every place that can grow. */
export const lengthy: typeof ordinary = {
  receipt: {
    ...ordinary.receipt,
    ...lengthyDossier,
    components: many(
      ordinary.receipt.components.map((one) => ({ ...one, name: `${one.name} ${long}` })),
      12,
    ),
    fees: many(ordinary.receipt.fees, 5),
    delivery: { way: 'post', place: long },
  },
  supplement: {
    ...ordinary.supplement,
    ...lengthyDossier,
    defects: many([{ what: long.repeat(3), basis: long, guidance: long }], 12),
  },
  refusal: {
    ...ordinary.refusal,
    ...lengthyDossier,
    reasons: many([{ what: long.repeat(8), basis: null, guidance: endless }], 3),
  },
  apology: { ...ordinary.apology, ...lengthyDossier, reason: many([long], 9).join('\n') },
  stop: {
    ...ordinary.stop,
    ...lengthyDossier,
    decision: `${long} ${long} ${long}`,
    reason: many([long], 8).join('\n'),
  },
  control: {
    ...ordinary.control,
    ...lengthyDossier,
    steps: many(
      ordinary.control.steps.map((one) => ({ ...one, to: long.slice(0, 300) })),
      10,
    ),
  },
  register: { ...ordinary.register, ...lengthyPaper, entries: many(ordinary.register.entries, 4) },
}

const nobodyKnown = { name: 'Lê Ý', number: null, address: null, phone: null, email: null }
const barePaper = {
  number: null,
  issuer: { above: null, name: 'UBND XÃ AN BÌNH', phone: null },
  illustrative: false,
  signer: { title: 'Công chức', name: null },
} as const
const bareDossier = { ...barePaper, applicant: nobodyKnown, lookUp: null } as const

/** With nothing in it that may be left out. */
export const bare: typeof ordinary = {
  receipt: {
    ...ordinary.receipt,
    ...bareDossier,
    channel: 'online',
    components: [],
    limit: null,
    dueAt: null,
    fees: [],
    paid: false,
    register: null,
  },
  supplement: {
    ...ordinary.supplement,
    ...bareDossier,
    deadline: null,
    stage: 'reception',
    defects: [{ what: 'Thiếu tờ khai', basis: null, guidance: null }],
    author: { name: 'Mai', phone: null },
  },
  refusal: {
    ...ordinary.refusal,
    ...bareDossier,
    reasons: [{ what: 'Không thuộc thẩm quyền', basis: null, guidance: null }],
  },
  apology: { ...ordinary.apology, ...bareDossier },
  stop: { ...ordinary.stop, ...bareDossier, requestedAt: null, reason: null, refund: null },
  control: { ...ordinary.control, ...bareDossier, dueAt: null, steps: ordinary.control.steps.slice(1) },
  register: { ...ordinary.register, ...barePaper, book: null, entries: [] },
}
