/** The pages around a sign-in. */
import type { DemonstrationAccount } from '#kernel/demonstration.store.ts'
import { signInRule } from '#kernel/account.ts'
import type { Post } from '#kernel/post.store.ts'
import { hasMessage, localeNow, say, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneLink } from '#ui/frame.tsx'
import { CodeField, PasswordField, TextField } from '#ui/text-field.tsx'
import { onwardFields, type Kept, type Onward } from '#kernel/onward.ts'

type SignInProps = {
  onward: Onward
  demonstration: readonly DemonstrationAccount[]
  back?: Returned | undefined
  /** The session was lost while a form was on its way: how many files it had, which cannot be kept. */
  lostFiles?: number
  /** Somebody came to a page that only staff may see. */
  asked?: boolean
}

export const SignInPage = ({ onward, demonstration, back, lostFiles = 0, asked }: SignInProps) => (
  <Page title={t('admin.sign_in.title')} lead={t('admin.sign_in.lead')} narrow problem={back !== undefined}>
    <div class="tg-stack">
      {onward.kept && (
        <Notice tone="wait">
          <p>{t('admin.sign_in.kept')}</p>
          {lostFiles > 0 && <p>{t('admin.sign_in.kept_files', { count: lostFiles })}</p>}
        </Notice>
      )}
      {asked && !onward.kept && <Notice tone="run">{t('admin.sign_in.asked')}</Notice>}
      {demonstration.length > 0 && <Demonstration accounts={demonstration} onward={onward} />}
      <Card raised={demonstration.length === 0} title={t('admin.sign_in.staff')}>
        <Form
          action="/dang-nhap"
          words="admin.sign_in"
          send="admin.sign_in.send"
          back={back}
          hidden={onwardFields(onward)}
        >
          <TextField name="login" autocomplete="username" />
          <PasswordField name="password" />
        </Form>
        <Details summary={t('admin.sign_in.forgotten')}>
          <p>
            {t('admin.sign_in.forgotten_answer', {
              failures: signInRule.failuresBeforeLock,
              minutes: signInRule.lockMinutes,
            })}{' '}
            <PhoneLink />
          </p>
        </Details>
      </Card>
    </div>
  </Page>
)

const roleName = (post: Post) => (localeNow() === 'vi' ? post.roleVi : post.roleEn)
const canDo = (post: Post) => {
  const key = `admin.can.${post.roleCode}`
  return hasMessage(key) ? say(key) : roleName(post)
}

/** Only on a house of demonstration: everybody invented, one press each, no password. */
const Demonstration = ({ accounts, onward }: { accounts: readonly DemonstrationAccount[]; onward: Onward }) => (
  <Card raised title={t('admin.demo.title')}>
    <p>{t('admin.demo.lead')}</p>
    <ul class="tg-docs tg-docs-act">
      {accounts.map((account) => (
        <li>
          <Icon name="user" />
          <div>
            <strong>{account.name}</strong>
            {account.posts.map((post) => (
              <p class="tg-small">
                {post.title}, {post.unit}. <span class="tg-muted">{canDo(post)}</span>
              </p>
            ))}
          </div>
          <form action="/dang-nhap/minh-hoa" method="post">
            <input type="hidden" name="login" value={account.login} />
            {Object.entries(onwardFields(onward)).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button kind="second">
              {t('admin.demo.send')}
              <span class="tg-sr"> {t('admin.demo.as', { name: account.name })}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  </Card>
)

export const SecondFactorPage = ({ onward, back }: { onward: Onward; back?: Returned | undefined }) => (
  <Page title={t('admin.second_factor.title')} lead={t('admin.second_factor.lead')} narrow problem={back !== undefined}>
    <Form
      action="/dang-nhap/ma"
      words="admin.second_factor"
      send="admin.second_factor.send"
      back={back}
      hidden={onwardFields(onward)}
      also={
        <LinkButton kind="plain" href="/dang-nhap">
          {t('admin.second_factor.again')}
        </LinkButton>
      }
    >
      <CodeField name="code" />
    </Form>
    <p class="tg-small tg-muted">
      {t('admin.second_factor.lost')} <PhoneLink />
    </p>
  </Page>
)

type PostsProps = { posts: readonly Post[]; now: string | null; onward: Onward }

export const ChoosePostPage = ({ posts, now, onward }: PostsProps) => (
  <Desk title={t('admin.choose_post.title')} lead={t('admin.choose_post.lead')} narrow>
    {posts.length === 0 && <Notice tone="wait">{t('admin.choose_post.none')}</Notice>}
    <div class="tg-stack">
      {posts.map((post) => (
        <Card title={post.title} aside={post.id === now && t('admin.choose_post.now')}>
          <p>{post.unit}</p>
          <p class="tg-small tg-muted">{roleName(post)}</p>
          <form action="/vi-tri" method="post">
            <input type="hidden" name="postId" value={post.id} />
            {Object.entries(onwardFields(onward)).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button kind="second">{t('admin.choose_post.send', { title: post.title, unit: post.unit })}</Button>
          </form>
        </Card>
      ))}
    </div>
  </Desk>
)

/** Signed in again: one press sends what had been typed to where it was going. */
export const SendAgainPage = ({ next, kept }: { next: string; kept: Kept }) => (
  <Page title={t('admin.send_again.title')} lead={t('admin.send_again.lead')} narrow>
    <form class="tg-form" action={next} method="post">
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="tg-form-actions tg-row">
        <Button>{t('admin.send_again.send')}</Button>
        <LinkButton kind="plain" href="/">
          {t('admin.send_again.drop')}
        </LinkButton>
      </div>
    </form>
  </Page>
)
