/** The pages where accounts and posts are managed. */
import { hasSecondFactor, isClosed, isLocked, signInRule, type Account } from '#kernel/account.ts'
import type { AccountLine } from '#kernel/account.store.ts'
import type { Post } from '#kernel/post.store.ts'
import type { Role } from '#kernel/role.store.ts'
import { localeNow, t } from '#kernel/text.ts'
import { dayOf, plusDays, type Day } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'

const list = '/quan-tri/tai-khoan'
const pathOf = (login: string) => `${list}/${encodeURIComponent(login)}`
const crumbs = (label: string) => [{ href: list, label: t('admin.account.list') }, { label }]
const roleName = (role: { nameVi: string; nameEn: string }) => (localeNow() === 'vi' ? role.nameVi : role.nameEn)
const postRole = (post: Post) => (localeNow() === 'vi' ? post.roleVi : post.roleEn)

type StateOf = Pick<AccountLine, 'closedOn' | 'lockedUntil' | 'hasPassword'>

function State({ of, now }: { of: StateOf; now: Date }) {
  if (isClosed(of, dayOf(now))) return <Status tone="stop">{t('admin.account.is_closed')}</Status>
  if (isLocked(of, now)) return <Status tone="wait">{t('admin.account.is_locked')}</Status>
  if (!of.hasPassword) return <Status tone="new">{t('admin.account.is_invited')}</Status>
  return <Status tone="done">{t('admin.account.is_open')}</Status>
}

type ListProps = { rows: readonly AccountLine[]; found: number; q: string; now: Date; next: string | undefined }

export function AccountListPage({ rows, found, q, now, next }: ListProps) {
  const columns: Column<AccountLine>[] = [
    {
      key: 'name',
      label: t('admin.account.name'),
      head: true,
      cell: (row) => <a href={pathOf(row.login)}>{row.name}</a>,
    },
    { key: 'login', label: t('admin.account.login'), cell: (row) => <span class="tg-code">{row.login}</span> },
    {
      key: 'two_steps',
      label: t('admin.my_account.two_steps'),
      cell: (row) => (row.hasSecondFactor ? t('admin.two_steps.is_on') : t('admin.two_steps.is_off')),
    },
    { key: 'state', label: t('admin.account.state'), cell: (row) => <State of={row} now={now} /> },
  ]
  return (
    <Desk
      title={t('admin.account.list')}
      actions={<LinkButton href={`${list}/moi`}>{t('admin.account.new')}</LinkButton>}
    >
      <div class="tg-panel">
        <Filters
          action={list}
          filters={[{ name: 'q', label: t('admin.account.search'), value: q }]}
          {...(q && { clear: list })}
        />
        <Table
          caption={t('admin.account.count', { count: found })}
          columns={columns}
          rows={rows}
          empty={t('admin.account.none')}
        />
      </div>
      {next && (
        <p>
          <a href={`${list}?after=${encodeURIComponent(next)}`}>{t('ui.pager.next')}</a>
        </p>
      )}
      <p class="tg-small tg-muted">
        {t('admin.account.rule', {
          failures: signInRule.failuresBeforeLock,
          minutes: signInRule.lockMinutes,
          source: signInRule.source,
        })}
      </p>
    </Desk>
  )
}

export type Choices = { units: readonly UnitRow[]; roles: readonly Role[]; today: Day }

const PostFields = ({ choices }: { choices: Choices }) => (
  <>
    <Select name="unit" options={choices.units.map(({ slug, name }) => ({ value: slug, label: name }))} />
    <TextField name="title" />
    <Select name="role" options={choices.roles.map((role) => ({ value: role.code, label: roleName(role) }))} />
    <DayField name="validFrom" />
  </>
)

export const NewAccountPage = ({ choices, back }: { choices: Choices; back?: Returned | undefined }) => (
  <Desk
    title={t('admin.account.new')}
    crumbs={crumbs(t('admin.account.new'))}
    lead={t('admin.account.new_lead')}
    narrow
    problem={back !== undefined}
  >
    <Form
      action={`${list}/moi`}
      words="admin.account"
      send="admin.account.create"
      back={back}
      values={{ validFrom: choices.today }}
    >
      <TextField name="name" />
      <TextField name="login" code />
      <TextField name="email" kind="email" optional />
      <PostFields choices={choices} />
    </Form>
  </Desk>
)

/** Shown once: the platform itself keeps only a hash of the link. */
export const LinkPage = ({ login, link }: { login: string; link: string }) => (
  <Desk title={t('admin.link.title', { login })} crumbs={crumbs(login)} narrow>
    <Notice tone="done">{t('admin.link.lead')}</Notice>
    <p>
      <code class="tg-code">{link}</code>
    </p>
    <p class="tg-muted">{t('admin.link.once')}</p>
    <p>
      <LinkButton kind="second" href={pathOf(login)}>
        {t('admin.link.back')}
      </LinkButton>
    </p>
  </Desk>
)

