/** Where a dossier stands, in one word and one sentence: ours until the desk has it, then those of the desk. */
import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import type { Application, ApplicationState } from './application.ts'
import type { Progress, ProgressLink } from './progress.ts'

const tones: Readonly<Record<ApplicationState, StatusTone>> = {
  filed: 'new',
  at_desk: 'new',
  withdrawn: 'stop',
  received: 'run',
}

export const StateWord = ({ state, large = false }: { state: ApplicationState; large?: boolean }) => (
  <Status tone={tones[state]} large={large}>
    {say(`filing.state.${state}`)}
  </Status>
)

/** In the words of whoever handles it, once somebody does. */
export const Standing = ({
  application,
  progress,
  large = false,
}: {
  application: Pick<Application, 'state'>
  progress: Progress | undefined
  large?: boolean
}) =>
  progress ? (
    <Status tone={progress.tone} large={large}>
      {t(progress.word, progress.params)}
    </Status>
  ) : (
    <StateWord state={application.state} large={large} />
  )

export const nextOf = ({ state }: Pick<Application, 'state'>, progress: Progress | undefined): string =>
  progress ? t(progress.next, progress.params) : say(`filing.next.${state}`)

/** What the desk offers its owner: to complete it, to see the result, to ask for it back. */
export const Links = ({ of }: { of: readonly ProgressLink[] }) => (
  <div class="tg-row">
    {of.map(({ href, label, main = false }) => (
      <LinkButton href={href} kind={main ? 'main' : 'second'}>
        {t(label)}
      </LinkButton>
    ))}
  </div>
)
