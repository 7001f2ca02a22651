/** Where a one-time link leads: to set a password, and the first time to name the first administrator. */
import { shortestPassword } from '#kernel/account.ts'
import { acceptInvitation } from '#kernel/invitation.commands.ts'
import { findInvitation } from '#kernel/invitation.store.ts'
import { refuse } from '#kernel/problem.ts'
import { hashOf } from '#kernel/session.store.ts'
import { submit } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import { Page } from '#ui/page.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'

const tokenOf = (c: WebContext) => c.req.param('token') ?? ''

async function pageOf(c: WebContext, back?: Returned) {
  const token = tokenOf(c)
  const invitation = await findInvitation(c.var.ctx.db, hashOf(token), c.var.ctx.now)
  if (!invitation) refuse('missing', 'kernel.invitation.over')
  const { login, totpSecret } = invitation
  return <SetUpPage token={token} login={login} shortest={shortestPassword(Boolean(totpSecret))} back={back} />
}

const show = (c: WebContext): Promise<Answer> => pageOf(c)

async function answer(c: WebContext): Promise<Answer> {
  const sent = await submit(c, acceptInvitation, { token: tokenOf(c) })
  if (sent.ok) return go(c, '/dang-nhap', 'admin.set_up.done')
  return { status: sent.status, page: await pageOf(c, sent) }
}

type Props = { token: string; login: string | null; shortest: number; back?: Returned | undefined }

const SetUpPage = ({ token, login, shortest, back }: Props) => (
  <Page
    title={login === null ? t('admin.set_up.first_title') : t('admin.set_up.again_title')}
    lead={login === null ? t('admin.set_up.first_lead') : t('admin.set_up.lead', { login })}
    narrow
    problem={back !== undefined}
  >
    <Form action={`/thiet-lap/${token}`} words="admin.set_up" send="admin.set_up.send" back={back}>
      {login === null && (
        <>
          <TextField name="login" autocomplete="username" />
          <TextField name="name" autocomplete="name" />
          <TextField name="title" autocomplete="organization-title" />
        </>
      )}
      <p>{t('admin.password_rule', { minimum: shortest })}</p>
      <PasswordField name="password" fresh />
    </Form>
  </Page>
)

export const invitationPages = [get('/thiet-lap/:token', 'public', show), post('/thiet-lap/:token', 'public', answer)]
