/** What a wish about a series may say. A rule without an end cannot be said at all. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { isLocalDate } from '../../values/local-date.ts'
import { amount, choice, id } from './fields.ts'
import { seriesModes } from './series-wish.ts'

const date = v.custom<string>(isLocalDate)
const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7])
/** An occurrence may end days after it starts, but no longer than a booking may be. */
const untilMax = 1440 + limits.bookingMinutesMax
const span = v.pipe(
  v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439)),
    until: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(untilMax)),
  }),
  v.check(({ from, until }) => from < until),
)
const number = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(limits.seriesOccurrencesMax),
)

const rhythm = v.variant('kind', [
  v.strictObject({ kind: v.literal('daily') }),
  v.strictObject({
    kind: v.literal('weekly'),
    weekdays: v.pipe(
      v.array(weekday),
      v.minLength(1),
      v.maxLength(7),
      v.check((days) => new Set(days).size === days.length),
    ),
  }),
  v.strictObject({
    kind: v.literal('monthly-by-date'),
    day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  }),
  v.strictObject({
    kind: v.literal('monthly-by-weekday'),
    weekday,
    nth: v.picklist([1, 2, 3, 4, -1]),
  }),
])

/** Bounds of the calendar alone: what is too many or too far is answered in words, not as unreadable. */
const recurrence = v.strictObject({
  rhythm,
  every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.recurrenceEveryMax)),
  startOn: date,
  end: v.variant('kind', [
    v.strictObject({ kind: v.literal('until'), on: date }),
    v.strictObject({
      kind: v.literal('count'),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
    }),
  ]),
})

const booked = v.strictObject({ kind: v.literal('book'), number, choice, quote: amount })
const listed = v.variant('kind', [v.strictObject({ kind: v.literal('skip'), number }), booked])
const list = v.pipe(
  v.array(listed),
  v.maxLength(limits.seriesOccurrencesMax),
  v.check((all) => new Set(all.map((one) => one.number)).size === all.length),
)

const scope = v.variant('kind', [
  v.strictObject({ kind: v.literal('this'), occurrence: number }),
  v.strictObject({ kind: v.literal('following'), occurrence: number }),
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('between'), from: date, until: date }),
])
const bookingIds = v.pipe(
  v.array(id('booking')),
  v.minLength(1),
  v.maxLength(limits.seriesOccurrencesMax),
  v.check((all) => new Set(all).size === all.length),
)

export const seriesBodies = {
  'series.change': v.strictObject({
    seriesId: id('series'),
    scope,
    edit: v.strictObject({ span: v.nullable(span), resourceId: v.nullable(id('resource')) }),
    bookings: v.pipe(
      v.array(v.strictObject({ bookingId: id('booking'), choice, quote: amount })),
      v.minLength(1),
      v.maxLength(limits.seriesOccurrencesMax),
      v.check((all) => new Set(all.map((one) => one.bookingId)).size === all.length),
    ),
  }),
  'series.restore': v.strictObject({
    seriesId: id('series'),
    occurrences: v.pipe(
      v.array(booked),
      v.minLength(1),
      v.maxLength(limits.seriesOccurrencesMax),
      v.check((all) => new Set(all.map((one) => one.number)).size === all.length),
    ),
  }),
  'series.cancel': v.strictObject({ seriesId: id('series'), scope, bookingIds }),
  'series.request': v.strictObject({
    siteId: id('site'),
    resourceId: id('resource'),
    recurrence,
    span,
    people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.peopleMax)),
    note: v.pipe(v.string(), v.maxLength(limits.noteLengthMax)),
    occurrences: list,
    mode: v.picklist(seriesModes),
  }),
} as const
