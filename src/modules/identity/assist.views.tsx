/** The pages of whoever helps citizens at the desk. */
import { kioskPlaces } from '#kernel/kiosk.ts'
import { say, t } from '#kernel/text.ts'
import { plusDays, type Day } from '#kernel/time.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check, Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { allWays, isConsentInForce, longestDaysOn, purposes } from './consent.ts'
import type { ConsentRow } from './consent.store.ts'
import type { Upload } from '#modules/uploads/public.ts'
import { PaperLinks } from './representation.views.tsx'
import type { RepresentationRow } from './representation.store.ts'

const path = '/ho-tro-nguoi-dan'

type Props = { rows: readonly ConsentRow[]; words: string | null; today: Day; back: Returned | undefined }

export const AssistPage = ({ rows, words, today, back }: Props) => (
  <Desk title={t('identity.assist.title')} lead={t('identity.assist.lead')} problem={back !== undefined}>
    <div class="tg-stack-lg">
      <div class="tg-cols tg-cols-2">
        <Card title={t('identity.consent.new')}>
          {words === null ? (
            <Notice tone="wait">{t('identity.consent.no_words')}</Notice>
          ) : (
            <ConsentForm words={words} today={today} back={back} />
          )}
        </Card>
        <Card title={t('identity.assist.declarations')}>
          <p class="tg-muted">{t('identity.assist.declarations_lead')}</p>
          <SearchForm />
          <p>
            <a href={kioskPlaces.home}>{t('identity.kiosk.set_up')}</a>
          </p>
        </Card>
      </div>
      <Card title={t('identity.consent.given')} flush>
        <Table
          caption={t('identity.consent.given')}
          captionHidden
          columns={columns(today)}
          rows={rows}
          empty={t('identity.consent.none_given')}
          exports={false}
        />
      </Card>
    </div>
  </Desk>
)

const ConsentForm = ({ words, today, back }: { words: string; today: Day; back: Returned | undefined }) => (
  <Form
    action={`${path}/dong-y`}
    words="identity.consent"
    send="identity.consent.send"
    back={back}
    hidden={{ words }}
    values={{ lastDay: plusDays(today, Math.min(30, longestDaysOn(today)) - 1), way: 'spoken' }}
  >
    <TextField name="number" maxLength={12} code />
    <TextField name="name" />
    <Select
      name="purpose"
      options={purposes.map((value) => ({ value, label: t(`identity.consent.purpose.${value}`) }))}
    />
    <blockquote class="tg-quote">{say(`identity.consent.words_${words}`)}</blockquote>
    <p class="tg-small tg-muted">{t('identity.consent.assumed')}</p>
    <Radios
      name="way"
      options={allWays.map((value) => ({ value, label: t(`identity.consent.way.${value}`) }))}
      stacked
    />
    <DayField name="lastDay" />
    <Check name="agreed" />
  </Form>
)

type CodeProps = {
  asked: { id: string; partyName: string; purpose: string; validTo: Day }
  /** It may still be typed. */
  isOpen: boolean
  back: Returned | undefined
}

/** The person reads out what came to their own address; nobody else can know it. */
export const CodePage = ({ asked, isOpen, back }: CodeProps) => (
  <Desk
    title={t('identity.consent.code_title')}
    lead={t('identity.consent.code_lead', {
      name: asked.partyName,
      purpose: say(`identity.consent.purpose.${asked.purpose}`),
      day: dayText(plusDays(asked.validTo, -1)),
    })}
    crumbs={[{ href: path, label: t('identity.assist.title') }, { label: t('identity.consent.code_title') }]}
    narrow
    problem={back !== undefined}
  >
    {isOpen ? (
      <Form action={`${path}/ma/${asked.id}`} words="identity.consent" send="identity.consent.send_code" back={back}>
        <TextField name="code" maxLength={6} code />
      </Form>
    ) : (
      <Notice tone="error">
        <p>{t('identity.consent.code_over')}</p>
        <p>
          <a href={path}>{t('identity.consent.ask_again')}</a>
        </p>
      </Notice>
    )}
  </Desk>
)

const SearchForm = ({ typed = '', wrong = false }: { typed?: string; wrong?: boolean }) => (
  <Form
    id="tim-khai-bao"
    action={`${path}/khai-bao`}
    words="identity.assist"
    send="identity.assist.search"
    values={{ number: typed }}
    {...(wrong && {
      back: {
        typed: { number: typed },
        problems: [{ path: 'number', key: 'input.wrong' }],
        key: 'kernel.check_the_form',
      } as const,
    })}
  >
    <TextField name="number" maxLength={12} code />
  </Form>
)

const columns = (today: Day): Column<ConsentRow>[] => [
  { key: 'who', label: t('identity.consent.name'), head: true, cell: ({ partyName }) => partyName },
  { key: 'number', label: t('identity.consent.number'), cell: ({ partyNumber }) => `…${partyNumber.slice(-4)}` },
  {
    key: 'why',
    label: t('identity.consent.purpose'),
    cell: ({ purpose }) => say(`identity.consent.purpose.${purpose}`),
  },
  { key: 'way', label: t('identity.consent.way'), cell: ({ way }) => say(`identity.consent.way.${way}`) },
  { key: 'to', label: t('identity.consent.lastDay'), cell: ({ validTo }) => dayText(plusDays(validTo, -1)) },
  {
    key: 'state',
    label: t('identity.consent.state'),
    cell: (row) =>
      isConsentInForce(row, today) ? (
        <form action={`${path}/dong-y/${row.id}/thoi`} method="post">
          <Button kind="plain">{t('identity.consent.end')}</Button>
        </form>
      ) : (
        <Status tone="stop">{t('identity.consent.is_over')}</Status>
      ),
  },
]

type DeclarationsProps = {
  rows: readonly RepresentationRow[]
  papers: ReadonlyMap<string, readonly Upload[]>
  number: string
  wrong?: boolean
}

export const DeclarationsPage = ({ rows, papers, number, wrong = false }: DeclarationsProps) => (
  <Desk
    title={t('identity.assist.declarations')}
    crumbs={[{ href: path, label: t('identity.assist.title') }, { label: t('identity.assist.declarations') }]}
    narrow
    problem={wrong}
  >
    <div class="tg-stack">
      <SearchForm typed={number} wrong={wrong} />
      {!wrong && rows.length === 0 && <Notice tone="run">{t('identity.assist.none')}</Notice>}
      {rows.map((row) => (
        <Card title={t('identity.assist.wants', { actor: row.actorName, party: row.named || row.partyName })}>
          <p>
            {t(`identity.basis.${row.basis}`)}. {row.says}
          </p>
          <PaperLinks at={`${path}/khai-bao/${row.id}`} papers={papers.get(row.id) ?? []} />
          <p class="tg-muted">{t('identity.assist.look')}</p>
          <form class="tg-row" action={`${path}/khai-bao/${row.id}`} method="post">
            <Button name="answer" value="confirmed">
              {t('identity.assist.confirm')}
            </Button>
            <Button kind="second" name="answer" value="refused">
              {t('identity.assist.refuse')}
            </Button>
          </form>
        </Card>
      ))}
    </div>
  </Desk>
)
