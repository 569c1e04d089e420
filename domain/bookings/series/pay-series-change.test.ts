import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, toInstant } from '../../values/instant.ts'
import { overlaps } from '../../values/interval.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { bookingFacts, cancelBooking } from '../change-booking.ts'
import { isPointless, waitingToMove } from '../changes/ask-to-move.ts'
import { harbour, room } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { follow } from '../prepaid/pay-together.ts'
import type { SeriesEdit } from '../wishes/series-wish.ts'
import {
  paysFirst,
  previewSeriesChange,
  type SeriesChangeFacts,
  settleSeriesChange,
} from './change-series.ts'
import { facts, now, plenty, seriesWish, thursdays } from './for-tests.ts'
import { paidChanges } from './pay-series-change.ts'
import { settleSeries } from './settle-series.ts'

const euros = (amount: number) => money(amount * 100, 'EUR')
const roomB = { ...room, id: toId('resource', 'res_room-b'), name: 'Beacon' }
const { site, rates } = harbour
/** The room is 22.00 an hour, and paid when it is booked. */
const catalogue: Catalogue = {
  ...harbour,
  site: { ...site, billing: { ...site.billing, startsOn: toLocalDate('2026-01-01') } },
  resources: [...harbour.resources, roomB],
  rates: rates.map((rate) => ({ ...rate, isPrepaid: rate.id === 'rat_room' })),
}
const paying = { isAway: false }
const known = { ...facts, catalogue, paying }

/** Three Thursdays, 10:00 to 12:00, paid together. */
const paid: readonly Booking[] = settleSeries(
  seriesWish({ recurrence: thursdays(3) }),
  known,
  now,
).bookings.map((one) => ({ ...bookingFacts(one), state: 'confirmed' }))
const longer: SeriesEdit = { span: { from: 600, until: 780 }, resourceId: null }

function factsFor(own: readonly Booking[], more: Partial<SeriesChangeFacts> = {}) {
  return {
    ...{ catalogue, paying, member: facts.member, distance: facts.distance, wallet: emptyWallet },
    ...{ occupied: own.map(occupiedBy), ownBookings: own, intentId: toId('intent', 'bki_more') },
    ...{ deadlineAt: toInstant(Date.UTC(2027, 0, 1)), effectiveAt: now, ...more },
  }
}

function change(edit = longer, own = paid, more: Partial<SeriesChangeFacts> = {}) {
  const of = factsFor(own, more)
  const shown = previewSeriesChange(own, edit, of, now)
  const bookings = shown.map(({ listed, decision }) => ({
    ...listed,
    quote: decision.booking?.owed ?? plenty,
  }))
  const seriesId = must(own[0]?.series, 'it is a series').id
  const request = { seriesId, scope: { kind: 'all' }, edit, bookings } as const
  const decided = settleSeriesChange(request, own, of, now)
  const holds = decided.changes.map(({ booking }) => booking)
  return { ...decided, holds, pays: paysFirst(shown, of), shown }
}

const all = new Map(paid.map((one) => [one.id, one]))
const moveFacts = { catalogue, member: facts.member, wallet: emptyWallet, bookings: all }

test('[PREPAID-17] [SERIES-32] [B-30] three dates an hour longer: three hours are held, paid as one, and the series stands', () => {
  const { outcome, changes, holds, pays } = change()
  expect(pays).toEqual(euros(66))
  expect(changes.map(({ before }) => before)).toEqual([null, null, null])
  expect(holds.map(({ id }) => id)).toEqual(['bkg_more.1', 'bkg_more.2', 'bkg_more.3'])
  const until = addMinutes(now, 10)
  for (const [index, hold] of holds.entries()) {
    const date = must(paid[index], 'there are three')
    expect(hold).toMatchObject({
      ...{ state: 'held', heldFor: 'payment', holdExpiresAt: until, paidWith: 'bkg_more.1' },
      ...{
        price: euros(22),
        series: null,
        moves: { bookingId: date.id, to: { startsAt: date.interval.startsAt } },
      },
      interval: { startsAt: date.interval.endsAt, endsAt: addMinutes(date.interval.endsAt, 60) },
    })
  }
  expect(outcome).toMatchObject({
    kind: 'series',
    occurrences: paid.map(({ id }, index) => {
      return {
        number: index + 1,
        kind: 'changed',
        bookingId: id,
        held: { bookingId: `bkg_more.${index + 1}`, holdExpiresAt: until },
      }
    }),
  })
})

