/**
 * The device's own wishes on their way to the server, as a pure state machine over the intent rows.
 *
 *   saved ──written into the array──▶ sent ──received──▶ received ──settled──▶ settled ──14 days──▶ forgotten
 *     └──deadline, never sent──▶ expired        └──────────settled──────────▲
 *
 * The rows on the device are the truth; the Yjs array is only their carrier, rebuilt from them whenever the server says start over.
 * Whatever is unsettled is carried, so a fresh array gets all of it. `sent` is not a stored state: after a restart a sent wish is
 * saved again, and sending twice is harmless, because the server knows a wish by its id.
 *
 * Guarantee: no wish is lost, none is in the array twice, and none is called received that the server might not hold. Clocks: every
 * `at` is the server's time as last heard, never the device's own, and counts only while the channel is open. A wish expires here
 * only if it never left: of any other, only the server knows what became of it.
 */
import { assertNever } from '../values/assert.ts'
import type { IntentId } from '../values/ids.ts'
import { DAY_MS } from '../values/instant.ts'
import { dueIds, isDone } from './due-wishes.ts'

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
  /**
   * It left the device at least once, in this life or an earlier one. A row loaded from the store without this knowledge counts
   * as sent.
   */
  readonly wasSent?: boolean
  readonly settledAt: number | null
}

export interface Outbox {
  readonly entries: readonly OutboxEntry[]
  readonly isOpen: boolean
  /** The server's generation as last heard; null before the first contact. */
  readonly generation: string | null
  /** Messages the server has not acknowledged yet: it answers each update with one `received`, in order. */
  readonly acknowledgementsDue: number
}

export type OutboxEvent =
  /** A wish was committed to the device's store. One that is known already is left as it is. */
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

/** Each `write` and each `prune` is one Yjs transaction: the server acknowledges them one by one. */
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
/** The outbox of the rows a device holds. Nothing is open, and nothing counts as sent. */
export function makeOutbox(entries: readonly OutboxEntry[], generation: string | null): Outbox {
  const sorted = [...entries].sort((one, other) => one.seq - other.seq)
  return {
    entries: sorted.map((entry) => ({
      ...entry,
      state: entry.state === 'sent' ? 'saved' : entry.state,
      isCarried: false,
      wasSent: entry.state !== 'saved' || (entry.wasSent ?? true),
    })),
    isOpen: false,
    generation,
    acknowledgementsDue: 0,
  }
}

export function stepOutbox(outbox: Outbox, event: OutboxEvent): OutboxStep {
  switch (event.kind) {
    case 'saved':
      return saved(outbox, event.entry, event.at)
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
      return { outbox: closed(uncarried(outbox)), effects: [] }
    case 'closed':
      return { outbox: closed(outbox), effects: [] }
    case 'tick':
      return then({ outbox, effects: [] }, event.at)
    default:
      return assertNever(event)
  }
}

function saved(outbox: Outbox, entry: OutboxEntry, at: number): OutboxStep {
  if (outbox.entries.some(({ id }) => id === entry.id)) return { outbox, effects: [] }
  return withEntries(outbox, insert(outbox.entries, { ...entry, wasSent: false }), at)
}

function closed(outbox: Outbox): Outbox {
  return { ...outbox, isOpen: false, acknowledgementsDue: 0 }
}

function withEntries(outbox: Outbox, entries: readonly OutboxEntry[], at: number): OutboxStep {
  return then({ outbox: { ...outbox, entries }, effects: [] }, at)
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
    const wasSent = isCarried || entry.wasSent === true
    return { ...entry, state: isCarried ? 'sent' : 'saved', isCarried, wasSent }
  })
  if (useless.size > 0) effects.push({ kind: 'prune', ids: [...useless] })
  // One is due for the handshake's own answer (y-protocols' SyncStep2), which came before or comes with this.
  const acknowledgementsDue = useless.size > 0 ? 2 : 1
  const next = { entries, isOpen: true, generation: event.generation, acknowledgementsDue }
  return then({ outbox: next, effects }, event.at)
}

