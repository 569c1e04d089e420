/**
 * What the server sends as text. Binary frames are `u32 channel (big endian) ++ bytes`: on a follow channel
 * `u32 n ++ Yjs update (V1)`, on an edit channel `u8 more ++ part of a y-protocols message`.
 */
import type { MemberRole } from '../access/role.ts'
import type { MemberId } from '../values/ids.ts'
import type { CloseCode } from './close-codes.ts'

export type Down =
  | {
      readonly type: 'welcome'
      readonly wire: number
      readonly generation: string
      /** The server's clock, epoch ms. */
      readonly at: number
      readonly memberId: MemberId
      readonly role: MemberRole
    }
  /**
   * Answer to follow. `current`: you hold it all. `rows`: the next frames are rows n+1…`n`. `snapshot`: drop what you hold; the
   * next frame is the whole document at `n` (also the answer to another epoch).
   */
  | {
      readonly type: 'following'
      readonly channel: number
      readonly epoch: string
      readonly n: number
      readonly with: 'current' | 'rows' | 'snapshot'
    }
  | { readonly type: 'editing'; readonly channel: number; readonly epoch: string }
  /** The next `frames` binary frames belong to one settlement: apply all of them in one transaction. */
  | { readonly type: 'group'; readonly frames: number; readonly at: number }
  /** Of an outbox: every wish up to `seq` is on the server's disk. Of a draft: what this device was sent and sent itself is row `seq`. */
  | { readonly type: 'received'; readonly channel: number; readonly seq: number }
  | { readonly type: 'left'; readonly channel: number; readonly code: CloseCode }
  | { readonly type: 'pong'; readonly id: number; readonly at: number }
