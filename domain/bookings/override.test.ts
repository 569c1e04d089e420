import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import type { Booking } from './booking.ts'
import {
  ada,
  at,
  dedicated,
  desk1,
  harbour,
  harbourWith,
  hotDesk,
  noDistance,
  pool,
  room,
  span,
  taken,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { occupiedBy } from './occupied-by.ts'
import { type SettleFacts, settle } from './settle.ts'

const now = at('2026-11-24', 540)
const strict = {
  ...room,
  rules: {
    ...room.rules,
    minMinutes: 60,
    maxMinutes: 120,
    incrementMinutes: 30,
    bufferAfterMinutes: 30,
    noticeMinutes: 1440,
    advanceLimits: [{ kind: 'elapsed-days', days: 3 } as const],
  },
}
const override = { reason: 'The board meets' }

function factsOf(more: Partial<SettleFacts> = {}): SettleFacts {
  return {
    catalogue: harbourWith(strict),
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: { memberId: ada.id, as: 'space' },
    ...more,
  }
}

test('[BOOKINGS-81] [D-61] [B-20] staff book what length, steps, notice, distance, hours and membership refuse', () => {
  const christmas = toLocalDate('2026-12-25')
  const closure = {
    id: 'clo_1' as never, // any id will do
    eventId: null,
    name: 'Christmas',
    resourceIds: null,
    from: { date: christmas, minute: 0 },
    until: { date: christmas, minute: 1440 },
  }
  const outsider = { ...ada, tierId: null }
  const cases = [
    { facts: factsOf(), when: span('2026-11-26', 545, 550) },
    { facts: factsOf(), when: span('2026-11-26', 540, 900) },
    { facts: factsOf(), when: span('2026-11-24', 600, 660) },
    { facts: factsOf(), when: span('2027-11-26', 540, 600) },
    { facts: factsOf({ member: outsider }), when: span('2026-11-26', 540, 600) },
    {
      facts: factsOf({ catalogue: { ...harbourWith(strict), closures: [closure] } }),
      when: span('2026-12-25', 540, 600),
    },
  ]
  for (const { facts, when } of cases) {
    expect(settle(wish(strict, when), facts, now).outcome.kind).toBe('refused')
    const { booking } = settle(wish(strict, when, { override }), facts, now)
    expect(booking).toMatchObject({ state: 'confirmed', madeBy: { as: 'space' } })
  }
})

test('[BOOKINGS-81] [D-61] the gap between neighbours may be waived, the neighbour’s time may not', () => {
  const occupied = [taken(strict, span('2026-11-26', 540, 600))]
  const facts = factsOf({ occupied })
  const beside = wish(strict, span('2026-11-26', 600, 660))
  expect(settle(beside, facts, now).outcome).toMatchObject({ refusal: { reason: 'buffer' } })
  const forced = { ...beside, body: { ...beside.body, override } }
  expect(settle(forced, facts, now).booking).not.toBeNull()
  const inside = wish(strict, span('2026-11-26', 590, 660), { override })
  expect(settle(inside, facts, now).outcome).toMatchObject({ refusal: { reason: 'booked' } })
})

test('[BOOKINGS-81] [D-61] capacity, existence, what is assigned and what is over stand against staff too', () => {
  const soon = span('2026-11-26', 540, 600)
  const refused = [
    [wish(strict, soon, { override, people: 7 }), 'capacity'],
    [wish(dedicated, soon, { override }), 'assigned'],
    [{ ...wish(strict, span('2026-11-24', 420, 480), { override }), deadlineAt: now }, 'past'],
    [wish({ ...strict, id: 'res_gone' as never }, soon, { override }), 'unknown-resource'],
  ] as const
  for (const [intent, reason] of refused) {
    expect(settle(intent, factsOf(), now).outcome).toMatchObject({ refusal: { reason } })
  }
})

test('[BOOKINGS-82] what is booked for a member is priced by their membership', () => {
  const [base] = harbour.rates
  const forTier = { ...base, id: 'rat_tier', tierId: hotDesk.id, hourMinor: 300 }
  const catalogue = { ...harbour, rates: [...harbour.rates, forTier as never] } // a rate of a tier
  const soon = wish(desk1, span('2026-11-26', 540, 600))
  expect(settle(soon, factsOf({ catalogue }), now).booking?.price.amountMinor).toBe(300)
  const guest = { ...ada, role: 'front-desk' as const, tierId: null }
  expect(settle(soon, factsOf({ catalogue, member: guest }), now).booking?.price.amountMinor).toBe(
    400,
  )
})

test('[BOOKINGS-81] [D-61] whatever staff override, no two bookings overlap on one unit', () => {
  const places = fc.constantFrom(desk1, strict, pool)
  const steps = fc.array(fc.tuple(places, fc.nat(20), fc.integer({ min: 1, max: 20 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(steps, (wishes) => {
      const live: Booking[] = []
      for (const [place, from, length] of wishes) {
        const when = span('2026-11-26', from * 15, (from + length) * 15)
        const facts = factsOf({ occupied: live.map(occupiedBy) })
        const { booking } = settle(wish(place, when, { override }), facts, now)
        if (booking !== null) live.push(booking)
      }
      for (const [index, one] of live.entries()) {
        for (const other of live.slice(index + 1)) {
          const isSameUnit = one.resourceId === other.resourceId && one.unit === other.unit
          expect(isSameUnit && overlaps(one.interval, other.interval)).toBe(false)
        }
      }
    }),
  )
})