function received(outbox: Outbox, seq: number): OutboxStep {
  if (!outbox.isOpen) return { outbox, effects: [] }
  const effects: OutboxEffect[] = []
  const entries = outbox.entries.map((entry): OutboxEntry => {
    // Only what was sent: a wish still inside its undo window may have a lower seq.
    if (entry.state !== 'sent' || entry.seq > seq) return entry
    effects.push({ kind: 'mark', id: entry.id, state: 'received' })
    return { ...entry, state: 'received' }
  })
  const acknowledgementsDue = Math.max(0, outbox.acknowledgementsDue - 1)
  return { outbox: { ...outbox, entries, acknowledgementsDue }, effects }
}

function settled(outbox: Outbox, id: IntentId, at: number): OutboxStep {
  const entry = outbox.entries.find((one) => one.id === id)
  if (entry === undefined || entry.state === 'settled') return { outbox, effects: [] }
  const effects: OutboxEffect[] = [{ kind: 'mark', id, state: 'settled' }]
  if (entry.isCarried) effects.push({ kind: 'prune', ids: [id] })
  const next: OutboxEntry = { ...entry, state: 'settled', settledAt: at, isCarried: false }
  const entries = insert(outbox.entries, next)
  return { outbox: awaitingOne({ ...outbox, entries }, entry.isCarried), effects }
}

function unknown(outbox: Outbox, ids: readonly IntentId[]): OutboxStep {
  const effects: OutboxEffect[] = []
  const entries = outbox.entries.map((entry): OutboxEntry => {
    if (!ids.includes(entry.id) || entry.state !== 'settled') return entry
    effects.push({ kind: 'mark', id: entry.id, state: 'saved' })
    return { ...entry, state: 'saved', settledAt: null, wasSent: true }
  })
  return { outbox: { ...outbox, entries }, effects }
}

/** After every event: what is past its deadline expires, what is due is written, what is old is forgotten. */
function then({ outbox, effects }: OutboxStep, at: number): OutboxStep {
  const more: OutboxEffect[] = [...effects]
  const old = outbox.entries
    .filter((entry) => outbox.isOpen && isForgettable(entry, at))
    .map(({ id }) => id)
  const expired = outbox.entries
    .filter((entry) => outbox.isOpen && isExpired(entry, at))
    .map(({ id }) => id)
  const kept = outbox.entries
    .filter(({ id }) => !old.includes(id))
    .map(
      (entry): OutboxEntry =>
        expired.includes(entry.id) ? { ...entry, state: 'expired', settledAt: at } : entry,
    )
  for (const id of expired) more.push({ kind: 'mark', id, state: 'expired' })
  const due = outbox.isOpen ? dueIds(kept, outbox.acknowledgementsDue) : new Set<IntentId>()
  const entries = kept.map((entry): OutboxEntry => (due.has(entry.id) ? written(entry) : entry))
  if (due.size > 0) more.push({ kind: 'write', ids: [...due] })
  if (old.length > 0) more.push({ kind: 'forget', ids: old })
  return { outbox: awaitingOne({ ...outbox, entries }, due.size > 0), effects: more }
}

/** One more message is on its way, if any channel is there to carry it. */
function awaitingOne(outbox: Outbox, isSending: boolean): Outbox {
  if (!isSending || !outbox.isOpen) return outbox
  return { ...outbox, acknowledgementsDue: outbox.acknowledgementsDue + 1 }
}

function written(entry: OutboxEntry): OutboxEntry {
  const state = entry.state === 'saved' ? 'sent' : entry.state
  return { ...entry, state, isCarried: true, wasSent: true }
}

function isExpired(entry: OutboxEntry, at: number): boolean {
  return entry.state === 'saved' && entry.wasSent !== true && entry.deadlineAt <= at
}

function isForgettable(entry: OutboxEntry, at: number): boolean {
  return isDone(entry) && entry.settledAt !== null && entry.settledAt + SETTLED_KEPT_MS <= at
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
