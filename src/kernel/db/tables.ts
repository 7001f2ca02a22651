// Written by scripts/db-types.ts from the migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Day } from '../time.ts'

export type Tables = {
  'kernel.account': {
    id: string
    login: string
    name: string
    email: string | null
    passwordHash: string | null
    failures: Generated<number>
    lockedUntil: Date | null
    totpSecret: string | null
    totpStep: number | null
    locale: Generated<string>
    createdAt: Date
    closedOn: Day | null
    version: Generated<number>
  }
  'kernel.event': {
    seq: GeneratedAlways<number>
    at: Date
    command: string
    about: string
    accountId: string | null
    postId: string | null
    unitId: number | null
    rule: string | null
    key: string | null
    requestId: string | null
    detail: unknown
    result: unknown
  }
  'kernel.event_seal': {
    no: number
    firstSeq: number
    lastSeq: number
    hashes: unknown
    previousHash: string
    hash: string
    sealedAt: Date
  }
  'kernel.event_seal_head': {
    onlyOne: Generated<boolean>
    no: number
    hash: string
  }
  'kernel.file': {
    hash: string
    size: number
    type: string
    firstAt: Date
  }
  'kernel.house': {
    onlyOne: Generated<boolean>
    demo: boolean
    pack: string
    madeAt: Date
  }
  'kernel.invitation': {
    tokenHash: string
    accountId: string | null
    purpose: string
    expiresAt: Date
    usedAt: Date | null
  }
  'kernel.mail': {
    id: string
    noticeId: string | null
    accountId: string
    address: string
    subjectKey: string
    bodyKey: string
    params: unknown
    href: string
    at: Date
    state: Generated<string>
    tries: Generated<number>
    sentAt: Date | null
    error: string | null
  }
  'kernel.notice': {
    id: string
    accountId: string
    at: Date
    key: string
    params: unknown
    href: string
    readAt: Date | null
  }
  'kernel.post': {
    id: string
    accountId: string
    unitId: number
    roleCode: string
    title: string
    validFrom: Day
    validTo: Day | null
  }
  'kernel.role': {
    code: string
    permissions: string[]
    nameVi: string
    nameEn: string
    validFrom: Day
    validTo: Day | null
  }
  'kernel.session': {
    tokenHash: string
    accountId: string
    postId: string | null
    stage: string
    createdAt: Date
    seenAt: Date
    endedAt: Date | null
    userAgent: string | null
    address: string | null
  }
  'kernel.unit': {
    id: GeneratedAlways<number>
    slug: string
    source: string | null
  }
  'kernel.unit_code': {
    unitId: number
    system: string
    code: string
    validFrom: Day
    validTo: Day | null
  }
  'kernel.unit_event': {
    id: string
    kind: string
    decision: string
    happenedOn: Day
    source: string | null
  }
  'kernel.unit_event_part': {
    eventId: string
    unitId: number
    side: string
  }
  'kernel.unit_tree': {
    ancestorId: number
    descendantId: number
    depth: number
    validFrom: Day
    validTo: Day | null
  }
  'kernel.unit_version': {
    unitId: number
    name: string
    shortName: string | null
    folded: string
    kind: string
    parentId: number | null
    verified: Generated<boolean>
    validFrom: Day
    validTo: Day | null
  }
}
