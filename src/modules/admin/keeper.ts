/** What somebody has to see to, worked out from how the platform stands. */
import type { Needs } from '#kernel/access.ts'

export type Standing = {
  /** Accounts locked after wrong passwords, within reach. */
  locked: number
  /** `null` for a keeper of a part: what concerns the whole platform is seen from the top only. */
  whole: {
    failedJobs: number
    waitingJobs: number
    stuckMails: number
    noServer: number
    unsealed: number
    lastSeal: { no: number; sealedAt: Date } | null
    database: { version: string; embedded: boolean; size: number }
  } | null
}

export type Matter = {
  key: 'admin.keeper.failed_jobs' | 'admin.keeper.stuck_mails' | 'admin.keeper.unsealed' | 'admin.keeper.locked'
  count: number
  href: string
  needs: Needs
}

/** The log is sealed every minute; so long after a seal, events that wait for one are a sign that nobody seals. */
export const sealPatience = 10 * 60_000

export function attentionTo({ locked, whole }: Standing, now: Date): Matter[] {
  const sealIsLate =
    whole !== null &&
    whole.unsealed > 0 &&
    (!whole.lastSeal || now.getTime() - whole.lastSeal.sealedAt.getTime() > sealPatience)
  const matters: Matter[] = [
    {
      key: 'admin.keeper.failed_jobs',
      count: whole?.failedJobs ?? 0,
      href: '/quan-tri/cong-viec?trang-thai=failed',
      needs: 'admin.jobs',
    },
    { key: 'admin.keeper.stuck_mails', count: whole?.stuckMails ?? 0, href: '/quan-tri/thu', needs: 'admin.jobs' },
    {
      key: 'admin.keeper.unsealed',
      count: sealIsLate ? whole.unsealed : 0,
      href: '/quan-tri/cong-viec',
      needs: 'admin.jobs',
    },
    { key: 'admin.keeper.locked', count: locked, href: '/quan-tri/tai-khoan', needs: 'admin.accounts' },
  ]
  return matters.filter(({ count }) => count > 0)
}
