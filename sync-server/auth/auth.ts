/**
 * Signing in: a six-digit code by mail, kept by better-auth in tables of its own and linked to members by address. One mechanism:
 * the link in the mail shows the same code. Only members get mail, and nobody can tell from the answer who is one.
 */
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { emailOTP } from 'better-auth/plugins'
import { isStaff } from '../../domain/access/role.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { makeId } from '../../domain/values/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/values/instant.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import type { SignIn } from '../sync/session.ts'

export interface SignedIn extends SignIn {
  readonly member: Member
}

export interface Auth {
  /** Mails a code to a member's address; does nothing for others. Never says which. */
  sendCode(email: string): Promise<void>
  /** The cookie of a new sign-in, or null when the code is wrong, used or too old. */
  signIn(
    email: string,
    code: string,
  ): Promise<{ cookies: readonly string[]; member: Member; deviceId: string } | null>
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** Cookies that clear the sign-in. */
  signOut(headers: Headers): Promise<readonly string[]>
  onRevoked(listener: (signInId: string) => void): () => void
}

export interface AuthPorts {
  readonly storage: Storage
  readonly secret: string
  readonly baseUrl: string
  readonly isSecure: boolean
  makeUlid(): string
  now(): number
  sendCode(email: string, code: string): Promise<void>
  log(line: string): void
}

const IDLE_MS = { member: 30 * DAY_MS, staff: 12 * HOUR_MS }
const ABSOLUTE_MS = { member: 90 * DAY_MS, staff: 7 * DAY_MS }
const CODE_LIFE_SECONDS = 600
const CODE_TRIES = 5

export async function makeAuth(ports: AuthPorts): Promise<Auth> {
  const { storage } = ports
  const revoked = new Set<(signInId: string) => void>()
  const options = optionsOf(ports, (id) => {
    for (const listener of revoked) listener(id)
  })
  await (await getMigrations(options)).runMigrations()
  const auth = betterAuth(options)

  async function memberByEmail(email: string): Promise<Member | null> {
    const row = await storage.read
      .selectFrom('member')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    return row === undefined ? null : loadActor(storage.read, row.id)
  }

  return {
    sendCode: async (email) => {
      if ((await memberByEmail(email)) === null) return
      await auth.api.sendVerificationOTP({ body: { email, type: 'sign-in' } })
    },
    signIn: async (email, code) => {
      const member = await memberByEmail(email)
      if (member === null) return null
      const response = await auth.api
        .signInEmailOTP({ body: { email, otp: code }, asResponse: true })
        .catch(() => null)
      if (response === null || !response.ok) return null
      const cookies = response.headers.getSetCookie()
      const found = await auth.api.getSession({ headers: cookieHeaders(cookies) })
      if (found === null) return null
      await storage.write
        .updateTable('member')
        .set({ account_id: found.user.id })
        .where('id', '=', member.id)
        .execute()
      return { cookies, member, deviceId: deviceOf(found.session) }
    },
    signedIn: async (headers) => {
      const found = await auth.api.getSession({ headers })
      if (found === null) return null
      const row = await storage.read
        .selectFrom('member')
        .select('id')
        .where('account_id', '=', found.user.id)
        .executeTakeFirst()
      const member = row === undefined ? null : await loadActor(storage.read, row.id)
      if (member === null || isOver(found.session, member, ports.now())) return null
      const { id: memberId, role, siteIds } = member
      const principal = { memberId, role, siteIds }
      return { id: found.session.id, principal, member, deviceId: deviceOf(found.session) }
    },
    signOut: async (headers) => {
      const response = await auth.api.signOut({ headers, asResponse: true })
      return response.headers.getSetCookie()
    },
    onRevoked: (listener) => {
      revoked.add(listener)
      return () => revoked.delete(listener)
    },
  }
}

function optionsOf(ports: AuthPorts, onDelete: (id: string) => void) {
  const name = ports.isSecure ? '__Host-s' : 's'
  return {
    appName: 'Member portal',
    baseURL: ports.baseUrl,
    secret: ports.secret,
    database: {
      db: ports.storage.write,
      type: ports.storage.engine === 'sqlite' ? ('sqlite' as const) : ('postgres' as const),
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // counted in front of it, per address and per mail
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    session: {
      modelName: 'auth_session',
      expiresIn: IDLE_MS.member / 1000,
      updateAge: (30 * MINUTE_MS) / 1000,
      cookieCache: { enabled: false }, // a cached cookie would outlive its revocation
      additionalFields: { deviceId: { type: 'string' as const, required: false, input: false } },
    },
    advanced: {
      useSecureCookies: false, // the name below carries the prefix; a second one would be added
      cookies: {
        session_token: {
          name,
          attributes: {
            httpOnly: true,
            secure: ports.isSecure,
            sameSite: 'lax' as const,
            path: '/',
          },
        },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: object) => ({
            data: { ...session, deviceId: makeId('device', ports.makeUlid()) },
          }),
        },
        delete: { after: async (session: { id: string }) => onDelete(session.id) },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_LIFE_SECONDS,
        allowedAttempts: CODE_TRIES,
        storeOTP: 'hashed',
        sendVerificationOTP: async ({ email, otp }) => {
          // Not awaited: how long a mail takes must not tell who is a member.
          ports.sendCode(email, otp).catch((error: unknown) => {
            ports.log(`A sign-in mail was not sent: ${String(error)}`)
          })
        },
      }),
    ],
  }
}

interface AuthSession {
  readonly createdAt: Date
  readonly updatedAt: Date
}

function isOver(session: AuthSession, member: Member, now: number): boolean {
  const who = isStaff(member.role) ? 'staff' : 'member'
  return (
    now - session.updatedAt.getTime() > IDLE_MS[who] ||
    now - session.createdAt.getTime() > ABSOLUTE_MS[who]
  )
}

function deviceOf(session: object): string {
  const { deviceId } = session as { deviceId?: unknown } // our own additional field
  return typeof deviceId === 'string' ? deviceId : ''
}

function cookieHeaders(setCookies: readonly string[]): Headers {
  return new Headers({ cookie: setCookies.map((one) => one.split(';')[0]).join('; ') })
}
