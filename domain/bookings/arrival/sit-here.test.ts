import { expect, test } from 'vitest'
import { usualCheckIn } from '../../sites/booking-rules.ts'
import type { Resource } from '../../sites/resource.ts'
import { must } from '../../values/assert.ts'
import type { Instant } from '../../values/instant.ts'
import { type Booking, isLive } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  noDistance,
  room,
  span,
  taken,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import type { Occupied } from '../occupancy/occupancy.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import { predictSit, type SitFacts, sitHere } from './sit-here.ts'

const day = '2026-11-26'
const clock = (hour: number, minute = 0) => at(day, hour * 60 + minute)
const nineToFive = span(day, 540, 1020)
const claimed = { ...desk2, rules: { ...desk2.rules, checkIn: usualCheckIn } }
const catalogue = { ...harbour, resources: [desk1, claimed, room] }
const facts = {
  catalogue,
  member: ada,
  occupied: [],
  ownBookings: [],
  distance: noDistance,
  wallet: emptyWallet,
}
const booked = must(
  settle(wish(desk1, nineToFive), { ...facts, madeBy: null }, at('2026-11-24', 540)).booking,
  'it is free',
)

interface Story {
  readonly now?: Instant
  readonly place?: Resource
  readonly others?: readonly Occupied[]
  readonly booking?: Booking
  readonly more?: Partial<SitFacts>
}

function sit({ now = clock(9, 20), place = claimed, others = [], booking = booked, more }: Story) {
  const occupied = [occupiedBy(booking), ...others]
  const known = { catalogue, member: ada, booking, occupied, deadlineAt: clock(17) }
  const choice = choiceAt(catalogue, place.id, booking.interval)
  const asked = { bookingId: booking.id, choice }
  return sitHere(asked, { ...known, effectiveAt: now, ...more }, now)
}

function reason(story: Story) {
  const { outcome } = sit(story)
  return outcome.kind === 'refused' ? outcome.refusal.reason : null
}

test('[ARRIVAL-09] [B-41] the booking goes along, at its price, and whoever sits there is checked in', () => {
  expect(sit({}).booking).toMatchObject({
    ...{ id: booked.id, resourceId: claimed.id, interval: nineToFive },
    ...{ price: booked.price, owed: booked.owed, policy: booked.policy },
    ...{ state: 'checked-in', checkedInAt: clock(9, 20) },
  })
  expect(sit({ now: clock(8) }).booking).toMatchObject({ state: 'confirmed' })
  expect(sit({ place: desk1, booking: sit({}).booking ?? booked }).booking).toMatchObject({
    ...{ state: 'checked-in', resourceId: desk1.id },
  })
})

test('[ARRIVAL-09] what somebody else has from now on is theirs, and the booking stays', () => {
  const later = [taken(claimed, span(day, 720, 780))]
  expect(reason({ others: later })).toBe('booked')
  expect(sit({ others: later }).booking).toBeNull()
})

test('[ARRIVAL-10] where others were earlier it is had from the running minute on', () => {
  const earlier = [taken(claimed, span(day, 480, 555))]
  expect(sit({ others: earlier, now: clock(9, 20) }).booking).toMatchObject({
    interval: { startsAt: clock(9, 20), endsAt: clock(17) },
    wall: { start: { date: day, minute: 560 } },
  })
})

test('[ARRIVAL-11] not another kind, not dearer, not another day, and not what is over or waits', () => {
  expect(reason({ place: room })).toBe('other-kind')
  const rates = catalogue.rates.map((rate) => ({ ...rate, resourceId: null }))
  const dear = {
    ...{ ...catalogue.rates[0], id: 'rat_dear', resourceId: claimed.id },
    ...{ hourMinor: 900, dayMinor: 9000 },
  } as (typeof catalogue.rates)[number]
  const dearer = { ...catalogue, rates: [...rates, dear] }
  expect(reason({ more: { catalogue: dearer } })).toBe('dearer-place')
  expect(reason({ now: at('2026-11-25', 600) })).toBe('not-today')
  expect(reason({ now: clock(17, 0) })).toBe('past')
  expect(reason({ place: desk1 })).toBe('unchanged')
  const held = {
    ...{ ...booked, state: 'held', heldFor: 'confirmation' },
    ...{ holdExpiresAt: clock(9, 30), holdExtended: false },
  } as Booking
  expect(reason({ booking: held })).toBe('not-booked-yet')
  expect(isLive(held.state)).toBe(true)
})

test('[ARRIVAL-11] capacity, membership and approval are asked', () => {
  const withPlace = (place: Resource) => ({
    more: { catalogue: { ...catalogue, resources: [desk1, place, room] } },
  })
  expect(reason(withPlace({ ...claimed, approvalMinutes: 60 }))).toBe('needs-asking')
  expect(reason(withPlace({ ...claimed, isBookable: false }))).toBe('not-bookable')
  expect(reason(withPlace({ ...claimed, mode: { kind: 'assigned' } }))).toBe('assigned')
})

test('[ARRIVAL-09] [H-06] a device foresees what the space decides', () => {
  const now = clock(9, 20)
  const rows = bookingView({ bookings: [booked], settled: [], intents: [], series: [], now })
  const row = must(rows[0], 'it is shown')
  const occupied = [occupiedBy(booked), taken(claimed, span(day, 480, 555))]
  expect(predictSit(row, { catalogue, member: ada, resource: claimed, occupied, now })).toEqual({
    ...{ kind: 'fits', unit: 1 },
    interval: { startsAt: now, endsAt: clock(17) },
  })
})
