/**
 * Signing in: a six-digit code by mail, or a passkey, kept by better-auth in tables of its own and linked to members by address. One mechanism
 * for codes: the link in the mail shows the same code. Only members get mail, and nobody can tell from the answer, or from how long it took,
 * who is one. What more is asked of whom is said in `proofs/`, and only to whoever has the code.
 */
import type { Member } from '../../domain/memberships/member.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import type { SignIn } from '../sync/session.ts'
import { browserOf, cookieHeaders, untilClosed } from './browser-headers.ts'
import { type BetterAuth, openBetterAuth } from './open-better-auth.ts'
import { makePasskeys, type Passkeys } from './passkeys.ts'
import type { Asked, Proofs, Shown } from './proofs/proofs.ts'
import { isDueForUse, isOver, type Keeping } from './sign-in-limits.ts'

export interface SignedIn extends SignIn {
  readonly member: Member
  /** As better-auth knows them. */
  readonly accountId: string
}

export interface NewSignIn {
  readonly kind: 'signed-in'
  readonly cookies: readonly string[]
  readonly member: Member
  readonly deviceId: string
  /** The codes of an app that was set up at the door, told this once. */
  readonly recovery: readonly string[]
}

export interface Attempt extends Shown {
  readonly email: string
  readonly code: string
  readonly keeping: Keeping
}

export interface Auth {
  readonly passkeys: Passkeys
  /** Mails a code to a member's address; does nothing for others. Never says which. */
  sendCode(email: string): Promise<void>
  /** A code for an address that is nobody's yet, for whoever mails it in words of their own. */
  codeFor(email: string): Promise<string>
  /** A wrong one is counted; a right one is not used up by this. */
  isRightCode(email: string, code: string): Promise<boolean>
  /** A new sign-in, what more is asked for, or that the code is wrong, used or too old. */
  signIn(
    attempt: Attempt,
    headers: Headers,
  ): Promise<NewSignIn | Exclude<Asked, { kind: 'nothing' }> | { readonly kind: 'wrong' }>
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** Cookies that clear the sign-in. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** A sign-in was ended by its own device. */
  onEnded(listener: (signInId: string) => void): () => void
}

export interface AuthPorts {
  readonly storage: Storage
  readonly proofs: Proofs
  readonly secret: string
  readonly baseUrl: string
  readonly isSecure: boolean
  makeUlid(): string
  now(): number
  mailCode(email: string, code: string): Promise<void>
  log(line: string): void
}

export async function makeAuth(ports: AuthPorts): Promise<Auth> {
  const { storage, proofs } = ports
  const ended = new Set<(signInId: string) => void>()

  async function memberWhere(column: 'email' | 'account_id', value: string) {
    const row = await storage.read
      .selectFrom('member')
      .select('id')
      .where(column, '=', value)
      .executeTakeFirst()
    return row === undefined ? null : loadActor(storage.read, row.id)
  }

  const { api } = await openBetterAuth({
    ...ports,
    isMember: async (email) => (await memberWhere('email', email)) !== null,
    onEnded: (signInId) => {
      for (const listener of ended) listener(signInId)
    },
  })

  /** What better-auth began becomes a sign-in of ours, and takes the place of the one before it in this browser. */
  async function begin(
    response: Response,
    { headers, keeping }: { readonly headers: Headers; readonly keeping: Keeping },
  ): Promise<NewSignIn | null> {
    const cookies = response.headers.getSetCookie()
    const found = await api.getSession({ headers: cookieHeaders(cookies) })
    if (found === null) return null
    const { user, session } = found
    const member =
      (await memberWhere('account_id', user.id)) ?? (await memberWhere('email', user.email))
    if (member === null) return null
    if (headers.has('cookie')) await api.signOut({ headers }) // the one it replaces in this browser
    await storage.transaction(async (tx) => {
      const account_id = user.id
      await tx.updateTable('member').set({ account_id }).where('id', '=', member.id).execute()
      await tx.updateTable('auth_session').set({ keeping }).where('id', '=', session.id).execute()
    })
    return {
      ...{ kind: 'signed-in', member, deviceId: textOf(session, 'deviceId'), recovery: [] },
      cookies: keeping === 'shared' ? cookies.map(untilClosed) : cookies,
    }
  }

  return {
    passkeys: makePasskeys({ api, storage, begin }),
    sendCode: async (email) => {
      // The same work for everybody up to the mail, which is not waited for.
      const code = await api.createVerificationOTP({ body: { email, type: 'sign-in' } })
      if ((await memberWhere('email', email)) === null) return
      ports.mailCode(email, code).catch((error: unknown) => {
        ports.log(`A sign-in mail was not sent: ${String(error)}`)
      })
    },
    codeFor: (email) => api.createVerificationOTP({ body: { email, type: 'sign-in' } }),
    isRightCode: (email, code) => isRightCode(api, email, code),
    signIn: async (attempt, headers) => {
      const { email, code, keeping } = attempt
      if (!(await isRightCode(api, email, code))) return { kind: 'wrong' }
      const member = await memberWhere('email', email)
      if (member === null) return { kind: 'wrong' }
      const asked = await proofs.ask(member, attempt)
      if (asked.kind !== 'nothing') return asked
      const response = await api
        .signInEmailOTP({
          body: { email, otp: code },
          headers: browserOf(headers),
          asResponse: true,
        })
        .catch(() => null)
      if (response === null || !response.ok) return { kind: 'wrong' }
      const begun = await begin(response, { headers, keeping })
      return begun === null ? { kind: 'wrong' } : { ...begun, recovery: asked.recovery }
    },
    signedIn: async (headers) => {
      // Not counted as a use before it is known to stand, or an idle sign-in would revive itself.
      const found = await api.getSession({ headers, query: { disableRefresh: true } })
      const member = found === null ? null : await memberWhere('account_id', found.user.id)
      if (found === null || member === null) return null
      const { session, user } = found
      const times = { ...session, keeping: textOf(session, 'keeping') }
      if (isOver(times, member.role, ports.now())) return null
      if (isDueForUse(session, ports.now())) await api.getSession({ headers })
      const { id: memberId, role, teamId, siteIds } = member
      const principal = { memberId, role, teamId, siteIds }
      const deviceId = textOf(session, 'deviceId')
      return { id: session.id, principal, member, deviceId, accountId: user.id }
    },
    signOut: async (headers) => {
      const response = await api.signOut({ headers, asResponse: true })
      return response.headers.getSetCookie()
    },
    onEnded: (listener) => {
      ended.add(listener)
      return () => ended.delete(listener)
    },
  }
}

/** Looks at the code without using it up, so that what more is asked for can be sent along with it. A wrong one is counted all the same. */
async function isRightCode(api: BetterAuth['api'], email: string, code: string): Promise<boolean> {
  try {
    await api.checkVerificationOTP({ body: { email, type: 'sign-in', otp: code } })
    return true
  } catch (error) {
    // Right, of somebody who signs in for the first time.
    return isFirstTime(error)
  }
}

function isFirstTime(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('body' in error)) return false
  const { body } = error
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'USER_NOT_FOUND'
  )
}

/** A field of a session that we added ourselves. */
function textOf(session: object, field: string): string {
  const value = (session as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}
