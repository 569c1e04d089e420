/**
 * What a device sends as text. Binary frames are `u32 channel (big endian) ++ bytes`:
 * on an edit channel `u8 more (1 = further parts follow, 0 = last) ++ part of a y-protocols message`.
 */
import type { DeviceId } from '../values/ids.ts'

export type Up =
  /** First frame, within three seconds. */
  | {
      readonly type: 'hello'
      readonly wire: number
      readonly app: string
      readonly device: DeviceId
    }
  /** Follow a document that the server writes, from row n of an epoch (null and 0: I hold nothing). */
  | {
      readonly type: 'follow'
      readonly channel: number
      readonly document: string
      readonly epoch: string | null
      readonly n: number
    }
  /** Open a document with several writers, or the own outbox, for y-websocket. */
  | {
      readonly type: 'edit'
      readonly channel: number
      readonly document: string
      readonly epoch: string | null
    }
  | { readonly type: 'leave'; readonly channel: number }
  | { readonly type: 'ping'; readonly id: number }
