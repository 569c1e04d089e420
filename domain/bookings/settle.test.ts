import { expect, test } from 'vitest'
import { toInstant } from '../values/instant.ts'
import { choiceAt } from './choice.ts'
import { decideChoice } from './decide-choice.ts'
import { ada, at, desk1, desk2, harbour, noDistance, room, span, taken, wish } from './for-tests.ts'
import { type SettleFacts, settle } from './settle.ts'

const now = at('2026-11-24', 540)
const morning = span('2026-11-26', 540, 780)

function facts(more: Partial<SettleFacts> = {}): SettleFacts {
  return {
    catalogue: harbour,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    ...more,
  }
}

test('[D-62] a free wish is confirmed with the price that was quoted and the wall time it was made for', () => {
  const { outcome, booking } = settle(wish(desk1, morning), facts(), now)
  expect(outcome).toMatchObject({ kind: 'confirmed', choice: 0, price: { amountMinor: 1600 } })
  expect(booking).toMatchObject({
    state: 'confirmed',
    wall: { zone: 'Europe/Berlin', start: { date: '2026-11-26', minute: 540 } },
  })
})

test('[B-08] the first fall-back that fits is taken when the wish does not', () => {
  const intent = wish(desk1, morning, { fallbacks: [choiceAt(harbour, desk2.id, morning)] })
  const { outcome } = settle(intent, facts({ occupied: [taken(desk1, morning)] }), now)
  expect(outcome).toMatchObject({ kind: 'confirmed', choice: 1 })
})

test('[D-53] above the quote it is asked again, below a typed ceiling it is booked and the price named', () => {
  const quoted = { amountMinor: 1500, currency: 'EUR' }
  const dear = settle(wish(desk1, morning, { quote: quoted }), facts(), now)
  expect(dear).toMatchObject({
    outcome: { kind: 'ask-again', price: { amountMinor: 1600 } },
    booking: null,
  })
  const ceiling = { amountMinor: 2000, currency: 'EUR' }
  const agreed = settle(wish(desk1, morning, { quote: quoted, ceiling }), facts(), now)
  expect(agreed.outcome).toMatchObject({ kind: 'confirmed', price: { amountMinor: 1600 } })
})

test('[D-63] a wish that arrives after its deadline expires and books nothing', () => {
  const late = toInstant(morning.endsAt + 1)
  expect(settle(wish(desk1, morning), facts(), late)).toMatchObject({
    outcome: { kind: 'refused', refusal: { reason: 'expired' } },
    booking: null,
  })
})

test('[D-68] a second live wish of one member for the same place and time is a slip, not a second desk', () => {
  const first = settle(wish(desk1, morning), facts(), now).booking
  const again = settle(
    wish(desk1, morning),
    facts({ ownBookings: first === null ? [] : [first], occupied: [taken(desk1, morning)] }),
    now,
  )
  expect(again.outcome).toMatchObject({
    refusal: { reason: 'already-yours', bookingId: first?.id },
  })
})

test('[D-67] where the zone has changed since, the wall time that was agreed wins', () => {
  const intent = wish(desk1, morning)
  const { choice } = intent.body
  const shifted = {
    ...intent,
    body: {
      ...intent.body,
      choice: { ...choice, interval: span('2026-11-26', 600, 840) },
    },
  }
  expect(settle(shifted, facts(), now).booking?.interval).toEqual(morning)
})

test('[D-19] every alternative offered would itself be accepted', () => {
  const occupied = [taken(desk1, morning)]
  const { outcome } = settle(wish(desk1, morning), facts({ occupied }), now)
  if (outcome.kind !== 'refused') throw new Error('the desk is taken')
  expect(outcome.alternatives.length).toBeGreaterThan(0)
  for (const { choice } of outcome.alternatives) {
    const resource = harbour.resources.find((one) => one.id === choice.resourceId) ?? room
    const answer = decideChoice({
      catalogue: harbour,
      member: ada,
      resource,
      interval: choice.interval,
      people: 1,
      now,
      occupied,
      preferredUnit: choice.unit,
    })
    expect(answer.kind).toBe('fits')
  }
})
