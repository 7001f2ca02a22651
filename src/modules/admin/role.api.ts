/** Roles for other systems. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { changeRole, createRole } from '#kernel/role.commands.ts'
import { listRoles } from '#kernel/role.store.ts'

const RoleView = z.object({
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  permissions: z.array(z.string()),
})
const Changed = RoleView.pick({ code: true, permissions: true })

export const roleApi = [
  read(
    '/admin/roles',
    { says: 'All roles', needs: 'admin.accounts', input: z.object({}), returns: z.array(RoleView) },
    ({ db }) => listRoles(db),
  ),
  change('/admin/roles', { says: 'Make a role', returns: Changed }, createRole),
  change('/admin/roles/{code}', { says: 'Change what a role may do', returns: Changed }, changeRole),
]
