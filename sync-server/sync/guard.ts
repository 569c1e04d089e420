/**
 * Looks at a peer's update before Yjs may apply it. Decoding alone is safe; applying is not: a gap makes Yjs keep everything after it
 * pending for ever, thousands of tiny structs exhaust the heap, and a root or a key can be anything.
 */
import * as Y from 'yjs'

export interface GuardRules {
  readonly root: string
  readonly bytesMax: number
  readonly structsMax: number
  readonly clientIdsMax: number
}

export type GuardAnswer =
  | { readonly kind: 'fine'; readonly clientIds: readonly number[] }
  /** Something before it is missing: ask for it, apply nothing. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly why: string }

/** A clock may run ahead by this much in one update. */
const CLOCK_JUMP_MAX = 10_000

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

export function guardUpdate(update: Uint8Array, held: Y.Doc, rules: GuardRules): GuardAnswer {
  if (update.byteLength > rules.bytesMax) return refused('too many bytes')
  const decoded = decode(update)
  if (decoded === null) return refused('not an update')
  if (decoded.structs.length > rules.structsMax) return refused('too many structs')
  const clocks = new Map<number, number>()
  for (const struct of decoded.structs) {
    const why = checkStruct(struct, rules.root)
    if (why !== null) return refused(why)
    const { client, clock } = struct.id
    const expected = clocks.get(client) ?? Y.getState(held.store, client)
    if (clock > expected) return { kind: 'gap' }
    if (clock + struct.length - expected > CLOCK_JUMP_MAX) return refused('a clock that jumps')
    clocks.set(client, Math.max(expected, clock + struct.length))
  }
  const clients = new Set([...held.store.clients.keys(), ...clocks.keys()])
  if (clients.size > rules.clientIdsMax) return refused('too many writers')
  if (countDeletes(decoded.ds) > rules.structsMax) return refused('too many deletions')
  return { kind: 'fine', clientIds: [...clocks.keys()] }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** Plain values in the one array, and the collected remains of deleted ones. */
function checkStruct(struct: Struct, root: string): string | null {
  if (struct instanceof Y.GC) return null
  if (!(struct instanceof Y.Item)) return 'a gap inside an update'
  const isPlain =
    struct.content instanceof Y.ContentAny || struct.content instanceof Y.ContentDeleted
  if (!isPlain) return 'content that is not plain'
  if (struct.parentSub !== null) return 'a key where a list is'
  if (typeof struct.parent === 'string' && struct.parent !== root) return 'an unknown root'
  if (struct.parent !== null && typeof struct.parent !== 'string') return 'a nested place'
  return null
}

function countDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): number {
  let count = 0
  for (const ranges of ds.clients.values()) count += ranges.length
  return count
}

function refused(why: string): GuardAnswer {
  return { kind: 'refused', why }
}
