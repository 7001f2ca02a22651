/** A slip as a page and as a file. Who may see one is known by whoever handles the dossier, and asked of them. */
import { giveFile } from '#kernel/file-answer.ts'
import { refuse } from '#kernel/problem.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { codeOf } from './slip.ts'
import { findSlip, type Slip } from './slip.store.ts'
import { SlipPage } from './slip.views.tsx'

/** Whether this request may see the slip; whoever says yes to somebody else's records the reading. */
export type MaySee = (c: WebContext, slip: Slip) => boolean | Promise<boolean>

/** `H58.07.04-250508-0031-receipt.pdf` */
const fileName = ({ kind, content, madeAt }: Slip): string =>
  `${content.kind === 'register' ? madeAt.toISOString().slice(0, 10) : codeOf(content)}-${kind}.pdf`

/** To be listed among the pages of the module that answers `maySee`; the door itself is open, the answer is not. */
export function slipPages(maySee: MaySee): readonly Route[] {
  const slipOf = async (c: WebContext): Promise<Slip> => {
    const found = await findSlip(c.var.ctx.db, c.req.param('id') ?? '')
    return found && (await maySee(c, found)) ? found : refuse('missing', 'slips.slip.missing')
  }
  return [
    get('/phieu/:id', 'public', async (c) => <SlipPage slip={await slipOf(c)} />),
    get('/phieu/:id/tep', 'public', async (c) => {
      const slip = await slipOf(c)
      return giveFile(c, slip.fileHash, fileName(slip))
    }),
  ]
}
