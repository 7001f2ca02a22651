/** Notes about a target or task, and the forms to write them. */
import { t } from '#kernel/text.ts'
import type { Returned } from '#ui/form.tsx'
import { Form } from '#ui/form.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Radios } from '#ui/choice.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { dayOf } from '#kernel/time.ts'
import { FileField } from '#ui/file-field.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField, NumberField } from '#ui/text-field.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { evidenceAccept } from './evidence.ts'
import type { Note } from './note.store.ts'
import type { NoteKind } from './note.ts'
import { whoText } from './work.views.tsx'

const icons = { progress: 'check', risk: 'alert', risk_closed: 'done' } as const satisfies Record<NoteKind, string>

type Props = {
  notes: readonly Note[]
  openRisks: readonly Note[]
  names: UnitNames
  /** The page of the target or task; forms are sent below it. */
  base: string
  mayWrite: boolean
  formKey: string
  back?: Returned | undefined
}

export function Notes({ notes, openRisks, names, base, mayWrite, formKey, back }: Props) {
  return (
    <Card title={t('plan.note.title')} id="ghi-nhan">
      {openRisks.map((risk) => (
        <Notice tone="wait">
          <p>{risk.wording}</p>
          <p class="tg-small tg-muted">
            {whoText(risk.by, risk.unitId, names)}, {dayText(dayOf(risk.at))}
            {mayWrite && (
              <>
                {' · '}
                <a href={`${base}/rui-ro/${risk.id}`}>{t('plan.note.close_risk')}</a>
              </>
            )}
          </p>
        </Notice>
      ))}
      {notes.length === 0 ? (
        <p class="tg-muted">{t('plan.note.empty')}</p>
      ) : (
        <Timeline of={notes.map((note) => momentOfNote(note, names))} />
      )}
      {mayWrite && (
        <Details
          open={back !== undefined}
          summary={
            <>
              <Icon name="pen" /> {t('plan.note.write')}
            </>
          }
        >
          <NoteForm base={base} formKey={formKey} back={back} />
        </Details>
      )}
    </Card>
  )
}

const momentOfNote = (note: Note, names: UnitNames) => ({
  icon: icons[note.kind],
  title: [t(`plan.note.${note.kind}`), note.shareDone === null ? null : t('plan.note.done', { done: note.shareDone })]
    .filter(Boolean)
    .join(', '),
  text: (
    <>
      {note.wording}
      {note.fileName && (
        <>
          {' '}
          <a href={`/ke-hoach/ghi-nhan/${note.id}/minh-chung`}>{note.fileName}</a>
        </>
      )}
    </>
  ),
  who: whoText(note.by, note.unitId, names),
  time: { at: note.at.toISOString(), said: momentText(note.at) },
})

const NoteForm = ({ base, formKey, back }: Pick<Props, 'base' | 'formKey' | 'back'>) => (
  <Form
    action={`${base}/ghi-nhan`}
    words="plan.note"
    send="plan.note.send"
    idempotencyKey={formKey}
    values={{ kind: 'progress' }}
    files
    back={back}
    id="note"
  >
    <Radios
      name="kind"
      options={[
        { value: 'progress', label: t('plan.note.progress') },
        { value: 'risk', label: t('plan.note.risk') },
      ]}
    />
    <TextField name="wording" lines={4} />
    <NumberField name="shareDone" unit="%" whole optional />
    <FileField name="file" optional accept={evidenceAccept} limit="20 MB" />
  </Form>
)

type CloseProps = { risk: Note; base: string; title: string; formKey: string; back?: Returned | undefined }

export const CloseRiskPage = ({ risk, base, title, formKey, back }: CloseProps) => (
  <Desk
    title={t('plan.note.close_risk')}
    eyebrow={title}
    lead={t('plan.note.close_hint', { wording: risk.wording })}
    narrow
    problem={back !== undefined}
  >
    <Form
      action={`${base}/rui-ro/${risk.id}`}
      words="plan.note"
      send="plan.note.close_risk"
      idempotencyKey={formKey}
      back={back}
      also={
        <LinkButton kind="plain" href={base}>
          {t('plan.work.back')}
        </LinkButton>
      }
    >
      <TextField name="wording" lines={4} />
    </Form>
  </Desk>
)
