/** One process that files: so many dossiers at once, for so many seconds, by the very command that pages perform. */
import { catalogues, modules } from '../src/app/modules.ts'
import { nobody } from '../src/kernel/access.ts'
import { perform } from '../src/kernel/command.ts'
import { openDatabase } from '../src/kernel/db/open.ts'
import { newId } from '../src/kernel/id.ts'
import { openSecretBox } from '../src/kernel/secret-box.ts'
import { openShelf } from '../src/kernel/shelf.ts'
import { addMessages } from '../src/kernel/text.ts'
import { fileDraft } from '../src/modules/filing/file.commands.ts'
import { placesOf } from '../src/modules/filing/place-book.store.ts'
import { unitsToday } from '../src/modules/filing/receiver.store.ts'
import { findOpenService } from '../src/modules/filing/service.store.ts'
import { type Drafted, procedure } from './filing-data.ts'

export type FilingOptions = { url: string; connections: number }
/** Either what is to be filed, or for how long. */
export type Order = { drafts: readonly Drafted[] } | { seconds: number }
export type Filed = { filed: number; seconds: number; times: number[] }

for (const { vi } of [...catalogues, ...modules.map(({ messages }) => messages)]) addMessages('vi', vi)

const { url, connections } = JSON.parse(process.env['BENCH'] ?? '') as FilingOptions
const { db } = await openDatabase({ url, connections }, async () => {})
const secrets = openSecretBox(['only for measuring, on this machine'])
const shelf = openShelf()
// As the pages before have done.
const warm = { db, actor: nobody, now: new Date(), requestId: 'warm', shelf }
await Promise.all([placesOf(warm), unitsToday(warm), findOpenService(warm, procedure)])
const waiting: Drafted[] = []

async function fileOne({ id, personId }: Drafted) {
  const now = new Date()
  const citizen = { personId, partyId: personId, assurance: 2 as const }
  const ctx = {
    db,
    actor: { ...nobody, name: 'Bench', citizen },
    now,
    requestId: newId(now),
    key: newId(now),
    secrets,
    shelf,
  }
  await perform(ctx, fileDraft, { id, tokenHash: null, declared: true })
}

async function run(seconds: number): Promise<Filed> {
  const begun = performance.now()
  const until = begun + seconds * 1000
  const times: number[] = []
  const worker = async () => {
    for (let now = performance.now(); now < until; ) {
      const draft = waiting.shift()
      if (!draft) throw new Error('there are no drafts left to be filed')
      await fileOne(draft)
      const done = performance.now()
      times.push(done - now)
      now = done
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return { filed: times.length, seconds: (performance.now() - begun) / 1000, times }
}

process.on('message', (order: Order) => {
  if ('seconds' in order) return void run(order.seconds).then((filed) => process.send?.(filed))
  waiting.push(...order.drafts)
  process.send?.('taken')
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
