/**
 * Where a member is signed in, and signing out from afar. What was ended is remembered by the hash of its cookie, so that the device
 * can be told to forget what it holds when it next comes by; an unknown cookie says nothing.
 */
import type { Member } from '../../domain/memberships/member.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'
import { deviceName } from './device-name.ts'
import { hashToken } from './hash-tokens.ts'
import { LOOPBACK_COOKIE, SECURE_COOKIE } from './open-better-auth.ts'
import { isOver, SIGN_IN_MS_MAX } from './sign-in-limits.ts'

export interface Device {
  readonly id: string
  /** "Firefox on Windows", or null when the browser did not say. */
  readonly name: string | null
  readonly signedInAt: number
  /** To within half an hour. */
  readonly seenAt: number
  /** A computer that others use too. */
  readonly isShared: boolean
}

export interface Devices {
  /** The one used last comes first. */
  list(member: Member): Promise<readonly Device[]>
  /** Ends the sign-in of one device, and gives the ids of what ended: none when the member has no such device. */
  signOut(member: Member, deviceId: string): Promise<readonly string[]>
  /** Ends every sign-in of the member but one. */
  signOutOthers(member: Member, keptDeviceId: string): Promise<readonly string[]>
  /** Ends every sign-in of everybody: their facts are gone. */
  endAll(tx: Tx): Promise<void>
  /** True when the request comes from a device that was signed out from afar. */
  wasSignedOut(headers: Headers): Promise<boolean>
}

/** Devices shown: the oldest of more are over soon. */
const DEVICES_MAX = 50

export function makeDevices(storage: Storage, now: () => number): Devices {
  async function end(tx: Tx, ending: readonly Pick<SignInRow, 'id' | 'token'>[]): Promise<void> {
    for (const { id, token } of ending) {
      await tx.deleteFrom('auth_session').where('id', '=', id).execute()
      await tx
        .insertInto('ended_sign_in')
        .values({ token_hash: token, ended_at: now() })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .execute()
    }
    // A cookie is gone by then, so its end need not be remembered.
    await tx
      .deleteFrom('ended_sign_in')
      .where('ended_at', '<', now() - SIGN_IN_MS_MAX)
      .execute()
  }

  function endThose(
    member: Member,
    which: (device: SignInRow) => boolean,
  ): Promise<readonly string[]> {
    return storage.transaction(async (tx) => {
      const ending = (await signInsOf(tx, member)).filter(which)
      await end(tx, ending)
      return ending.map((one) => one.id)
    })
  }

  return {
    list: async (member) => {
      const rows = await signInsOf(storage.read, member)
      return rows
        .filter((row) => !isOver(row, member.role, now()))
        .map((row) => ({
          id: row.deviceId ?? '',
          name: deviceName(row.userAgent ?? ''),
          signedInAt: row.createdAt.getTime(),
          seenAt: row.updatedAt.getTime(),
          isShared: row.keeping === 'shared',
        }))
        .sort((a, b) => b.seenAt - a.seenAt)
        .slice(0, DEVICES_MAX)
    },
    signOut: (member, deviceId) => endThose(member, (one) => one.deviceId === deviceId),
    signOutOthers: (member, kept) => endThose(member, (one) => one.deviceId !== kept),
    endAll: async (tx) =>
      end(tx, await tx.selectFrom('auth_session').select(['id', 'token']).execute()),
    wasSignedOut: async (headers) => {
      const token = tokenOf(headers.get('cookie') ?? '')
      if (token === null) return false
      const row = await storage.read
        .selectFrom('ended_sign_in')
        .select('ended_at')
        .where('token_hash', '=', hashToken(token))
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

interface SignInRow {
  readonly id: string
  readonly token: string
  readonly deviceId: string | null
  readonly userAgent: string | null
  readonly keeping: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

async function signInsOf(reader: Reader, member: Member): Promise<readonly SignInRow[]> {
  const rows = await reader
    .selectFrom('auth_session')
    .innerJoin('member', 'member.account_id', 'auth_session.userId')
    .selectAll('auth_session')
    .where('member.id', '=', member.id)
    .execute()
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }))
}

/** The cookie is `<token>.<signature>`; whether it was ever ours, the table of ended sign-ins says. */
function tokenOf(cookies: string): string | null {
  for (const cookie of cookies.split('; ')) {
    const [name, value] = cookie.split('=')
    if (name === SECURE_COOKIE || name === LOOPBACK_COOKIE) return value?.split('.')[0] ?? null
  }
  return null
}
