/**
 * Signing in: a six-digit code by mail, kept by better-auth in tables of its own and linked to members by address. One mechanism:
 * the link in the mail shows the same code. Only members get mail, and nobody can tell from the answer, or from how long it took,
 * who is one.
 */
import type { Member } from '../../domain/memberships/member.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import type { SignIn } from '../sync/session.ts'
import { openBetterAuth } from './open-better-auth.ts'
import { isDueForUse, isOver } from './sign-in-limits.ts'

export interface SignedIn extends SignIn {
  readonly member: Member
}

export interface NewSignIn {
  readonly cookies: readonly string[]
  readonly member: Member
  readonly deviceId: string
}

export interface Auth {
  /** Mails a code to a member's address; does nothing for others. Never says which. */
  sendCode(email: string): Promise<void>
  /** A new sign-in, or null when the code is wrong, used or too old. */
  signIn(email: string, code: string, headers: Headers): Promise<NewSignIn | null>
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** Cookies that clear the sign-in. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** A sign-in was ended by its own device. */
  onEnded(listener: (signInId: string) => void): () => void
}

export interface AuthPorts {
  readonly storage: Storage
  readonly secret: string
  readonly baseUrl: string
  readonly isSecure: boolean
  makeUlid(): string
  now(): number
  mailCode(email: string, code: string): Promise<void>
  log(line: string): void
}

export async function makeAuth(ports: AuthPorts): Promise<Auth> {
  const { storage } = ports
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

  return {
    sendCode: async (email) => {
      // The same work for everybody up to the mail, which is not waited for.
      const code = await api.createVerificationOTP({ body: { email, type: 'sign-in' } })
      if ((await memberWhere('email', email)) === null) return
      ports.mailCode(email, code).catch((error: unknown) => {
        ports.log(`A sign-in mail was not sent: ${String(error)}`)
      })
    },
    signIn: async (email, code, headers) => {
      const response = await api
        .signInEmailOTP({
          body: { email, otp: code },
          headers: browserOf(headers),
          asResponse: true,
        })
        .catch(() => null)
      if (response === null || !response.ok) return null
      const cookies = response.headers.getSetCookie()
      const found = await api.getSession({ headers: cookieHeaders(cookies) })
      const member = await memberWhere('email', email)
      if (found === null || member === null) return null
      if (headers.has('cookie')) await api.signOut({ headers }) // the one it replaces in this browser
      await storage.write
        .updateTable('member')
        .set({ account_id: found.user.id })
        .where('id', '=', member.id)
        .execute()
      return { cookies, member, deviceId: deviceOf(found.session) }
    },
    signedIn: async (headers) => {
      // Not counted as a use before it is known to stand, or an idle sign-in would revive itself.
      const found = await api.getSession({ headers, query: { disableRefresh: true } })
      const member = found === null ? null : await memberWhere('account_id', found.user.id)
      if (found === null || member === null) return null
      if (isOver(found.session, member.role, ports.now())) return null
      if (isDueForUse(found.session, ports.now())) await api.getSession({ headers })
      const { id: memberId, role, siteIds } = member
      const principal = { memberId, role, siteIds }
      return { id: found.session.id, principal, member, deviceId: deviceOf(found.session) }
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

function deviceOf(session: object): string {
  const { deviceId } = session as { deviceId?: unknown } // our own additional field
  return typeof deviceId === 'string' ? deviceId : ''
}

/** A sign-in always begins a session of its own: only what names the browser goes along, never an older cookie. */
function browserOf(headers: Headers): Headers {
  return new Headers({ 'user-agent': headers.get('user-agent')?.slice(0, 300) ?? '' })
}

function cookieHeaders(setCookies: readonly string[]): Headers {
  return new Headers({ cookie: setCookies.map((one) => one.split(';')[0]).join('; ') })
}
