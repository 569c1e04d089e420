import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../../bookings/booking.ts'
import { affectedBookings } from '../../bookings/close-site.ts'
import { ada, harbour, noDistance, room, span, wish } from '../../bookings/for-tests.ts'
import { emptyWallet } from '../../bookings/lots/lot.ts'
import { settle } from '../../bookings/settle.ts'
import { choiceAt } from '../../bookings/wishes/choice.ts'
import type { EventSave, EventText } from '../../bookings/wishes/community-requests.ts'
import { closureInterval } from '../../sites/open-time.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { addDays, toLocalDate } from '../../values/local-date.ts'
import type { CommunityEvent } from './event.ts'
import { breakfast, tuesday } from './for-tests.ts'
import { longOver } from './hold.ts'
import { type PutUpFacts, previewDays, putUp } from './put-up.ts'

const other = { ...room, id: toId('resource', 'res_other'), name: 'Buoy' }
const catalogue = { ...harbour, resources: [...harbour.resources, other] }
const talk: EventText = {
  ...breakfast,
  ...{ resourceId: room.id, hold: { setUpMinutes: 30, clearUpMinutes: 15 } },
}
const ground: PutUpFacts = {
  ...{ catalogue, before: null, rsvps: [], ahead: 0, bookings: [], isRepeatKnown: false },
}

function booked(interval: Interval): Booking {
  const facts = {
    ...{ catalogue, member: ada, occupied: [], ownBookings: [] },
    ...{ distance: noDistance, wallet: emptyWallet, madeBy: null },
  }
  return must(settle(wish(room, interval), facts, tuesday).booking, 'it is free')
}

const saving = (more: Partial<EventText> = {}, rest: Partial<EventSave> = {}): EventSave => ({
  ...{ siteId: harbour.site.id, event: { ...talk, ...more }, revision: 0 },
  ...{ repeats: [], resolutions: {}, ...rest },
})

function done(request: EventSave, facts: PutUpFacts = ground) {
  const decision = putUp(request, facts, tuesday)
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision
}

/** The location after the event is there. */
function withEvent(request: EventSave, facts: PutUpFacts = ground) {
  const { events, closures, released } = done(request, facts)
  const event = must(events[0], 'it was put up')
  const kept = facts.catalogue.closures.filter(({ id }) => !released.includes(id))
  const after = { ...catalogue, closures: [...kept, ...closures] }
  return { ...facts, catalogue: after, before: event, ahead: 1 }
}

test('[EVENT-09] [C-06] an event closes its place from when it is set up until it is cleared up, under its own name', () => {
  const { closures, released } = done(saving())
  expect(released).toEqual([])
  expect(closures).toMatchObject([
    { name: 'Breakfast', resourceIds: [room.id], eventId: talk.id, from: { minute: 510 } },
  ])
  const [closure] = closures
  const held = closureInterval(catalogue, must(closure, 'it is closed'))
  expect(held).toEqual(span('2026-11-26', 510, 645))
  expect(done(saving({ hold: null })).closures).toEqual([])
})

test('[EVENT-09] an event that is moved lets go of its place and takes the other at once; one that is only written anew stays', () => {
  const facts = withEvent(saving())
  const moved = done(saving({ resourceId: other.id }, { revision: 1 }), facts)
  expect(moved.released).toEqual(facts.catalogue.closures.map(({ id }) => id))
  expect(moved.closures).toMatchObject([{ resourceIds: [other.id] }])
  const rewritten = done(saving({ text: 'Rolls.' }, { revision: 1 }), facts)
  expect([rewritten.released, rewritten.closures]).toEqual([[], []])
  const later = done(saving({ startMinute: 545 }, { revision: 1 }), facts)
  expect([later.released.length, later.closures.length]).toEqual([1, 1])
  const free = done(saving({ resourceId: null, hold: null }, { revision: 1 }), facts)
  expect([free.released.length, free.closures.length]).toEqual([1, 0])
})

test('[EVENT-10] [D-10] each booking in the way is moved or cancelled, never kept, or nothing is saved', () => {
  const early = booked(span('2026-11-26', 480, 540))
  const facts = { ...ground, bookings: [early, booked(span('2026-11-26', 645, 705))] }
  const keep = { resolutions: { [early.id]: { kind: 'keep' as const } } }
  for (const request of [saving(), saving({}, keep)]) {
    expect(putUp(request, facts, tuesday)).toMatchObject({
      refusal: { reason: 'unresolved-bookings', bookingIds: [early.id] },
      alternatives: [{ choice: { resourceId: other.id } }],
    })
  }
  const cancel = { resolutions: { [early.id]: { kind: 'cancel' as const } } }
  expect(done(saving({}, cancel), facts).bookings).toMatchObject([
    { id: early.id, state: 'cancelled' },
  ])
  const choice = choiceAt(catalogue, other.id, early.interval)
  const move = { resolutions: { [early.id]: { kind: 'move' as const, choice } } }
  expect(done(saving({}, move), facts).bookings).toMatchObject([{ resourceId: other.id }])
  const intoIt = choiceAt(catalogue, room.id, span('2026-11-26', 600, 660))
  const wrong = { resolutions: { [early.id]: { kind: 'move' as const, choice: intoIt } } }
  expect(putUp(saving({}, wrong), facts, tuesday)).toMatchObject({ refusal: { reason: 'blocked' } })
})

