/** The forms by which a dossier is moved: each under its name, folded unless it is the one most pressing. */
import type { ComponentChildren } from 'preact'
import { inWords } from '#fields/words.ts'
import type { Returned } from '#kernel/submit.ts'
import { localeNow, say, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Details } from '#ui/details.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { UploadField, type UploadItem } from '#ui/upload-field.tsx'
import { CostNotice } from '#modules/scores/public.ts'
import type { Colleague } from './colleague.store.ts'
import { type Reason, reasons } from './grounds.ts'
import { type ActName, acts } from './offer.ts'
import type { Shown } from './shown.store.ts'

export type Backs = { readonly act: ActName; readonly returned: Returned } | null
type Props = {
  shown: Shown
  back: Backs
  idempotencyKey: string
  /** Files sent for a result, and how large one may be. */
  sent: { readonly items: readonly UploadItem[]; readonly megabytes: number }
}

const actPath = (id: string, act: ActName): string => `/mot-cua/ho-so/${id}/${acts[act].at}`

/** Done on a page of their own, because they look at the whole dossier. */
const onOwnPage: readonly ActName[] = ['receive', 'ask_supplement', 'ask_supplement_again']
/** One press. */
const bare: readonly ActName[] = ['take', 'reach']

export function Acts(props: Props) {
  const { offers, docket } = props.shown
  const { id } = docket.dossier
  // What refuses is never what a page suggests.
  const first = offers.includes('receive')
    ? undefined
    : offers.find((one) => !onOwnPage.includes(one) && !bare.includes(one))
  return (
    <div class="tg-stack">
      <div class="tg-row">
        {offers
          .filter((one) => onOwnPage.includes(one))
          .map((one, at) => (
            <LinkButton
              kind={at === 0 ? 'main' : 'second'}
              href={actPath(id, one === 'receive' ? one : 'ask_supplement')}
            >
              {say(`dossiers.action.${one.replace('_again', '')}`)}
            </LinkButton>
          ))}
        {offers
          .filter((one) => bare.includes(one))
          .map((one) => (
            <form method="post" action={actPath(id, one)}>
              <input type="hidden" name="_key" value={`${props.idempotencyKey}-${one}`} />
              <input type="hidden" name="revision" value={String(docket.dossier.revision)} />
              <Button>{say(`dossiers.action.${one}`)}</Button>
            </form>
          ))}
      </div>
      {offers
        .filter((one) => !onOwnPage.includes(one) && !bare.includes(one))
        .map((one) => (
          <Details summary={titleOf(one)} open={one === (props.back?.act ?? first)}>
            <ActForm {...props} act={one} />
          </Details>
        ))}
    </div>
  )
}

const spoken: Partial<Record<ActName, string>> = {
  take_supplement: 'answer_supplement',
  decide_withdrawal: 'ask_withdrawal',
}
const titleOf = (act: ActName): string => say(`dossiers.action.${spoken[act] ?? act}`)

/** Whoever is named is a signer, and only when the dossier goes before one. */
const toSigner: readonly ActName[] = ['finish_step', 'record_answer', 'record_silence', 'propose_refusal']

function ActForm(props: Props & { act: ActName }) {
  const { act, shown, back, idempotencyKey } = props
  const { dossier } = shown.docket
  return (
    <Form
      id={act}
      action={actPath(dossier.id, act)}
      words="dossiers.form"
      send="dossiers.form.send"
      back={back?.act === act ? back.returned : undefined}
      idempotencyKey={`${idempotencyKey}-${act}`}
      hidden={{ revision: String(dossier.revision) }}
      files={act === 'issue'}
      {...(toSigner.includes(act) && {
        labels: { to: t('dossiers.form.to_signer') },
        hints: { to: t('dossiers.form.to_signer_hint') },
      })}
    >
      <Fields {...props} />
    </Form>
  )
}

