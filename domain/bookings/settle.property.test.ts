/** Long random stories of a small site: wishes, cancellations, holds that lapse, closures that move. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findResource } from '../sites/catalogue.ts'
import type { Resource } from '../sites/resource.ts'
import { must } from '../values/assert.ts'
import { addMinutes, type Instant } from '../values/instant.ts'
import { type Interval, overlaps } from '../values/interval.ts'
import { type Booking, isLive } from './booking.ts'
import { cancelBooking, confirmHold, lapseHold } from './change-booking.ts'
import {
  ada,
  at,
  by,
  dedicated,
  desk1,
  desk2,
  freeRules,
  harbour,
  noDistance,
  pool,
  room,
  span,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { moveBooking } from './move-booking.ts'
import { availability } from './occupancy/availability.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import { occupiedBy } from './occupied-by.ts'
import { type SettleFacts, settle } from './settle.ts'
import { choiceAt } from './wishes/choice.ts'

const buffered: Resource = {
  ...room,
  rules: { ...freeRules, bufferAfterMinutes: 15 },
  holdMinutes: 10,
}
const places = [desk1, desk2, pool, buffered, dedicated]
const catalogue = { ...harbour, resources: places }
const start = at('2026-10-24', 540)

/** Quarter hours from Saturday morning over the night that the clocks go back. */
const when = fc
  .tuple(fc.integer({ min: -4, max: 100 }), fc.integer({ min: 1, max: 24 }))
  .map(([from, length]) => span('2026-10-24', 540 + from * 15, 540 + (from + length) * 15))
const place = fc.constantFrom(...places)

type Step =
  | {
      readonly kind: 'wish'
      readonly place: Resource
      readonly at: Interval
      readonly takeNearest: boolean
    }
  | {
      readonly kind: 'move'
      readonly which: number
      readonly place: Resource
      readonly at: Interval
    }
  | { readonly kind: 'cancel' | 'confirm'; readonly which: number }
  | { readonly kind: 'wait'; readonly minutes: number }

const which = fc.nat()
const wished: fc.Arbitrary<Step> = fc
  .tuple(place, when, fc.boolean())
  .map(([place, at, takeNearest]) => ({ kind: 'wish', place, at, takeNearest }))
const moved: fc.Arbitrary<Step> = fc
  .tuple(which, place, when)
  .map(([which, place, at]) => ({ kind: 'move', which, place, at }))
const changed: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('cancel', 'confirm'),
  which,
})
const waited: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('wait'),
  minutes: fc.integer({ min: 1, max: 60 }),
})
const step = fc.oneof(wished, wished, wished, wished, moved, changed, changed, waited)

interface Story {
  readonly bookings: Map<string, Booking>
  now: Instant
}

function occupiedIn(story: Story, without?: Booking): readonly Occupied[] {
  return [...story.bookings.values()]
    .filter((booking) => isLive(booking.state) && booking.id !== without?.id)
    .map(occupiedBy)
}

