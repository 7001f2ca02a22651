/** A page for whatever went wrong: what happened, what is safe, where to go on. */
import { type Key, type Params, say, t } from '#kernel/text.ts'
import { LinkButton } from './button.tsx'
import { Desk } from './desk.tsx'
import { PhoneLink } from './frame.tsx'
import { Page } from './page.tsx'
import { shortRequest, usePlaces, useShell } from './shell.ts'
import { Void } from './void.tsx'

type Props = { status: number; message: { key: Key; params: Params }; next: string }

/** Whoever is signed in keeps the parts of their work at the side: from there they go on. */
export function ProblemPage({ status, message, next }: Props) {
  const { person, requestId } = useShell()
  const Frame = person ? Desk : Page
  const title = say(message.key, message.params)
  return (
    <Frame title={title} narrow bare>
      <Void
        title={title}
        level={1}
        actions={<Ways status={status} next={next} />}
        code={t('ui.request', { id: shortRequest(requestId) })}
      >
        <p>{t(status >= 500 ? 'ui.problem.ours' : 'ui.problem.safe')}</p>
        <p>
          {t('ui.problem.call')} <PhoneLink />. {t('ui.problem.read_code')}
        </p>
      </Void>
    </Frame>
  )
}

function Ways({ status, next }: { status: number; next: string }) {
  const { person } = useShell()
  const { home, signIn, account } = usePlaces()
  return (
    <>
      {status === 401 && <LinkButton href={`${signIn}?next=${encodeURIComponent(next)}`}>{t('ui.sign_in')}</LinkButton>}
      <LinkButton kind={status === 401 ? 'second' : 'main'} href={home}>
        {t('ui.problem.home')}
      </LinkButton>
      {status === 403 && person && (
        <LinkButton kind="second" href={account}>
          {t('ui.account')}
        </LinkButton>
      )}
    </>
  )
}
