/**
 * The device's own wishes on their way to the server, as a pure state machine over the intent rows.
 *
 *   saved ──written into the array──▶ sent ──received──▶ received ──settled──▶ settled ──14 days──▶ forgotten
 *     └──deadline, never sent──▶ expired        └──────────settled──────────▲
 *
 * The rows on the device are the truth; the Yjs array is only their carrier, rebuilt from them whenever the server says start over.
 * Whatever is unsettled is carried, so a fresh array gets all of it. `sent` is not a stored state: after a restart a sent wish is saved
 * again, and sending twice is harmless, because the server knows a wish by its id. Clocks: every `at` is the server's time as last heard, in epoch ms, never the device's own.
 */
import { assertNever } from '../values/assert.ts'
import type { IntentId } from '../values/ids.ts'
import { DAY_MS } from '../values/instant.ts'
import { limits } from '../values/limits.ts'

export interface OutboxEntry {
  readonly id: IntentId
  readonly seq: number
  readonly state: 'saved' | 'sent' | 'received' | 'settled' | 'expired'
  /** Is it in the array now? */
  readonly isCarried: boolean
  /** Inside its undo window: not sent yet. */
  readonly isHeld: boolean
  readonly deadlineAt: number
  /** Size of its JSON. */
  readonly bytes: number
  readonly settledAt: number | null
}

export interface Outbox {
  readonly entries: readonly OutboxEntry[]
  readonly isOpen: boolean
  /** The server's generation as last heard; null before the first contact. */
  readonly generation: string | null
}

export type OutboxEvent =
  /** A wish was committed to the device's store. */
  | { readonly kind: 'saved'; readonly entry: OutboxEntry; readonly at: number }
  /** Its undo window is over; the device's own clock says so, because it is the device's own window. */
  | { readonly kind: 'released'; readonly id: IntentId; readonly at: number }
  /** Undone inside its window: its row is gone. Ignored once it was sent. */
  | { readonly kind: 'undone'; readonly id: IntentId; readonly at: number }
  /**
   * The edit channel is open. `carried` are the ids in the array as it was found, which is empty when the epoch offered is not the
   * one the array belonged to.
   */
  | {
      readonly kind: 'opened'
      readonly generation: string
      readonly carried: readonly IntentId[]
      readonly at: number
    }
  | { readonly kind: 'received'; readonly seq: number; readonly at: number }
  /** Its outcome is in the member's document and stored on the device. */
  | { readonly kind: 'settled'; readonly id: IntentId; readonly at: number }
  /** Settled here, yet unknown to a server of a new generation: it has to hear of it again. */
  | { readonly kind: 'unknown'; readonly ids: readonly IntentId[]; readonly at: number }
  /** 4409: the array is dropped; a new one begins under the epoch that comes with the next `opened`. */
  | { readonly kind: 'start-over' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'tick'; readonly at: number }

export type OutboxEffect =
  /** Append these wishes to the array, in this order, in one Yjs transaction. */
  | { readonly kind: 'write'; readonly ids: readonly IntentId[] }
  /** Remove these from the array: the server has decided. */
  | { readonly kind: 'prune'; readonly ids: readonly IntentId[] }
  /** Store the state of the row. */
  | {
      readonly kind: 'mark'
      readonly id: IntentId
      readonly state: 'saved' | 'received' | 'settled' | 'expired'
    }
  /** Delete the rows: their outcome has been stored long enough. */
  | { readonly kind: 'forget'; readonly ids: readonly IntentId[] }

export interface OutboxStep {
  readonly outbox: Outbox
  readonly effects: readonly OutboxEffect[]
}

/** Settled wishes stay this long, so that a server restored from a backup can be told again. */
export const SETTLED_KEPT_MS = 14 * DAY_MS
/** Bytes of wishes in the array at once: below the document's cap, with room for what Yjs adds. */
export const CARRIED_BYTES_MAX = 192_000

