import { inWords } from '#fields/words.ts'
import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { CostNotice, type CostOfAct } from '#modules/scores/public.ts'
import type { Component } from '#modules/services/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Check, Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { NumberField, TextField } from '#ui/text-field.tsx'
import type { Dossier } from './dossier.ts'
import { identityChecks, paperForms } from './reception.ts'

type Props = {
  dossier: Dossier
  papers: readonly Component[]
  costs: readonly CostOfAct[]
  units: readonly { readonly slug: string; readonly name: string }[]
  /** Nothing was filed on paper: what came is electronic unless somebody says otherwise. */
  back: Returned | undefined
  idempotencyKey: string
}

export function ReceptionPage({ dossier, papers, costs, units, back, idempotencyKey }: Props) {
  const at = `/mot-cua/ho-so/${dossier.id}`
  return (
    <Desk
      title={t('dossiers.reception.title')}
      eyebrow={<span class="tg-num">{dossier.requestCode}</span>}
      lead={`${dossier.title}: ${dossier.applicant}, …${dossier.numberTail}`}
      crumbs={[
        { href: '/mot-cua', label: t('dossiers.queue.nav') },
        { href: at, label: dossier.requestCode },
        { label: t('dossiers.reception.title') },
      ]}
      narrow
      problem={Boolean(back)}
    >
      <Form
        action={`${at}/tiep-nhan`}
        words="dossiers.reception"
        send="dossiers.reception.send"
        back={back}
        idempotencyKey={idempotencyKey}
        values={startOf(dossier, papers)}
        hidden={{ revision: String(dossier.revision) }}
        also={
          <LinkButton kind="second" href={`${at}/bo-sung`}>
            {t('dossiers.action.ask_supplement')}
          </LinkButton>
        }
      >
        <Radios
          name="identity"
          options={identityChecks.map((value) => ({ value, label: t(`dossiers.reception.identity.${value}`) }))}
        />
        <h2>{t('dossiers.reception.papers')}</h2>
        <CostNotice costs={costs} />
        {papers.length === 0 && <p>{t('dossiers.reception.no_papers')}</p>}
        {papers.map((paper, row) => (
          <Paper paper={paper} row={row} />
        ))}
        <Details summary={t('dossiers.reception.elsewhere')} open={Boolean(back)}>
          <Select
            name="competent"
            optional
            options={units.map(({ slug, name }) => ({ value: slug, label: name }))}
            blank={t('dossiers.reception.own')}
          />
          {dossier.channel !== 'online' && (
            <>
              <DayField name="receivedOn" optional />
              <TextField name="receivedTime" optional width="sm" />
            </>
          )}
        </Details>
        <TextField name="note" lines={2} optional />
      </Form>
    </Desk>
  )
}

const startOf = ({ channel }: Dossier, papers: readonly Component[]) => ({
  identity: channel === 'online' ? 'electronic' : channel === 'post' ? 'post' : '',
  ...Object.fromEntries(
    papers.flatMap((_, row) => [
      [`components.${row}.form`, channel === 'online' ? 'electronic' : ''],
      [`components.${row}.copies`, 1],
    ]),
  ),
})

function Paper({ paper, row }: { paper: Component; row: number }) {
  const name = (part: string) => `components.${row}.${part}`
  const notes = [
    paper.optional && t('dossiers.reception.optional'),
    paper.oneOf && t('dossiers.reception.one_of'),
    paper.digitise && t('dossiers.reception.must_digitise'),
  ].filter(Boolean)
  return (
    <fieldset class="ds-fieldset tg-section-fields tg-row-fields">
      <legend class="tg-legend-lg">{inWords(paper.name)}</legend>
      {notes.length > 0 && <p class="tg-small tg-muted">{notes.join(' · ')}</p>}
      <Hidden name={name('code')} value={paper.code} />
      <Radios
        name={name('form')}
        optional
        options={['', ...paperForms].map((value) => ({
          value,
          label: t(`dossiers.paper.${(value || 'none') as 'none'}`),
        }))}
        stacked={false}
      />
      <NumberField name={name('copies')} whole optional />
      <Check name={name('digitised')} />
      <Check name={name('held')} />
    </fieldset>
  )
}
