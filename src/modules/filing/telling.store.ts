/** Word to the owner of a dossier. */
import type { Ctx } from '#kernel/ctx.ts'
import { type Addressee, notifyAddressee } from '#modules/identity/public.ts'
import type { Application } from './application.ts'

type Told = Pick<Application, 'id' | 'requestCode' | 'title'>

/** In the transaction of the change it tells of; by e-mail too where the owner has proved an address. */
export const tellOwner = (
  ctx: Ctx,
  owner: Addressee,
  { id, requestCode: code, title }: Told,
  key: 'filing.notice.filed' | 'filing.notice.withdrawn',
): Promise<void> => notifyAddressee(ctx, owner, { key, params: { title, code }, href: `/ho-so/${id}`, mail: true })
