/** Everything that is set from outside, read once at the start; every wrong variable is named in one message. */
import { z } from 'zod'

const Port = z.coerce.number().int().min(0).max(65_535)
const Url = z.url({ protocol: /^https?$/ })
/** Secrets and identities go there: in the clear only within the machine itself. */
const Provider = Url.refine((url) => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url), {
  error: 'must begin with https://',
})
const Minutes = z.coerce.number().int().min(1).max(1440)

const providerKeys = [
  'VNEID_ISSUER',
  'VNEID_AUTHORIZE_URL',
  'VNEID_TOKEN_URL',
  'VNEID_USERINFO_URL',
  'VNEID_JWKS_URL',
  'VNEID_CLIENT_ID',
  'VNEID_CLIENT_SECRET',
] as const

const exchangeKeys = [
  'NATIONAL_EXCHANGE_URL',
  'NATIONAL_EXCHANGE_LOGIN_URL',
  'NATIONAL_EXCHANGE_USER',
  'NATIONAL_EXCHANGE_PASSWORD',
] as const

const ExchangeServices = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.enum(['dossier', 'progress', 'lookUp'])).min(1))

const Config = z
  .object({
    PORT: Port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: Url.optional(),
    DATA_DIR: z.string().min(1).default('./var'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
    SECRET_KEY: z.string().min(32).optional(),
    /** The key before `SECRET_KEY`, for the first start with a new one. */
    SECRET_KEY_BEFORE: z.string().min(32).optional(),
    PACK: z.string().min(1).default('tien-giang'),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    IDLE_MINUTES: Minutes.default(15),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().default('khong-tra-loi@localhost.localdomain'),
    FILES_URL: z.url({ protocol: /^s3$/ }).optional(),
    VNEID_ISSUER: Provider.optional(),
    VNEID_AUTHORIZE_URL: Provider.optional(),
    VNEID_TOKEN_URL: Provider.optional(),
    VNEID_USERINFO_URL: Provider.optional(),
    VNEID_JWKS_URL: Provider.optional(),
    VNEID_CLIENT_ID: z.string().min(1).optional(),
    VNEID_CLIENT_SECRET: z.string().min(1).optional(),
    /** Megabytes of one file that somebody sends in. */
    UPLOAD_MOST_MB: z.coerce.number().int().min(1).max(1000).default(30),
    /** `tcp://host:port`, or the path of its socket. */
    CLAMD_URL: z
      .string()
      .regex(/^(tcp:\/\/[^/\s:]+:\d+|\/\S+)$/)
      .optional(),
    /** `yes`: no file is used before it was scanned, however long that takes. */
    CLAMD_REQUIRED: z.enum(['yes', 'no']).default('no'),
    NATIONAL_EXCHANGE_URL: Provider.optional(),
    NATIONAL_EXCHANGE_LOGIN_URL: Provider.optional(),
    NATIONAL_EXCHANGE_USER: z.string().min(1).optional(),
    NATIONAL_EXCHANGE_PASSWORD: z.string().min(1).optional(),
    /** Which of its services are used, with commas between; all unless said. */
    NATIONAL_EXCHANGE_SERVICES: ExchangeServices.optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine((config) => !config.DATABASE_URL || config.SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'is needed with DATABASE_URL: at least 32 characters, the same for every process',
  })

  .superRefine((config, problems) => {
    for (const [prefix, keys] of [
      ['VNEID_', providerKeys],
      ['NATIONAL_EXCHANGE_', exchangeKeys],
    ] as const) {
      const given = keys.filter((key) => config[key] !== undefined)
      if (given.length === 0 || given.length === keys.length) continue
      const message = `is needed with the other ${prefix} variables: all or none`
      for (const key of keys) if (config[key] === undefined) problems.addIssue({ code: 'custom', path: [key], message })
    }
  })

export type Config = Readonly<z.output<typeof Config>>

/** A sentence per wrong variable; an empty one counts as absent. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Config.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.')} (now ${shown(issue.path[0], given)}): ${issue.message}`,
  )
  throw new Error(`The configuration is not right:\n${lines.join('\n')}`)
}

const shown = (name: PropertyKey | undefined, given: Record<string, string | undefined>) => {
  const value = given[String(name)]
  if (value === undefined) return 'not set'
  return /KEY|URL|SECRET|PASSWORD/.test(String(name)) ? 'set' : JSON.stringify(value)
}
