/** `tgs audit verify`: holds the event log against its seals and says in words what was found. */
import type { Db } from '#kernel/db/open.ts'
import { verifyEvents, type SealHead, type Verification } from '#kernel/seal.store.ts'
import type { Fault } from '#kernel/seal.ts'
import { addMessages, inLocale, t, type Locale } from '#kernel/text.ts'
import { messages as en } from '#kernel/work.messages.en.ts'
import { messages as vi } from '#kernel/work.messages.vi.ts'

addMessages('vi', vi)
addMessages('en', en)

const sentence = (fault: Fault): string => {
  const no = String(fault.sealNo)
  switch (fault.kind) {
    case 'seal_broken':
      return t('kernel.audit.seal_broken', { no })
    case 'seal_missing':
      return t('kernel.audit.seal_missing', { no })
    case 'missing':
      return t('kernel.audit.missing', { no, seq: String(fault.seq) })
    case 'changed':
    case 'reordered':
    case 'added':
      return t(`kernel.audit.${fault.kind}`, { no, seq: String(fault.seq), about: fault.about ?? '' })
  }
}

const report = (found: Verification): string => {
  const unchecked = found.events - found.sealed - found.unsealed
  const lines = [
    found.faults.length ? t('kernel.audit.faulty', { count: found.faults.length }) : t('kernel.audit.sound'),
    ...found.faults.map((fault) => `  ${sentence(fault)}`),
    t('kernel.audit.counts', {
      events: found.events,
      sealed: found.sealed,
      seals: found.seals,
      unsealed: found.unsealed,
    }),
  ]
  if (!found.complete) lines.push(t('kernel.audit.cut_short'))
  else if (unchecked > 0) lines.push(t('kernel.audit.unchecked', { count: unchecked }))
  if (found.head) lines.push(t('kernel.audit.head', { no: String(found.head.no), hash: found.head.hash }))
  return lines.join('\n')
}

const readHead = (known: string): SealHead | null => {
  const [, no, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(known.trim()) ?? []
  return no && hash ? { no: Number(no), hash } : null
}

/** `known`: a newest seal that was noted down outside the database earlier, as `number:hash`. Exit code 1 on any fault. */
export async function auditVerify(
  db: Db,
  known?: string,
  locale: Locale = 'vi',
): Promise<{ text: string; exitCode: number }> {
  const head = known === undefined ? undefined : readHead(known)
  if (head === null) return { text: inLocale(locale, () => t('kernel.audit.not_a_head')), exitCode: 2 }
  const found = await verifyEvents(db, head)
  return { text: inLocale(locale, () => report(found)), exitCode: found.faults.length ? 1 : 0 }
}