test('[PREPAID-17] [D-31] [SERIES-33] with the money all of them are longer, for exactly what was paid, and nothing is detached', () => {
  const { holds } = change()
  const changes = must(paidChanges(holds, moveFacts, addMinutes(now, 5)), 'they stand')
  const moved = changes.filter(({ before }) => before.moves === null)
  expect(moved.map(({ booking }) => booking)).toMatchObject(
    paid.map(({ id, series, interval }) => ({
      ...{ id, series, state: 'confirmed', owed: euros(66) },
      interval: { ...interval, endsAt: addMinutes(interval.endsAt, 60) },
    })),
  )
  const ended = changes.filter(({ before }) => before.moves !== null)
  expect(ended.map(({ booking }) => booking.state)).toEqual(Array(3).fill('cancelled'))
})

test('[PREPAID-17] one date that is gone when the money comes: none is changed, and its holds end with it', () => {
  const { holds } = change()
  const [, second] = paid
  const date = must(second, 'there are three')
  const how = { asker: 'member', isWaived: false, effectiveAt: now } as const
  const gone = must(cancelBooking(date, how, now).booking, 'it can be cancelled')
  const bookings = new Map(all).set(gone.id, gone)
  expect(paidChanges(holds, { ...moveFacts, bookings }, now)).toBeNull()
  const [waiting] = waitingToMove(date, holds)
  expect(waiting?.id).toBe('bkg_more.2')
  expect(isPointless(gone, date, must(waiting, 'it waits'))).toBe(true)
  const [first] = holds
  const ended = { ...must(first, 'it waits'), state: 'lapsed', heldFor: 'payment' } as Booking
  expect(holds.map((hold) => follow(hold, ended, addMinutes(now, 11))?.state)).toEqual(
    Array(3).fill('lapsed'),
  )
})

test('[PREPAID-17] a date that gets shorter meanwhile waits with the others, keeps nothing, and changes with them', () => {
  const [first, second, third] = paid
  const long = must(third, 'there are three')
  const { interval, wall } = long
  const four = {
    ...long,
    ...{ interval: { ...interval, endsAt: addMinutes(interval.endsAt, 120) }, owed: euros(88) },
    ...{ wall: { ...wall, end: { ...wall.end, minute: 840 } }, price: euros(88) },
  }
  const own = [must(first, 'one'), must(second, 'two'), four]
  const { holds, pays } = change(longer, own)
  expect(pays).toEqual(euros(44))
  expect(holds.map(({ id }) => id)).toEqual(['bkg_more.1', 'bkg_more.2'])
  expect(holds[0]?.moves?.ofSeries?.also).toMatchObject([{ bookingId: four.id, owed: euros(66) }])
  expect(holds[1]?.moves?.ofSeries?.also).toEqual([])
  expect(waitingToMove(four, holds).map(({ id }) => id)).toEqual(['bkg_more.1'])
  const bookings = new Map(own.map((one) => [one.id, one]))
  const changes = must(paidChanges(holds, { ...moveFacts, bookings }, now), 'they stand')
  const shorter = changes.find(({ before }) => before.id === four.id)
  expect(shorter?.booking).toMatchObject({ owed: euros(66), series: four.series })
  // Whoever cancels it ends the change.
  const how = { asker: 'member', isWaived: false, effectiveAt: now } as const
  const gone = must(cancelBooking(four, how, now).booking, 'it can be cancelled')
  expect(isPointless(gone, four, must(holds[0], 'it waits'))).toBe(true)
})

test('[PREPAID-17] to another room at the same price nothing is paid; with an hour more all of the new times are kept', () => {
  const toB: SeriesEdit = { span: null, resourceId: roomB.id }
  const free = change(toB)
  expect(free.pays).toBeNull()
  expect(free.changes.map(({ before }) => before?.id)).toEqual(paid.map(({ id }) => id))
  const more = change({ ...longer, resourceId: roomB.id })
  expect(more.pays).toEqual(euros(66))
  expect(more.holds.map(({ resourceId, interval }) => [resourceId, interval])).toEqual(
    paid.map(({ interval }) => {
      return [roomB.id, { ...interval, endsAt: addMinutes(interval.endsAt, 60) }]
    }),
  )
})

test('[PREPAID-17] [PREPAID-15] what is added at both ends is not had in one step, and is refused before it is wished', () => {
  const { shown, outcome } = change({ span: { from: 540, until: 780 }, resourceId: null })
  expect(shown.map(({ decision: { outcome: said } }) => said)).toMatchObject(
    Array(3).fill({ kind: 'refused', refusal: { reason: 'not-beside' } }),
  )
  expect(outcome).toMatchObject({ refusal: { reason: 'preview-changed' } })
})