/** The outbox of the rows a device holds. Nothing is open, and nothing counts as sent. */
export function makeOutbox(entries: readonly OutboxEntry[], generation: string | null): Outbox {
  const sorted = [...entries].sort((one, other) => one.seq - other.seq)
  return {
    entries: sorted.map((entry) => ({
      ...entry,
      state: entry.state === 'sent' ? 'saved' : entry.state,
      isCarried: false,
    })),
    isOpen: false,
    generation,
  }
}

export function stepOutbox(outbox: Outbox, event: OutboxEvent): OutboxStep {
  switch (event.kind) {
    case 'saved':
      return withEntries(outbox, insert(outbox.entries, event.entry), event.at)
    case 'undone': {
      const isUndone = (one: OutboxEntry) => one.id === event.id && one.state === 'saved'
      return withEntries(
        outbox,
        outbox.entries.filter((one) => !isUndone(one)),
        event.at,
      )
    }
    case 'released':
      return withEntries(
        outbox,
        outbox.entries.map((one) => (one.id === event.id ? { ...one, isHeld: false } : one)),
        event.at,
      )
    case 'opened':
      return opened(outbox, event)
    case 'received':
      return then(received(outbox, event.seq), event.at)
    case 'settled':
      return then(settled(outbox, event.id, event.at), event.at)
    case 'unknown':
      return then(unknown(outbox, event.ids), event.at)
    case 'start-over':
      return { outbox: { ...uncarried(outbox), isOpen: false }, effects: [] }
    case 'closed':
      return { outbox: { ...outbox, isOpen: false }, effects: [] }
    case 'tick':
      return then({ outbox, effects: [] }, event.at)
    default:
      return assertNever(event)
  }
}

function withEntries(outbox: Outbox, entries: readonly OutboxEntry[], at: number): OutboxStep {
  return then({ outbox: { ...outbox, entries }, effects: [] }, at)
}

/** Wishes that are neither settled nor expired: what "2 changes haven't been sent" counts, and a limit. */
export function countUnsettled(outbox: Outbox): number {
  return outbox.entries.filter((entry) => !isDone(entry)).length
}

function opened(outbox: Outbox, event: Extract<OutboxEvent, { kind: 'opened' }>): OutboxStep {
  // Of a new generation nothing is known to be on the server's disk, whatever its predecessor said.
  const isNewGeneration = outbox.generation !== null && outbox.generation !== event.generation
  const carried = new Set<IntentId>(event.carried)
  const effects: OutboxEffect[] = []
  const useless = new Set<IntentId>(event.carried)
  const entries = outbox.entries.map((entry): OutboxEntry => {
    if (isDone(entry)) return { ...entry, isCarried: false }
    useless.delete(entry.id)
    const isCarried = carried.has(entry.id)
    if (entry.state === 'received' && !isNewGeneration) return { ...entry, isCarried }
    if (entry.state === 'received') effects.push({ kind: 'mark', id: entry.id, state: 'saved' })
    return { ...entry, state: isCarried ? 'sent' : 'saved', isCarried }
  })
  if (useless.size > 0) effects.push({ kind: 'prune', ids: [...useless] })
  const next = { entries, isOpen: true, generation: event.generation }
  return then({ outbox: next, effects }, event.at)
}

function received(outbox: Outbox, seq: number): OutboxStep {
  const effects: OutboxEffect[] = []
  const entries = outbox.entries.map((entry): OutboxEntry => {
    // Only what was sent: a wish still inside its undo window may have a lower seq.
    if (entry.state !== 'sent' || entry.seq > seq) return entry
    effects.push({ kind: 'mark', id: entry.id, state: 'received' })
    return { ...entry, state: 'received' }
  })
  return { outbox: { ...outbox, entries }, effects }
}

function settled(outbox: Outbox, id: IntentId, at: number): OutboxStep {
  const entry = outbox.entries.find((one) => one.id === id)
  if (entry === undefined || entry.state === 'settled') return { outbox, effects: [] }
  const effects: OutboxEffect[] = [{ kind: 'mark', id, state: 'settled' }]
  if (entry.isCarried) effects.push({ kind: 'prune', ids: [id] })
  const next: OutboxEntry = { ...entry, state: 'settled', settledAt: at, isCarried: false }
  return { outbox: { ...outbox, entries: insert(outbox.entries, next) }, effects }
}

