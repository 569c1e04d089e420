import { expect, test } from 'vitest'
import type { Booking, HeldFor } from '../bookings/booking.ts'
import { cancelBooking } from '../bookings/change-booking.ts'
import { ada, at, by, desk1, harbour, noDistance, room, span, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { must } from '../values/assert.ts'
import { type BookingId, bookingIdOf, toId } from '../values/ids.ts'
import { addMinutes } from '../values/instant.ts'
import type { News } from './news.ts'
import { newsKey } from './news-key.ts'
import { newsOfBookings, type ToldChange, type ToldWith } from './news-of-bookings.ts'
import { bookedInstead, newsOfOutcomes } from './news-of-outcomes.ts'
import { isStillTrue } from './still-true.ts'

const now = at('2026-11-24', 540)
const none: ReadonlySet<BookingId> = new Set()
const known: ToldWith = { offered: none, instead: none, now }

function booked(): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const asked = wish(desk1, span('2026-11-26', 540, 1020))
  const { booking } = settle(asked, { ...facts, distance: noDistance, wallet: emptyWallet }, now)
  return must(booking, 'it is free')
}

/** What `ada` is told of it. */
function told(change: Partial<ToldChange>, more: Partial<ToldWith> = {}): readonly string[] {
  const booking = booked()
  const whole = { booking, before: null, actor: ada.id, ...change }
  return newsOfBookings([whole], { ...known, ...more }).map(({ news }) => news.kind)
}

const held = (heldFor: HeldFor): Booking => ({
  ...booked(),
  state: 'held',
  heldFor,
  holdExpiresAt: addMinutes(now, 15),
  holdExtended: false,
})

test('[NEWS-01] [N-12] a booking is told, and so is what becomes of it', () => {
  const booking = booked()
  const elsewhere = { ...booking, resourceId: room.id, revision: 1 }
  const cancelled = must(cancelBooking(booking, by('member', now), now).booking, 'it is ahead')
  expect(told({})).toEqual(['booked'])
  expect(told({ booking: elsewhere, before: booking })).toEqual(['changed'])
  expect(told({ booking: elsewhere, before: booking, actor: 'mem_mara' })).toEqual(['moved'])
  expect(told({ booking: cancelled, before: booking })).toEqual(['cancelled'])
  expect(told({ booking: cancelled, before: booking, actor: 'space' })).toEqual([
    'cancelled-by-space',
  ])
  const missed = { ...booking, state: 'no-show', missedAt: now } as const
  const refund = { isFeeWaived: false, refundDue: booking.price }
  expect(told({ booking: { ...missed, ...refund }, before: booking })).toEqual(['missed'])
})

test('[NEWS-01] what a member does and sees at once is no news', () => {
  const booking = booked()
  const arrived = { ...booking, state: 'checked-in', checkedInAt: now } as const
  const noted = { ...booking, note: 'By the window', revision: 1 }
  const mine = held('confirmation')
  const givenBack = must(cancelBooking(mine, by('member', now), now).booking, 'it is held')
  expect(told({ booking: arrived, before: booking })).toEqual([])
  expect(told({ booking: noted, before: booking })).toEqual([])
  expect(told({ booking: givenBack, before: mine })).toEqual([])
})

test('[NEWS-04] [B-07] what is only held or asked is never told as booked', () => {
  const mine = held('confirmation')
  expect(told({ booking: mine })).toEqual(['held'])
  expect(told({ booking: mine }, { offered: new Set([mine.id]) })).toEqual(['offered'])
  expect(told({ booking: held('approval') })).toEqual([])
  expect(told({ booking: held('payment') })).toEqual(['to-pay'])
})

test('[NEWS-01] [N-12] the answer to what was held is told: yes, no, and too late', () => {
  const [mine, asked] = [held('confirmation'), held('approval')]
  const confirmed = { ...booked(), state: 'confirmed' } as const
  const lapsed = { ...booked(), state: 'lapsed', holdExpiresAt: now } as const
  const no = { state: 'declined', declinedAt: now, reason: 'Closed', alternatives: [] } as const
  expect(told({ booking: confirmed, before: mine })).toEqual(['booked'])
  expect(told({ booking: confirmed, before: asked, actor: 'mem_mara' })).toEqual(['approved'])
  expect(told({ booking: { ...booked(), ...no }, before: asked })).toEqual(['declined'])
  expect(told({ booking: { ...lapsed, heldFor: 'approval' }, before: asked })).toEqual([
    'unanswered',
  ])
  expect(told({ booking: { ...lapsed, heldFor: 'confirmation' }, before: mine })).toEqual([
    'not-confirmed',
  ])
  expect(told({ booking: { ...lapsed, heldFor: 'payment' }, before: held('payment') })).toEqual([
    'not-paid',
  ])
})

test('[NEWS-02] [PREPAID-17] what waits for one payment is told together, though each of it is a booking by itself', () => {
  const first = held('payment')
  const holds = [first, held('payment'), held('payment')].map((booking) => ({
    ...{ actor: ada.id, before: null },
    booking: { ...booking, paidWith: first.id },
  }))
  const all = newsOfBookings(holds, known)
  expect(all.map(({ news }) => news.kind)).toEqual(['to-pay'])
  expect(all[0]?.news).toMatchObject({ bookingIds: holds.map(({ booking }) => booking.id) })
})

