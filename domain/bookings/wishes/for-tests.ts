/** Wishes of every kind as the app makes them, for properties of the door. */
import fc from 'fast-check'
import { billingWishes } from '../../billing/for-tests.ts'
import { membershipWishes } from '../../billing/memberships/for-tests.ts'
import { communityWishes } from '../../community/events/for-tests.ts'
import { messageWishes } from '../../community/messages/for-tests.ts'
import { perkWishes } from '../../community/perks/for-tests.ts'
import { ownWishes } from '../../memberships/for-tests.ts'
import { usualPasses } from '../../sites/pass-offer.ts'
import { supportWishes } from '../../support/for-tests.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { addDays, toLocalDate, type Weekday } from '../../values/local-date.ts'
import type { OwnIntent } from '../booking-view.ts'
import { desk1, desk2, harbour, room, span } from '../for-tests.ts'
import { lotWishes } from '../lots/for-tests.ts'
import { payWiths } from '../lots/lot.ts'
import type { Nth, Rhythm } from '../series/recurrence.ts'
import { settingWishes } from '../settings/for-tests.ts'
import { teamWishes } from '../teams/for-tests.ts'
import { choiceAt } from './choice.ts'
import type { AnyIntent, IntentBodies, IntentKind } from './intent.ts'
import type { SettledIntent } from './outcome.ts'
import type { Refusal } from './refusal.ts'

const places = fc.constantFrom(desk1, desk2, room)
const choices = fc
  .tuple(places, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 2000 }))
  .map(([place, from, length]) =>
    choiceAt(harbour, place.id, span('2026-10-20', from, from + length)),
  )
const money = fc.record({ amountMinor: fc.nat(1_000_000_000), currency: fc.constant('EUR') })
const wall = fc.record({
  date: fc.constantFrom('2026-12-24', '2026-12-25'),
  minute: fc.integer({ min: 0, max: 1440 }),
})
const bookingId = fc.nat().map((number) => toId('booking', `bkg_${number}`))
const siteId = fc.constant(harbour.site.id)
const closureId = fc.constant(toId('closure', 'clo_1'))
const [desk, studio] = [fc.constant(desk1.id), fc.constant(room.id)]
const basedOn = fc.option(fc.constant('0123456789abcdef'))
const resolution = fc.oneof(
  fc.constant({ kind: 'cancel' }),
  fc.constant({ kind: 'keep' }),
  choices.map((choice) => ({ kind: 'move', choice })),
)

const dates = fc
  .integer({ min: 0, max: 365 })
  .map((days) => addDays(toLocalDate('2026-11-26'), days))
const weekdays = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const spans = fc
  .record({ from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
  .map(({ from, length }) => ({ from, until: from + length }))
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant({ kind: 'daily' as const }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays: fc.uniqueArray(weekdays, { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('monthly-by-date' as const),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    kind: fc.constant('monthly-by-weekday' as const),
    weekday: weekdays,
    nth: fc.constantFrom<Nth>(1, 2, 3, 4, -1),
  }),
)
const recurrences = fc.record({
  rhythm: rhythms,
  every: fc.integer({ min: 1, max: 366 }),
  startOn: dates,
  end: fc.oneof(
    fc.record({ kind: fc.constant('until'), on: dates }),
    fc.record({ kind: fc.constant('count'), count: fc.integer({ min: 1, max: 10_000 }) }),
  ),
})
const listedOccurrences = fc
  .array(
    fc.oneof(
      fc.constant({ kind: 'skip' }),
      fc.record({ kind: fc.constant('book'), choice: choices, quote: money }),
      fc.record({ kind: fc.constant('wait'), choice: choices }),
    ),
    { maxLength: 100 },
  )
  .map((all) => all.map((one, index) => ({ ...one, number: index + 1 })))

const scopes = fc.oneof(
  fc.record({
    kind: fc.constantFrom('this', 'following'),
    occurrence: fc.constantFrom(1, 100),
  }),
  fc.record({ kind: fc.constant('all') }),
  fc.record({ kind: fc.constant('between'), from: dates, until: dates }),
)

const guests = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(toId('guest', 'gue_1'), toId('guest', 'gue_2')),
    name: fc.constantFrom('Kim Berg', 'Lou'),
  }),
  { selector: ({ id }) => id },
)

