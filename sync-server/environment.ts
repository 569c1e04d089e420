/**
 * What the process is told, read once at start: a setting that cannot be read is named and refused, and so is an unknown PORTAL_
 * setting, because a typing mistake there would otherwise go unnoticed for years.
 */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { encodeUlid } from '../domain/values/ids.ts'
import { type Instant, toInstant } from '../domain/values/instant.ts'
import { ok, problem, type Result } from '../domain/values/result.ts'
import type { InboundMail } from './mail/ticket-marks.ts'
import type { Clock } from './sync/clock.ts'

export interface Environment {
  /** 0 takes any free port. */
  readonly port: number
  /** Folder of the embedded database, of the lock and, in sample mode, of the mails. */
  readonly dataFolder: string
  readonly databaseUrl: string | null
  /** Where members reach the portal; null in sample mode. */
  readonly publicUrl: URL | null
  readonly smtpUrl: string | null
  /** True when neither PUBLIC_URL nor SMTP_URL is set: sample data, loopback only. */
  readonly isSample: boolean
  /** Of the payment processor; live or test, as it says itself. */
  readonly stripeSecretKey: string | null
  /** What its messages are signed with; two while one takes the place of the other. */
  readonly stripeWebhookSecrets: readonly string[]
  /** True when the emulator plays the payment processor: in the sample, and where it is asked for. Never beside a key. */
  readonly takesDemoPayments: boolean
  /** Where members' mails to the team come in; null where none are taken. */
  readonly inboundMail: InboundMail | null
  /** True when a proxy of ours stands in front, so that its X-Forwarded-For may be believed. */
  readonly trustsProxy: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

const portalSettings = ['PORTAL_DATA', 'PORTAL_DEMO_PAYMENTS']

/** The environment, or a sentence about the first setting that is wrong. */
export function readEnvironment(variables: Variables): Result<Environment, string> {
  try {
    return ok(readSettings(variables))
  } catch (error) {
    if (error instanceof WrongSetting) return problem(error.message)
    throw error
  }
}

/** Thrown inside this file alone, so that each reader below can be one expression. */
class WrongSetting extends Error {}

function readSettings(variables: Variables): Environment {
  refuseUnknown(variables)
  const publicUrl = readPublicUrl(variables)
  const smtpUrl = readUrl(variables, 'SMTP_URL', smtpExample, ['smtp:', 'smtps:'])
  if ((publicUrl === null) !== (smtpUrl === null)) {
    throw new WrongSetting(
      'Set PUBLIC_URL and SMTP_URL together: members need a place to go and a mail that takes them there.',
    )
  }
  return {
    port: readPort(variables),
    dataFolder: resolve(variables['PORTAL_DATA'] || 'data'),
    databaseUrl:
      readUrl(variables, 'DATABASE_URL', databaseExample, ['postgres:', 'postgresql:'])?.href ??
      null,
    publicUrl,
    smtpUrl: smtpUrl?.href ?? null,
    isSample: publicUrl === null,
    ...readPayments(variables, publicUrl),
    inboundMail: readInboundMail(variables),
    trustsProxy: readSwitch(variables, 'TRUST_PROXY'),
  }
}

const smtpExample = 'smtps://name:password@mail.example'
const databaseExample = 'postgres://name:password@host/database'

function refuseUnknown(variables: Variables): void {
  for (const name of Object.keys(variables)) {
    if (!name.startsWith('PORTAL_') || portalSettings.includes(name)) continue
    throw new WrongSetting(
      `${name} is not a setting of the portal. Known are: ${portalSettings.join(', ')}.`,
    )
  }
}

function readPort(variables: Variables): number {
  const text = variables['PORT'] || '3000'
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new WrongSetting(`PORT is "${text}"; it must be a number from 0 to 65535.`)
}

/** Plain http would send the sign-in in the clear, so it is for this machine alone. */
function readPublicUrl(variables: Variables): URL | null {
  const url = readUrl(variables, 'PUBLIC_URL', 'https://portal.example', ['http:', 'https:'])
  if (url === null) return null
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    throw new WrongSetting('PUBLIC_URL must begin with https://, but on this machine itself.')
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new WrongSetting('PUBLIC_URL must be an address without a path: the portal takes it all.')
  }
  return url
}

