/**
 * Keeps the space's signatures of the member's own bookings, so that what was confirmed can be shown without a network. A chunk of its own,
 * like the papers.
 *
 * When a Monday's bookings are confirmed, or a space comes back, every device lacks some at the same moment. So each waits for a moment of
 * its own: a short one for what may be shown soon, a long one for all else; and longer each time a space that is busy sends it away. What a
 * device has is never asked for again.
 */
import {
  type BookingSeal,
  type HandedSeals,
  isSealed,
  isSealOf,
} from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { spaceNow } from '../store/contact.ts'
import { database, type PortalDatabase } from '../store/database.ts'
import type { SealRow } from '../store/rows.ts'
import { sayStorage, storageTrouble } from '../store/storage-health.ts'

/** `unreachable`: no network, and whoever comes back asks anew. `busy`: the space answered, and handed nothing out. */
export type FetchSeals = (
  ids: readonly BookingId[],
) => Promise<HandedSeals | 'busy' | 'unreachable'>

export interface SealKeeper {
  /** Bookings may have changed, or the space can be reached again. */
  look(): void
  stop(): void
  /** Resolves when nothing is asked or kept any more, but for what waits for its time. */
  idle(): Promise<void>
}

export interface SealPorts {
  readonly db: PortalDatabase
  readonly fetchSome: FetchSeals
  now(): Instant
  /** In [0, 1). */
  random(): number
  /** Does the work that much later; the answer takes it back. */
  after(ms: number, work: () => void): () => void
  /** The device could not keep them. */
  failed(error: unknown): void
}

const ANSWERED_WITHIN_MS = 30_000
/** Two thousand devices are then a hundred a second, which a server answers beside all else. */
export const SOON_WITHIN_MS = 20_000
export const REST_WITHIN_MS = 600_000
/** The first wait after a space was busy; each further one twice as long. */
export const BUSY_MS = 30_000
export const BUSY_MS_MAX = 900_000
/** Shown soon: until two weeks ahead, and for a day after the end. */
const AHEAD_MS = 14 * 86_400_000
const BEHIND_MS = 86_400_000

const keepers = new WeakMap<AbortSignal, SealKeeper>()

/** Looks what is missing, now and each time it is called, until this is over. */
export function keepSeals(over: AbortSignal): void {
  if (over.aborted) return
  const keeper = keepers.get(over) ?? makeSealKeeper(ownPorts())
  if (!keepers.has(over)) over.addEventListener('abort', keeper.stop)
  keepers.set(over, keeper)
  keeper.look()
}

export function makeSealKeeper(ports: SealPorts): SealKeeper {
  const { db, fetchSome, now, random, after, failed } = ports
  let cancel: (() => void) | null = null
  /** The moment that was drawn for it lies within this; it is drawn once, or who hears much would come early. */
  let asksWithin = Number.POSITIVE_INFINITY
  let work: Promise<void> = Promise.resolve()
  let isOver = false
  /** The space could not be reached; who hears of it again looks again. */
  let isAway = false
  /** Times in a row that the space was busy: until it is not, nothing makes this device ask sooner. */
  let refusals = 0
  /** What was asked for and not handed out stands otherwise at the space: word of that will come. */
  let inVain = new Set<string>()

  function askIn(ms: number): void {
    cancel?.()
    cancel = after(Math.floor(ms), () => run(ask))
  }

  /** One after the other. */
  function run(task: () => Promise<void>): void {
    work = work.then(task).catch((error: unknown) => {
      if (!isOver) failed(error)
    })
  }

  async function plan(): Promise<void> {
    const missing = await missingSeals(db, now())
    if (isOver || isAway || refusals > 0) return
    const wanted = missing.filter((one) => !inVain.has(nameOf(one.booking)))
    if (wanted.length === 0) return
    const within = wanted.some(({ isSoon }) => isSoon) ? SOON_WITHIN_MS : REST_WITHIN_MS
    if (within >= asksWithin) return
    asksWithin = within
    askIn(random() * within)
  }

  async function ask(): Promise<void> {
    cancel = null
    asksWithin = Number.POSITIVE_INFINITY
    const missing = await missingSeals(db, now())
    const wanted = missing.filter((one) => !inVain.has(nameOf(one.booking)))
    const bookings = wanted.slice(0, limits.sealsAskedMax).map(({ booking }) => booking)
    if (bookings.length === 0) refusals = 0
    if (isOver || bookings.length === 0) return
    const handed = await fetchSome(bookings.map(({ id }) => id))
    if (isOver) return
    await take(handed, bookings)
    await plan()
  }

  async function take(
    handed: HandedSeals | 'busy' | 'unreachable',
    asked: readonly Booking[],
  ): Promise<void> {
    if (handed === 'busy') {
      const ms = Math.min(BUSY_MS_MAX, BUSY_MS * 2 ** refusals)
      refusals += 1
      return askIn(ms * (0.5 + random() / 2))
    }
    refusals = 0
    isAway = handed === 'unreachable'
    if (handed === 'unreachable') return
    await db.seals.bulkPut(rowsOf(handed))
    const got = new Map(handed.seals.map((seal) => [seal.bookingId, seal]))
    for (const booking of asked) if (!isHeld(got, booking)) inVain.add(nameOf(booking))
  }

  return {
    look: () => {
      if (isOver) return
      inVain = new Set()
      isAway = false
      run(plan)
    },
    stop: () => {
      isOver = true
      cancel?.()
    },
    idle: () => work,
  }
}

