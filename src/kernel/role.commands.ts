/** Roles hold for every unit alike, so they are made and changed from the top. */
import { z } from 'zod'
import { mustBeAtTop } from './account-reach.store.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import { refuse, refuseField } from './problem.ts'
import { findRole, findRoleOfPost, holdRole, insertRole, updateRole } from './role.store.ts'

const Words = z.string().trim().min(2).max(80)
const Permissions = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.string().regex(/^[a-z_]+\.[a-z_]+$/)).max(200),
)
const RoleInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z_]{1,39}$/),
  nameVi: Words,
  nameEn: Words,
  permissions: Permissions,
})

const result = (role: { code: string; permissions: string[] }) => ({
  code: role.code,
  permissions: role.permissions.toSorted(),
})
const about = ({ code }: { code: string }) => `kernel.role/${code}`

export const createRole = command({
  name: 'kernel.role.create',
  needs: 'admin.accounts',
  input: RoleInput,
  run: async (ctx, role) => {
    await mustBeAtTop(ctx)
    if (await findRole(ctx.db, role.code)) refuseField('code', 'kernel.role.code_taken')
    await insertRole(ctx.db, { ...role, permissions: result(role).permissions }, ctx.now)
    return result(role)
  },
  about,
})

/** Whoever acts in a role cannot take from it the right to change roles: nobody might be left to give it back. */
export const changeRole = command({
  name: 'kernel.role.change',
  needs: 'admin.accounts',
  input: RoleInput,
  run: async (ctx, role) => {
    await mustBeAtTop(ctx)
    await holdRole(ctx.db, role.code)
    if (!role.permissions.includes('admin.accounts') && (await actsIn(ctx, role.code)))
      refuse('conflict', 'kernel.role.in_use_by_you')
    await updateRole(ctx.db, { ...role, permissions: result(role).permissions })
    return result(role)
  },
  about,
})

const actsIn = async (ctx: Ctx, code: string) =>
  ctx.actor.postId !== null && (await findRoleOfPost(ctx.db, ctx.actor.postId)) === code

export const roleCommands = [createRole, changeRole]
