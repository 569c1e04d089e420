/**
 * The authenticator app of a member, and the codes for the day on which it is lost. Each code works once. The secret is kept as it is: it
 * must be read to check a code, and a key beside it in the same database would protect nothing. It signs nobody in without the mailed code.
 */
import { randomBytes } from 'node:crypto'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Reader, Storage, Tx } from '../../storage/storage.ts'
import { hashToken } from '../hash-tokens.ts'
import { stepOf } from './totp.ts'

export interface AppCodes {
  /** Since when; null without an app. */
  since(memberId: MemberId): Promise<number | null>
  /** The codes for a lost app, told once; null where the code is not the app's. An app that was there before is replaced. */
  add(memberId: MemberId, secret: string, code: string): Promise<readonly string[] | null>
  /** True for the app's own code, or one for a lost app; it is used up by it. */
  use(memberId: MemberId, code: string): Promise<boolean>
  remove(memberId: MemberId): Promise<boolean>
}

const RECOVERY_CODES = 10
/** 50 bits, of which ten can be tried an hour. */
const RECOVERY_LENGTH = 10
/** Thirty-two, so that each is as likely; without those that look like another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

export function makeAppCodes(storage: Storage, now: () => number): AppCodes {
  return {
    since: async (memberId) => (await findApp(storage.read, memberId))?.added_at ?? null,
    add: async (memberId, secret, code) => {
      const step = stepOf(secret, code, { now: now(), lastStep: 0 })
      if (step === null) return null
      const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
      const row = {
        ...{ secret, last_step: step, added_at: now() },
        recovery: JSON.stringify(codes.map(hashToken)),
      }
      await storage.transaction(async (tx) => {
        await dropApp(tx, memberId)
        await tx
          .insertInto('sign_in_app')
          .values({ member_id: memberId, ...row })
          .execute()
      })
      return codes
    },
    use: async (memberId, code) => {
      const app = await findApp(storage.read, memberId)
      if (app === undefined) return false
      const step = stepOf(app.secret, code, { now: now(), lastStep: app.last_step })
      if (step !== null) return useStep(storage, memberId, step)
      return useRecovery(storage, memberId, app.recovery, hashToken(readTyped(code)))
    },
    remove: (memberId) => storage.transaction((tx) => dropApp(tx, memberId)),
  }
}

export async function dropApp(tx: Tx, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_in_app')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function findApp(reader: Reader, memberId: string) {
  return reader
    .selectFrom('sign_in_app')
    .selectAll()
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

/** Of two who send the same code at the same moment one is let in. */
function useStep(storage: Storage, memberId: string, step: number): Promise<boolean> {
  return storage.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('sign_in_app')
      .set({ last_step: step })
      .where('member_id', '=', memberId)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

function useRecovery(
  storage: Storage,
  memberId: string,
  recovery: string,
  hash: string,
): Promise<boolean> {
  const left = (JSON.parse(recovery) as readonly string[]).filter((one) => one !== hash) // written above alone
  const after = JSON.stringify(left)
  if (after === recovery) return Promise.resolve(false)
  return storage.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('sign_in_app')
      .set({ recovery: after })
      .where('member_id', '=', memberId)
      .where('recovery', '=', recovery)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

function makeRecoveryCode(): string {
  const letters = [...randomBytes(RECOVERY_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length])
  return letters.join('')
}

function readTyped(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, '')
}
