/** A slip as a page: the same sheet as the PDF, for screens, screen readers and the browser's own printing. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PrintSheet } from '#ui/print-sheet.tsx'
import { Qr } from '#ui/qr.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { sheetOf } from './sheet-of.ts'
import type { Block, Sheet, SignPlace } from './sheet.ts'
import type { Slip } from './slip.store.ts'
import { formOf } from './statutory-form.ts'

export function SlipPage({ slip }: { slip: Slip }) {
  const form = formOf(slip.kind, slip.edition)
  const sheet = sheetOf(slip.content, form)
  return (
    <Page title={sheet.title} bare>
      <div class="tg-noprint tg-stack">
        <p class="tg-lead">{t('slips.page.lead')}</p>
        {form.assumed && <Notice>{t('slips.page.assumed', { citation: form.citation })}</Notice>}
        <p>
          <LinkButton href={`/phieu/${slip.id}/tep`}>{t('slips.page.download')}</LinkButton>
        </p>
      </div>
      <SheetView sheet={sheet} />
    </Page>
  )
}

const SheetView = ({ sheet }: { sheet: Sheet }) => (
  <PrintSheet
    paper={sheet.paper}
    lies={sheet.lies}
    title={sheet.title}
    issuer={{
      name: sheet.head.issuer,
      ...(sheet.head.above !== null && { above: sheet.head.above }),
      ...(sheet.head.number !== null && { number: sheet.head.number }),
    }}
    placeAndDay={sheet.head.placeAndDay}
    {...(sheet.code && {
      code: { ...sheet.code, picture: sheet.qr && <Qr of={sheet.qr.text} label={sheet.qr.alt} /> },
    })}
    sign={[sheet.sign.left && <Place of={sheet.sign.left} />, <Place of={sheet.sign.right} />]}
  >
    {sheet.blocks.map((block) => (
      <BlockView block={block} lies={sheet.lies} />
    ))}
    {sheet.notice && <p class="tg-muted">{sheet.notice}</p>}
    <p class="tg-muted">{sheet.foot}</p>
  </PrintSheet>
)

const Place = ({ of: { title, hint, name } }: { of: SignPlace }) => (
  <>
    <b>
      <Lines of={title} />
    </b>
    <br />
    <small>{hint}</small>
    {name && (
      <>
        <br />
        <b>{name}</b>
      </>
    )}
  </>
)

const Lines = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

function BlockView({ block, lies }: { block: Block; lies: boolean }): ComponentChildren {
  switch (block.kind) {
    case 'rows':
      return (
        <SummaryList
          of={block.rows.map(({ label, value, strong }) => ({
            label,
            value: strong ? (
              <strong>
                <Lines of={value} />
              </strong>
            ) : (
              <Lines of={value} />
            ),
          }))}
        />
      )
    case 'text':
      return <p class={block.tone === 'quiet' ? 'tg-muted' : undefined}>{block.text}</p>
    case 'list':
      return <ListView block={block} />
    case 'table':
      return (
        <Table
          caption={block.title}
          columns={block.columns.map(({ label }, at) => ({
            key: String(at),
            label,
            cell: (row: readonly string[]) => (row[at] ? <Lines of={row[at]} /> : null),
            ...(at === 0 && { number: true }),
            ...(at === 1 && { head: true }),
          }))}
          rows={block.rows}
          empty={block.empty}
          exports={false}
          wide={lies}
        />
      )
  }
}

const ListView = ({ block: { title, items } }: { block: Extract<Block, { kind: 'list' }> }) => (
  <>
    <h2 class="tg-slip-part">{title}</h2>
    <ol>
      {items.map(({ text, more }) => (
        <li>
          <Lines of={text} />
          {more.map((one) => (
            <p class="tg-muted">{one}</p>
          ))}
        </li>
      ))}
    </ol>
  </>
)
