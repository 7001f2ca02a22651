/** The pages of the invented provider: who of the invented people comes in, and at which level. */
import { addMessages, inLocale, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { renderPage } from '#ui/render.tsx'
import type { Shell } from '#ui/shell.ts'
import { scriptPath, stylesheetPath } from './assets.ts'
import { messages as en } from './sandbox.messages.en.ts'
import { messages as vi } from './sandbox.messages.vi.ts'
import type { Citizens } from './sandbox-people.ts'

addMessages('vi', vi)
addMessages('en', en)

/** What of the house's shell the pages of somebody else borrow. */
export type SandboxShell = Pick<Shell, 'province' | 'help'>

const shellOf = (shell: SandboxShell): Shell => ({
  ...shell,
  locale: 'vi',
  path: '/dang-nhap-vneid',
  demo: true,
  person: null,
  nav: [],
  row: [],
  requestId: '',
  styles: stylesheetPath(),
  script: scriptPath(),
})

/** As people know it: a name is the same in every language. */
export const sandboxName = () => inLocale('vi', () => t('sandbox.title'))

export const choicePage = (shell: SandboxShell, citizens: Citizens) =>
  renderPage(shellOf(shell), <ChoicePage of={citizens} />)

export const errorPage = (shell: SandboxShell) => renderPage(shellOf(shell), <LostPage />)

const ChoicePage = ({ of: { people, organisations } }: { of: Citizens }) => (
  <Page title={t('sandbox.title')} lead={t('sandbox.lead')} narrow>
    <div class="tg-stack">
      <Notice tone="wait">{t('sandbox.invented')}</Notice>
      <ul class="tg-docs">
        {people.map(({ techId, name, number, residence }) => (
          <Choice techId={techId} name={name} text={`${number}. ${residence}`} levels />
        ))}
        {organisations.map(({ techId, name, businessCode, residence }) => (
          <Choice techId={techId} name={name} text={`${businessCode}. ${residence}`} />
        ))}
      </ul>
      <form method="post">
        <Button kind="plain" name="ai" value="">
          {t('sandbox.turn_back')}
        </Button>
      </form>
    </div>
  </Page>
)

type ChoiceProps = { techId: string; name: string; text: string; levels?: boolean }

const Choice = ({ techId, name, text, levels = false }: ChoiceProps) => (
  <li>
    <Icon name={levels ? 'user' : 'shop'} />
    <div>
      <strong>{name}</strong>
      <p class="tg-small tg-muted">{text}</p>
      <form method="post" class="tg-row">
        <input type="hidden" name="ai" value={techId} />
        {(levels ? ['2', '1'] : ['2']).map((level) => (
          <Button kind="second" name="muc" value={level}>
            {levels ? t('sandbox.level', { level }) : t('sandbox.organisation')}
            <span class="tg-sr"> {t('sandbox.as', { name })}</span>
          </Button>
        ))}
      </form>
    </div>
  </li>
)

const LostPage = () => (
  <Page title={t('sandbox.lost')} lead={t('sandbox.lost_why')} narrow problem>
    <LinkButton href="/dang-nhap-vneid">{t('sandbox.again')}</LinkButton>
  </Page>
)
