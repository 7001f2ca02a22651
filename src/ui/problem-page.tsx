/** A page for whatever went wrong: what happened, what is safe, where to go on. */
import { type Key, type Params, say, t } from '#kernel/text.ts'
import { Page } from './page.tsx'
import { usePlaces, useShell } from './shell.ts'

type Props = { status: number; message: { key: Key; params: Params }; next: string }

export function ProblemPage({ status, message, next }: Props) {
  const { requestId, help } = useShell()
  const { home, signIn } = usePlaces()
  const title = say(message.key, message.params)
  return (
    <Page title={title} narrow bare>
      <div class="tg-void">
        <h1>{title}</h1>
        <p>{t(status >= 500 ? 'ui.problem.ours' : 'ui.problem.safe')}</p>
        <p class="tg-row">
          {status === 401 && (
            <a class="ds-button" href={`${signIn}?next=${encodeURIComponent(next)}`}>
              {t('ui.sign_in')}
            </a>
          )}
          <a class="ds-button" data-variant="secondary" href={home}>
            {t('ui.problem.home')}
          </a>
        </p>
        <p>{t('ui.problem.call', { phone: help.phone })}</p>
        <p class="tg-muted">{t('ui.request', { id: requestId })}</p>
      </div>
    </Page>
  )
}
