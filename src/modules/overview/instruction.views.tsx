import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import { type InstructionRow, type InstructionView, instructionViews } from './instruction.store.ts'
import { aboutText, InstructionStatus, InstructionTable, type Names, toText } from './instruction-table.views.tsx'

export const path = '/dieu-hanh/chi-dao'

type ListProps = {
  view: InstructionView
  rows: readonly InstructionRow[]
  names: Names
  now: Date
  mayInstruct: boolean
}

export const InstructionsPage = ({ view, rows, names, now, mayInstruct }: ListProps) => (
  <Desk
    title={t('overview.instruction.title')}
    lead={t('overview.instruction.lead')}
    actions={mayInstruct && <LinkButton href={`${path}/moi`}>{t('overview.instruction.new')}</LinkButton>}
  >
    <div class="tg-stack">
      <Chips
        of={instructionViews.map((one) => ({
          href: `${path}?xem=${one}`,
          label: t(`overview.instruction.view.${one}`),
          current: one === view,
        }))}
      />
      <Card flush>
        {rows.length > 0 ? (
          <InstructionTable {...{ rows, names, now }} />
        ) : (
          <Void title={t('overview.instruction.none')}>
            <p>{t('overview.instruction.none_why')}</p>
          </Void>
        )}
      </Card>
    </div>
  </Desk>
)

type NewProps = {
  /** To whom and about what, in words, and as the form sends it. */
  to: { readonly dossier: string; readonly unit: string }
  /** Of the dossier; null: about the unit. */
  code: string | null
  addressee: string
  dueOn: Day
  back: Returned | undefined
  idempotencyKey: string
}

export const NewInstructionPage = ({ to, code, addressee, dueOn, back, idempotencyKey }: NewProps) => (
  <Desk
    title={t('overview.instruction.new')}
    crumbs={[{ href: path, label: t('overview.instruction.title') }, { label: t('overview.instruction.new') }]}
    narrow
    problem={back !== undefined}
  >
    <Card>
      <SummaryList
        of={[
          { label: t('overview.instruction.about'), value: aboutText({ dossierCode: code }) },
          { label: t('overview.instruction.to'), value: addressee },
        ]}
      />
      <Form
        action={`${path}/moi`}
        words="overview.instruction.form"
        send="overview.instruction.form.send"
        hidden={to}
        values={{ dueOn }}
        {...{ back, idempotencyKey }}
      >
        <TextField name="wording" lines={4} maxLength={2000} />
        <DayField name="dueOn" />
      </Form>
    </Card>
  </Desk>
)

type OneProps = {
  instruction: InstructionRow
  names: Names
  mayAnswer: boolean
  mayOpen: boolean
  back: Returned | undefined
  now: Date
  idempotencyKey: string
}

export function InstructionPage(props: OneProps) {
  const { instruction, back, now, mayAnswer, idempotencyKey } = props
  return (
    <Desk
      title={aboutText(instruction)}
      eyebrow={t('overview.instruction.title')}
      crumbs={[{ href: path, label: t('overview.instruction.title') }, { label: aboutText(instruction) }]}
      narrow
      problem={back !== undefined}
    >
      <div class="tg-stack">
        <Card title={<InstructionStatus of={instruction} now={now} />} raised>
          <p>{instruction.wording}</p>
          <SummaryList of={factsOf(props)} />
        </Card>
        {instruction.answer && (
          <Card title={t('overview.instruction.answering')}>
            <p>{instruction.answer}</p>
          </Card>
        )}
        {mayAnswer && (
          <Card title={t('overview.instruction.answering')}>
            <Form
              action={`${path}/${instruction.id}/tra-loi`}
              words="overview.instruction.answer"
              send="overview.instruction.answer.send"
              {...{ back, idempotencyKey }}
            >
              <TextField name="answer" lines={4} maxLength={2000} />
            </Form>
          </Card>
        )}
      </div>
    </Desk>
  )
}

function factsOf({ instruction: of, names, mayOpen }: OneProps) {
  const name = (id: string | null) => (id && names.people.get(id)) || ''
  const happened = [
    of.readAt
      ? t('overview.instruction.read_by', { name: name(of.readBy), at: momentText(of.readAt) })
      : t('overview.instruction.not_read'),
    of.remindedOn && t('overview.instruction.reminded', { on: dayText(of.remindedOn) }),
    of.escalatedOn && t('overview.instruction.escalated', { on: dayText(of.escalatedOn) }),
    of.doneAt && t('overview.instruction.answered_by', { name: name(of.doneBy), at: momentText(of.doneAt) }),
  ].filter((line) => line !== null)
  return [
    of.dossierId && mayOpen
      ? {
          label: t('overview.instruction.about'),
          value: <a href={`/mot-cua/ho-so/${of.dossierId}`}>{aboutText(of)}</a>,
        }
      : null,
    { label: t('overview.instruction.to'), value: toText(of, names) },
    {
      label: t('overview.instruction.from'),
      value: [name(of.sentBy), names.units.get(of.senderUnit)].filter(Boolean).join(', '),
    },
    { label: t('overview.instruction.sent_at'), value: momentText(of.sentAt) },
    { label: t('overview.instruction.due'), value: dayText(of.dueOn) },
    { label: t('overview.instruction.state'), value: happened.map((line) => <div>{line}</div>) },
  ]
}
