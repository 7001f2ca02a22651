// Written by scripts/db-types.ts from the migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Day } from '../time.ts'

export type Tables = {
  'board.counting': {
    measure: string
    countedTo: Day
  }
  'catalogue.import': {
    id: string
    fileName: string
    fileHash: string
    file: Buffer | null
    state: string
    lines: Generated<number>
    rejected: Generated<unknown>
    structure: unknown
    counts: unknown
    problem: string | null
    begunAt: Date
    begunBy: string | null
    endedAt: Date | null
  }
  'catalogue.import_line': {
    importId: string
    procedureCode: string
    line: number
    content: unknown
    source: unknown
    hash: string
  }
  'catalogue.offer': {
    procedureCode: string
    validFrom: Date
    validTo: Date | null
    content: unknown
  }
  'catalogue.overlay': {
    id: string
    procedureCode: string
    kind: string
    channel: string | null
    content: unknown
    citation: string
    verified: boolean
    validFrom: Day
    validTo: Day | null
    createdAt: Date
    createdBy: string | null
  }
  'catalogue.procedure': {
    code: string
    name: string
    field: string
    levels: string[]
    agency: string
    version: number
    hash: string
    lastImportId: string
    changedAt: Date
  }
  'catalogue.procedure_version': {
    procedureCode: string
    version: number
    content: unknown
    source: unknown
    hash: string
    importId: string
    validFrom: Date
    validTo: Date | null
  }
  'catalogue.revision': {
    one: Generated<boolean>
    no: number
  }
  'direction.meeting': {
    id: string
    planId: string
    title: string
    heldOn: Day
    place: string | null
    minutes: string | null
    version: Generated<number>
    period: string | null
  }
  'direction.reminder': {
    id: string
    planId: string
    thingId: string | null
    unitId: number
    wording: string
    sentAt: Date
    sentBy: string | null
    answerDueOn: Day
    acknowledgedAt: Date | null
    acknowledgedBy: string | null
    answer: string | null
    answeredAt: Date | null
    closedAt: Date | null
    rung: Generated<number>
    thingKind: Generated<string>
    senderUnitId: number | null
    readAt: Date | null
    climbedOn: Day | null
  }
  'direction.reminder_step': {
    id: string
    reminderId: string
    at: Date
    kind: string
    accountId: string | null
    unitId: number | null
    wording: string | null
    dueOn: Day | null
    rung: number | null
    told: Generated<unknown>
  }
  'direction.undertaking': {
    planId: string
    thingId: string
    thingKind: string
    position: number
    wording: string
    dueOn: Day | null
  }
  'dossiers.clock_event': {
    dossierId: string
    seq: number
    at: Date
    kind: string
    newDue: Date | null
  }
  'dossiers.component': {
    dossierId: string
    position: number
    code: string
    name: string
    form: string | null
    copies: Generated<number>
    digitised: Generated<boolean>
    held: Generated<boolean>
    note: string | null
  }
  'dossiers.day_sequence': {
    unitId: number
    day: Day
    last: number
  }
  'dossiers.dossier': {
    id: string
    code: string | null
    requestCode: string
    procedureCode: string
    serviceVersion: number
    title: string
    caseCode: string
    channel: string
    partyId: string
    applicant: string
    numberTail: string
    unitId: number
    competentId: number
    state: string
    resume: string | null
    finance: Generated<string>
    delivery: Generated<string>
    sync: Generated<string>
    authoritativeSystem: string
    feeTotal: number
    holderId: string | null
    timeLimit: unknown
    filedAt: Date
    receivedAt: Date | null
    receivedBy: string | null
    backdated: Generated<boolean>
    startsAt: Date | null
    promisedAt: Date | null
    dueAt: Date | null
    pausedAt: Date | null
    leftMinutes: number | null
    handOverBy: Date | null
    awaitedUntil: Day | null
    supplements: Generated<number>
    extensions: Generated<number>
    outcome: string | null
    finishedAt: Date | null
    returnedAt: Date | null
    returnedHow: string | null
    refusal: unknown
    withdrawal: unknown
    identityChecked: string | null
    revision: Generated<number>
    changedAt: Date
  }
  'dossiers.file': {
    dossierId: string
    uploadId: string
    supplementId: string | null
    question: string
    name: string
    hash: string
    size: number
    type: string
    at: Date
  }
  'dossiers.result': {
    dossierId: string
    n: number
    code: string
    kind: string
    resultType: string | null
    title: string
    entry: string | null
    uploadId: string | null
    name: string | null
    hash: string | null
    size: number | null
    type: string | null
    electronic: boolean
    issuedAt: Date
    issuedBy: string | null
  }
  'dossiers.search': {
    dossierId: string
    keys: string[]
  }
  'dossiers.step': {
    dossierId: string
    seq: number
    code: string
    kind: string
    agency: string | null
    unitId: number
    holderId: string | null
    openedAt: Date
    dueAt: Date
    closedAt: Date | null
    outcome: string | null
    result: string | null
  }
  'dossiers.step_log': {
    dossierId: string
    seq: number
    at: Date
    action: string
    fromState: string | null
    toState: string
    step: string | null
    accountId: string | null
    postId: string | null
    unitId: number | null
    personId: string | null
    byName: string
    toAccount: string | null
    toName: string | null
    toUnit: number | null
    dueAt: Date | null
    result: string | null
    note: string | null
    rule: string | null
    detail: Generated<unknown>
  }
  'dossiers.supplement': {
    id: string
    dossierId: string
    no: number
    askedAt: Date
    askedBy: string
    unitId: number
    stage: string
    dueOn: Day
    defects: unknown
    reason: string | null
    restarts: Generated<boolean>
    answeredAt: Date | null
    answeredHow: string | null
    answers: Generated<unknown>
    said: Generated<unknown>
  }
  'exchange.attempt': {
    messageId: string
    no: number
    step: string
    at: Date
    outcome: string
    answer: string | null
  }
  'exchange.circuit': {
    system: string
    failures: Generated<number>
    trips: Generated<number>
    openUntil: Date | null
    lastOkAt: Date | null
    failedAt: Date | null
    fault: string | null
  }
  'exchange.difference': {
    id: string
    system: string
    code: string
    about: string | null
    unitId: number | null
    kind: string
    ours: string | null
    theirs: string | null
    foundAt: Date
    seenAt: Date
    requeued: Generated<number>
    requeuedAt: Date | null
    settledAt: Date | null
    settledBy: string | null
    note: string | null
  }
  'exchange.message': {
    id: string
    place: Generated<number>
    system: string
    kind: string
    about: string
    code: string
    orderKey: string
    revision: number
    amendment: Generated<number>
    unitId: number
    body: unknown
    state: Generated<string>
    unsure: Generated<boolean>
    attempts: Generated<number>
    nextAt: Date
    createdAt: Date
    changedAt: Date
    reason: string | null
    reasonFields: Generated<unknown>
    reasonCode: string | null
    answer: string | null
    note: string | null
    replacedBy: string | null
    createdBy: string | null
  }
  'exchange.reconciliation': {
    id: string
    system: string
    at: Date
    fromDay: Day
    toDay: Day
    theirs: number
    ours: number
    mirrored: number
    onTheWay: number
    differences: number
    requeued: number
    fault: string | null
  }
  'filing.application': {
    id: string
    requestCode: string
    draftId: string | null
    procedureCode: string
    serviceVersion: number
    title: string
    caseCode: string
    channel: string
    partyId: string
    personId: string | null
    relation: string
    accountId: string | null
    consentId: string | null
    clientId: string | null
    clientReference: string | null
    assurance: number | null
    authoritativeSystem: string
    receiverId: number
    answers: unknown
    fees: unknown
    feeTotal: number
    state: Generated<string>
    filedAt: Date
    withdrawnAt: Date | null
    withdrawnBecause: string | null
    receivedAt: Date | null
    dossierCode: string | null
    receipt: string
    receiptHash: string
  }
  'filing.application_file': {
    applicationId: string
    position: number
    question: string
    uploadId: string
    name: string
    hash: string
    size: number
    type: string
  }
  'filing.draft': {
    id: string
    procedureCode: string
    serviceVersion: number
    caseCode: string
    channel: string
    receiverId: number | null
    tokenHash: string | null
    personId: string | null
    partyId: string | null
    relation: Generated<string>
    accountId: string | null
    consentId: string | null
    answers: Generated<unknown>
    typed: Generated<unknown>
    setAside: Generated<unknown>
    disputed: Generated<string[]>
    revision: Generated<number>
    pen: Generated<string>
    step: Generated<string>
    createdAt: Date
    changedAt: Date
    expiresOn: Day
  }
  'filing.progress': {
    applicationId: string
    state: string
    national: number
    stage: number
    tone: string
    word: string
    next: string
    params: Generated<unknown>
    dueAt: Date | null
    paused: Generated<boolean>
    links: Generated<unknown>
    moments: Generated<unknown>
    changedAt: Date
  }
  'filing.receipt_key': {
    id: string
    publicKey: string
    sealedKey: string
    validFrom: Date
    validTo: Date | null
  }
  'filing.stash': {
    tokenHash: string
    draftId: string
    step: string
    typed: unknown
    keptAt: Date
  }
  'identity.access': {
    id: string
    partyId: string
    at: Date
    accountId: string | null
    unitId: number | null
    personId: string | null
    clientId: string | null
    purpose: string
    what: string
    about: string | null
    consentId: string | null
    requestId: string
  }
  'identity.client': {
    id: string
    name: string
    unitId: number
    permissions: string[]
    secretHash: string
    secretMadeAt: Date
    validFrom: Day
    validTo: Day | null
    lastUsedAt: Date | null
    createdAt: Date
  }
  'identity.client_token': {
    tokenHash: string
    clientId: string
    issuedAt: Date
    expiresAt: Date
  }
  'identity.consent': {
    id: string
    partyId: string
    accountId: string
    unitId: number
    purpose: string
    words: string
    way: string
    evidence: string | null
    validFrom: Day
    validTo: Day
    givenAt: Date
    withdrawnAt: Date | null
  }
  'identity.consent_code': {
    id: string
    partyId: string
    accountId: string
    unitId: number
    purpose: string
    words: string
    validTo: Day
    codeHash: string
    madeAt: Date
    expiresAt: Date
    tries: Generated<number>
  }
  'identity.electronic_identity': {
    provider: string
    techId: string
    partyId: string
    assurance: number
    name: string
    birthDay: Day | null
    sex: string | null
    residence: string | null
    seenAt: Date
  }
  'identity.email_code': {
    partyId: string
    email: string
    codeHash: string
    madeAt: Date
    expiresAt: Date
    tries: Generated<number>
  }
  'identity.kept_form': {
    id: string
    personId: string
    partyId: string
    path: string
    fields: string
    at: Date
  }
  'identity.party': {
    id: string
    kind: string
    number: string
    name: string
    email: string | null
    phone: string | null
    locale: Generated<string>
    createdAt: Date
    emailVerifiedAt: Date | null
  }
  'identity.provider_check': {
    provider: string
    at: Date
    state: string
  }
  'identity.representation': {
    id: string
    actorId: string
    partyId: string
    basis: string
    source: string
    state: string
    named: Generated<string>
    says: Generated<string>
    evidence: string | null
    validFrom: Day
    validTo: Day | null
    madeAt: Date
    decidedAt: Date | null
    decidedBy: string | null
    decidedByParty: string | null
  }
  'identity.session': {
    tokenHash: string
    personId: string
    partyId: string
    provider: string
    assurance: number
    createdAt: Date
    seenAt: Date
    endedAt: Date | null
    userAgent: string | null
    address: string | null
    behindId: string | null
  }
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
  'kernel.calendar_day': {
    unitId: number | null
    day: Day
    kind: string
    name: string
    citation: string
    verified: boolean
    insteadOf: number | null
  }
  'kernel.calendar_hours': {
    unitId: number
    weekday: number
    fromClock: string
    toClock: string
    citation: string
    verified: boolean
    validFrom: Day
    validTo: Day | null
  }
  'kernel.closing': {
    unitId: number
    month: Day
    measureNo: number
    numerator: string
    denominator: string | null
  }
  'kernel.closing_due': {
    id: GeneratedAlways<number>
    measureNo: number
    month: Day
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
    personId: string | null
    partyId: string | null
    clientId: string | null
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
  'kernel.fact': {
    recordedAt: Date
    unitId: number
    day: Day
    measureNo: number
    numerator: string
    denominator: string | null
    source: string | null
  }
  'kernel.file': {
    hash: string
    size: number
    type: string
    firstAt: Date
    lastAt: Date
    goneAt: Date | null
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
    accountId: string | null
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
    partyId: string | null
    locale: string | null
  }
  'kernel.measure': {
    no: GeneratedAlways<number>
    code: string
    kind: string
    unit: string
    direction: string
    hasDenominator: boolean
    validFrom: Day
    validTo: Day | null
    carriedTo: Day | null
  }
  'kernel.notice': {
    id: string
    accountId: string | null
    at: Date
    key: string
    params: unknown
    href: string
    readAt: Date | null
    partyId: string | null
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
  'overview.forecast': {
    unitId: number
    holderId: string | null
    late: number
    firstOn: Day
  }
  'overview.forecast_run': {
    unitId: number
    madeAt: Date
  }
  'overview.instruction': {
    id: string
    dossierId: string | null
    toAccount: string | null
    sentAt: Date
    sentBy: string
    readAt: Date | null
    readBy: string | null
    doneAt: Date | null
    doneBy: string | null
    unitId: number
    senderUnit: number
    dueOn: Day
    remindedOn: Day | null
    escalatedOn: Day | null
    dossierCode: string | null
    wording: string
    answer: string | null
  }
  'overview.load': {
    unitId: number
    holderId: string | null
    dueOn: Day | null
    standing: string
    count: number
  }
  'overview.open_dossier': {
    dossierId: string
    holderId: string | null
    dueAt: Date | null
    stepsDueAt: Date | null
    movedAt: Date
    unitId: number
    hoursAhead: number
    supplements: number
    extensions: number
    standing: string
    code: string
    procedureCode: string
    title: string
  }
  'plan.asked_unit': {
    planId: string
    unitId: number
    dueOn: Day
  }
  'plan.cooperation': {
    thingId: string
    unitId: number
  }
  'plan.figure': {
    id: string
    valueId: string
    unitId: number
    asOf: Day
    numerator: string
    denominator: string | null
    source: string
    fileHash: string | null
    fileName: string | null
    state: string
    reason: string | null
    sentAt: Date
    sentBy: string | null
    decidedAt: Date | null
    decidedBy: string | null
    replaces: string | null
  }
  'plan.funding': {
    id: string
    taskId: string
    source: string
    amount: number
    spent: Generated<number>
    note: string | null
  }
  'plan.milestone': {
    id: string
    taskId: string
    title: string
    dueOn: Day
    doneOn: Day | null
  }
  'plan.note': {
    id: string
    thingId: string
    unitId: number
    accountId: string | null
    at: Date
    kind: string
    wording: string
    shareDone: number | null
    answers: string | null
    fileHash: string | null
    fileName: string | null
  }
  'plan.plan': {
    id: string
    code: string
    number: string | null
    title: string
    issuer: string | null
    issuedOn: Day | null
    year: number
    unitId: number
    leadUnitId: number | null
    parentId: string | null
    state: string
    sourceName: string | null
    sourceKind: string | null
    sourceHash: string | null
    sourceText: string
    draft: unknown
    draftVersion: Generated<number>
    createdAt: Date
    createdBy: string | null
    fileHash: string | null
  }
  'plan.reporting_duty': {
    id: string
    planId: string
    kind: string
    literal: string
    dueOn: Day
    endedIn: number | null
  }
  'plan.target': {
    id: string
    planId: string
    ref: string
    position: number
    pillar: string
    title: string
    wording: string
    leadUnitId: number | null
    endedIn: number | null
    version: Generated<number>
  }
  'plan.task': {
    id: string
    planId: string
    kind: string
    ref: string
    position: number
    heading: string
    wording: string
    leadUnitId: number | null
    startsOn: Day | null
    dueOn: Day | null
    doneOn: Day | null
    stoppedOn: Day | null
    meetingId: string | null
    endedIn: number | null
    version: Generated<number>
  }
  'plan.value': {
    id: string
    targetId: string
    position: number
    comparator: string
    goal: string
    goalMax: string | null
    unit: string
    subject: string
    level: string | null
    deadline: Day
    aim: Generated<boolean>
    basis: Generated<string>
    measureCode: string | null
    endedIn: number | null
    reportedBy: Generated<string>
    everyMonths: Generated<number>
  }
  'plan.version': {
    planId: string
    no: number
    content: unknown
    note: string | null
    publishedAt: Date
    publishedBy: string | null
    fileHash: string | null
    fileName: string | null
  }
  'rating.follow_up': {
    id: Generated<string>
    ratingId: string
    unitId: number
    ownerId: string | null
    openedOn: Day
    dueOn: Day
    escalatedOn: Day | null
    answer: string | null
    answeredOn: Day | null
    answeredBy: string | null
  }
  'rating.rating': {
    id: Generated<string>
    dossierId: string | null
    partyId: string | null
    givenAt: Date | null
    handledBy: string | null
    unitId: number
    procedureCode: string
    month: Day
    answers: unknown
    low: boolean
    text: string | null
    rule: string
    replaced: Generated<boolean>
  }
  'rating.turn': {
    dossierId: string
    anonymous: boolean
  }
  'scores.due': {
    id: GeneratedAlways<number>
    unitId: number
    day: Day
  }
  'scores.fact': {
    dossierId: string
    officerId: string | null
    dueAt: Date | null
    limitAt: Date | null
    endedAt: Date | null
    recordedAt: Date
    unitId: number
    receivedOn: Day
    endedOn: Day | null
    lateOn: Day | null
    supplementMinutes: number
    componentsDigitised: number
    componentsTotal: number
    resultCodes: number
    reused: number
    fromShared: number
    channel: number
    state: number
    paidOnline: number
    hasFee: boolean
    signedInByVneid: boolean
    resultDigitised: boolean
    resultLink: boolean
    verifiedAgainstPopulation: boolean
    complaint: boolean
    disliked: boolean
    mirrored: boolean
    synced: boolean
    counted: boolean
    finished: boolean
    eResult: boolean
    wholeOnline: boolean
    digitised: boolean
    shared: boolean
    code: string
    procedureCode: string
    endedBy: string | null
    lateBy: string | null
    supplementsAsked: Date[]
  }
  'scores.input': {
    id: string
    no: GeneratedAlways<number>
    indicator: string
    unitId: number
    month: Day
    numerator: number
    denominator: number
    source: string
    createdAt: Date
    createdBy: string | null
  }
  'scores.tally': {
    unitId: number
    countedOn: Day
    officerId: string | null
    received: Generated<number>
    synced: Generated<number>
    online: Generated<number>
    vneid: Generated<number>
    wholeOnline: Generated<number>
    withFee: Generated<number>
    paidOnline: Generated<number>
    digitised: Generated<number>
    reused: Generated<number>
    shared: Generated<number>
    verified: Generated<number>
    unhappy: Generated<number>
    ended: Generated<number>
    endedLate: Generated<number>
    finished: Generated<number>
    eResult: Generated<number>
    handledDays: Generated<number>
    late: Generated<number>
    procedureCode: string
  }
  'scores.unit_tally': {
    unitId: number
    countedOn: Day
    received: Generated<number>
    synced: Generated<number>
    online: Generated<number>
    vneid: Generated<number>
    wholeOnline: Generated<number>
    withFee: Generated<number>
    paidOnline: Generated<number>
    digitised: Generated<number>
    reused: Generated<number>
    shared: Generated<number>
    verified: Generated<number>
    unhappy: Generated<number>
    ended: Generated<number>
    endedLate: Generated<number>
    finished: Generated<number>
    eResult: Generated<number>
    handledDays: Generated<number>
    late: Generated<number>
  }
  'services.service': {
    procedureCode: string
    draft: unknown
    draftVersion: Generated<number>
    changedAt: Date
    changedBy: string | null
    title: Generated<string>
  }
  'services.version': {
    procedureCode: string
    version: number
    content: unknown
    validFrom: Date
    validTo: Date | null
    publishedBy: string | null
    kind: Generated<string>
    endedWhy: string | null
  }
  'slips.slip': {
    id: string
    kind: string
    edition: string
    dossierCode: string | null
    requestCode: string | null
    content: unknown
    fileHash: string
    madeAt: Date
    source: string | null
  }
  'uploads.part': {
    uploadId: string
    position: number
    sourceId: string
  }
  'uploads.upload': {
    id: string
    seq: GeneratedAlways<number>
    owner: string
    name: string
    declaredSize: number
    declaredHash: string | null
    state: string
    refusal: string | null
    originalHash: string | null
    originalType: string | null
    fileHash: string | null
    fileSize: number | null
    fileType: string | null
    pages: number | null
    turn: Generated<number>
    hints: Generated<unknown>
    scan: Generated<string>
    createdAt: Date
    changedAt: Date
    finishedAt: Date | null
    usedBy: string | null
    keptUntil: Day | null
  }
}
