import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../values/assert.ts'
import { addMinutes, DAY_MS, type Instant, toInstant } from '../values/instant.ts'
import { type Interval, toInterval } from '../values/interval.ts'
import type { Booking } from './booking.ts'
import { type BookingViewInput, bookingView, type OwnIntent, rowId } from './booking-view.ts'
import { cancelBooking } from './change-booking.ts'
import {
  ada,
  at,
  by,
  desk1,
  desk2,
  harbour,
  noDistance,
  room,
  span,
  taken,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { type SettleFacts, settle } from './settle.ts'
import { choiceAt } from './wishes/choice.ts'
import type { Intent } from './wishes/intent.ts'
import type { SettledIntent } from './wishes/outcome.ts'

const now = at('2026-11-24', 540)
const morning = span('2026-11-26', 540, 780)
const empty: BookingViewInput = { bookings: [], settled: [], series: [], intents: [], now }

type Wish = Intent<'booking.request'>

function saved(intent: OwnIntent['intent'], more: Partial<OwnIntent> = {}): OwnIntent {
  return { intent, state: 'saved', settled: null, ...more }
}

/** The wish as the server settles it: what both documents then hold. */
function settledBy(intent: Wish, facts: Partial<SettleFacts> = {}) {
  const known = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], ...facts }
  const { outcome, booking } = settle(
    intent,
    { distance: noDistance, wallet: emptyWallet, madeBy: null, ...known },
    now,
  )
  const { id, kind, device, seq, body } = intent
  const settled: SettledIntent = {
    intentId: id,
    kind,
    device,
    seq,
    settledAt: now,
    wish: body.choice,
    siteId: body.siteId,
    people: body.people,
    quote: body.quote,
    outcome,
  }
  return { settled, booking }
}

function about(booking: Booking, kind: 'booking.cancel' | 'booking.confirm', seq: number) {
  const { id, v, device, madeAt, heardAt, deadlineAt } = wish(desk1, morning)
  return { id, v, device, madeAt, heardAt, deadlineAt, kind, seq, body: { bookingId: booking.id } }
}

test('[BOOKINGS-60] [B-07] [D-64] a wish shows as saved, then as received, and never as booked', () => {
  const intent = wish(desk1, morning)
  const states = (['saved', 'received', 'settled'] as const).map(
    (state) => bookingView({ ...empty, intents: [saved(intent, { state })] })[0]?.state,
  )
  expect(states).toEqual(['saved', 'received', 'received'])
})

test('[BOOKINGS-60] [B-07] a yes whose booking has not arrived is still waiting', () => {
  const intent = wish(desk1, morning)
  const { settled, booking } = settledBy(intent)
  const intents = [saved(intent, { state: 'settled', settled })]
  expect(bookingView({ ...empty, settled: [settled], intents })).toMatchObject([
    { state: 'received', bookingId: null },
  ])
  const bookings = [must(booking, 'it was free')]
  expect(bookingView({ ...empty, settled: [settled], intents, bookings })).toMatchObject([
    { state: 'confirmed', bookingId: bookings[0]?.id },
  ])
})

test('[BOOKINGS-60] a wish that expired on the device owes nothing', () => {
  const intents = [saved(wish(desk1, morning), { state: 'expired' })]
  expect(bookingView({ ...empty, intents })).toMatchObject([{ state: 'expired', price: null }])
})

/** Wishes of one member, each somewhere on its way, some refused, some booked, some with a wish about them. */
interface Life {
  readonly intents: readonly OwnIntent[]
  readonly settled: readonly SettledIntent[]
  readonly bookings: readonly Booking[]
}

const stage = fc.constantFrom('saved', 'received', 'answered', 'arrived', 'pruned')
const place = fc.constantFrom(desk1, desk2, room)
const day = fc.integer({ min: 0, max: 20 })