/** Bodies of every kind, as the app's own code makes them. */
export const bodies: { readonly [Kind in IntentKind]: fc.Arbitrary<unknown> } = {
  'booking.request': fc.record({
    siteId,
    choice: choices,
    fallbacks: fc.array(choices, { maxLength: 5 }),
    takeNearest: fc.boolean(),
    people: fc.integer({ min: 1, max: 500 }),
    note: fc.string({ maxLength: 500 }),
    quote: money,
    ceiling: fc.option(money),
    guests,
    forMemberId: fc.option(fc.constant(toId('member', 'mem_ada'))),
    override: fc.option(fc.record({ reason: fc.constant('The board meets') })),
    payWith: fc.constantFrom(...payWiths),
  }),
  'basket.request': fc.record({
    siteId,
    items: fc.array(
      fc.record({
        choice: choices,
        people: fc.integer({ min: 1, max: 500 }),
        guests,
        payWith: fc.constantFrom('personal', 'team', 'money'),
        extras: fc.uniqueArray(
          fc.record({
            extraId: fc.constantFrom(toId('extra', 'ext_lunch'), toId('extra', 'ext_coffee')),
            count: fc.integer({ min: 1, max: 500 }),
          }),
          { selector: ({ extraId }) => extraId },
        ),
        quote: money,
      }),
      { minLength: 1, maxLength: 8 },
    ),
    note: fc.string({ maxLength: 500 }),
    quote: money,
    ceiling: fc.option(money),
  }),
  'rules.accept': fc.record({ siteId, version: fc.integer({ min: 1, max: 99 }) }),
  'house-rules.save': fc.record({
    siteId,
    basedOn: fc.constant('1-2'),
    text: fc.string({ maxLength: 500 }),
    takesEffectOn: dates,
  }),
  'booking.guests': fc.record({
    bookingId,
    add: guests,
    remove: fc.array(fc.constant(toId('guest', 'gue_3')), { maxLength: 40 }),
  }),
  'guest.check-in': fc.record({
    bookingId,
    guestId: fc.constant(toId('guest', 'gue_1')),
    agreedTo: fc.option(fc.constant('1-2')),
  }),
  'basket.cancel': fc.record({
    basketId: fc.constant(toId('basket', 'bsk_1')),
    bookingIds: fc.uniqueArray(bookingId, { minLength: 1, maxLength: 8 }),
  }),
  'series.request': fc.record({
    siteId,
    resourceId: fc.constant(room.id),
    recurrence: recurrences,
    span: spans,
    people: fc.integer({ min: 1, max: 500 }),
    note: fc.string({ maxLength: 500 }),
    payWith: fc.constantFrom(...payWiths),
    occurrences: listedOccurrences,
    mode: fc.constantFrom('exactly', 'what-can-be-had'),
  }),
  'series.change': fc.record({
    seriesId: fc.constant(toId('series', 'ser_1')),
    scope: scopes,
    edit: fc.record({ span: fc.option(spans), resourceId: fc.option(fc.constant(room.id)) }),
    bookings: fc.uniqueArray(fc.record({ bookingId, choice: choices, quote: money }), {
      minLength: 1,
      maxLength: 100,
      selector: (one) => one.bookingId,
    }),
  }),
  'series.restore': fc.record({
    seriesId: fc.constant(toId('series', 'ser_1')),
    occurrences: fc
      .array(fc.record({ choice: choices, quote: money }), { minLength: 1, maxLength: 100 })
      .map((all) => all.map((one, index) => ({ kind: 'book', number: index + 1, ...one }))),
  }),
  'series.cancel': fc.record({
    seriesId: fc.constant(toId('series', 'ser_1')),
    scope: scopes,
    bookingIds: fc.uniqueArray(bookingId, { minLength: 1, maxLength: 100 }),
  }),
  'booking.cancel': fc.record({ bookingId }),
  'booking.change': fc.record({
    bookingId,
    choice: choices,
    quote: money,
    ceiling: fc.option(money),
  }),
  'booking.end': fc.record({ bookingId }),
  'booking.confirm': fc.record({ bookingId }),
  'booking.extend-hold': fc.record({ bookingId }),
  'booking.check-in': fc.record({ bookingId }),
  'booking.sit': fc.record({ bookingId, choice: choices }),
  'booking.approve': fc.record({ bookingId }),
  'booking.decline': fc.record({ bookingId, reason: fc.constantFrom('Taken by the board', 'x') }),
  'closure.add': fc.record({
    siteId,
    closureId,
    name: fc.constant('Christmas'),
    resourceIds: fc.option(
      fc.array(
        places.map(({ id }) => id),
        { minLength: 1, maxLength: 5 },
      ),
    ),
    from: wall,
    until: wall,
    resolutions: fc.dictionary(bookingId, resolution, { maxKeys: 5 }),
  }),
  ...{ ...lotWishes, ...billingWishes, ...membershipWishes },
  'passes.save': fc.record({
    ...{ siteId, basedOn },
    passes: fc.constant({ ...usualPasses, offers: [] }),
  }),
  'closure.remove': fc.record({ siteId, closureId }),
  'wait.join': fc.record({
    ...{ siteId, choice: choices, ceiling: fc.option(money) },
    people: fc.integer({ min: 1, max: 500 }),
  }),
  'order.place': fc.record({
    ...{ siteId, ceiling: money, span: spans, from: dates, until: dates },
    resourceIds: fc.constant([desk1.id, desk2.id]),
    weekdays: fc.uniqueArray(weekdays, { minLength: 1 }),
    stopsAt: fc.option(fc.integer({ min: 0, max: 1439 })),
    count: fc.integer({ min: 1, max: 30 }),
    people: fc.integer({ min: 1, max: 500 }),
  }),
  'wait.leave': fc.record({ waitId: fc.constant(toId('wait', 'wai_1')) }),
  'wait.remove': fc.record({
    waitId: fc.constant(toId('wait', 'wai_1')),
    reason: fc.constantFrom('The room is needed', 'x'),
  }),
  'absence.declare': fc.record({
    ...{ siteId, resourceId: fc.constant(room.id) },
    ...{ from: fc.constant('2026-12-07'), until: fc.constant('2026-12-11') },
  }),
  'absence.end': fc.record({ siteId, resourceId: studio, from: fc.constant('2026-12-07') }),
  'favourite.set': fc.record({ siteId, resourceId: desk, isFavourite: fc.boolean() }),
  ...supportWishes,
  ...ownWishes,
  ...communityWishes,
  ...perkWishes,
  ...messageWishes,
  ...teamWishes,
  ...settingWishes,
}

/** A Tuesday morning. */
const tuesday: Instant = toInstant(Date.UTC(2026, 10, 24, 9))

/** A wish of this device, and what became of it. */
export function wishOf<Kind extends IntentKind>(
  kind: Kind,
  body: IntentBodies[Kind],
  seq: number,
  state: OwnIntent['state'] = 'saved',
  refusal: Refusal | null = null,
): OwnIntent {
  const id = toId('intent', `bki_${seq}`)
  const envelope = { v: 1, id, kind, seq, madeAt: tuesday, deadlineAt: tuesday, heardAt: null }
  const intent = { ...envelope, device: 'dev_1', body } as unknown as AnyIntent // as the app makes it
  const outcome = { kind: 'refused', refusal, alternatives: [] }
  // What the space answers to it says more, none of which is looked at.
  return { intent, state, settled: refusal && ({ outcome } as unknown as SettledIntent) }
}
