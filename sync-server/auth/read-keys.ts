/**
 * Read-only keys for other tools: any Yjs client can follow on `/sync/<document>?token=<key>` what its member may read, and write
 * nothing. A key is shown once and kept hashed; what it may read is asked anew at each connection, so it never outlives its member.
 */
import { randomBytes } from 'node:crypto'
import type { Principal } from '../../domain/access/permissions.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import { hashToken } from './hash-tokens.ts'

export interface ReadKey {
  readonly id: string
  readonly name: string
  readonly madeAt: number
}

export interface ReadKeys {
  /** The one time that the key itself is told; null when the member has as many as allowed. */
  make(member: Member, name: string): Promise<(ReadKey & { readonly key: string }) | null>
  list(member: Member): Promise<readonly ReadKey[]>
  /** False when the member has no such key. */
  remove(member: Member, id: string): Promise<boolean>
  /** Who a key stands for, or null. */
  redeem(key: string): Promise<Principal | null>
}

const KEYS_PER_MEMBER_MAX = 10
/** 256 bits. */
const KEY_BYTES = 32

export function makeReadKeys(
  storage: Storage,
  ports: { now(): number; makeUlid(): string },
): ReadKeys {
  return {
    make: async (member, name) => {
      const key = `read_${randomBytes(KEY_BYTES).toString('base64url')}`
      const made = { id: `rdk_${ports.makeUlid()}`, name, madeAt: ports.now() }
      const isKept = await storage.transaction(async (tx) => {
        const own = await tx
          .selectFrom('read_key')
          .select('id')
          .where('member_id', '=', member.id)
          .execute()
        if (own.length >= KEYS_PER_MEMBER_MAX) return false
        await tx
          .insertInto('read_key')
          .values({
            id: made.id,
            hash: hashToken(key),
            member_id: member.id,
            name,
            made_at: made.madeAt,
          })
          .execute()
        return true
      })
      return isKept ? { ...made, key } : null
    },
    list: async (member) => {
      const rows = await storage.read
        .selectFrom('read_key')
        .select(['id', 'name', 'made_at as madeAt'])
        .where('member_id', '=', member.id)
        .orderBy('made_at')
        .execute()
      return rows
    },
    remove: async (member, id) => {
      const removed = await storage.transaction((tx) =>
        tx
          .deleteFrom('read_key')
          .where('id', '=', id)
          .where('member_id', '=', member.id)
          .executeTakeFirst(),
      )
      return removed.numDeletedRows === 1n
    },
    redeem: async (key) => {
      const row = await storage.read
        .selectFrom('read_key')
        .select('member_id')
        .where('hash', '=', hashToken(key))
        .executeTakeFirst()
      const member = row === undefined ? null : await loadActor(storage.read, row.member_id)
      if (member === null) return null
      return {
        memberId: member.id,
        role: member.role,
        teamId: member.teamId,
        siteIds: member.siteIds,
      }
    },
  }
}