interface Missing {
  readonly booking: Booking
  readonly isSoon: boolean
}

/** What is shown soon first, the next before the others; then the latest. What is not told any more is let go. */
async function missingSeals(db: PortalDatabase, now: Instant): Promise<readonly Missing[]> {
  const bookings = ((await db.facts.get('me'))?.bookings ?? []).filter(isSealed)
  const held = new Map((await db.seals.toArray()).map((row) => [row.bookingId, row]))
  const known = new Set(bookings.map(({ id }) => id))
  const gone = [...held.keys()].filter((id) => !known.has(id))
  if (gone.length > 0) await db.seals.bulkDelete(gone)
  const missing = bookings
    .filter((booking) => !isHeld(held, booking))
    .map((booking) => ({ booking, isSoon: isShownSoon(booking, now) }))
  const soon = missing.filter(({ isSoon }) => isSoon)
  const rest = missing.filter(({ isSoon }) => !isSoon)
  return [
    ...soon.sort((a, b) => a.booking.interval.startsAt - b.booking.interval.startsAt),
    ...rest.sort((a, b) => b.booking.interval.endsAt - a.booking.interval.endsAt),
  ]
}

function isShownSoon({ interval }: Booking, now: Instant): boolean {
  return interval.startsAt <= now + AHEAD_MS && interval.endsAt >= now - BEHIND_MS
}

function isHeld(held: ReadonlyMap<BookingId, BookingSeal>, booking: Booking): boolean {
  const row = held.get(booking.id)
  return row !== undefined && isSealOf(row, booking)
}

/** A booking as it stands: once it is another, it is asked for anew. */
function nameOf({ id, revision, state }: Booking): string {
  return `${id} ${revision} ${state}`
}

function rowsOf({ seals, keys }: HandedSeals): readonly SealRow[] {
  return seals.flatMap((one) => {
    const key = keys.find(({ id }) => id === one.seal.keyId)
    return key === undefined ? [] : [{ ...one, key }]
  })
}

function ownPorts(): SealPorts {
  return {
    db: database(),
    fetchSome: fetchSeals,
    now: spaceNow,
    random: Math.random,
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    failed: (error) => sayStorage(storageTrouble(error)),
  }
}

async function fetchSeals(
  ids: readonly BookingId[],
): Promise<HandedSeals | 'busy' | 'unreachable'> {
  try {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS)
    const response = await fetch(`/api/bookings/seals?of=${ids.join(',')}`, { signal })
    return response.ok ? ((await response.json()) as HandedSeals) : 'busy' // from our own server
  } catch {
    return 'unreachable'
  }
}