function unknown(outbox: Outbox, ids: readonly IntentId[]): OutboxStep {
  const effects: OutboxEffect[] = []
  const entries = outbox.entries.map((entry): OutboxEntry => {
    if (!ids.includes(entry.id) || entry.state !== 'settled') return entry
    effects.push({ kind: 'mark', id: entry.id, state: 'saved' })
    return { ...entry, state: 'saved', settledAt: null }
  })
  return { outbox: { ...outbox, entries }, effects }
}

/** After every event: what is past its deadline expires, what is due is written, what is old is forgotten. */
function then({ outbox, effects }: OutboxStep, at: number): OutboxStep {
  const more: OutboxEffect[] = [...effects]
  const old = outbox.entries.filter((entry) => isForgettable(entry, at)).map(({ id }) => id)
  const expired = outbox.entries
    .filter((entry) => entry.state === 'saved' && entry.deadlineAt <= at)
    .map(({ id }) => id)
  const kept = outbox.entries
    .filter(({ id }) => !old.includes(id))
    .map(
      (entry): OutboxEntry =>
        expired.includes(entry.id) ? { ...entry, state: 'expired', settledAt: at } : entry,
    )
  for (const id of expired) more.push({ kind: 'mark', id, state: 'expired' })
  const due = outbox.isOpen ? dueIds(kept) : new Set<IntentId>()
  const entries = kept.map(
    (entry): OutboxEntry =>
      due.has(entry.id)
        ? { ...entry, state: entry.state === 'saved' ? 'sent' : entry.state, isCarried: true }
        : entry,
  )
  if (due.size > 0) more.push({ kind: 'write', ids: [...due] })
  if (old.length > 0) more.push({ kind: 'forget', ids: old })
  return { outbox: { ...outbox, entries }, effects: more }
}

/**
 * The wishes to write now, as many as the array has room for. Strictly by seq, and one that is held keeps back those after it:
 * "received up to seq" is true only if no lower one can still be on its way.
 */
function dueIds(entries: readonly OutboxEntry[]): Set<IntentId> {
  const carried = entries.filter((entry) => entry.isCarried)
  const seqSent = Math.max(0, ...carried.map(({ seq }) => seq))
  const isAnyOnItsWay = entries.some(({ state }) => state === 'sent')
  let bytes = carried.reduce((sum, entry) => sum + entry.bytes, 0)
  const due = new Set<IntentId>()
  for (const entry of entries) {
    if (entry.isCarried || isDone(entry)) continue
    const count = carried.length + due.size
    const isFull =
      count >= limits.outboxIntentsMax || (count > 0 && bytes + entry.bytes > CARRIED_BYTES_MAX)
    // A late one, sent again, waits until no acknowledgement of a higher one is outstanding.
    const isLate = entry.seq < seqSent && isAnyOnItsWay
    if (entry.isHeld || isFull || isLate) break
    bytes += entry.bytes
    due.add(entry.id)
  }
  return due
}

function isForgettable(entry: OutboxEntry, at: number): boolean {
  return isDone(entry) && entry.settledAt !== null && entry.settledAt + SETTLED_KEPT_MS <= at
}

function isDone({ state }: OutboxEntry): boolean {
  return state === 'settled' || state === 'expired'
}

function uncarried(outbox: Outbox): Outbox {
  const entries = outbox.entries.map(
    (entry): OutboxEntry => ({
      ...entry,
      state: entry.state === 'sent' ? 'saved' : entry.state,
      isCarried: false,
    }),
  )
  return { ...outbox, entries }
}

/** In order of seq; an entry of the same id is replaced. */
function insert(entries: readonly OutboxEntry[], entry: OutboxEntry): readonly OutboxEntry[] {
  return [...entries.filter(({ id }) => id !== entry.id), entry].sort(
    (one, other) => one.seq - other.seq,
  )
}