function factsOf(story: Story): SettleFacts {
  const ownBookings = [...story.bookings.values()].filter(({ memberId }) => memberId === ada.id)
  return {
    catalogue,
    member: ada,
    occupied: occupiedIn(story),
    ownBookings,
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
}

function play(story: Story, step: Step): Booking | null {
  const { now } = story
  switch (step.kind) {
    case 'wait':
      story.now = addMinutes(now, step.minutes)
      return null
    case 'wish': {
      const intent = wish(step.place, step.at, { takeNearest: step.takeNearest })
      return settle(intent, factsOf(story), now).booking
    }
    case 'cancel':
    case 'confirm':
    case 'move': {
      const all = [...story.bookings.values()]
      const booking = all[step.which % Math.max(1, all.length)]
      return booking === undefined ? null : change(story, booking, step)
    }
  }
}

function change(
  story: Story,
  booking: Booking,
  step: Extract<Step, { which: number }>,
): Booking | null {
  if (step.kind !== 'move') {
    const decide = step.kind === 'cancel' ? cancelBySpace : confirmHold
    return decide(booking, story.now).booking
  }
  if (!isLive(booking.state)) return null
  const choice = choiceAt(catalogue, step.place.id, step.at)
  const answer = moveBooking(booking, choice, catalogue, occupiedIn(story, booking), story.now)
  return answer.kind === 'moved' ? answer.booking : null
}

function cancelBySpace(booking: Booking, now: Instant) {
  return cancelBooking(booking, by('space', now), now)
}

/** Plays a story to its end, holds lapsing as time goes by; `look` sees every state on the way. */
function playAll(
  steps: readonly Step[],
  look: (story: Story, changed: Booking | null) => void,
): Story {
  const story: Story = { bookings: new Map(), now: start }
  for (const one of steps) {
    const changed = play(story, one)
    if (changed !== null) story.bookings.set(changed.id, changed)
    for (const booking of story.bookings.values()) {
      const lapsed = lapseHold(booking, story.now)
      if (lapsed !== null) story.bookings.set(lapsed.id, lapsed)
    }
    look(story, changed)
  }
  return story
}

test('[BOOKINGS-15] [B-03] whatever is wished, cancelled and moved, no two live bookings overlap on one unit', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      playAll(steps, (story, changed) => {
        if (changed === null || !isLive(changed.state)) return
        const gap = changed.resourceId === buffered.id ? 15 : 0
        for (const other of story.bookings.values()) {
          const isNeighbour =
            other.id !== changed.id &&
            isLive(other.state) &&
            other.resourceId === changed.resourceId &&
            other.unit === changed.unit
          if (!isNeighbour) continue
          const widened = {
            startsAt: addMinutes(other.interval.startsAt, -gap),
            endsAt: addMinutes(other.interval.endsAt, gap),
          }
          expect(overlaps(widened, changed.interval)).toBe(false)
        }
      })
    }),
    { numRuns: 150 },
  )
})

test('[BOOKINGS-42] [D-34] what is cancelled or lapsed never lives again', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const dead = new Set<string>()
      playAll(steps, (story) => {
        for (const { id, state } of story.bookings.values()) {
          if (dead.has(id)) expect(isLive(state)).toBe(false)
          if (state === 'cancelled' || state === 'lapsed') dead.add(id)
        }
      })
    }),
    { numRuns: 100 },
  )
})

test('[BOOKINGS-28] [H-06] the prediction is the decision: same answer, same price, same reason', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), place, when, (steps, resource, interval) => {
      const story = playAll(steps, () => undefined)
      const facts = factsOf(story)
      const { now } = story
      const asked = { catalogue, member: ada, resource, interval, people: 1, ownTimes: [], now }
      const predicted = availability({ ...asked, occupied: facts.occupied, own: [] })
      const { outcome } = settle(wish(resource, interval), { ...facts, ownBookings: [] }, now)
      if (outcome.kind === 'refused' && outcome.refusal.reason === 'expired') return
      switch (outcome.kind) {
        case 'refused':
          expect(predicted.refusal).toEqual(outcome.refusal)
          break
        case 'ask-again':
          throw new Error('no quote here is lower than the price')
        case 'confirmed':
        case 'held':
          expect(predicted).toEqual({ state: 'available', refusal: null, price: outcome.price })
      }
    }),
    { numRuns: 300 },
  )
})

test('[BOOKINGS-30] [D-19] whatever is offered instead would be accepted, at the price it says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), place, when, (steps, resource, interval) => {
      const story = playAll(steps, () => undefined)
      const facts = { ...factsOf(story), ownBookings: [] }
      const { outcome } = settle(wish(resource, interval), facts, story.now)
      if (outcome.kind !== 'refused') return
      expect(outcome.alternatives.length).toBeLessThanOrEqual(3)
      for (const { choice, price } of outcome.alternatives) {
        const other = must(
          findResource(catalogue, choice.resourceId),
          'only known places are offered',
        )
        const again = settle(
          wish(other, choice.interval, { choice, quote: price }),
          facts,
          story.now,
        )
        expect(again.outcome).toMatchObject({ choice: 0, price })
        if (choice.unit !== null) expect(again.booking?.unit).toBe(choice.unit)
      }
    }),
    { numRuns: 300 },
  )
})
