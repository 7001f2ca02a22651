import type { TimeLeft } from '#modules/clock/public.ts'
import { InstructionsCard } from '#modules/overview/public.ts'
import type { ComponentChildren } from 'preact'
import { nothingYet } from '#fields/filled.ts'
import { Summary } from '#fields/summary.views.tsx'
import { inWords } from '#fields/words.ts'
import { say, t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { bytesText, dayText, momentText, moneyText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { type Fact, SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { type Moment, Timeline } from '#ui/timeline.tsx'
import { Acts, type Backs } from './act.views.tsx'
import { isEnded } from './dossier.ts'
import { Left } from './left.views.tsx'
import { StateOf } from './queue.views.tsx'
import type { Shown } from './shown.store.ts'
import { SlipsCard } from './slip.views.tsx'
import type { StepRow } from './step.store.ts'
import type { UploadItem } from '#ui/upload-field.tsx'

type Props = {
  shown: Shown
  left: TimeLeft
  back: Backs
  idempotencyKey: string
  sent: { readonly items: readonly UploadItem[]; readonly megabytes: number }
}

const fileAt = (id: string, upload: string): string => `/mot-cua/ho-so/${id}/tep/${upload}`

export function DossierPage(props: Props) {
  const { shown, back, left } = props
  const { dossier, clock } = shown.docket
  const code = dossier.code ?? dossier.requestCode
  return (
    <Desk
      title={dossier.title}
      eyebrow={
        <span class="tg-num">
          {code} · {dossier.procedureCode}
        </span>
      }
      crumbs={[{ href: '/mot-cua', label: t('dossiers.queue.nav') }, { label: code }]}
      problem={back !== null}
    >
      <div class="tg-cols tg-cols-main">
        <div class="tg-stack-lg">
          <p class="tg-row">
            <StateOf state={dossier.state} large /> <Left left={left} />
          </p>
          {dossier.withdrawal?.decision === 'asked' && (
            <Notice tone="wait">
              <p>
                {t('dossiers.page.asks_back')}: {dossier.withdrawal.because ?? t('dossiers.page.no_reason')}
              </p>
            </Notice>
          )}
          {clock.calendarWouldSay && (
            <Notice tone="wait">
              <p>{t('dossiers.page.calendar_says', { due: momentText(clock.calendarWouldSay) })}</p>
            </Notice>
          )}
          <Card title={t('dossiers.page.next')} raised>
            {shown.offers.length > 0 ? <Acts {...props} /> : <p>{t('dossiers.page.nothing_to_do')}</p>}
          </Card>
          <InstructionsCard {...shown.instructions} dossierId={dossier.id} isOpen={!isEnded(dossier)} />
          <Asked shown={shown} />
          <Results shown={shown} />
          <SlipsCard slips={shown.slips} />
          <Steps shown={shown} />
          <Details summary={t('dossiers.page.answers')} open={dossier.state === 'arrived'}>
            <Summary
              form={shown.form}
              filled={{ ...nothingYet, answers: shown.answers }}
              knowns={{}}
              books={shown.books}
            />
          </Details>
          <Files shown={shown} />
        </div>
        <aside class="tg-stack" aria-label={t('dossiers.page.facts')}>
          <Card title={t('dossiers.page.facts')}>
            <SummaryList of={factsOf(shown)} stacked />
          </Card>
          {shown.log.length > 0 && (
            <Card title={t('dossiers.page.log')}>
              <Timeline of={shown.log.toReversed().map((line) => momentOf(line, shown))} />
            </Card>
          )}
        </aside>
      </div>
    </Desk>
  )
}

const when = (label: string, at: Date | null, more?: ComponentChildren): Fact | null =>
  at && {
    label,
    value: (
      <>
        {momentText(at)}
        {more && <small>{more}</small>}
      </>
    ),
  }

function factsOf({ docket, names }: Shown): (Fact | null)[] {
  const { dossier, service } = docket
  const chosen = service.cases.find(({ code }) => code === dossier.caseCode)
  return [
    dossier.code ? { label: t('dossiers.page.code'), value: <span class="tg-num">{dossier.code}</span> } : null,
    { label: t('dossiers.page.request_code'), value: <span class="tg-num">{dossier.requestCode}</span> },
    { label: t('dossiers.page.applicant'), value: `${dossier.applicant}, …${dossier.numberTail}` },
    chosen ? { label: t('dossiers.page.case'), value: inWords(chosen.title) } : null,
    { label: t('dossiers.page.channel'), value: say(`dossiers.channel.${dossier.channel}`) },
    when(t('dossiers.page.filed'), dossier.filedAt),
    when(t('dossiers.page.received'), dossier.receivedAt, dossier.backdated && t('dossiers.page.backdated')),
    when(t('dossiers.page.hand_over_by'), dossier.state === 'received' ? dossier.handOverBy : null),
    when(
      t('dossiers.page.promised'),
      dossier.promisedAt,
      dossier.timeLimit?.verified === false && t('dossiers.page.limit_assumed'),
    ),
    dossier.dueAt?.getTime() === dossier.promisedAt?.getTime() ? null : when(t('dossiers.page.due'), dossier.dueAt),
    {
      label: t('dossiers.page.holder'),
      value: dossier.holderId === null ? t('dossiers.page.nobody') : (names.get(dossier.holderId) ?? ''),
    },
    {
      label: t('dossiers.page.finance'),
      value: `${dossier.feeTotal > 0 ? `${moneyText(dossier.feeTotal)}, ` : ''}${t(`dossiers.finance.${dossier.finance}`)}`,
    },
  ]
}

const Asked = ({ shown }: { shown: Shown }) => (
  <>
    {shown.supplements.map((one) => (
      <Card
        title={`${t('dossiers.action.ask_supplement')} ${one.no}`}
        aside={one.answeredAt ? momentText(one.answeredAt) : dayText(one.dueOn)}
      >
        {one.defects.map(({ label, what, basis, mend, at }) => (
          <SummaryList
            of={[
              { label, value: what },
              { label: t('dossiers.asking.defects.mend'), value: mend },
              { label: t('dossiers.asking.defects.basis'), value: basis },
              one.said[at] ? { label: t('dossiers.form.answer'), value: one.said[at] } : null,
            ]}
          />
        ))}
      </Card>
    ))}
  </>
)

function Results({ shown }: { shown: Shown }) {
  const { dossier } = shown.docket
  if (shown.results.length === 0) return null
  return (
    <Card title={t('dossiers.page.results')}>
      {shown.results.map((one) => (
        <SummaryList
          of={[
            { label: one.title, value: <span class="tg-num">{one.code}</span> },
            { label: t('dossiers.results.issued'), value: momentText(one.issuedAt) },
            one.entry ? { label: t('dossiers.results.entry'), value: one.entry } : null,
            one.uploadId
              ? { label: t('dossiers.results.file'), value: <a href={fileAt(dossier.id, one.uploadId)}>{one.name}</a> }
              : null,
          ]}
        />
      ))}
    </Card>
  )
}

function Steps({ shown }: { shown: Shown }) {
  const { steps, process } = shown.docket
  if (steps.length === 0) return null
  const titleOf = (code: string) => {
    const step = process.find((one) => one.code === code)
    return step ? inWords(step.title) : code
  }
  return (
    <Card title={t('dossiers.page.steps')} flush>
      <Table
        caption={t('dossiers.page.steps')}
        captionHidden
        exports={false}
        rows={steps}
        empty={null}
        columns={[
          {
            key: 'step',
            label: t('dossiers.page.step'),
            head: true,
            cell: (row: StepRow) => (row.agency ? `${titleOf(row.code)} (${row.agency})` : titleOf(row.code)),
          },
          { key: 'due', label: t('dossiers.page.step_due'), cell: (row) => momentText(row.dueAt) },
          {
            key: 'state',
            label: t('dossiers.page.step_state'),
            cell: (row) => (
              <>
                {t(`dossiers.step_outcome.${row.outcome ?? 'open'}`)}
                {row.result && <small>{t(`dossiers.timed.${row.result}`)}</small>}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

function Files({ shown }: { shown: Shown }) {
  const { id } = shown.docket.dossier
  const all = [...shown.files, ...shown.later]
  return (
    <Card title={t('dossiers.page.files')}>
      {all.length === 0 ? (
        <p>{t('dossiers.page.no_files')}</p>
      ) : (
        <DocumentList
          of={all.map(({ uploadId, name, size }) => ({
            title: <a href={fileAt(id, uploadId)}>{name}</a>,
            text: bytesText(size),
          }))}
        />
      )}
      {shown.papers.length > 0 && (
        <>
          <h3>{t('dossiers.page.papers')}</h3>
          <SummaryList
            of={shown.papers.map(({ name, form, copies, digitised, held }) => ({
              label: name,
              value: [
                held ? t('dossiers.paper.held') : t(`dossiers.paper.${form ?? 'none'}`),
                form && copies > 1 ? `× ${copies}` : '',
                digitised ? t('dossiers.paper.digitised') : '',
              ]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </>
      )}
    </Card>
  )
}

function momentOf(line: Shown['log'][number], { docket }: Shown): Moment {
  const step = docket.process.find(({ code }) => code === line.step)
  const about = [
    step && line.action !== 'receive' ? inWords(step.title) : '',
    line.toName ? `→ ${line.toName}` : '',
    line.result ? say(`dossiers.timed.${line.result}`) : '',
  ].filter(Boolean)
  return {
    title: say(`dossiers.action.${line.action}`),
    text: [about.join(' · '), line.note].filter(Boolean).join('. '),
    who: [line.byName, line.post, line.unit].filter(Boolean).join(', '),
    time: { at: line.at.toISOString(), said: momentText(line.at) },
  }
}
