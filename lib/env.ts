import { z } from 'zod'

const url = (what: string) =>
  z.string().refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: `expected ${what} such as https://example.org`,
  })

/** What looks like a password after the host is one with a slash in it: the host would be the user. */
const isMailServer = (value: string) => /^smtps?:\/\/\S+$/.test(value) && URL.canParse(value) && new URL(value).hostname !== '' && !/[/?#].*@/.test(value.replace('://', ''))

const EDGE = /^(varnish|fastly|cloudflare)\+(https?:\/\/\S+)$/

/** Where caches in front of the site are told what to forget: kind+address, several separated by commas. */
const edges = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()).filter(Boolean))
  .refine((list) => list.every((one) => URL.canParse(EDGE.exec(one)?.[2] ?? '')), {
    error: 'expected varnish+http://10.0.0.5:6081, fastly+https://api.fastly.com/service/ID or cloudflare+https://api.cloudflare.com/client/v4/zones/ID; several are separated by commas',
  })
  .transform((list) => list.map((one) => ({ kind: EDGE.exec(one)![1] as 'varnish' | 'fastly' | 'cloudflare', url: EDGE.exec(one)![2]!.replace(/\/+$/, '') })))

/**
 * The environment, parsed once. Everything the operator may set for the site is here; nothing else of it reads `process.env`.
 * SEED_PASSWORD is a matter of `npm run seed` alone. `.env.example` names every setting.
 * A wrong value stops the program with a sentence that names the variable and what was expected.
 */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, { error: 'expected file:./path/to.db or postgres://user:password@host:5432/name' })
    .default('file:./.data/dateline.db'),
  MEDIA_DIR: z.string().min(1).default('./.data/media'),
  PAYLOAD_SECRET: z
    .string({ error: 'expected a random text of 32 characters or more; make one with: openssl rand -hex 32' })
    .min(32, { error: 'expected 32 characters or more; make one with: openssl rand -hex 32' }),
  SITE_URL: url('the public address of the site')
    .transform((value) => value.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
  INDEXING: z.enum(['allow', 'deny'], { error: 'expected allow or deny' }).optional(),
  INDEXNOW_URL: url('the address that IndexNow notices are posted to').default('https://api.indexnow.org/indexnow'),
  PORT: z.coerce.number({ error: 'expected a port number' }).int().min(1).max(65535).default(3000),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  WEATHER_URL: z
    .union([z.literal('off'), url('the address of a forecast API in Open-Meteo’s form, or off')])
    .default('https://api.open-meteo.com/v1/forecast'),
  TRUSTED_PROXIES: z.coerce.number({ error: 'expected how many proxies of your own stand before the site: 0, 1, 2 …' }).int().min(0).max(10).default(0),
  RATE_LIMITS: z.enum(['on', 'off'], { error: 'expected on or off' }).default('on'),
  METRICS_TOKEN: z.string().min(16, { error: 'expected 16 characters or more' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('the address of an OpenTelemetry collector').optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('dateline'),
  CLOCK_SECONDS: z.coerce.number({ error: 'expected a number of seconds' }).min(0.2).max(60).default(1),
  SMTP_URL: z
    .string()
    .refine(isMailServer, { error: 'expected smtp://user:password@mail.example.org:587, or smtps:// where the connection is encrypted from its beginning; user and password are percent-encoded (/ is %2F, # is %23, ? is %3F, % is %25)' })
    .optional(),
  MAIL_FROM: z.string().regex(/^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, { error: 'expected an address, or a name with one: The Meridian <newsroom@example.org>' }).optional(),
  REDIS_URL: z.string().regex(/^rediss?:\/\/\S+$/, { error: 'expected redis://host:6379, or rediss:// for an encrypted connection' }).optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ENDPOINT: url('the address of an S3-compatible store').optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  EDGE_PURGE: edges.default([]),
  EDGE_TOKEN: z.string().min(1).optional(),
})

const schema = settings
  .refine(({ EDGE_PURGE, EDGE_TOKEN }) => EDGE_PURGE.length === 0 || EDGE_TOKEN !== undefined, {
    path: ['EDGE_TOKEN'],
    error: 'expected the secret that the caches of EDGE_PURGE ask for: the token of the Varnish configuration, or of the CDN’s API',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, { path: ['MAIL_FROM'], error: 'expected who mails are from, as SMTP_URL is set: The Meridian <newsroom@example.org>' })

export type Env = z.infer<typeof schema>

/**
 * Parses a set of variables.
 * @throws an error whose message has one line for each variable that is wrong.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment cannot be used:\n${lines.join('\n')}\nSee .env.example for every setting.`)
}

/** Everything in the environment, as it is handed on to another program, and more for it alone. */
export const environmentFor = (more: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...more })

let parsed: Env | undefined

/** The parsed environment of this process. */
export function env(): Env {
  // A build neither opens the database nor signs anything: it needs no secret.
  const isBuild = process.env.NEXT_PHASE === 'phase-production-build'
  parsed ??= parseEnv(isBuild ? { PAYLOAD_SECRET: 'only-while-building-and-never-used', ...process.env } : process.env)
  return parsed
}