const life: fc.Arbitrary<Life> = fc
  .array(fc.tuple(place, day, stage, fc.boolean(), fc.boolean()), { maxLength: 8 })
  .map((wishes) => {
    const parts = wishes.map(([where, index, at, isTaken, isLeaving]) => {
      const interval = toInterval(
        morning.startsAt + index * DAY_MS,
        morning.endsAt + index * DAY_MS,
      )
      const intent = wish(where, interval)
      const { settled, booking } = settledBy(intent, {
        occupied: isTaken ? [taken(where, interval)] : [],
      })
      const isSettled = at !== 'saved' && at !== 'received'
      const cancel =
        booking !== null && isLeaving ? [saved(about(booking, 'booking.cancel', 900 + index))] : []
      return {
        intents: [
          ...(at === 'pruned'
            ? []
            : [saved(intent, isSettled ? { state: 'settled', settled } : { state: at })]),
          ...cancel,
        ],
        settled: isSettled ? [settled] : [],
        bookings: isSettled && at !== 'answered' && booking !== null ? [booking] : [],
      }
    })
    return {
      intents: parts.flatMap((part) => part.intents),
      settled: parts.flatMap((part) => part.settled),
      bookings: parts.flatMap((part) => part.bookings),
    }
  })

test('[BOOKINGS-60] [B-07] [D-64] whatever has arrived, nothing is shown as booked or held without its booking', () => {
  fc.assert(
    fc.property(life, ({ intents, settled, bookings }) => {
      for (const row of bookingView({ ...empty, intents, settled, bookings })) {
        const fact = bookings.find((booking) => booking.intentId === row.intentId)
        if (fact === undefined) expect(['confirmed', 'held', 'checked-in']).not.toContain(row.state)
        else expect(row.state).toBe(fact.state)
      }
    }),
  )
})

