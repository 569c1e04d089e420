/**
 * Looks at a peer's update before Yjs may apply it. Decoding is safe, applying is not: a gap makes Yjs keep everything after it pending
 * for ever, thousands of tiny structs exhaust the heap, an update under another's client id makes their own edits "already known", and
 * a root or a key can be anything.
 *
 * In order, cheapest first: bytes · decodes as V1 · structs, deletions and client ids within the kind's caps · what each struct
 * holds and where · clocks continue what is held · everything referred to is held. Never a V2 or merge function.
 */
import * as Y from 'yjs'

/** What documents of one kind may contain. */
export interface GateRules {
  readonly bytesMax: number
  readonly structsMax: number
  readonly clientIdsMax: number
  /** A clock may run ahead by this much in one update. */
  readonly clockJumpMax: number
  readonly deletes: 'allowed' | 'refused'
  /** Made for each update; says why an item may not be in such a document, by its place and its content. */
  makeItemCheck(): (item: Y.Item) => string | null
}

export type GateAnswer =
  | { readonly kind: 'fine'; readonly clientIds: readonly number[] }
  /** Something before it is missing: ask for it, apply nothing. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly why: string }

/** Yjs draws client ids from 32 bits; anything beyond is not one of its own. */
const CLIENT_ID_MAX = 0xffff_ffff

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
type Clocks = ReadonlyMap<number, number>

export function checkUpdate(update: Uint8Array, held: Y.Doc, rules: GateRules): GateAnswer {
  if (update.byteLength > rules.bytesMax) return refused('too many bytes')
  const decoded = decode(update)
  if (decoded === null) return refused('not an update')
  if (decoded.structs.length > rules.structsMax) return refused('too many structs')
  const deletions = countDeletions(decoded)
  if (deletions > rules.structsMax) return refused('too many deletions')
  if (deletions > 0 && rules.deletes === 'refused') return refused('a deletion')
  const checkItem = rules.makeItemCheck()
  for (const struct of decoded.structs) {
    const why = checkStruct(struct, checkItem)
    if (why !== null) return refused(why)
  }
  const clocks = nextClocks(decoded.structs, held, rules.clockJumpMax)
  if (!(clocks instanceof Map)) return clocks
  const clients = new Set([...held.store.clients.keys(), ...clocks.keys()])
  if (clients.size > rules.clientIdsMax) return refused('too many writers')
  return isComplete(decoded, clocks, held)
    ? { kind: 'fine', clientIds: [...clocks.keys()] }
    : { kind: 'gap' }
}

function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** Items as the kind allows them, and the collected remains of deleted ones. */
function checkStruct(struct: Struct, checkItem: (item: Y.Item) => string | null): string | null {
  if (struct.id.client > CLIENT_ID_MAX) return 'a client id that is none'
  if (struct.length < 1) return 'an empty struct'
  if (struct instanceof Y.GC) return null
  return struct instanceof Y.Item ? checkItem(struct) : 'a gap inside an update'
}

/** The clock of each writer after the update; each must start at or below what is held and run ahead only so far. */
function nextClocks(
  structs: readonly Struct[],
  held: Y.Doc,
  jumpMax: number,
): Map<number, number> | GateAnswer {
  const clocks = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const start = Y.getState(held.store, client)
    const expected = clocks.get(client) ?? start
    if (clock > expected) return { kind: 'gap' }
    const end = clock + struct.length
    if (end - start > jumpMax) return refused('a clock that jumps')
    clocks.set(client, Math.max(expected, end))
  }
  return clocks
}

/** True when every neighbour and every deletion it names is held, or part of the update itself. */
function isComplete(decoded: Decoded, clocks: Clocks, held: Y.Doc): boolean {
  const has = (client: number, clock: number) =>
    clock < (clocks.get(client) ?? Y.getState(held.store, client))
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin]) {
      if (id !== null && !has(id.client, id.clock)) return false
    }
  }
  for (const [client, ranges] of decoded.ds.clients) {
    for (const range of ranges) if (!has(client, range.clock + range.len - 1)) return false
  }
  return true
}

function countDeletions({ ds }: Decoded): number {
  let count = 0
  for (const ranges of ds.clients.values()) count += ranges.length
  return count
}

function refused(why: string): GateAnswer {
  return { kind: 'refused', why }
}