test('[PREPAID-17] little by little it is enough to be charged; too little in all, and without anybody who takes payments, it is changed at once', () => {
  const at = (hourMinor: number, of = rates) => ({
    ...catalogue,
    rates: of.map((rate) => {
      return rate.id === 'rat_room' ? { ...rate, isPrepaid: true, hourMinor } : rate
    }),
  })
  const free = paid.map((one) => ({ ...one, price: euros(0), owed: euros(0) }))
  // 0.20 each, of 0.60.
  const half = (minor: number) =>
    free.map((one) => {
      const amount = money(minor, 'EUR')
      return { ...one, price: amount, owed: amount }
    })
  expect(change(longer, half(40), { catalogue: at(20) }).pays).toEqual(money(60, 'EUR'))
  const little = change(longer, half(20), { catalogue: at(10) })
  expect(little.pays).toBeNull()
  expect(little.changes.every(({ before }) => before !== null)).toBe(true)
  const { paying: _nobody, ...without } = factsFor(paid)
  const shown = previewSeriesChange(paid, longer, without, now)
  expect(paysFirst(shown, without)).toBeNull()
})

test('[PREPAID-17] while it waits, the dates are not made longer again', () => {
  const { holds } = change()
  const ownBookings = [...paid, ...holds]
  const occupied = ownBookings.map(occupiedBy)
  const edit: SeriesEdit = { span: { from: 540, until: 720 }, resourceId: null }
  const again = change(edit, paid, { ownBookings, occupied })
  expect(again.outcome).toMatchObject({
    refusal: {
      reason: 'preview-changed',
      changed: [{ refusal: { reason: 'not-paid-yet' } }, {}, {}],
    },
  })
})

test('[SERIES-32] what changes none of the dates is refused as no change', () => {
  const { shown, outcome, changes } = change({ span: null, resourceId: null })
  expect(shown).toEqual([])
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'unchanged' } })
  expect(changes).toEqual([])
})

/** Dates of one length each, in either room: as changes of one date and of several leave them. */
const anyDates = fc.array(
  fc.record({ hours: fc.integer({ min: 1, max: 5 }), isInB: fc.boolean() }),
  { minLength: 3, maxLength: 3 },
)
const anyEdit = fc.record({
  from: fc.integer({ min: 8, max: 12 }),
  hours: fc.integer({ min: 1, max: 6 }),
  to: fc.constantFrom(null, room.id, roomB.id),
})

test('[PREPAID-17] [B-30] [D-31] whatever the dates are and wherever they are to go: all or nothing, and what is paid is what they owe more', () => {
  fc.assert(
    fc.property(anyDates, anyEdit, (dates, { from, hours, to }) => {
      const own = paid.map((one, index): Booking => {
        const { hours: length = 2, isInB = false } = dates[index] ?? {}
        const minutes = 600 + 60 * length
        const interval = { ...one.interval, endsAt: addMinutes(one.interval.startsAt, 60 * length) }
        const wall = { ...one.wall, end: { ...one.wall.end, minute: minutes } }
        const price = euros(22 * length)
        const place = { resourceId: isInB ? roomB.id : room.id, interval, wall }
        return { ...one, ...place, price, owed: price }
      })
      const edit = { span: { from: 60 * from, until: 60 * (from + hours) }, resourceId: to }
      const { shown, outcome, changes, holds, pays } = change(edit, own)
      const fits = shown.every(({ decision }) => decision.booking !== null)
      // Where every date is as wished already, there is nothing to change.
      expect(outcome.kind).toBe(fits && shown.length > 0 ? 'series' : 'refused')
      expect(changes).toHaveLength(
        outcome.kind === 'refused' ? 0 : pays === null ? shown.length : holds.length,
      )
      if (outcome.kind === 'refused' || pays === null) return
      const sum = (all: readonly Booking[]) =>
        all.reduce((minor, one) => minor + one.price.amountMinor, 0)
      expect(sum(holds)).toBe(pays.amountMinor)
      // What is held is nobody's yet, not even their own.
      for (const hold of holds) {
        expect(own.some((one) => isOne(one, hold) && overlaps(one.interval, hold.interval))).toBe(
          false,
        )
      }
      const bookings = new Map(own.map((one) => [one.id, one]))
      const done = must(paidChanges(holds, { ...moveFacts, bookings }, now), 'they stand')
      const after = done.filter(({ before }) => before.moves === null)
      expect(after).toHaveLength(shown.length)
      const more = after.map(({ booking, before }) =>
        Math.max(0, booking.owed.amountMinor - before.owed.amountMinor),
      )
      expect(more.reduce((all, one) => all + one, 0)).toBe(pays.amountMinor)
      for (const { booking, before } of after) {
        const wished = must(shown.find((one) => one.before.id === before.id)?.listed, 'it is shown')
        expect(booking.wall.end).toEqual(wished.choice.wall.end)
        expect(booking.resourceId).toBe(wished.choice.resourceId)
        expect(booking.series).toEqual(before.series)
      }
    }),
  )
})

function isOne(a: Booking, b: Booking): boolean {
  return a.resourceId === b.resourceId && a.unit === b.unit
}
