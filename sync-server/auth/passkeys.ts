/**
 * Passkeys: keys that a device or a password manager keeps, unlocked by a finger, a face or a number. One signs in alone, for members and for
 * staff. better-auth checks what they sign; what it asked them to sign travels in a cookie of its own.
 */
import type { Storage } from '../storage/storage.ts'
import type { NewSignIn, SignedIn } from './auth.ts'
import { browserOf } from './browser-headers.ts'
import {
  type BetterAuth,
  LOOPBACK_CHALLENGE_COOKIE,
  SECURE_CHALLENGE_COOKIE,
} from './open-better-auth.ts'
import type { Keeping } from './sign-in-limits.ts'

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly addedAt: number
}

/** What a browser is asked to sign, and the cookie by which it is known again. */
export interface Challenge {
  readonly options: object
  readonly cookies: readonly string[]
}

export interface Passkeys {
  list(signedIn: SignedIn): Promise<readonly Passkey[]>
  beginAdding(headers: Headers): Promise<Challenge>
  /** False when the browser's answer is not what was asked for, or there are enough. */
  add(signedIn: SignedIn, headers: Headers, answer: unknown, name: string): Promise<boolean>
  rename(signedIn: SignedIn, id: string, name: string): Promise<boolean>
  remove(signedIn: SignedIn, id: string): Promise<boolean>
  /** The same for everybody: whose passkey it is the browser says. */
  beginSignIn(): Promise<Challenge>
  /** Null when no passkey of a member signed what was asked for. */
  signIn(headers: Headers, answer: unknown, keeping: Keeping): Promise<NewSignIn | null>
}

/** More than anybody has devices and password managers. */
const PASSKEYS_MAX = 20

interface PasskeyPorts {
  readonly api: BetterAuth['api']
  readonly storage: Storage
  begin(
    response: Response,
    of: { readonly headers: Headers; readonly keeping: Keeping },
  ): Promise<NewSignIn | null>
}

export function makePasskeys({ api, storage, begin }: PasskeyPorts): Passkeys {
  async function list({ accountId }: SignedIn): Promise<readonly Passkey[]> {
    const rows = await storage.read
      .selectFrom('auth_passkey')
      .select(['id', 'name', 'createdAt'])
      .where('userId', '=', accountId)
      .orderBy('createdAt')
      .execute()
    return rows.map(({ id, name, createdAt }) => {
      return { id, name: name ?? '', addedAt: new Date(createdAt ?? 0).getTime() }
    })
  }

  return {
    list,
    beginAdding: async (headers) =>
      readChallenge(
        await api.generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true }),
      ),
    add: async (signedIn, headers, answer, name) => {
      if ((await list(signedIn)).length >= PASSKEYS_MAX) return false
      const body = { response: answer, name }
      const response = await api
        .verifyPasskeyRegistration({ headers, body, asResponse: true })
        .catch(() => null)
      return response?.ok === true
    },
    rename: async ({ accountId }, id, name) => {
      const { numUpdatedRows } = await storage.write
        .updateTable('auth_passkey')
        .set({ name })
        .where('id', '=', id)
        .where('userId', '=', accountId)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    remove: async ({ accountId }, id) => {
      const { numDeletedRows } = await storage.write
        .deleteFrom('auth_passkey')
        .where('id', '=', id)
        .where('userId', '=', accountId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    beginSignIn: async () => {
      const headers = new Headers()
      const response = await api.generatePasskeyAuthenticationOptions({ headers, asResponse: true })
      const { options, cookies } = await readChallenge(response)
      return { options: { ...options, userVerification: 'required' }, cookies }
    },
    signIn: async (headers, answer, keeping) => {
      const response = await api
        .verifyPasskeyAuthentication({
          body: { response: answer as never }, // whatever it is, better-auth looks at it
          headers: challengeOf(headers),
          asResponse: true,
        })
        .catch(() => null)
      return response?.ok === true ? begin(response, { headers, keeping }) : null
    },
  }
}

async function readChallenge(response: Response): Promise<Challenge> {
  if (!response.ok) throw new Error(`No passkey can be asked for: ${response.status}`)
  const options = (await response.json()) as object // of better-auth's own making
  return { options, cookies: response.headers.getSetCookie() }
}

/** Who was signed in here before has no part in it. */
function challengeOf(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split('; ')
  const names = [SECURE_CHALLENGE_COOKIE, LOOPBACK_CHALLENGE_COOKIE]
  const own = cookies.filter((one) => names.includes(one.split('=')[0] ?? ''))
  const found = browserOf(headers)
  found.set('cookie', own.join('; '))
  found.set('origin', headers.get('origin') ?? '')
  return found
}
