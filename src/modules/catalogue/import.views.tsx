/** Bringing a file in: sent, watched, compared field by field, applied or dropped. */
import { say, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { FileField } from '#ui/file-field.tsx'
import { momentText, numberText, percentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Meter } from '#ui/meter.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { type ImportState, largestFile, structuredOf } from './import.ts'
import { measured } from './structure.ts'
import type { Import } from './import.store.ts'

export const manageCrumb = () => ({ href: '/danh-muc', label: t('catalogue.manage.title') })

const tones: Record<ImportState, StatusTone> = {
  waiting: 'new',
  reading: 'run',
  read: 'wait',
  applied: 'done',
  dropped: 'stop',
  failed: 'error',
}

const State = ({ of }: { of: ImportState }) => <Status tone={tones[of]}>{say(`catalogue.import.state.${of}`)}</Status>

type SendProps = { formKey: string; imports: readonly Import[]; back?: Returned | undefined }

export const SendPage = ({ formKey, imports, back }: SendProps) => (
  <Desk
    title={t('catalogue.import.title')}
    lead={t('catalogue.import.lead')}
    crumbs={[manageCrumb(), { label: t('catalogue.import.title') }]}
    problem={back !== undefined}
  >
    <div class="tg-stack">
      <Card>
        <Form
          action="/danh-muc/nhap"
          words="catalogue.import"
          send="catalogue.import.send"
          files
          idempotencyKey={formKey}
          back={back}
        >
          <FileField name="file" accept=".jsonl,.gz,.json" limit={`${largestFile / 1_000_000} MB`} />
        </Form>
      </Card>
      <Imports of={imports} />
    </div>
  </Desk>
)

export const Imports = ({ of }: { of: readonly Import[] }) => (
  <Card title={t('catalogue.manage.imports')} flush>
    <Table
      caption={t('catalogue.manage.imports')}
      captionHidden
      rows={of}
      empty={t('catalogue.import.none')}
      exports={false}
      columns={[
        {
          key: 'file',
          label: t('catalogue.import.file'),
          head: true,
          cell: ({ id, fileName }) => <a href={`/danh-muc/nhap/${id}`}>{fileName}</a>,
        },
        { key: 'state', label: t('catalogue.import.state'), cell: ({ state }) => <State of={state} /> },
        { key: 'at', label: t('catalogue.import.begun'), cell: ({ begunAt }) => momentText(begunAt) },
        { key: 'lines', label: t('catalogue.import.lines'), align: 'end', cell: ({ lines }) => numberText(lines) },
        {
          key: 'new',
          label: t('catalogue.import.new'),
          align: 'end',
          cell: ({ counts }) => (counts ? numberText(counts.new) : null),
        },
        {
          key: 'changed',
          label: t('catalogue.import.changed'),
          align: 'end',
          cell: ({ counts }) => (counts ? numberText(counts.changed) : null),
        },
        {
          key: 'rejected',
          label: t('catalogue.import.rejected'),
          align: 'end',
          cell: ({ rejected }) => numberText(rejected.total),
        },
      ]}
    />
  </Card>
)

type Lines = readonly { code: string; name: string }[]

export type ImportProps = {
  of: Import
  lists: { new: Lines; changed: Lines; absent: Lines }
  formKey: string
}

export function ImportPage({ of, lists, formKey }: ImportProps) {
  return (
    <Desk
      title={of.fileName}
      eyebrow={t('catalogue.import.title')}
      crumbs={[manageCrumb(), { href: '/danh-muc/nhap', label: t('catalogue.import.title') }, { label: of.fileName }]}
      actions={<State of={of.state} />}
    >
      <div class="tg-stack">
        <Progress of={of} />
        {of.state === 'read' && <Decide of={of} formKey={formKey} />}
        {of.structure && <Structured of={of} />}
        {of.counts && <Changes of={of} lists={lists} />}
        {of.rejected.total > 0 && <Rejections of={of} />}
        {(of.state === 'waiting' || of.state === 'failed') && <Drop id={of.id} formKey={formKey} />}
      </div>
    </Desk>
  )
}

/** A script follows it; without one there is a link. A page that reloads itself would run away under who reads it. */
function Progress({ of }: { of: Import }) {
  if (of.state === 'failed') return <Notice tone="error">{say(of.problem ?? 'kernel.missing')}</Notice>
  if (of.state !== 'waiting' && of.state !== 'reading') return null
  return (
    <div data-enhance="watch">
      <Notice tone="run">
        <p role="status">{t('catalogue.import.reading', { lines: of.lines })}</p>
        <noscript>
          <LinkButton kind="second" href={`/danh-muc/nhap/${of.id}`}>
            {t('catalogue.import.refresh')}
          </LinkButton>
        </noscript>
      </Notice>
    </div>
  )
}

function Decide({ of, formKey }: { of: Import; formKey: string }) {
  const changes = (of.counts?.new ?? 0) + (of.counts?.changed ?? 0)
  return (
    <div class="tg-row">
      <form method="post" action={`/danh-muc/nhap/${of.id}/ap-dung`}>
        <input type="hidden" name="_key" value={formKey} />
        <Button>{changes ? t('catalogue.import.apply', { count: changes }) : t('catalogue.import.apply_none')}</Button>
      </form>
      <Drop id={of.id} formKey={`${formKey}-bo`} />
    </div>
  )
}

const Drop = ({ id, formKey }: { id: string; formKey: string }) => (
  <form method="post" action={`/danh-muc/nhap/${id}/bo`}>
    <input type="hidden" name="_key" value={formKey} />
    <Button kind="plain">{t('catalogue.import.drop')}</Button>
  </form>
)

function Structured({ of }: { of: Import }) {
  if (!of.structure) return null
  const { structured, doubtful } = structuredOf(of.structure)
  return (
    <Card title={t('catalogue.import.structured')}>
      <SummaryList
        of={measured.map((name) => ({
          label: say(`catalogue.import.structured.${name}`),
          value: (
            <div class="tg-row">
              <span class="tg-num">{percentText(structured[name] * 100)}</span>
              <Meter value={structured[name] * 100} />
            </div>
          ),
        }))}
      />
      <p class="tg-small tg-muted">
        {t('catalogue.import.doubtful', { units: doubtful.limitsWithoutUnit, fees: doubtful.feesTooSmall })}
      </p>
    </Card>
  )
}

export const mostListed = 200

function Changes({ of, lists }: { of: Import; lists: ImportProps['lists'] }) {
  const counts = of.counts ?? { new: 0, changed: 0, same: 0, absent: 0 }
  return (
    <Card title={t('catalogue.import.changes')}>
      <SummaryList
        of={(['new', 'changed', 'same', 'absent'] as const).map((kind) => ({
          label: say(`catalogue.import.${kind}`),
          value: numberText(counts[kind]),
        }))}
      />
      {(['changed', 'new', 'absent'] as const).map((kind) => (
        <ChangeList of={of} kind={kind} lines={lists[kind]} count={counts[kind]} />
      ))}
    </Card>
  )
}

type ListProps = { of: Import; kind: 'new' | 'changed' | 'absent'; lines: Lines; count: number }

function ChangeList({ of, kind, lines, count }: ListProps) {
  if (lines.length === 0) return null
  const hrefOf = (code: string) =>
    kind === 'absent' ? `/danh-muc/${code}` : `/danh-muc/nhap/${of.id}/${encodeURIComponent(code)}`
  return (
    <details class="tg-more" open={kind === 'changed'}>
      <summary>
        {say(`catalogue.import.${kind}`)} ({numberText(count)})
      </summary>
      <div>
        {kind === 'absent' && <p class="tg-muted">{t('catalogue.import.absent_why')}</p>}
        <ul>
          {lines.map(({ code, name }) => (
            <li>
              <a class="tg-code" href={hrefOf(code)}>
                {code}
              </a>{' '}
              {name}
            </li>
          ))}
        </ul>
        {count > lines.length && <p>{t('catalogue.import.more', { count: count - lines.length })}</p>}
      </div>
    </details>
  )
}

/** The command line and the interface for machines tell all of them. */
const mostShown = 500

const Rejections = ({ of: { rejected } }: { of: Import }) => (
  <Card title={`${t('catalogue.import.rejected')} (${numberText(rejected.total)})`} flush>
    <Table
      caption={t('catalogue.import.rejected')}
      captionHidden
      rows={rejected.kept.slice(0, mostShown)}
      empty=""
      columns={[
        { key: 'line', label: t('catalogue.import.line'), head: true, cell: ({ line }) => numberText(line) },
        { key: 'reason', label: t('catalogue.import.reason'), cell: ({ key, params }) => t(key, params) },
      ]}
    />
    {rejected.total > mostShown && (
      <p class="tg-pillar tg-muted">{t('catalogue.import.more', { count: rejected.total - mostShown })}</p>
    )}
  </Card>
)