test('[NEWS-02] the dates of a series, and the places of a basket, are told together', () => {
  const dates = [1, 2, 3].map((occurrence) => ({
    actor: ada.id,
    before: null,
    booking: { ...booked(), series: { id: toId('series', 'ser_1'), occurrence, detached: [] } },
  }))
  const basket = [1, 2].map(() => ({
    actor: ada.id,
    before: null,
    booking: { ...booked(), basketId: toId('basket', 'bsk_1') },
  }))
  const all = newsOfBookings([...dates, ...basket], known)
  expect(all.map(({ news }) => 'bookingIds' in news && news.bookingIds.length)).toEqual([3, 2])
})

test('[NEWS-03] [N-12] [D-53] a wish that became nothing is told by why it did', () => {
  const own = { memberId: ada.id, homeId: harbour.site.id }
  const asked = wish(desk1, span('2026-11-26', 540, 1020))
  const of = (outcome: object) =>
    newsOfOutcomes([
      {
        ...own,
        settled: {
          ...{ intentId: asked.id, kind: asked.kind, device: asked.device, seq: 1 },
          ...{ settledAt: now, wish: asked.body.choice, siteId: null, people: 1, quote: null },
          outcome: outcome as never,
        },
      },
    ]).map(({ news }) => news.kind)
  const refused = (reason: string) => ({ kind: 'refused', refusal: { reason }, alternatives: [] })
  expect(of(refused('booked'))).toEqual(['refused'])
  expect(of(refused('expired'))).toEqual(['too-late'])
  expect(of({ kind: 'ask-again', price: booked().price, alternatives: [] })).toEqual(['dearer'])
  expect(of(refused('already-yours'))).toEqual([])
  expect(of({ kind: 'confirmed', bookingId: null, choice: 0, price: null })).toEqual([])
})

test('[NEWS-01] [B-08] who gets their second choice is told that it is not their first', () => {
  const asked = wish(desk1, span('2026-11-26', 540, 1020))
  const outcome = { kind: 'confirmed', bookingId: null, choice: 1, price: null } as const
  const settled = { kind: asked.kind, intentId: asked.id, outcome } as never
  const instead = bookedInstead([{ memberId: ada.id, homeId: harbour.site.id, settled }])
  expect([...instead]).toEqual([bookingIdOf(asked.id)])
  const booking = { ...booked(), id: bookingIdOf(asked.id) }
  expect(told({ booking }, { instead })).toEqual(['booked-instead'])
})

test('[NEWS-05] [B-14] the same change has the same key, the next one another', () => {
  const booking = booked()
  const [first] = newsOfBookings([{ booking, before: null, actor: ada.id }], known)
  const [again] = newsOfBookings([{ booking, before: null, actor: ada.id }], known)
  const moved = { ...booking, resourceId: room.id, revision: 1 }
  const back = { ...booking, revision: 2 }
  const later = newsOfBookings([{ booking: moved, before: booking, actor: ada.id }], known)
  const last = newsOfBookings([{ booking: back, before: moved, actor: ada.id }], known)
  const keys = [first, again, ...later, ...last].map((one) => newsKey(must(one, 'told').news))
  expect(keys[0]).toBe(keys[1])
  expect(new Set(keys).size).toBe(3)
})

test('[NEWS-10] [B-07] what was cancelled before its confirmation was sent is not confirmed any more', () => {
  const booking = booked()
  const cancelled = must(cancelBooking(booking, by('member', now), now).booking, 'it is ahead')
  expect(isStillTrue('booked', booking)).toBe(true)
  expect(isStillTrue('booked', cancelled)).toBe(false)
  expect(isStillTrue('cancelled', cancelled)).toBe(true)
  expect(isStillTrue('offered', booking)).toBe(false)
  expect(isStillTrue('booked', held('confirmation'))).toBe(false)
})

test('[NEWS-05] what happened names itself: no two kinds share a key', () => {
  const ids = { bookingIds: [booked().id], revision: 0 }
  const all: readonly News[] = [
    { kind: 'booked', ...ids },
    { kind: 'cancelled', ...ids },
    { kind: 'reminder', bookingId: booked().id, startsAt: now, lead: 'hour' },
    { kind: 'reminder', bookingId: booked().id, startsAt: now, lead: 'day' },
    { kind: 'refused', intentId: toId('intent', 'bki_1') },
    { kind: 'billed', billId: toId('bill', 'bil_1'), cause: 'bil_1' },
    { kind: 'paid', billId: toId('bill', 'bil_1'), cause: 'pay_1' },
    { kind: 'expiring', lotId: toId('lot', 'lot_1'), expiresAt: now },
    { kind: 'welcome', siteId: harbour.site.id },
  ]
  expect(new Set(all.map(newsKey)).size).toBe(all.length)
})