function Fields(props: Props & { act: ActName }): ComponentChildren {
  const { act, shown } = props
  switch (act) {
    case 'refuse_at_desk':
      return <WithReason of={reasons.refuse_at_desk} />
    case 'stop':
      return <WithReason of={reasons.stop} />
    case 'propose_refusal':
      return (
        <>
          <WithReason of={reasons.refuse} />
          <ToWhom of={shown.signers} />
        </>
      )
    case 'hand_over':
    case 'assign':
      return <ToWhom of={shown.docket.dossier.state === 'awaiting_signature' ? shown.signers : shown.specialists} />
    case 'finish_step':
      return <StepDone shown={shown} agency={false} />
    case 'record_answer':
    case 'record_silence':
      return <StepDone shown={shown} agency={act} />
    case 'approve':
      return <TextField name="note" lines={2} optional />
    case 'send_back':
      return <TextField name="reason_text" lines={3} />
    case 'issue':
      return <Result {...props} />
    case 'return':
      return <Return />
    case 'extend':
      return (
        <>
          <DayField name="dueOn" />
          <TextField name="apology" lines={4} />
        </>
      )
    case 'ask_payment':
      return (
        <>
          <DayField name="dueOn" />
          <TextField name="note" lines={2} optional />
        </>
      )
    case 'note_payment':
    case 'note_refund':
      return <TextField name="paid" />
    case 'take_supplement':
      return (
        <>
          <Radios name="way" options={options('way', ['direct', 'post'])} />
          <TextField name="brought" lines={3} />
        </>
      )
    case 'decide_withdrawal':
      return (
        <>
          <Radios name="grant" options={options('grant', ['yes', 'no'])} />
          <TextField name="text" lines={3} optional />
        </>
      )
    case 'receive':
    case 'ask_supplement':
    case 'ask_supplement_again':
    case 'take':
    case 'reach':
      return null
  }
}

const options = (field: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: say(`dossiers.form.${field}.${value}`) }))

export const reasonOptions = (of: readonly Reason[]) =>
  of.map((one) => ({ value: one.code, label: (localeNow() === 'en' && one.en) || one.vi }))

const WithReason = ({ of }: { of: readonly Reason[] }) => (
  <>
    <Select name="reason" options={reasonOptions(of)} />
    <TextField name="text" lines={4} />
    <TextField name="basis" width="full" />
  </>
)

const ToWhom = ({ of }: { of: readonly Colleague[] }) => (
  <Select
    name="to"
    optional
    options={of.map(({ accountId, name, title }) => ({ value: accountId, label: `${name}, ${title}` }))}
    blank={t('dossiers.queue.to_pool')}
  />
)

function StepDone({ shown, agency }: { shown: Shown; agency: false | 'record_answer' | 'record_silence' }) {
  const { steps, process } = shown.docket
  const open = steps.filter((row) => row.closedAt === null && (row.agency !== null) === (agency !== false))
  const title = (code: string) => {
    const step = process.find((one) => one.code === code)
    return step ? inWords(step.title) : code
  }
  return (
    <>
      <Select
        name="step"
        options={open.map(({ code, agency: name }) => ({
          value: code,
          label: name ? `${title(code)} (${name})` : title(code),
        }))}
        {...(open.length === 1 && { blank: null })}
      />
      {agency === 'record_answer' ? (
        <TextField name="answer" lines={4} />
      ) : (
        <TextField name="note" lines={2} optional />
      )}
      <ToWhom of={shown.signers} />
    </>
  )
}

const Result = ({ sent, shown }: Props) => (
  <>
    <CostNotice costs={shown.costs} />
    <Radios name="kind" options={options('kind', ['document', 'register'])} />
    <TextField name="title" optional />
    <TextField name="entry" optional width="full" />
    <UploadField
      name="file"
      items={sent.items}
      optional
      accept=".pdf,image/jpeg,image/png"
      megabytes={sent.megabytes}
    />
  </>
)

const Return = () => (
  <>
    <Radios name="how" options={options('how', ['electronic', 'counter', 'post'])} />
    <TextField name="to_whom" optional />
    <TextField name="note" lines={2} optional />
  </>
)
