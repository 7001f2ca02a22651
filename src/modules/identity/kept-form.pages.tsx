/** After coming in again: one press sends what had been typed to where it was going. */
import { refuse } from '#kernel/problem.ts'
import { t } from '#kernel/text.ts'
import { get, type Answer, type WebContext } from '#kernel/web.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { citizenOf } from './acting.ts'
import { withOnward } from './attempt.ts'
import { findKeptForm } from './kept-form.store.ts'

const path = '/gui-lai'
export const keptFormPath = (id: string): string => `${path}/${id}`

async function show(c: WebContext): Promise<Answer> {
  const { personId, partyId } = citizenOf(c.var.ctx)
  const id = c.req.param('form') ?? ''
  const kept = (await findKeptForm(c.var.ctx, personId, id)) ?? refuse('missing', 'kernel.missing')
  return <KeptFormPage id={id} kept={kept} isSameParty={kept.partyId === partyId} />
}

type Props = {
  id: string
  kept: NonNullable<Awaited<ReturnType<typeof findKeptForm>>>
  /** Sent for another than is acted for now, it would be written to the wrong name. */
  isSameParty: boolean
}

const KeptFormPage = ({ id, kept, isSameParty }: Props) => (
  <Page title={t('identity.kept.title')} lead={t('identity.kept.lead')} narrow>
    {isSameParty ? (
      <form class="tg-form" action={kept.path} method="post">
        {kept.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="tg-form-actions tg-row">
          <Button>{t('identity.kept.send')}</Button>
          <LinkButton kind="plain" href="/">
            {t('identity.kept.drop')}
          </LinkButton>
        </div>
      </form>
    ) : (
      <div class="tg-stack">
        <Notice tone="wait">{t('identity.kept.other_party', { name: kept.partyName })}</Notice>
        <p>
          <LinkButton href={withOnward('/tai-khoan-cong-dan/thay-mat', keptFormPath(id))}>
            {t('identity.acting.choose')}
          </LinkButton>
        </p>
      </div>
    )}
  </Page>
)

export const keptFormPages = [get(`${path}/:form`, 'citizen', show)]
