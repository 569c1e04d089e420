/** What following the documents means for the device: the changes of one group are kept together or not at all. */
import type { Held } from '../../domain/wire/follower.ts'

export type Change =
  /** The next row: on what is held it gives `held`. */
  | {
      readonly kind: 'apply'
      readonly name: string
      readonly update: Uint8Array
      readonly held: Held
    }
  /** The whole document: whatever was held is dropped. */
  | {
      readonly kind: 'replace'
      readonly name: string
      readonly update: Uint8Array
      readonly held: Held
    }
  /** `held` was the whole truth at that time of the space. */
  | { readonly kind: 'current'; readonly name: string; readonly held: Held; readonly at: number }
  /** Not the member's any more, or let go of: nothing of it stays. */
  | { readonly kind: 'drop'; readonly name: string }
