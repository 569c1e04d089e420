import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { bookingView, type OwnIntent } from '../booking-view.ts'
import { cancelBooking } from '../change-booking.ts'
import {
  ada,
  at,
  by,
  freeRules,
  harbour,
  harbourWith,
  hotDesk,
  noDistance,
  room,
  span,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { moveBooking } from '../move-booking.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import { checkQuotas } from './check-quotas.ts'
import { ownTimesOf, ownTimesOfRows } from './own-time.ts'

const day = '2026-11-26'
const now = at('2026-11-24', 540)

function booked(from: number, until: number, catalogue = harbour): Booking {
  const facts: SettleFacts = {
    ...{
      catalogue,
      member: ada,
      occupied: [],
      ownBookings: [],
      distance: noDistance,
      wallet: emptyWallet,
      madeBy: null,
    },
  }
  const { booking } = settle(wish(room, span(day, from, until)), facts, now)
  return must(booking, 'the room is free')
}

test('[LIMITS-05] what was used or missed and what is ahead counts, what was given back does not', () => {
  const one = booked(540, 600)
  const cancelled = must(cancelBooking(one, by('member', now), now).booking, 'it is ahead')
  const states: readonly Booking[] = [
    one,
    { ...one, state: 'checked-in', checkedInAt: now },
    { ...one, state: 'completed' },
    { ...one, state: 'no-show', missedAt: now, isFeeWaived: false, refundDue: zero('EUR') },
    { ...one, state: 'held', heldFor: 'payment', holdExpiresAt: now, holdExtended: false },
    { ...one, state: 'lapsed', heldFor: 'confirmation', holdExpiresAt: now },
    cancelled,
    { ...one, siteId: toId('site', 'sit_pier-studio') },
  ]
  expect(states.map((booking) => ownTimesOf(harbour, [booking]).length)).toEqual([
    ...[1, 1, 1, 1, 1],
    ...[0, 0, 0],
  ])
})

test('[LIMITS-05] on the device wishes on their way count, and what is being cancelled does not', () => {
  const intent = wish(room, span(day, 540, 600))
  const saved: OwnIntent = { intent, state: 'saved', settled: null }
  const rows = bookingView({ bookings: [], settled: [], series: [], intents: [saved], now })
  expect(ownTimesOfRows(harbour, rows)).toEqual([
    { kind: room.kind, interval: span(day, 540, 600) },
  ])
  const late = bookingView({
    ...{ bookings: [], settled: [], series: [], now },
    intents: [{ ...saved, state: 'expired' }],
  })
  expect(ownTimesOfRows(harbour, late)).toEqual([])
  const booking = booked(540, 600)
  const [row] = bookingView({ bookings: [booking], settled: [], series: [], intents: [], now })
  const shown = must(row, 'a booking is shown')
  expect(ownTimesOfRows(harbour, [shown])).toHaveLength(1)
  expect(ownTimesOfRows(harbour, [{ ...shown, wish: 'cancel' }])).toEqual([])
})

test('[LIMITS-06] buffers count for nothing, and a booking that moves is not counted twice', () => {
  const buffered = harbourWith({ ...room, rules: { ...freeRules, bufferAfterMinutes: 60 } })
  const booking = booked(540, 600, buffered)
  const quota = { id: 'q', kinds: [room.kind], per: 'day', unit: 'minutes', max: 120 } as const
  const tier = { ...hotDesk, quotas: [quota] }
  const ask = (ownTimes: ReturnType<typeof ownTimesOf>) =>
    checkQuotas({
      ...{ zone: harbour.zone, tier, kind: room.kind, ownTimes },
      interval: span(day, 780, 840),
    })
  expect(ask(ownTimesOf(buffered, [booking]))).toBeNull()
  const choice = choiceAt(harbour, room.id, span(day, 660, 720))
  const moved = moveBooking(booking, choice, buffered, [], now)
  const after = moved.kind === 'moved' ? [moved.booking] : []
  expect(ask(ownTimesOf(buffered, after))).toBeNull()
  expect(ask(ownTimesOf(buffered, [booking, ...after]))).not.toBeNull()
})
