/** What a wish about a series may say. A rule without an end cannot be said at all. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { amount, choice, date, id, payWith, people, span, weekday, weekdays } from './fields.ts'
import { seriesModes } from './series-wish.ts'

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
    weekdays,
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
const waited = v.strictObject({ kind: v.literal('wait'), number, choice })
const wished = v.variant('kind', [booked, waited])
const listed = v.variant('kind', [
  v.strictObject({ kind: v.literal('skip'), number }),
  booked,
  waited,
])
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
      v.array(wished),
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
    people,
    payWith,
    note: v.pipe(v.string(), v.maxLength(limits.noteLengthMax)),
    occurrences: list,
    mode: v.picklist(seriesModes),
  }),
} as const
