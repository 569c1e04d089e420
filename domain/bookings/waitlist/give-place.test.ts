import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { addDays, toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  freeRules,
  harbour,
  harbourWith,
  hotDesk,
  room,
} from '../for-tests.ts'
import { day, now, onDay, order, ordered, settleFacts, waiting } from './for-tests.ts'
import { concerns, type Freed, inTurn, withNeighbours } from './freed.ts'
import { givePlace } from './give-place.ts'
import { isOrder } from './wait.ts'

const ofTwo = onDay(day, 840, 900)
const siteId = harbour.site.id
const freedAt = (interval = ofTwo, resourceIds = [desk1.id]): Freed => ({
  siteId,
  resourceIds,
  interval,
})
const wednesday = addDays(toLocalDate(day), 1)

test('[WAIT-02] [D-37] whoever could not book it is not offered it', () => {
  const wait = waiting(ofTwo)
  const offered = must(givePlace(wait, freedAt(), settleFacts(), now), 'it is free')
  expect(offered.bookings).toMatchObject([
    { state: 'held', heldFor: 'confirmation', holdExpiresAt: at(day, 570), memberId: ada.id },
  ])
  expect(offered.wait).toMatchObject({
    state: 'offered',
    offer: { bookingId: offered.bookings[0]?.id, expiresAt: at(day, 570) },
  })
  const roomsOnly = { ...harbour, tiers: [{ ...hotDesk, kinds: ['meeting-room' as const] }] }
  expect(givePlace(wait, freedAt(), settleFacts({ catalogue: roomsOnly }), now)).toBeNull()
  const taken = { resourceId: desk1.id, unit: 1, interval: ofTwo, state: 'booked' } as const
  expect(givePlace(wait, freedAt(), settleFacts({ occupied: [taken] }), now)).toBeNull()
})

test('[WAIT-03] [D-37] inside the notice of its place nothing is offered before the start', () => {
  const wait = waiting(ofTwo, room)
  const noticed = harbourWith({ ...room, rules: { ...freeRules, noticeMinutes: 60 } })
  const given = (minute: number) =>
    givePlace(wait, freedAt(ofTwo, [room.id]), settleFacts({ catalogue: noticed }), at(day, minute))
  expect(given(780)).not.toBeNull()
  expect(given(781)).toBeNull()
})

test('[WAIT-04] [D-37] what is left may be shorter than the shortest booking, and needs no notice', () => {
  const rules = { ...freeRules, noticeMinutes: 60, minMinutes: 60, incrementMinutes: 30 }
  const catalogue = harbourWith({ ...room, rules })
  const wait = waiting(ofTwo, room)
  const given = (minute: number) =>
    givePlace(wait, freedAt(ofTwo, [room.id]), settleFacts({ catalogue }), at(day, minute))
      ?.bookings[0]?.interval
  expect(given(855)).toEqual(ofTwo)
  expect(given(870)).toEqual(onDay(day, 870, 900))
  expect(given(871)).toBeUndefined()
})

test('[WAIT-02] [D-73] waits are asked before standing orders, each in the order in which they came', () => {
  const [first, second] = [waiting(ofTwo), waiting(ofTwo)]
  const [older, newer] = [order(), order()]
  expect(inTurn([older, first, newer, second])).toEqual([first, second, older, newer])
})

test('[WAIT-02] a wait hears of its own place and time, of what is linked to it, and of nothing else', () => {
  const wait = waiting(ofTwo)
  const near = (freed: Freed) => withNeighbours(freed, harbour)
  expect(concerns(near(freedAt()), wait)).toBe(true)
  expect(concerns(near(freedAt(onDay(day, 900, 960))), wait)).toBe(false)
  expect(concerns(near(freedAt(ofTwo, [desk2.id])), wait)).toBe(false)
  expect(concerns({ siteId, resourceIds: null, interval: ofTwo }, wait)).toBe(true)
  const half = { ...desk2, partOf: desk1.id }
  expect(concerns(withNeighbours(freedAt(ofTwo, [half.id]), harbourWith(half)), wait)).toBe(true)
})

test('[WAIT-11] [D-73] any of its places, once a day, within the price, and until eight that morning', () => {
  const tuesday = onDay(day, 540, 1020)
  const early = at(day, 479)
  const asked = (more: object, when = early, freed = freedAt(tuesday, [desk1.id, desk2.id])) =>
    givePlace({ ...order(), ...more }, freed, settleFacts(), when)
  const given = must(asked({}), 'both are free')
  expect(given.bookings).toMatchObject([{ resourceId: desk1.id, state: 'confirmed' }])
  expect(given.wait.standing?.had).toEqual([{ date: day, bookingId: given.bookings[0]?.id }])
  expect(asked({}, early, freedAt(tuesday, [desk2.id]))?.bookings).toMatchObject([
    { resourceId: desk2.id },
  ])
  expect(asked({}, at(day, 480))).toBeNull()
  expect(asked({ ceiling: money(2399, 'EUR') })).toBeNull()
  expect(givePlace(given.wait, freedAt(tuesday), settleFacts(), early)).toBeNull()
  const thursday = onDay(addDays(toLocalDate(day), 2), 540, 1020)
  expect(asked({}, early, freedAt(thursday))).toBeNull()
})

test('[WAIT-11] [D-73] it is done when it had as many as it asked for', () => {
  const both = freedAt({ startsAt: at(day, 540), endsAt: at(wednesday, 1020) })
  const given = must(givePlace(order({ count: 2 }), both, settleFacts(), at(day, 0)), 'free')
  expect(given.bookings.map(({ wall }) => wall.start.date)).toEqual([day, wednesday])
  expect(given.wait).toMatchObject({ state: 'over', ending: { because: 'booked' } })
  expect(new Set(given.bookings.map(({ id }) => id)).size).toBe(2)
})

test('[WAIT-11] a standing order without a day ahead, or too far ahead, is none', () => {
  const said = (more: object, when = at(day, 0)) => {
    const { outcome } = ordered(more, {}, when)
    return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
  }
  expect(said({})).toBe('confirmed')
  expect(said({ until: toLocalDate(day), weekdays: [5] })).toBe('order-empty')
  expect(said({ until: toLocalDate(day) }, at(day, 480))).toBe('order-empty')
  expect(said({ until: toLocalDate('2027-06-01') })).toBe('order-too-far')
  expect(said({ people: 3 })).toBe('capacity')
  expect(isOrder(order())).toBe(true)
})