type AccountProps = {
  account: Account
  posts: readonly Post[]
  choices: Choices
  now: Date
  back?: Returned | undefined
}

export function AccountPage({ account, posts, choices, now, back }: AccountProps) {
  const of = { ...account, hasPassword: account.passwordHash !== null }
  return (
    <Desk title={account.name} crumbs={crumbs(account.login)} problem={back !== undefined}>
      <div class="tg-stack-lg">
        <Card>
          <SummaryList
            of={[
              { label: t('admin.account.login'), value: account.login },
              { label: t('admin.account.state'), value: <State of={of} now={now} /> },
              account.email ? { label: t('admin.account.email'), value: account.email } : null,
              {
                label: t('admin.my_account.two_steps'),
                value: hasSecondFactor(account) ? t('admin.two_steps.is_on') : t('admin.two_steps.is_off'),
              },
              isLocked(account, now) && account.lockedUntil
                ? { label: t('admin.account.locked_until'), value: momentText(account.lockedUntil) }
                : null,
            ]}
          />
        </Card>
        <Posts posts={posts} today={dayOf(now)} />
        <Card title={t('admin.post.open')}>
          <Form
            action={`${pathOf(account.login)}/vi-tri`}
            words="admin.account"
            send="admin.post.open"
            back={back}
            values={{ validFrom: choices.today }}
          >
            <PostFields choices={choices} />
          </Form>
        </Card>
        <Help account={account} closed={isClosed(account, dayOf(now))} />
      </div>
    </Desk>
  )
}

const Help = ({ account, closed }: { account: Account; closed: boolean }) => (
  <Card title={t('admin.account.help')}>
    <Form
      id="lien-ket"
      action={`${pathOf(account.login)}/lien-ket`}
      words="admin.account"
      send="admin.account.new_link"
    >
      <p>{t('admin.account.new_link_lead')}</p>
      {hasSecondFactor(account) && <Check name="alsoSecondFactor" />}
    </Form>
    <form action={`${pathOf(account.login)}/${closed ? 'mo-lai' : 'dong'}`} method="post">
      <p>{closed ? t('admin.account.reopen_lead') : t('admin.account.close_lead')}</p>
      <Button kind="second">{closed ? t('admin.account.reopen') : t('admin.account.close')}</Button>
    </form>
  </Card>
)

const lastDayText = (validTo: Day | null) => (validTo ? dayText(plusDays(validTo, -1)) : t('admin.post.open_end'))

const postColumns = (): Column<Post>[] => [
  { key: 'title', label: t('admin.account.title'), head: true, cell: (post) => post.title },
  { key: 'unit', label: t('admin.account.unit'), cell: (post) => post.unit },
  { key: 'role', label: t('admin.account.role'), cell: postRole },
  { key: 'from', label: t('admin.post.from'), cell: (post) => dayText(post.validFrom) },
  { key: 'to', label: t('admin.post.to'), cell: (post) => lastDayText(post.validTo) },
]

function Posts({ posts, today }: { posts: readonly Post[]; today: Day }) {
  const close: Column<Post> = {
    key: 'close',
    label: t('admin.post.close'),
    cell: (post) =>
      post.validTo === null || post.validTo > today ? (
        <a href={`/quan-tri/vi-tri/${post.id}/dong`}>{t('admin.post.close')}</a>
      ) : (
        t('admin.post.over')
      ),
  }
  return (
    <Card title={t('admin.post.list')} flush>
      <Table
        caption={t('admin.post.list')}
        captionHidden
        columns={[...postColumns(), close]}
        rows={posts}
        empty={t('admin.post.none')}
      />
    </Card>
  )
}

export function PostListPage({ posts }: { posts: readonly (Post & { login: string; name: string })[] }) {
  const person: Column<(typeof posts)[number]> = {
    key: 'name',
    label: t('admin.account.name'),
    cell: (post) => <a href={pathOf(post.login)}>{post.name}</a>,
  }
  return (
    <Desk title={t('admin.post.all')} lead={t('admin.post.all_lead')}>
      <Table
        caption={t('admin.post.all')}
        captionHidden
        columns={[...postColumns().slice(0, 1), person, ...postColumns().slice(1)]}
        rows={posts}
        empty={t('admin.post.none')}
      />
    </Desk>
  )
}

type CloseProps = { post: Post & { login: string; name: string }; today: Day; back?: Returned | undefined }

export const ClosePostPage = ({ post, today, back }: CloseProps) => (
  <Desk
    title={t('admin.post.close_title', { title: post.title, name: post.name })}
    crumbs={[...crumbs(post.login).slice(0, 1), { href: pathOf(post.login), label: post.name }, { label: post.title }]}
    lead={t('admin.post.close_lead')}
    narrow
    problem={back !== undefined}
  >
    <Form
      action={`/quan-tri/vi-tri/${post.id}/dong`}
      words="admin.post"
      send="admin.post.close"
      back={back}
      values={{ lastDay: today }}
    >
      <DayField name="lastDay" />
    </Form>
  </Desk>
)
