/** Roles and what each may do. */
import type { Module } from '#kernel/module.ts'
import { mustBeAtTop } from '#kernel/account-reach.store.ts'
import { changeRole, createRole } from '#kernel/role.commands.ts'
import { findRole, listRoles, type Role } from '#kernel/role.store.ts'
import { refuse } from '#kernel/problem.ts'
import { submit } from '#kernel/submit.ts'
import { hasMessage, localeNow, say, t } from '#kernel/text.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { LinkButton } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choice.tsx'
import { Desk } from '#ui/desk.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'

const list = '/quan-tri/vai-tro'
const roleName = (role: Role) => (localeNow() === 'vi' ? role.nameVi : role.nameEn)
const permissionName = (permission: string) => (hasMessage(permission) ? say(permission) : permission)

function ListPage({ roles }: { roles: readonly Role[] }) {
  const columns: Column<Role>[] = [
    {
      key: 'name',
      label: t('admin.role.name'),
      head: true,
      cell: (role) => <a href={`${list}/${role.code}`}>{roleName(role)}</a>,
    },
    { key: 'code', label: t('admin.role.code'), cell: (role) => <span class="tg-code">{role.code}</span> },
    {
      key: 'permissions',
      label: t('admin.role.permissions'),
      cell: (role) => role.permissions.map(permissionName).join('; '),
    },
  ]
  return (
    <Desk
      title={t('admin.role.list')}
      lead={t('admin.role.lead')}
      actions={<LinkButton href={`${list}/moi`}>{t('admin.role.new')}</LinkButton>}
    >
      <Table caption={t('admin.role.list')} captionHidden columns={columns} rows={roles} empty={t('admin.role.none')} />
    </Desk>
  )
}

type EditProps = { role: Role | null; permissions: readonly string[]; back?: Returned | undefined }

function EditPage({ role, permissions, back }: EditProps) {
  const title = role ? roleName(role) : t('admin.role.new')
  return (
    <Desk
      title={title}
      crumbs={[{ href: list, label: t('admin.role.list') }, { label: title }]}
      narrow
      problem={back !== undefined}
    >
      <Form
        action={`${list}/${role?.code ?? 'moi'}`}
        words="admin.role"
        send="admin.role.save"
        back={back}
        values={role ?? {}}
      >
        {!role && <TextField name="code" code />}
        <TextField name="nameVi" />
        <TextField name="nameEn" />
        <Checkboxes
          name="permissions"
          stacked
          options={permissions.map((value) => ({ value, label: permissionName(value) }))}
        />
      </Form>
    </Desk>
  )
}

/** Every permission there is: the siblings' and our own. One that a role has and no module knows any more stays shown. */
const permissionsFor = (known: readonly string[], role: Role | null) => [
  ...new Set([...known, ...(role?.permissions ?? [])]),
]

const needs = 'admin.accounts'

export function rolePages(modules: readonly Pick<Module, 'permissions'>[]) {
  const known = modules.flatMap(({ permissions }) => permissions)
  const shownRole = async (c: WebContext) => {
    await mustBeAtTop(c.var.ctx)
    return (await findRole(c.var.ctx.db, c.req.param('role') ?? '')) ?? refuse('missing', 'kernel.missing')
  }
  const show = async (c: WebContext): Promise<Answer> => <ListPage roles={await listRoles(c.var.ctx.db)} />
  const showNew = async (c: WebContext): Promise<Answer> => {
    await mustBeAtTop(c.var.ctx)
    return <EditPage role={null} permissions={known} />
  }
  const answerNew = async (c: WebContext): Promise<Answer> => {
    const sent = await submit(c, createRole)
    if (sent.ok) return go(c, list, 'admin.role.saved')
    return { status: sent.status, page: <EditPage role={null} permissions={known} back={sent} /> }
  }
  const showOne = async (c: WebContext): Promise<Answer> => {
    const role = await shownRole(c)
    return <EditPage role={role} permissions={permissionsFor(known, role)} />
  }
  const answerOne = async (c: WebContext): Promise<Answer> => {
    const role = await shownRole(c)
    const sent = await submit(c, changeRole, { code: role.code })
    if (sent.ok) return go(c, list, 'admin.role.saved')
    return { status: sent.status, page: <EditPage role={role} permissions={permissionsFor(known, role)} back={sent} /> }
  }
  return [
    get(list, needs, show),
    get(`${list}/moi`, needs, showNew),
    post(`${list}/moi`, needs, answerNew),
    get(`${list}/:role`, needs, showOne),
    post(`${list}/:role`, needs, answerOne),
  ]
}
