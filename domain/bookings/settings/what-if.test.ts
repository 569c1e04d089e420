import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { DAY_MS, toInstant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  harbourWith,
  noDistance,
  span,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { whatIf } from './what-if.ts'

const now = at('2026-11-24', 540)
const members = new Map([[ada.id, ada]])

function booked(place: typeof desk1, date: string, from: number, until: number): Booking {
  const facts = {
    catalogue: harbour,
    member: ada,
    occupied: [],
    ownBookings: [],
    wallet: emptyWallet,
  }
  const asked = wish(place, span(date, from, until))
  return must(settle(asked, { ...facts, distance: noDistance, madeBy: null }, now).booking, 'free')
}

/** Two hours at 4 € and four hours, which cost 16 €. */
const bookings = [booked(desk1, '2026-11-26', 540, 660), booked(desk2, '2026-12-01', 540, 780)]

function withHourly(hourMinor: number) {
  const rates = harbour.rates.map((rate) =>
    rate.id === 'rat_desk' ? { ...rate, hourMinor } : rate,
  )
  return { ...harbour, rates }
}

test('[SETTINGS-11] [L-09] new prices: what stands, at the prices as they are and as they would be', () => {
  expect(whatIf(harbour, withHourly(500), members, bookings, now)).toEqual({
    bookings: 2,
    before: money(2400, 'EUR'),
    after: money(3000, 'EUR'),
    refused: 0,
  })
})

const day = toLocalDate('2026-11-26')

test('[SETTINGS-11] a rule, hours or a closure: what could not be made any more brings nothing', () => {
  const shorter = { ...desk2, rules: { ...desk2.rules, maxMinutes: 120 } }
  expect(whatIf(harbour, harbourWith(shorter), members, bookings, now)).toMatchObject({
    ...{ before: money(2400, 'EUR'), after: money(800, 'EUR'), refused: 1 },
  })
  const closed = {
    ...harbour,
    closures: [
      {
        ...{ id: toId('closure', 'clo_works'), name: 'Works', resourceIds: null, eventId: null },
        from: { date: day, minute: 0 },
        until: { date: day, minute: 1440 },
      },
    ],
  }
  expect(whatIf(harbour, closed, members, bookings, now)).toMatchObject({
    ...{ after: money(1600, 'EUR'), refused: 1 },
  })
  const gone = { ...harbour, resources: harbour.resources.filter(({ id }) => id !== desk1.id) }
  expect(whatIf(harbour, gone, members, bookings, now)).toMatchObject({ refused: 1 })
})

test('[SETTINGS-11] what is against the rules as they are is no loss, and what is far ahead or over is not counted', () => {
  const strict = harbourWith({ ...desk2, rules: { ...desk2.rules, maxMinutes: 120 } })
  expect(whatIf(strict, strict, members, bookings, now)).toMatchObject({
    ...{ before: money(2400, 'EUR'), after: money(2400, 'EUR'), refused: 0 },
  })
  const later = toInstant(now + 30 * DAY_MS)
  expect(whatIf(harbour, harbour, members, bookings, later).bookings).toBe(0)
  const earlier = toInstant(now - 30 * DAY_MS)
  expect(whatIf(harbour, harbour, members, bookings, earlier).bookings).toBe(0)
})
