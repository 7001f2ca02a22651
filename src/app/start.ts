/** From configuration to a house that answers; and down again without losing anything. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '#kernel/config.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { type Db, openDatabase } from '#kernel/db/open.ts'
import { type FileHouse, openFolderHouse } from '#kernel/file-house.ts'
import { openS3House, readS3Url } from '#kernel/s3.ts'
import { sweepFileHouse, sweepFileHouseSchedule } from '#kernel/file-sweep.jobs.ts'
import { claimHouse, oneAfterAnother } from '#kernel/house.store.ts'
import { inviteFirstAdministrator } from '#kernel/invitation.commands.ts'
import type { OidcSettings } from '#kernel/oidc.ts'
import { prepareJobs } from '#kernel/job.store.ts'
import { type Log, openLog } from '#kernel/log.ts'
import { openMail, sendMails } from '#kernel/mail.jobs.ts'
import { rollUpFacts, rollUpSchedule } from '#kernel/measure.jobs.ts'
import { type Intake, openScanner } from '#kernel/scan.ts'
import { sealLog, sealSchedule } from '#kernel/seal.jobs.ts'
import { openSecretBox, keyOfFolder, type SecretBox } from '#kernel/secret-box.ts'
import { followStatistics, statisticsSchedule } from '#kernel/statistics.jobs.ts'
import { collectStatistics } from '#kernel/statistics.store.ts'
import { resealTotps } from '#kernel/totp-secret.store.ts'
import { startWorker } from '#kernel/worker.ts'
import { dossierJobs, dossierSchedules } from '#modules/dossiers/public.ts'
import { exchangeJobs, exchangeSchedules, nationalLineOf } from '#modules/exchange/public.ts'
import { checkProvider, checkProviderSchedule } from '#modules/identity/public.ts'
import { uploadJobs } from '#modules/uploads/public.ts'
import { createApp } from './app.tsx'
import type { House } from './house.ts'
import { holdersOf, modules } from './modules.ts'
import { demoClock } from './demo-clock.ts'
import { furnish, packFolder } from './furnish.ts'
import type { Sandbox } from './sandbox-provider.ts'

export type Running = {
  address: string
  /** Opens the first account, while there is none. Shown once: only a hash of it is kept. */
  firstLink: string | null
  /** For whoever runs the house inside a process of their own. */
  db: Db
  stop: () => Promise<void>
}

/** How long a request under way may still take after the order to stop. */
const drainFor = 8_000

export async function start(config: Config, demo: boolean): Promise<Running> {
  const log = openLog(config.LOG_LEVEL)
  const folder = demo ? join(config.DATA_DIR, 'demo') : config.DATA_DIR
  const place = config.DATABASE_URL
    ? { url: config.DATABASE_URL, connections: config.DATABASE_CONNECTIONS }
    : { folder }
  let ready = false
  let app: ReturnType<typeof createApp> | null = null
  let sandbox: Sandbox | null = null
  // Listens before anything else, so that whoever watches the process sees it live while tables are brought up to date.
  const answer = getRequestListener((request, server) => (app ? app.fetch(request, server) : early(request)), {
    hostname: config.HOST,
  })
  const server = createServer((request, response) =>
    sandbox?.isFor(request) ? sandbox.answer(request, response) : void answer(request, response),
  ).listen(config.PORT, config.HOST)
  const port = await new Promise<number>((resolve, reject) => {
    server.once('listening', () => resolve((server.address() as { port: number }).port))
    server.once('error', reject)
  })
  const database = await openDatabase(place, async (owner) => {
    for (const name of await migrate(owner)) log.info({ name }, 'tables brought up to date')
    await prepareJobs(owner)
  })
  if (database.kind === 'embedded')
    log.warn('embedded database: survives a killed process, not a power cut; one process only')
  const { pack, madeAt } = await claimHouse(database.db, { demo, pack: config.PACK, now: new Date() })
  const now = demo ? demoClock(madeAt) : () => new Date()

  const files = await openFiles(config, folder, now)
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${port}`
  const province = await oneAfterAnother(database, () => furnish(database.db, { pack, demo, now: now(), log }))
  if (demo) sandbox = await openSandboxOf(pack, { config, port, publicUrl, province })
  const providerSettings = sandbox?.settings ?? providerOf(config)
  const intake = intakeOf(config)
  const house: House = {
    db: database.db,
    files,
    intake,
    secrets: await openSecrets(config, folder, database.db, log),
    modules,
    identityProvider: providerSettings && (await import('#kernel/oidc.ts')).openOidc(providerSettings),
    now,
    log,
    publicUrl,
    idleMinutes: config.IDLE_MINUTES,
    kioskMinutes: config.KIOSK_IDLE_MINUTES,
    proxies: config.TRUSTED_PROXIES,
    demo,
    isReady: () => ready,
    province,
  }
  const isEmbedded = database.kind === 'embedded'
  if (isEmbedded) await collectStatistics(database.db)
  app = createApp(house)
  const national = nationalLineOf(config, now)
  const exchanging = { lines: national ? [national] : [], now, log }
  const send = openMail(config.SMTP_URL, config.MAIL_FROM)
  const worker = await startWorker({
    db: database.db,
    jobs: [
      sealLog,
      rollUpFacts,
      sendMails({ send, publicUrl: house.publicUrl }),
      ...(house.identityProvider ? [checkProvider(house.identityProvider)] : []),
      ...uploadJobs({ files, intake, log }),
      sweepFileHouse({ files, holders: holdersOf(modules), graceDays: config.FILES_GRACE_DAYS }),
      ...dossierJobs({ files, province, publicUrl, demo }),
      ...exchangeJobs(exchanging),
      ...(isEmbedded ? [followStatistics] : []),
      ...modules.flatMap(({ jobs }) => jobs ?? []),
    ],
    schedules: [
      sealSchedule,
      sweepFileHouseSchedule,
      rollUpSchedule,
      ...(house.identityProvider ? [checkProviderSchedule] : []),
      ...dossierSchedules,
      ...exchangeSchedules(exchanging),
      ...(isEmbedded ? [statisticsSchedule] : []),
      ...modules.flatMap(({ schedules }) => schedules ?? []),
    ],
    log,
    now,
  })
  const token = demo
    ? null
    : await oneAfterAnother(database, () => inviteFirstAdministrator(database.db, house.secrets, now()))
  ready = true
  const stop = async () => {
    ready = false
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await Promise.race([
      Promise.all([closed, worker.stop()]),
      new Promise((resolve) => setTimeout(resolve, drainFor).unref()),
    ])
    await database.close()
  }
  const firstLink = token && `${house.publicUrl}/thiet-lap/${token}`
  return { address: `http://${config.HOST}:${port}`, firstLink, db: database.db, stop }
}

