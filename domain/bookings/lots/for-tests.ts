import fc from 'fast-check'
import type { Allowance } from '../../memberships/allowance.ts'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { lotUnits } from '../../sites/pass-offer.ts'
import { must } from '../../values/assert.ts'
import { type BookingId, toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { money, zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import { endBooking, settleChange } from '../changes/settle-change.ts'
import { ada, at, by, harbour, noDistance, room, wish } from '../for-tests.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { LotBodies } from '../wishes/lot-requests.ts'
import { comeBack } from './come-back.ts'
import { coverOf } from './cover.ts'
import { emptyWallet, type KnownLot, type LotUse, type PayWith, type Wallet } from './lot.ts'
import { usesOf } from './use-of.ts'

export const euros = (amount: number) => money(Math.round(amount * 100), 'EUR')

export function lot(id: string, more: Partial<KnownLot> = {}): KnownLot {
  return {
    id: toId('lot', `lot_${id}`),
    siteId: harbour.site.id,
    holder: { kind: 'member', memberId: ada.id },
    name: id,
    kinds: ['meeting-room'],
    unit: 'minutes',
    amount: 600,
    validFrom: at('2026-01-01', 0),
    expiresAt: null,
    source: 'purchase',
    owed: zero('EUR'),
    reason: '',
    usedElsewhere: 0,
    ...more,
  }
}

export function allowance(more: Partial<Allowance> = {}): Allowance {
  return {
    ...{ id: 'rooms', kinds: ['meeting-room'], unit: 'minutes', amount: 360 },
    ...{ per: 'month', startsOnDay: 1, rollover: null },
    ...more,
  }
}

export function withAllowances(...allowances: readonly Allowance[]): Catalogue {
  return { ...harbour, tiers: harbour.tiers.map((tier) => ({ ...tier, allowances })) }
}

/** What covers a time of EUR 22 an hour in a room, or whatever else is said. */
export function covered(
  interval: Interval,
  more: {
    readonly wallet?: Partial<Wallet>
    readonly catalogue?: Catalogue
    readonly payWith?: PayWith
    readonly kind?: 'meeting-room' | 'hot-desk'
    readonly price?: number
    readonly had?: readonly LotUse[]
    readonly now?: string
    readonly tierSince?: typeof ada.tierSince
    readonly member?: Partial<typeof ada>
  },
) {
  const hours = (interval.endsAt - interval.startsAt) / 3_600_000
  const { uses, rest } = coverOf({
    catalogue: more.catalogue ?? harbour,
    member: { ...ada, ...more.member, tierSince: more.tierSince ?? null },
    wallet: { ...emptyWallet, ...more.wallet },
    payWith: more.payWith ?? 'personal',
    kind: more.kind ?? room.kind,
    interval,
    price: euros(more.price ?? 22 * hours),
    had: more.had ?? [],
    now: at(more.now ?? '2026-06-01', 720),
  })
  return {
    used: uses.map(({ lot, amount, day }) =>
      day === null ? `${lot.id} ${amount}` : `${lot.id} ${amount} on ${day.on}/${day.nth}`,
    ),
    worth: uses.map(({ worth }) => worth.amountMinor / 100),
    owed: rest.amountMinor / 100,
    uses,
  }
}

/** One member’s bookings and lots as settlements leave them, wish by wish. */
const plenty = money(10_000_000, 'EUR')

export function under(cancellation: CancellationPolicy, catalogue: Catalogue = harbour): Catalogue {
  const resources = catalogue.resources.map((one) => ({
    ...one,
    rules: { ...one.rules, cancellation },
  }))
  return { ...catalogue, resources }
}

export function makeStory(catalogue: Catalogue, given: readonly KnownLot[]) {
  const lots = [...given]
  const bookings = new Map<BookingId, Booking>()
  const wallet = (): Wallet => ({
    lots,
    uses: [...bookings.values()].flatMap(usesOf),
    team: null,
  })
  const facts = () => ({
    ...{ catalogue, member: ada, wallet: wallet(), distance: noDistance, madeBy: null },
    ...{ occupied: [...bookings.values()].filter(isThere).map(occupiedBy) },
    ownBookings: [...bookings.values()],
  })
  const isThere = ({ state }: Booking) => state === 'confirmed' || state === 'held'

  function keep(next: Booking | null, now: Instant): Booking | null {
    if (next === null) return null
    const before = bookings.get(next.id)
    const counted = { ...next, revision: (before?.revision ?? -1) + 1 }
    const isShared = (use: Booking['covered'][number]) =>
      [...bookings.values()].some(
        ({ id, covered }) =>
          id !== next.id &&
          covered.some(
            ({ lot, day }) =>
              lot.id === use.lot.id &&
              day !== null &&
              day.on === use.day?.on &&
              day.nth === use.day.nth,
          ),
      )
    const came =
      before === undefined
        ? { booking: counted, lots: [] }
        : comeBack(before, counted, catalogue, isShared, now)
    lots.push(...came.lots.map((lot) => ({ ...lot, usedElsewhere: 0 })))
    bookings.set(next.id, came.booking)
    return came.booking
  }

  return {
    lots,
    wallet,
    all: () => [...bookings.values()],
    book: (place: string, interval: Interval, now: Instant, payWith: PayWith = 'personal') => {
      const resource = must(
        catalogue.resources.find(({ id }) => id === place),
        'it is in the catalogue',
      )
      return keep(settle(wish(resource, interval, { payWith }), facts(), now).booking, now)
    },
    cancel: (booking: Booking, now: Instant, asker: 'member' | 'space' = 'member') =>
      keep(cancelBooking(booking, by(asker, now), now).booking, now),
    change: (booking: Booking, place: string, interval: Interval, now: Instant) => {
      const found = must(
        catalogue.resources.find(({ id }) => id === place),
        'it is in the catalogue',
      )
      const resource = must(findResource(catalogue, found.id), 'just found')
      const choice = choiceAt(catalogue, resource.id, interval)
      const request = { bookingId: booking.id, choice, quote: plenty, ceiling: null }
      const times = { deadlineAt: interval.endsAt, effectiveAt: now }
      const asked = { ...facts(), booking, ...times, approval: 'none' } as const
      return keep(settleChange(request, { ...asked, intentId: booking.intentId }, now).booking, now)
    },
    end: (booking: Booking, now: Instant) =>
      keep(endBooking({ ...facts(), booking, effectiveAt: now }, now).booking, now),
  }
}

/** What a booking uses, by lot, and what is owed for it. */
export function told({ covered, owed, price }: Booking) {
  const uses = covered.map(({ lot, amount, isSpent }) => {
    const lost = isSpent ? ' spent' : ''
    return `${lot.id} ${amount}${lost}`
  })
  return { uses, price: price.amountMinor / 100, owed: owed.amountMinor / 100 }
}

/** Bodies of the wishes about passes, as the app makes them. */
export const lotWishes: Readonly<Record<keyof LotBodies, fc.Arbitrary<unknown>>> = {
  'pass.request': fc.record({
    siteId: fc.constant(harbour.site.id),
    passId: fc.constant(toId('pass', 'pas_1')),
    forTeamId: fc.constantFrom(null, toId('team', 'tea_north')),
    quote: fc.constant(euros(160)),
  }),
  'lot.grant': fc.record({
    siteId: fc.constant(harbour.site.id),
    holder: fc.constantFrom(
      { kind: 'member', memberId: toId('member', 'mem_ada') },
      { kind: 'team', teamId: toId('team', 'tea_north') },
    ),
    name: fc.constant('Welcome'),
    kinds: fc.constant(['hot-desk']),
    unit: fc.constantFrom(...lotUnits),
    amount: fc.integer({ min: 1, max: 100_000 }),
    lastOn: fc.option(fc.constant('2026-12-24')),
    reason: fc.constant('Moved house'),
  }),
  'lot.take-back': fc.record({
    siteId: fc.constant(harbour.site.id),
    lotId: fc.constant(toId('lot', 'lot_1')),
    amount: fc.integer({ min: 1, max: 100_000 }),
    reason: fc.constant('Given twice'),
  }),
}
