/** better-auth as we use it: mailed codes, passkeys and cookie sessions, in tables of its own, without any of its HTTP routes. */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { getMigrations } from 'better-auth/db/migration'
import { emailOTP } from 'better-auth/plugins'
import { makeId } from '../../domain/values/ids.ts'
import type { Storage } from '../storage/storage.ts'
import { hashTokens } from './hash-tokens.ts'
import { SEEN_EVERY_MS, SIGN_IN_MS_MAX } from './sign-in-limits.ts'

export interface BetterAuthPorts {
  readonly storage: Storage
  readonly secret: string
  readonly baseUrl: string
  readonly isSecure: boolean
  makeUlid(): string
  /** Only members have an account: a code that was guessed for another address makes none. */
  isMember(email: string): Promise<boolean>
  onEnded(signInId: string): void
}

const CODE_LIFE_SECONDS = 600
const CODE_TRIES = 5

export const SECURE_COOKIE = '__Host-s'
export const LOOPBACK_COOKIE = 's'
/** What a passkey is asked to sign, for five minutes. */
const CHALLENGE = 'challenge'
export const SECURE_CHALLENGE_COOKIE = '__Host-k'
export const LOOPBACK_CHALLENGE_COOKIE = 'k'

export type BetterAuth = Awaited<ReturnType<typeof openBetterAuth>>

export async function openBetterAuth(ports: BetterAuthPorts) {
  const own = optionsOf(ports)
  const database = {
    db: ports.storage.write,
    type: ports.storage.engine === 'sqlite' ? ('sqlite' as const) : ('postgres' as const),
  }
  await (await getMigrations({ ...own, database })).runMigrations()
  const adapter = hashTokens(await getAdapter({ ...own, database }))
  return betterAuth({ ...own, database: () => adapter })
}

function optionsOf(ports: BetterAuthPorts) {
  return {
    appName: 'Member portal',
    baseURL: ports.baseUrl,
    secret: ports.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // counted in front of it, per address and per mail
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    session: sessionOptions,
    advanced: advancedOptions(ports.isSecure),
    databaseHooks: hooksOf(ports),
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_LIFE_SECONDS,
        allowedAttempts: CODE_TRIES,
        storeOTP: 'hashed',
        sendVerificationOTP: async () => undefined, // codes are made by us and mailed by us
      }),
      passkeyPlugin(),
    ],
  }
}

/** A passkey signs in alone, so it must have known its person: by a finger, a face or a number. */
function passkeyPlugin() {
  return passkey({
    schema: { passkey: { modelName: 'auth_passkey' } },
    advanced: { webAuthnChallengeCookie: CHALLENGE },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) =>
        requireVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        requireVerified(verification.authenticationInfo.userVerified),
    },
  })
}

/** better-auth gives no other way to say no here; it answers as it does to a signature that is wrong. */
async function requireVerified(isVerified: boolean | undefined): Promise<undefined> {
  if (isVerified !== true) throw new Error('The passkey did not know its person')
  return undefined
}

const sessionOptions = {
  modelName: 'auth_session',
  expiresIn: SIGN_IN_MS_MAX / 1000, // idle and shorter limits by role are ours
  updateAge: SEEN_EVERY_MS / 1000,
  cookieCache: { enabled: false }, // a cached cookie would outlive its revocation
  freshAge: 0, // a member's sign-in lasts weeks; a passkey that is added is told by mail instead
  additionalFields: {
    deviceId: { type: 'string' as const, required: false, input: false },
    keeping: { type: 'string' as const, required: false, input: false },
  },
}

function advancedOptions(isSecure: boolean) {
  const attributes = { httpOnly: true, secure: isSecure, sameSite: 'lax' as const, path: '/' }
  const name = isSecure ? SECURE_COOKIE : LOOPBACK_COOKIE
  const challengeName = isSecure ? SECURE_CHALLENGE_COOKIE : LOOPBACK_CHALLENGE_COOKIE
  return {
    useSecureCookies: false, // the name carries the prefix; a second one would be added
    ipAddress: { disableIpTracking: true }, // where people are is not ours to keep
    cookies: {
      session_token: { name, attributes },
      [CHALLENGE]: {
        name: challengeName,
        attributes: { ...attributes, sameSite: 'strict' as const },
      },
    },
  }
}

function hooksOf(ports: BetterAuthPorts) {
  return {
    user: {
      create: { before: async (user: { email: string }) => ports.isMember(user.email) },
    },
    session: {
      create: {
        before: async (session: object) => ({
          data: { ...session, deviceId: makeId('device', ports.makeUlid()) },
        }),
      },
      delete: { after: async (session: { id: string }) => ports.onEnded(session.id) },
    },
  }
}
