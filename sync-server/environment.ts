/**
 * What the process is told, read once at start: a setting that cannot be read is named and refused, and so is an unknown PORTAL_
 * setting, because a typing mistake there would otherwise go unnoticed for years.
 */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { encodeUlid } from '../domain/values/ids.ts'
import { type Instant, toInstant } from '../domain/values/instant.ts'
import { ok, problem, type Result } from '../domain/values/result.ts'
import type { Clock } from './sync/clock.ts'

export interface Environment {
  readonly port: number
  /** Folder of the embedded database and, in sample mode, of the mails. */
  readonly dataFolder: string
  readonly databaseUrl: string | null
  /** Where members reach the portal; null in sample mode. */
  readonly publicUrl: URL | null
  readonly smtpUrl: string | null
  /** True when neither PUBLIC_URL nor SMTP_URL is set: sample data, loopback only. */
  readonly isSample: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

const portalSettings = ['PORTAL_DATA']

/** The environment, or a sentence about the first setting that is wrong. */
export function readEnvironment(variables: Variables): Result<Environment, string> {
  for (const name of Object.keys(variables)) {
    if (name.startsWith('PORTAL_') && !portalSettings.includes(name)) {
      return problem(
        `${name} is not a setting of the portal. Known are: ${portalSettings.join(', ')}.`,
      )
    }
  }
  const port = Number(variables['PORT'] ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return problem(`PORT is "${variables['PORT']}"; it must be a number from 0 to 65535.`)
  }
  const publicUrl = readUrl(variables['PUBLIC_URL'], ['http:', 'https:'])
  if (publicUrl === 'unreadable')
    return problem('PUBLIC_URL must be an address like https://portal.example.')
  const smtpUrl = readUrl(variables['SMTP_URL'], ['smtp:', 'smtps:'])
  if (smtpUrl === 'unreadable')
    return problem('SMTP_URL must be an address like smtps://name:password@mail.example.')
  const databaseUrl = readUrl(variables['DATABASE_URL'], ['postgres:', 'postgresql:'])
  if (databaseUrl === 'unreadable') {
    return problem('DATABASE_URL must be an address like postgres://name:password@host/database.')
  }
  if ((publicUrl === null) !== (smtpUrl === null)) {
    return problem(
      'Set PUBLIC_URL and SMTP_URL together: members need a place to go and a mail that takes them there.',
    )
  }
  return ok({
    port,
    dataFolder: resolve(variables['PORTAL_DATA'] ?? 'data'),
    databaseUrl: databaseUrl?.href ?? null,
    publicUrl,
    smtpUrl: smtpUrl?.href ?? null,
    isSample: publicUrl === null,
  })
}

function readUrl(
  text: string | undefined,
  protocols: readonly string[],
): URL | null | 'unreadable' {
  if (text === undefined || text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && protocols.includes(url.protocol) ? url : 'unreadable'
}

/** The server's clock: the only one that decides. */
export function systemNow(): Instant {
  return toInstant(Date.now())
}

/** Time for whatever waits: the same clock, and timers that do not keep the process alive. */
export const systemClock: Clock = {
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
