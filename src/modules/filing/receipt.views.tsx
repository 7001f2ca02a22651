import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { momentText, moneyText } from '#ui/figures.ts'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { sizeText } from './file.views.tsx'
import { fingerprint, pemOf, type Receipt } from './receipt.ts'

/** As it was filed: in the words of then, not of now. */
export const ReceiptPage = ({ id, receipt, at = '/ho-so' }: { id: string; receipt: Receipt; at?: string }) => (
  <Page
    title={t('filing.receipt.title')}
    eyebrow={<span class="tg-num">{receipt.head.requestCode}</span>}
    lead={t('filing.receipt.lead')}
    crumbs={[
      { href: at, label: t(at === '/ho-so' ? 'filing.mine.title' : 'filing.assist.title') },
      { href: `${at}/${id}`, label: receipt.head.requestCode },
      { label: t('filing.receipt.title') },
    ]}
    narrow
  >
    <div class="tg-stack-lg">
      <div class="tg-row tg-noprint">
        {at === '/ho-so' && (
          <LinkButton href={`${at}/${id}/bien-nhan/tai-ve`} icon="receive" download>
            {t('filing.receipt.download')}
          </LinkButton>
        )}
        <LinkButton href={`${at}/${id}`} kind="second">
          {t('filing.receipt.back')}
        </LinkButton>
      </div>
      <Head receipt={receipt} />
      <Card title={t('filing.receipt.fields')}>
        <SummaryList of={receipt.fields.map(({ label, shown }) => ({ label, value: shown }))} />
      </Card>
      <Files receipt={receipt} />
      <Fees receipt={receipt} />
      <Card title={t('filing.receipt.declaration')}>
        <p>{receipt.head.declaration}</p>
      </Card>
      <Card title={t('filing.receipt.seal')}>
        <SummaryList
          of={[
            { label: t('filing.receipt.whole'), value: <Code>{receipt.seal.hash}</Code> },
            { label: t('filing.receipt.signed_by'), value: <Code>{fingerprint(receipt.seal.keyId)}</Code> },
          ]}
          stacked
        />
        <p class="tg-small tg-muted">
          {t('filing.receipt.how')} <a href="/bien-nhan/khoa">{t('filing.receipt.keys')}</a>
        </p>
      </Card>
    </div>
  </Page>
)

const Code = ({ children }: { children: string }) => <span class="tg-code tg-wrap-anywhere">{children}</span>

function Head({ receipt: { head, ...receipt } }: { receipt: Receipt }) {
  const relation = say(`filing.relation.${head.filedBy.relation}`)
  return (
    <Card title={head.procedure.title}>
      <SummaryList
        of={[
          { label: t('filing.receipt.request_code'), value: <strong class="tg-num">{head.requestCode}</strong> },
          { label: t('filing.receipt.filed_at'), value: momentText(new Date(head.filedAt)) },
          { label: t('filing.receipt.receiver'), value: head.receiver },
          { label: t('filing.receipt.case'), value: head.case.title },
          { label: t('filing.receipt.party'), value: `${head.party.name}, ${head.party.number}` },
          { label: t('filing.receipt.filed_by'), value: `${head.filedBy.name} (${relation})` },
          {
            label: t('filing.receipt.version'),
            value: `${head.procedure.code} · ${head.serviceVersion} · ${receipt.format}`,
          },
        ]}
      />
    </Card>
  )
}

const Files = ({ receipt: { files } }: { receipt: Receipt }) => (
  <Card title={t('filing.receipt.files')}>
    {files.length === 0 ? (
      <p class="tg-muted">{t('filing.receipt.no_files')}</p>
    ) : (
      <SummaryList
        of={files.map(({ label, name, size, sha256 }) => ({
          label: (
            <>
              {label}
              <br />
              {name} ({sizeText(size)})
            </>
          ),
          value: <Code>{sha256}</Code>,
        }))}
        stacked
      />
    )}
  </Card>
)

const Fees = ({ receipt: { fees, head } }: { receipt: Receipt }) => (
  <Card title={t('filing.receipt.fees')}>
    <SummaryList
      of={[
        ...fees.map(({ name, amount }) => ({ label: name, value: moneyText(amount) })),
        {
          label: <strong>{t('filing.receipt.fee_total')}</strong>,
          value: <strong>{head.feeTotal === 0 ? t('filing.fee.free') : moneyText(head.feeTotal)}</strong>,
        },
      ]}
    />
  </Card>
)

type ShownKey = { id: string; publicKey: string; validFrom: Date; validTo: Date | null }

export const KeysPage = ({ keys }: { keys: readonly ShownKey[] }) => (
  <Page title={t('filing.receipt.keys')} lead={t('filing.receipt.keys_lead')} narrow>
    <div class="tg-stack">
      {keys.length === 0 && <p class="tg-muted">{t('filing.receipt.no_keys')}</p>}
      {keys.map(({ id, publicKey, validFrom, validTo }) => (
        <Card title={<span class="tg-code">{fingerprint(id)}</span>}>
          <SummaryList
            of={[
              { label: t('filing.receipt.valid_from'), value: momentText(validFrom) },
              {
                label: t('filing.receipt.valid_to'),
                value: validTo ? momentText(validTo) : t('filing.receipt.in_force'),
              },
            ]}
          />
          <pre class="tg-code tg-wrap-anywhere">{pemOf(publicKey)}</pre>
        </Card>
      ))}
    </div>
  </Page>
)