function readUrl(
  variables: Variables,
  name: string,
  example: string,
  protocols: readonly string[],
): URL | null {
  const text = variables[name]
  if (text === undefined || text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  // A database on this machine may be named by its socket's folder: postgres:///portal?host=/run/postgresql
  const hasHost = url !== null && (url.hostname !== '' || url.searchParams.has('host'))
  if (url !== null && hasHost && protocols.includes(url.protocol)) return url
  throw new WrongSetting(`${name} must be an address like ${example}.`)
}

/** Nobody plays the processor beside a key of the real one: what looks paid there would be paid nowhere. */
function readPayments(variables: Variables, publicUrl: URL | null) {
  const stripeSecretKey = readStripeKey(variables, publicUrl)
  const isDemoAsked = readSwitch(variables, 'PORTAL_DEMO_PAYMENTS')
  if (isDemoAsked && stripeSecretKey !== null) {
    throw new WrongSetting(
      'PORTAL_DEMO_PAYMENTS and STRIPE_SECRET_KEY exclude each other: with a key, payments are real or of its test mode.',
    )
  }
  return {
    stripeSecretKey,
    stripeWebhookSecrets: readWebhookSecrets(variables),
    takesDemoPayments: stripeSecretKey === null && (publicUrl === null || isDemoAsked),
  }
}

function readWebhookSecrets(variables: Variables): readonly string[] {
  const secrets = readPattern(
    variables,
    'STRIPE_WEBHOOK_SECRET',
    /^whsec_[^\s,]{16,}(,whsec_[^\s,]{16,})?$/,
    'the signing secret of the webhook, which begins with whsec_, or two with a comma between',
  )
  return secrets === null ? [] : secrets.split(',')
}

function readStripeKey(variables: Variables, publicUrl: URL | null): string | null {
  const key = readPattern(
    variables,
    'STRIPE_SECRET_KEY',
    /^(sk|rk)_(test|live)_\S{16,}$/,
    'a secret or restricted key, which begins with sk_ or rk_',
  )
  if (key?.includes('_live_') === true && publicUrl?.protocol !== 'https:') {
    throw new WrongSetting(
      'STRIPE_SECRET_KEY is a live key: it needs a PUBLIC_URL that begins with https://.',
    )
  }
  return key
}

/** One without the other takes nothing in, or lets everybody in. */
function readInboundMail(variables: Variables): InboundMail | null {
  const address = readPattern(
    variables,
    'MAIL_INBOUND_ADDRESS',
    /^[^\s@+]{1,64}@[^\s@]+\.[^\s@]+$/,
    'the address that members write to, like help@portal.example, without a plus',
  )
  const secret = readPattern(
    variables,
    'MAIL_INBOUND_SECRET',
    /^\S{24,}$/,
    'a secret of 24 or more letters that the mail system sends along',
  )
  if (address !== null && secret !== null) return { address, secret }
  if (address === null && secret === null) return null
  throw new WrongSetting('Set MAIL_INBOUND_ADDRESS and MAIL_INBOUND_SECRET together.')
}

/** The value is a secret, so the sentence never repeats it. */
function readPattern(
  variables: Variables,
  name: string,
  pattern: RegExp,
  meaning: string,
): string | null {
  const text = variables[name]
  if (text === undefined || text === '') return null
  if (pattern.test(text)) return text
  throw new WrongSetting(`${name} must be ${meaning}.`)
}

function readSwitch(variables: Variables, name: string): boolean {
  const text = variables[name] ?? ''
  if (['', '0', '1'].includes(text)) return text === '1'
  throw new WrongSetting(`${name} is "${text}"; it must be 1 or 0.`)
}

/** The server's clock: the only one that decides. */
export function systemNow(): Instant {
  return toInstant(Date.now())
}

/** Decides every rule that asks for the time, and wakes whatever waits. */
export interface PortalClock extends Clock {
  now(): Instant
}

/** The system's time, with timers that do not keep the process alive. */
export const systemClock: PortalClock = {
  now: systemNow,
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** 26 characters of ULID from the system's clock and random source. */
export function makeUlid(): string {
  return encodeUlid(Date.now(), randomBytes(16))
}
