/**
 * The device's own wishes on their way to the server, as a pure state machine over the intent rows.
 *
 *   saved ──written into the array──▶ sent ──received──▶ received ──settled──▶ settled ──14 days──▶ forgotten
 *     └──deadline, never sent──▶ expired        └──────────settled──────────▲
 *
 * The rows on the device are the truth; the Yjs array is only their carrier, rebuilt from them whenever the server says start over.
 * `sent` is not a stored state: after a restart a sent wish is saved again, and sending it twice is harmless, because the server
 * knows it by its id. Clocks: every `at` is the server's time as last heard, in epoch ms, never the device's own.
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
  /** Not before then: the undo window. 0 is at once. */
  readonly sendAfter: number
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
  | { readonly kind: 'saved'; readonly entry: OutboxEntry }
  /** Undone inside its window: its row is gone. Ignored once it was sent. */
  | { readonly kind: 'undone'; readonly id: IntentId }
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
      return { outbox: { ...outbox, entries: insert(outbox.entries, event.entry) }, effects: [] }
    case 'undone':
      return {
        outbox: {
          ...outbox,
          entries: outbox.entries.filter(({ id, state }) => id !== event.id || state !== 'saved'),
        },
        effects: [],
      }
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

/** Wishes that are neither settled nor expired: what "2 changes haven't been sent" counts, and a limit. */
export function countUnsettled(outbox: Outbox): number {
  return outbox.entries.filter(({ state }) => state !== 'settled' && state !== 'expired').length
}

function opened(outbox: Outbox, event: Extract<OutboxEvent, { kind: 'opened' }>): OutboxStep {
  const isNewGeneration = outbox.generation !== null && outbox.generation !== event.generation
  const carried = new Set<IntentId>(isNewGeneration ? [] : event.carried)
  const effects: OutboxEffect[] = []
  // Of a new generation nothing is known to be on the server's disk, whatever its predecessor said.
  if (isNewGeneration && event.carried.length > 0) {
    effects.push({ kind: 'prune', ids: event.carried })
  }
  const entries = outbox.entries.map((entry): OutboxEntry => {
    const isCarried = carried.has(entry.id)
    const isWaiting = entry.state === 'saved' || entry.state === 'sent'
    if (isWaiting) return { ...entry, state: isCarried ? 'sent' : 'saved', isCarried }
    if (entry.state === 'received' && isNewGeneration) {
      effects.push({ kind: 'mark', id: entry.id, state: 'saved' })
      return { ...entry, state: 'saved', isCarried }
    }
    return { ...entry, isCarried }
  })
  const known = new Set(entries.map(({ id }) => id))
  const over = entries.filter((one) => one.isCarried && isOver(one)).map(({ id }) => id)
  const strange = [...carried].filter((id) => !known.has(id))
  if (over.length + strange.length > 0) effects.push({ kind: 'prune', ids: [...over, ...strange] })
  const next = { entries: dropCarried(entries, over), isOpen: true, generation: event.generation }
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
  const writable = outbox.isOpen ? dueIds(outbox.entries, at) : new Set<IntentId>()
  const old: IntentId[] = []
  const entries: OutboxEntry[] = []
  for (const entry of outbox.entries) {
    if (isForgettable(entry, at)) {
      old.push(entry.id)
    } else if (entry.state === 'saved' && entry.deadlineAt <= at) {
      more.push({ kind: 'mark', id: entry.id, state: 'expired' })
      entries.push({ ...entry, state: 'expired', settledAt: at })
    } else if (writable.has(entry.id)) {
      entries.push({ ...entry, state: 'sent', isCarried: true })
    } else entries.push(entry)
  }
  if (writable.size > 0) more.push({ kind: 'write', ids: [...writable] })
  if (old.length > 0) more.push({ kind: 'forget', ids: old })
  return { outbox: { ...outbox, entries }, effects: more }
}

/** The saved wishes whose time has come, oldest first, as many as the array has room for. */
function dueIds(entries: readonly OutboxEntry[], at: number): Set<IntentId> {
  const carried = entries.filter((entry) => entry.isCarried)
  let count = carried.length
  let bytes = carried.reduce((sum, entry) => sum + entry.bytes, 0)
  const due = new Set<IntentId>()
  for (const entry of entries) {
    const isDue = entry.state === 'saved' && entry.sendAfter <= at && entry.deadlineAt > at
    if (!isDue) continue
    if (count >= limits.outboxIntentsMax) break
    if (count > 0 && bytes + entry.bytes > CARRIED_BYTES_MAX) break
    count += 1
    bytes += entry.bytes
    due.add(entry.id)
  }
  return due
}

function isForgettable({ state, settledAt }: OutboxEntry, at: number): boolean {
  const isDone = state === 'settled' || state === 'expired'
  return isDone && settledAt !== null && settledAt + SETTLED_KEPT_MS <= at
}

function isOver({ state }: OutboxEntry): boolean {
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

function dropCarried(
  entries: readonly OutboxEntry[],
  ids: readonly IntentId[],
): readonly OutboxEntry[] {
  return entries.map((entry) => (ids.includes(entry.id) ? { ...entry, isCarried: false } : entry))
}

/** In order of seq; an entry of the same id is replaced. */
function insert(entries: readonly OutboxEntry[], entry: OutboxEntry): readonly OutboxEntry[] {
  return [...entries.filter(({ id }) => id !== entry.id), entry].sort(
    (one, other) => one.seq - other.seq,
  )
}
