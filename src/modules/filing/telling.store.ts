/** Word to the owner of a dossier. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Key } from '#kernel/text.ts'
import type { Application } from './application.ts'

type Told = Pick<Application, 'id' | 'partyId' | 'requestCode' | 'title'>

/** In the transaction of the change it tells of. */
export async function tellParty(_ctx: Ctx, _about: Told, _key: Key): Promise<void> {}