test('[BOOKINGS-61] the same facts and wishes show the same, in whatever order they arrived', () => {
  const orders = fc.tuple(life, fc.infiniteStream(fc.nat()))
  fc.assert(
    fc.property(orders, ([{ intents, settled, bookings }, dice]) => {
      const shuffle = <T>(list: readonly T[]) =>
        list
          .map((one) => ({ one, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
      const seen = bookingView({ ...empty, intents, settled, bookings })
      const again = bookingView({
        ...empty,
        intents: shuffle([...intents, ...intents]),
        settled: shuffle([...settled, ...settled]),
        bookings: shuffle([...bookings, ...bookings]),
        now,
      })
      expect(again).toEqual(seen)
    }),
  )
})

test('[BOOKINGS-62] a row keeps its id from wish to booking, and every id is there once', () => {
  fc.assert(
    fc.property(life, ({ intents, settled, bookings }) => {
      const rows = bookingView({ ...empty, intents, settled, bookings })
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      for (const { id, intentId, bookingId } of rows) {
        expect(id).toBe(rowId(intentId))
        if (bookingId !== null) expect(id).toBe(rowId(bookingId))
      }
    }),
  )
})

const confirmed = must(settledBy(wish(desk1, morning)).booking, 'it was free')

test('[BOOKINGS-63] a wish to cancel stands beside the booking, which stays booked until the space says so', () => {
  const intents = [saved(about(confirmed, 'booking.cancel', 7))]
  expect(bookingView({ ...empty, bookings: [confirmed], intents })).toMatchObject([
    { state: 'confirmed', wish: 'cancel' },
  ])
  const cancelled = must(cancelBooking(confirmed, by('member', now), now).booking, 'it is live')
  expect(bookingView({ ...empty, bookings: [cancelled] })).toMatchObject([
    { state: 'cancelled', wish: null },
  ])
})

test('[BOOKINGS-63] of several wishes about one booking the last one made counts', () => {
  const first = saved(about(confirmed, 'booking.confirm', 7))
  const last = saved(about(confirmed, 'booking.cancel', 8))
  for (const intents of [
    [first, last],
    [last, first],
  ]) {
    expect(bookingView({ ...empty, bookings: [confirmed], intents })[0]?.wish).toBe('cancel')
  }
})

test('[BOOKINGS-64] [L-15] a refusal says why and what is free instead, for seven days', () => {
  const intent = wish(desk1, morning)
  const { settled } = settledBy(intent, { occupied: [taken(desk1, morning)] })
  const at = (later: Instant) => bookingView({ ...empty, settled: [settled], now: later })
  expect(at(now)).toMatchObject([
    { state: 'refused', refusal: { reason: 'booked', conflict: morning }, price: null },
  ])
  expect(at(now)[0]?.alternatives).toHaveLength(3)
  expect(at(toInstant(now + 7 * DAY_MS))).toHaveLength(1)
  expect(at(toInstant(now + 7 * DAY_MS + 1))).toEqual([])
})

test('[BOOKINGS-64] [D-63] a wish that came too late is shown as that, not as refused', () => {
  const intent = { ...wish(desk1, morning), deadlineAt: addMinutes(now, -1) }
  const { settled } = settledBy(intent)
  expect(bookingView({ ...empty, settled: [settled] })).toMatchObject([{ state: 'expired' }])
})

function shown(interval: Interval) {
  const { booking } = settledBy(wish(desk1, interval))
  const bookings = booking === null ? [] : [booking]
  return must(bookingView({ ...empty, bookings })[0], 'it was free')
}

test('[BOOKINGS-65] [D-66] times are shown as they were agreed: the view asks no table', () => {
  // Agreed under a table that this device's own would contradict by an hour.
  const wall = { ...confirmed.wall, start: { ...confirmed.wall.start, minute: 600 } }
  const [row] = bookingView({ ...empty, bookings: [{ ...confirmed, wall }] })
  expect(row).toMatchObject({ date: '2026-11-26', startText: '10:00', endText: '13:00' })
})

test('[BOOKINGS-65] [D-05] a time that comes twice says which it is, and by what offset', () => {
  const late = at('2026-10-25', 240)
  const early = { ...empty, now: at('2026-10-20', 0) }
  const view = (startsAt: number) => {
    const intent = wish(desk1, toInterval(startsAt, late))
    return bookingView({ ...early, intents: [saved(intent)] })[0]
  }
  const first = at('2026-10-25', 150)
  expect(view(first)).toMatchObject({
    startText: '02:30',
    startRepeat: { pass: 'first', offsetMinutes: 120 },
    endRepeat: null,
  })
  expect(view(addMinutes(first, 60))).toMatchObject({
    startText: '02:30',
    startRepeat: { pass: 'second', offsetMinutes: 60 },
  })
})

test('[BOOKINGS-65] a night names the date on which it ends', () => {
  expect(shown(span('2026-11-26', 1320, 1560))).toMatchObject({
    startText: '22:00',
    endText: '02:00',
    endDate: '2026-11-27',
  })
  expect(shown(morning).endDate).toBeNull()
})

test('[BOOKINGS-66] [D-53] booked above what was shown, the row names both prices', () => {
  const quote = { amountMinor: 1500, currency: 'EUR' }
  const ceiling = { amountMinor: 2000, currency: 'EUR' }
  const { settled, booking } = settledBy(wish(desk1, morning, { quote, ceiling }))
  const bookings = [must(booking, 'it is within the ceiling')]
  expect(bookingView({ ...empty, settled: [settled], bookings })).toMatchObject([
    { price: { amountMinor: 1600 }, quoted: quote },
  ])
  const plain = settledBy(wish(desk2, morning))
  const booked = [must(plain.booking, 'it was free')]
  expect(bookingView({ ...empty, settled: [plain.settled], bookings: booked })).toMatchObject([
    { quoted: null },
  ])
})

test('[BOOKINGS-66] [B-08] the wished place is named where a fall-back was given, not where the space moved it', () => {
  const fallbacks = [choiceAt(harbour, desk2.id, morning)]
  const occupied = [taken(desk1, morning)]
  const { settled, booking } = settledBy(wish(desk1, morning, { fallbacks }), { occupied })
  const given = must(booking, 'the fall-back is free')
  expect(bookingView({ ...empty, settled: [settled], bookings: [given] })).toMatchObject([
    { resourceId: desk2.id, wishedResourceId: desk1.id, choice: 1 },
  ])
  const plain = settledBy(wish(desk1, morning))
  const moved = { ...must(plain.booking, 'it was free'), resourceId: room.id }
  expect(bookingView({ ...empty, settled: [plain.settled], bookings: [moved] })).toMatchObject([
    { resourceId: room.id, wishedResourceId: null },
  ])
})
