import { say, t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Desk } from '#ui/desk.tsx'
import { Page } from '#ui/page.tsx'
import type { Slip } from '#modules/slips/public.ts'
import type { Dossier } from './dossier.ts'
import type { SlipOf } from './slip.store.ts'

const Slips = ({ of }: { of: readonly SlipOf[] }) => (
  <DocumentList
    of={of.map(({ kind, at, id }) => {
      const name = say(`dossiers.slip.kind.${kind}`)
      return {
        title: id === null ? name : <a href={`/phieu/${id}`}>{name}</a>,
        text: id === null ? t('dossiers.slip.being_made') : momentText(at),
      }
    })}
  />
)

/** At the desk: what went out to the owner, and the control sheet. */
export const SlipsCard = ({ slips }: { slips: readonly SlipOf[] }) =>
  slips.length === 0 ? null : (
    <Card title={t('dossiers.slip.title')}>
      <Slips of={slips} />
    </Card>
  )

export const OwnSlipsPage = ({ dossier, slips }: { dossier: Dossier; slips: readonly SlipOf[] }) => (
  <Page
    title={t('dossiers.slip.title')}
    eyebrow={dossier.title}
    lead={t('dossiers.slip.lead')}
    narrow
    crumbs={[
      { href: '/ho-so', label: t('filing.mine.title') },
      { href: `/ho-so/${dossier.id}`, label: dossier.code ?? dossier.requestCode },
      { label: t('dossiers.slip.title') },
    ]}
  >
    {slips.length === 0 ? <p>{t('dossiers.slip.none')}</p> : <Slips of={slips} />}
  </Page>
)

const registerItem = ({ id, content, madeAt }: Slip) => {
  const months = content.kind === 'register' ? [content.from, content.to].map(dayText).join(' – ') : ''
  return {
    title: <a href={`/phieu/${id}`}>{months}</a>,
    text: t('dossiers.register.closed', { at: momentText(madeAt) }),
  }
}

export const RegistersPage = ({ of }: { of: readonly Slip[] }) => (
  <Desk title={t('dossiers.register.title')} lead={t('dossiers.register.lead')}>
    {of.length === 0 ? <p>{t('dossiers.register.none')}</p> : <DocumentList of={of.map(registerItem)} />}
  </Desk>
)