test('[EVENT-10] another event or works refuse it by name and say where there is room; a holiday does not', () => {
  const facts = { ...withEvent(saving()), before: null }
  const second = saving({ id: toId('event', 'evt_second'), startMinute: 640, endMinute: 700 })
  expect(putUp(second, facts, tuesday)).toMatchObject({
    refusal: { reason: 'blocked', closureName: 'Breakfast', isEvent: true },
    alternatives: [{ choice: { resourceId: other.id } }],
  })
  const later = saving({ id: toId('event', 'evt_second'), startMinute: 675, endMinute: 700 })
  expect(putUp(later, facts, tuesday).kind).toBe('put-up')
  const works = must(facts.catalogue.closures[0], 'of the event')
  const closing = (resourceIds: typeof works.resourceIds) => ({
    ...ground,
    catalogue: { ...catalogue, closures: [{ ...works, eventId: null, resourceIds }] },
  })
  expect(putUp(second, closing([room.id]), tuesday)).toMatchObject({
    refusal: { reason: 'blocked' },
  })
  expect(putUp(second, closing(null), tuesday).kind).toBe('put-up')
})

const again = (id: string, days: number) => ({
  id: toId('event', id),
  date: addDays(talk.date, days),
})

test('[EVENT-12] [D-16] all days of an event that repeats are put up, each with its place, or none', () => {
  const repeats = [again('evt_2', 7), again('evt_3', 14)]
  const { events, closures } = done(saving({}, { repeats }))
  expect(events.map(({ date }) => date)).toEqual(['2026-11-26', '2026-12-03', '2026-12-10'])
  expect(closures.map(({ eventId }) => eventId)).toEqual(events.map(({ id }) => id))
  const third = booked(span('2026-12-10', 540, 600))
  expect(putUp(saving({}, { repeats }), { ...ground, bookings: [third] }, tuesday)).toMatchObject({
    refusal: { reason: 'preview-changed', total: 3, changed: [{ number: 2 }] },
  })
  const twice = saving({}, { repeats: [again('evt_2', 7), again('evt_3', 7)] })
  expect(putUp(twice, ground, tuesday)).toMatchObject({ refusal: { reason: 'malformed' } })
  const known = { ...ground, isRepeatKnown: true }
  expect(putUp(saving({}, { repeats }), known, tuesday)).toMatchObject({
    refusal: { reason: 'setting-changed' },
  })
  const full = { ...ground, ahead: limits.eventsAheadMax - 1 }
  expect(putUp(saving({}, { repeats }), full, tuesday)).toMatchObject({
    refusal: { reason: 'preview-changed' },
  })
})

test('[EVENT-12] whoever puts it up sees every day before, with who is in the way and where else there is room', () => {
  const third = booked(span('2026-12-10', 540, 600))
  const request = saving({}, { repeats: [again('evt_2', 7), again('evt_3', 14)] })
  expect(previewDays(request, { ...ground, bookings: [third] }, tuesday)).toMatchObject([
    { refusal: null, bookings: [], others: [] },
    { refusal: null, bookings: [], others: [] },
    { refusal: null, bookings: [{ id: third.id }], others: [other.id] },
  ])
})

test('[EVENT-11] a hold that is long over goes with the next event that is put up', () => {
  const facts = withEvent(saving())
  const after = addMinutes(tuesday, (limits.eventHoldDaysBack + 3) * 1_440)
  const [old] = facts.catalogue.closures
  expect(longOver(facts.catalogue, tuesday)).toEqual([])
  expect(longOver(facts.catalogue, after)).toEqual([old?.id])
  const next = saving({ id: toId('event', 'evt_next'), date: toLocalDate('2027-02-01') })
  expect(putUp(next, { ...facts, before: null }, after)).toMatchObject({ released: [old?.id] })
})

test('[EVENT-09] [EVENT-10] whatever events are put up and moved, no two keep one place at one time, and nobody is in it', () => {
  const step = fc.record({
    id: fc.constantFrom('evt_a', 'evt_b', 'evt_c'),
    day: fc.nat(1),
    from: fc.integer({ min: 36, max: 44 }),
    resourceId: fc.constantFrom(room.id, other.id),
  })
  const bookings = [booked(span('2026-11-26', 600, 660))]
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let facts: PutUpFacts = { ...ground, bookings }
      const known = new Map<string, CommunityEvent>()
      for (const { id, day, from, resourceId } of steps) {
        const time = { startMinute: from * 15, endMinute: from * 15 + 45 }
        const event = { ...talk, ...time, id: toId('event', id), resourceId }
        const before = known.get(id) ?? null
        const date = addDays(talk.date, day)
        const request = saving({ ...event, date }, { revision: before?.revision ?? 0 })
        const decision = putUp(request, { ...facts, before }, tuesday)
        if (decision.kind === 'refused') continue
        for (const one of decision.events) known.set(one.id, one)
        const kept = facts.catalogue.closures.filter((one) => !decision.released.includes(one.id))
        facts = {
          ...facts,
          catalogue: { ...catalogue, closures: [...kept, ...decision.closures] },
        }
      }
      const { closures } = facts.catalogue
      for (const [at, one] of closures.entries()) {
        expect(affectedBookings(catalogue, one, bookings, tuesday)).toEqual([])
        for (const next of closures.slice(at + 1)) {
          const isOneRoom = one.resourceIds?.[0] === next.resourceIds?.[0]
          const [a, b] = [closureInterval(catalogue, one), closureInterval(catalogue, next)]
          expect(isOneRoom && overlaps(a, b)).toBe(false)
          expect(one.eventId).not.toBe(next.eventId)
        }
      }
    }),
    { numRuns: 60 },
  )
})
