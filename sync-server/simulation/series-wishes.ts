/** Series over the days that everybody books, so that they are in the way of single bookings and of each other. */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { isInScope } from '../../domain/bookings/series/cancel-series.ts'
import { editedChoice } from '../../domain/bookings/series/change-series.ts'
import type { Recurrence } from '../../domain/bookings/series/recurrence.ts'
import { choiceOfPlace, type Series } from '../../domain/bookings/series/series.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type {
  BookOccurrence,
  ListedOccurrence,
  SeriesEdit,
  SeriesScope,
} from '../../domain/bookings/wishes/series-wish.ts'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { must } from '../../domain/values/assert.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import type { Device } from './device.ts'
import { bookableDays, catalogue, SERIES_EVERY_DAYS } from './site.ts'
import type { Step } from './step.ts'
import { anyPrice, at, makeIntent, starts, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

/** Two or three dates; every seventh leaves one out, which may come back later. */
export function seriesWish(world: World, device: Device, step: Step): AnyIntent {
  const { subject, amount, salt } = step
  const resourceId = at(catalogue.resources, subject).id
  const span = spanOf(amount)
  const startOn = at(bookableDays, amount)
  const count = 2 + (salt % 2)
  const recurrence: Recurrence = {
    rhythm: { kind: 'daily' },
    every: SERIES_EVERY_DAYS,
    startOn,
    end: { kind: 'count', count },
  }
  const occurrences = Array.from({ length: count }, (_, index): ListedOccurrence => {
    const date = addDays(startOn, index * SERIES_EVERY_DAYS)
    if (index === 1 && salt % 7 === 0) return { kind: 'skip', number: 2 }
    return occurrence(resourceId, date, span, index + 1)
  })
  return makeIntent(world, device, 'series.request', WISH_MS, {
    ...{
      siteId: catalogue.site.id,
      resourceId,
      recurrence,
      span,
      people: 1,
      note: '',
      payWith: 'personal',
    },
    ...{ occurrences, mode: salt % 3 === 0 ? 'what-can-be-had' : 'exactly' },
  })
}

/** Null where the device knows of no series with anything left in it. */
export function seriesCancelWish(world: World, device: Device, step: Step): AnyIntent | null {
  const series = pickSeries(device, step)
  const scope = scopeOf(step)
  const bookingIds = series === null ? [] : inScope(device, series, scope).map(({ id }) => id)
  if (series === null || bookingIds.length === 0) return null
  const body = { seriesId: series.id, scope, bookingIds }
  return makeIntent(world, device, 'series.cancel', WISH_MS, body)
}

/** To another time of day, or to another place. */
export function seriesChangeWish(world: World, device: Device, step: Step): AnyIntent | null {
  const series = pickSeries(device, step)
  if (series === null) return null
  const scope = scopeOf(step)
  const edit: SeriesEdit =
    step.salt % 2 === 0
      ? { span: spanOf(step.salt), resourceId: null }
      : { span: null, resourceId: at(catalogue.resources, step.salt).id }
  const bookings = inScope(device, series, scope).flatMap((booking) => {
    const choice = editedChoice(catalogue.zone, booking, edit)
    return choice === null ? [] : [{ bookingId: booking.id, choice, quote: anyPrice }]
  })
  if (bookings.length === 0) return null
  const body = { seriesId: series.id, scope, edit, bookings }
  return makeIntent(world, device, 'series.change', WISH_MS, body)
}

/** What was left out or given back is wished for again. */
export function seriesRestoreWish(world: World, device: Device, step: Step): AnyIntent | null {
  const series = pickSeries(device, step)
  if (series === null) return null
  const live = inScope(device, series, { kind: 'all' }).map((booking) => booking.series?.occurrence)
  const occurrences = series.dates.flatMap((date, index): readonly BookOccurrence[] => {
    const isThere = live.includes(index + 1)
    return isThere ? [] : [occurrence(series.resourceId, date, series.span, index + 1)]
  })
  if (occurrences.length === 0) return null
  return makeIntent(world, device, 'series.restore', WISH_MS, { seriesId: series.id, occurrences })
}

function occurrence(
  resourceId: ResourceId,
  date: LocalDate,
  span: TimeSpan,
  number: number,
): BookOccurrence {
  const choice = must(
    choiceOfPlace(catalogue.zone, { resourceId, date, ...span }),
    'no clock changes in these weeks',
  )
  return { kind: 'book', number, choice, quote: anyPrice }
}

function pickSeries(device: Device, { subject }: Step): Series | null {
  const { series } = device.story()
  return series.length === 0 ? null : at(series, subject)
}

function inScope(device: Device, { id }: Series, scope: SeriesScope): readonly Booking[] {
  return device.story().bookings.filter(({ state, series, wall }) => {
    if (series?.id !== id || !isLive(state)) return false
    return isInScope(scope, series.occurrence, wall.start.date)
  })
}

function scopeOf({ amount }: Step): SeriesScope {
  const scopes: readonly SeriesScope[] = [
    { kind: 'all' },
    { kind: 'this', occurrence: 1 + (amount % 3) },
    { kind: 'following', occurrence: 2 },
    { kind: 'between', from: at(bookableDays, 0), until: at(bookableDays, 1) },
  ]
  return at(scopes, amount)
}

function spanOf(amount: number): TimeSpan {
  const from = at(starts, Math.floor(amount / 7))
  return { from, until: from + 60 * (1 + (amount % 2)) }
}
