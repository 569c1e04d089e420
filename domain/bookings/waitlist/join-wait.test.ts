import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { limits } from '../../values/limits.ts'
import { ada, at, desk1, room } from '../for-tests.ts'
import { acceptOffer, afterOffer, leaveWait } from './answer-offer.ts'
import {
  day,
  facts,
  now,
  onDay,
  order,
  ordered,
  settleFacts,
  waiting,
  wishToWait,
} from './for-tests.ts'
import { givePlace } from './give-place.ts'
import { joinWait } from './join-wait.ts'
import { mayWaitAfter } from './may-wait.ts'

const ofTwo = onDay(day, 840, 900)
const taken = { resourceId: desk1.id, unit: 1, interval: ofTwo, state: 'booked' } as const

function said(occupied: readonly (typeof taken)[], more: object = {}, wish = wishToWait(ofTwo)) {
  const { outcome } = joinWait(wish, { ...facts, occupied, ...more }, now)
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

test('[WAIT-08] what somebody has is waited for, what is free is not, and what is not for me neither', () => {
  expect(said([taken])).toBe('confirmed')
  expect(said([])).toBe('free-now')
  expect(said([taken], {}, wishToWait(onDay(day, 480, 540)))).toBe('past')
  expect(said([taken], {}, wishToWait(ofTwo, desk1, 2))).toBe('capacity')
  expect(mayWaitAfter({ reason: 'tier' })).toBe(false)
  expect(mayWaitAfter({ reason: 'assigned' })).toBe(true)
})

test('[WAIT-08] nobody waits twice for the same', () => {
  const ownWaits = [waiting(ofTwo)]
  expect(said([taken], { ownWaits })).toBe('already-waiting')
})

test('[WAIT-14] twenty waits and five standing orders are enough for one member', () => {
  const many = Array.from({ length: limits.waitsPerMemberMax }, (_, index) =>
    waiting(onDay(day, 600 + index * 15, 660 + index * 15), room),
  )
  expect(said([taken], { ownWaits: many.slice(1) })).toBe('confirmed')
  expect(said([taken], { ownWaits: many })).toBe('too-many-waits')
  const ownWaits = Array.from({ length: limits.ordersPerMemberMax }, () => order())
  expect(said([taken], { ownWaits })).toBe('confirmed')
  expect(ordered({}, { ownWaits }).outcome).toMatchObject({
    refusal: { reason: 'too-many-waits', limit: limits.ordersPerMemberMax },
  })
})

function offered(place = desk1) {
  const freed = { siteId: facts.catalogue.site.id, resourceIds: [place.id], interval: ofTwo }
  const { wait, bookings } = must(givePlace(waiting(ofTwo, place), freed, settleFacts(), now), '')
  return { wait, booking: must(bookings[0], 'it is offered') }
}

test('[WAIT-06] leaving gives the offer back, and nothing is owed', () => {
  const { wait, booking } = offered()
  const left = leaveWait(wait, booking, { because: 'left', bookingId: booking.id }, now)
  expect(left.wait).toMatchObject({ state: 'over', ending: { because: 'left' } })
  expect(left.booking).toMatchObject({ state: 'cancelled', owed: { amountMinor: 0 } })
})

test('[WAIT-09] [D-15] a yes to a place that the team approves becomes a request', () => {
  const { wait, booking } = offered(room)
  const asked = acceptOffer(booking, { ...room, approvalMinutes: 120 }, ada, at(day, 550))
  expect(asked.booking).toMatchObject({
    state: 'held',
    heldFor: 'approval',
    holdExpiresAt: at(day, 670),
    settledAt: at(day, 550),
  })
  const after = afterOffer(wait, must(asked.booking, 'it was in time'), at(day, 550))
  expect(after).toMatchObject({ state: 'over', ending: { because: 'booked' } })
})

test('[WAIT-07] [D-37] a yes after the hold is none', () => {
  const { booking } = offered()
  expect(acceptOffer(booking, desk1, ada, at(day, 569)).booking).toMatchObject({
    state: 'confirmed',
  })
  expect(acceptOffer(booking, desk1, ada, at(day, 570)).booking).toBeNull()
})
