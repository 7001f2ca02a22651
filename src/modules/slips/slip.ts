/** What each of the statutory forms says: facts alone, no sentence and no layout. What a form needs at least is needed here. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import type { FormKind } from './statutory-form.ts'

const Text = z.string().trim().min(1).max(4000)
const Line = z.string().trim().min(1).max(1000)
/** What stands in the head and at the foot must fit on one page. */
const Name = z.string().trim().min(1).max(300)
/** `2025-05-08T03:05:00.000Z`: contents are kept as JSON. */
const Moment = z.iso.datetime()

/** On every form. */
const Paper = z.object({
  /** Number of the paper, `0031/TNHS`. */
  number: Name.nullable(),
  issuer: z.object({ above: Name.nullable(), name: Name, phone: Name.nullable() }),
  place: Name,
  issuedAt: Moment,
  /** Name of the information system, for the QR code. */
  system: Line,
  /** Invented data: the paper says that it has no legal value. */
  illustrative: z.boolean(),
  /** Who signs for the agency: `KT. CHỦ TỊCH`, `Công chức tiếp nhận`. */
  signer: z.object({ title: Name, name: Name.nullable() }),
})

/** On every form about one dossier. Before it is received it has a request code only. */
const OfDossier = Paper.extend({
  dossierCode: Line.nullable(),
  requestCode: Line.nullable(),
  procedure: z.object({ code: Line, title: Line }),
  applicant: z.object({
    name: Line,
    number: Line.nullable(),
    address: Line.nullable(),
    phone: Line.nullable(),
    email: Line.nullable(),
  }),
  /** Where the dossier can be followed. */
  lookUp: Line.nullable(),
})

/** When it came up; decides what the reader is told about the time that runs. */
const Stage = z.enum(['reception', 'appraisal', 'processing'])
const Reason = z.object({ what: Text, basis: Text.nullable(), guidance: Text.nullable() })

const Receipt = OfDossier.extend({
  kind: z.literal('receipt'),
  dossierCode: Line,
  channel: z.enum(['direct', 'online', 'post']),
  components: z.array(
    z.object({ name: Text, form: z.enum(['original', 'copy', 'electronic']), count: z.int().min(1) }),
  ),
  receivedAt: Moment,
  /** "5 ngày làm việc", as the service says it. */
  limit: Line.nullable(),
  /** Null while it waits for the competent agency, which starts the clock (NĐ 309/2026 art. 8.3). */
  dueAt: Moment.nullable(),
  fees: z.array(z.object({ name: Line, amount: z.int().min(0) })),
  paid: z.boolean(),
  delivery: z.object({ way: z.enum(['desk', 'post', 'electronic']), place: Line.nullable() }),
  receiver: Line,
  /** The book of §07 it is entered in. */
  register: z.object({ book: Line, entry: Line }).nullable(),
})

const Supplement = OfDossier.extend({
  kind: z.literal('supplement'),
  defects: z.array(Reason).min(1),
  deadline: Day.nullable(),
  stage: Stage,
  author: z.object({ name: Line, phone: Line.nullable() }),
})

const Refusal = OfDossier.extend({
  kind: z.literal('refusal'),
  request: Text,
  reasons: z.array(Reason).min(1),
  stage: Stage,
})

const Apology = OfDossier.extend({
  kind: z.literal('apology'),
  dossierCode: Line,
  receivedAt: Moment,
  dueAt: Moment,
  reason: Text,
  newDueAt: Moment,
})

const Stop = OfDossier.extend({
  kind: z.literal('stop'),
  requester: Line,
  requestedAt: Moment.nullable(),
  stage: Stage,
  decision: Text,
  reason: Text.nullable(),
  refund: z.object({ amount: z.int().min(0), how: Line.nullable() }).nullable(),
})

const Control = OfDossier.extend({
  kind: z.literal('control'),
  dossierCode: Line,
  receivedAt: Moment,
  dueAt: Moment.nullable(),
  steps: z
    .array(
      z.object({
        step: Line,
        from: Line,
        to: Line,
        receivedAt: Moment,
        dueAt: Moment.nullable(),
        doneAt: Moment.nullable(),
        outcome: z.enum(['early', 'on_time', 'late']).nullable(),
        /** How the hand-over was signed for. */
        signedBy: Line.nullable(),
        note: Text.nullable(),
      }),
    )
    .min(1),
})

const Register = Paper.extend({
  kind: z.literal('register'),
  from: Day,
  to: Day,
  book: Line.nullable(),
  entries: z.array(
    z.object({
      dossierCode: Line,
      procedure: Line,
      applicant: Line,
      contact: Line.nullable(),
      handledBy: Line,
      channel: z.enum(['direct', 'online', 'post']),
      receivedAt: Moment,
      dueAt: Moment.nullable(),
      finishedAt: Moment.nullable(),
      returnedAt: Moment.nullable(),
      delivery: z.enum(['desk', 'post', 'electronic']).nullable(),
      result: z.enum(['early', 'on_time', 'late', 'refused', 'withdrawn', 'stopped']).nullable(),
    }),
  ),
})

export const SlipContent = z
  .discriminatedUnion('kind', [Receipt, Supplement, Refusal, Apology, Stop, Control, Register])
  .refine((content) => content.kind === 'register' || (content.dossierCode ?? content.requestCode) !== null, {
    path: ['requestCode'],
  })
export type SlipContent = z.infer<typeof SlipContent>
export type ContentOf<Kind extends FormKind> = Extract<SlipContent, { kind: Kind }>
export type OfDossier = Exclude<SlipContent, { kind: 'register' }>

/** The code it is found by. */
export const codeOf = ({ dossierCode, requestCode }: OfDossier): string => dossierCode ?? requestCode ?? ''