const providerOf = (config: Config): OidcSettings | null =>
  config.VNEID_ISSUER
    ? {
        code: 'vneid',
        name: 'VNeID',
        issuer: config.VNEID_ISSUER,
        authorizeUrl: config.VNEID_AUTHORIZE_URL ?? '',
        tokenUrl: config.VNEID_TOKEN_URL ?? '',
        userinfoUrl: config.VNEID_USERINFO_URL ?? '',
        jwksUrl: config.VNEID_JWKS_URL ?? '',
        clientId: config.VNEID_CLIENT_ID ?? '',
        clientSecret: config.VNEID_CLIENT_SECRET ?? '',
      }
    : null

/** Loaded here and nowhere else, so that a house that is not a demonstration does not even have it in memory. */
async function openSandboxOf(
  pack: string,
  { config, port, publicUrl, province }: Pick<House, 'publicUrl' | 'province'> & { config: Config; port: number },
): Promise<Sandbox> {
  const [{ openSandbox }, { readCitizens }] = await Promise.all([
    import('./sandbox-provider.ts'),
    import('./sandbox-people.ts'),
  ])
  return openSandbox({
    citizens: readCitizens(packFolder(pack)),
    publicUrl,
    nearUrl: `http://${/^(0\.0\.0\.0|::)$/.test(config.HOST) ? '127.0.0.1' : config.HOST}:${port}`,
    redirectUri: `${publicUrl}/dang-nhap-vneid/tro-lai`,
    behindProxy: config.TRUSTED_PROXIES > 0,
    shell: { province, help: { phone: province.phone } },
  })
}

/** What was sealed before with another key, or not at all, is sealed anew. */
async function openSecrets(config: Config, folder: string, db: Db, log: Log): Promise<SecretBox> {
  const { SECRET_KEY: key = await keyOfFolder(folder), SECRET_KEY_BEFORE: before } = config
  const box = openSecretBox(before ? [key, before] : [key])
  const { sealed, unreadable } = await resealTotps(db, box)
  if (sealed) log.info({ sealed }, 'secrets of second factors sealed anew')
  if (unreadable) log.error({ unreadable }, 'secrets of second factors cannot be read: their key is missing')
  return box
}

const intakeOf = (config: Config): Intake => ({
  most: config.UPLOAD_MOST_MB * 1_000_000,
  scan: config.CLAMD_URL ? openScanner(config.CLAMD_URL) : null,
  scanRequired: config.CLAMD_REQUIRED === 'yes',
})

const openFiles = (config: Config, folder: string, now: () => Date): Promise<FileHouse> =>
  config.FILES_URL
    ? openS3House(readS3Url(config.FILES_URL), join(folder, 'files/incoming'), now)
    : openFolderHouse(join(folder, 'files'))

const early = (request: Request) =>
  new URL(request.url).pathname === '/healthz'
    ? new Response('ok')
    : new Response('starting', { status: 503, headers: { 'retry-after': '2' } })
