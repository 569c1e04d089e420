/** What members are told of changes of bookings: pure, from what was written. */
import { type Booking, type HeldFor, isLive, type MoveOf } from '../bookings/booking.ts'
import { isToPay } from '../bookings/prepaid/payment-hold.ts'
import type { BookingId, MemberId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { BookingNewsKind, News } from './news.ts'

/** A booking as it was decided, and who decided: a member's id, or `space`. */
export interface ToldChange {
  readonly booking: Booking
  readonly before: Booking | null
  readonly actor: string
}

export interface ToldWith {
  /** Held because a place became free that somebody waits for. */
  readonly offered: ReadonlySet<BookingId>
  /** Booked by a fall-back of the wish. */
  readonly instead: ReadonlySet<BookingId>
  readonly now: Instant
}

export interface Told {
  readonly memberId: MemberId
  readonly siteId: Booking['siteId']
  readonly news: News
}

/** One piece of news for what was settled together: a series of thirty dates is told once. */
export function newsOfBookings(changes: readonly ToldChange[], known: ToldWith): readonly Told[] {
  const told = new Map<string, Told & { readonly news: { readonly bookingIds: BookingId[] } }>()
  const last = new Map(changes.map(({ booking }) => [booking.id, booking]))
  const paid = changes.flatMap((change) => paidFor(change))
  for (const change of changes) {
    const kind = kindOf(change, known, paid)
    // Paid in the same stroke, it waits for nothing.
    const isPaid = kind === 'to-pay' && last.get(change.booking.id)?.state !== 'held'
    if (kind === null || isPaid) continue
    const { id, memberId, siteId, revision, basketId, series, paidWith } = change.booking
    const together = basketId ?? series?.id ?? paidWith ?? id
    const key = [kind, memberId, together].join(' ')
    const first = told.get(key)
    if (first !== undefined) first.news.bookingIds.push(id)
    else told.set(key, { memberId, siteId, news: { kind, bookingIds: [id], revision } })
  }
  return [...told.values()]
}

type Paid = Pick<MoveOf, 'bookingId' | 'to'>

/** What its member wished for and has paid is their own change, whoever wrote it. */
function paidFor({ booking, before }: ToldChange): readonly Paid[] {
  const isOver = before !== null && isToPay(before) && booking.state === 'cancelled'
  return isOver && booking.moves !== null
    ? [booking.moves, ...(booking.moves.ofSeries?.also ?? [])]
    : []
}

function isPaidChange({ id, interval }: Booking, paid: readonly Paid[]): boolean {
  return paid.some(
    ({ bookingId, to }) =>
      bookingId === id && to.startsAt === interval.startsAt && to.endsAt === interval.endsAt,
  )
}

function kindOf(
  change: ToldChange,
  known: ToldWith,
  paid: readonly Paid[],
): BookingNewsKind | null {
  const { booking, before } = change
  if (before === null) return kindOfNew(booking, known)
  switch (booking.state) {
    case 'confirmed':
      if (before.state === 'held') return before.heldFor === 'approval' ? 'approved' : 'booked'
      if (!isElsewhere(booking, before)) return null
      return kindOfMove(change, known, isPaidChange(booking, paid))
    case 'held':
      return isToPay(booking) && !isToPay(before) ? 'to-pay' : null
    case 'checked-in':
    case 'completed':
      return null
    case 'no-show':
      return 'missed'
    case 'declined':
      return 'declined'
    case 'lapsed':
      return kindOfLapsed[booking.heldFor]
    case 'cancelled':
      return kindOfCancelled(change)
  }
}

function kindOfNew(booking: Booking, { offered, instead }: ToldWith): BookingNewsKind | null {
  if (booking.state === 'confirmed') return instead.has(booking.id) ? 'booked-instead' : 'booked'
  if (booking.state !== 'held') return null
  if (offered.has(booking.id)) return 'offered'
  return kindOfHeld[booking.heldFor]
}

/** What waits for the team is told when the team has answered. */
const kindOfHeld: Readonly<Record<HeldFor, BookingNewsKind | null>> = {
  confirmation: 'held',
  payment: 'to-pay',
  approval: null,
}

const kindOfLapsed: Readonly<Record<HeldFor, BookingNewsKind>> = {
  confirmation: 'not-confirmed',
  payment: 'not-paid',
  approval: 'unanswered',
}

function kindOfMove(
  { booking, actor }: ToldChange,
  { now }: ToldWith,
  isPaid: boolean,
): BookingNewsKind | null {
  if (actor !== booking.memberId && !isPaid) return 'moved'
  return booking.interval.startsAt > now ? 'changed' : null
}

/** Who gives back what was only held for them knows it; a request to move ends with what it would have moved. */
function kindOfCancelled({ booking, before, actor }: ToldChange): BookingNewsKind | null {
  if (booking.moves !== null || before === null || !isLive(before.state)) return null
  // What waited for the same money was let go with what its member let go.
  const isLetGo =
    isToPay(before) && booking.state === 'cancelled' && booking.cancelledBy === 'member'
  const isOwn = actor === booking.memberId || isLetGo
  if (before.state === 'held' && isOwn) return null
  return isOwn ? 'cancelled' : 'cancelled-by-space'
}

export function isElsewhere(booking: Booking, before: Booking): boolean {
  return (
    booking.resourceId !== before.resourceId ||
    booking.interval.startsAt !== before.interval.startsAt ||
    booking.interval.endsAt !== before.interval.endsAt
  )
}
