import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { settleChange } from '../changes/settle-change.ts'
import { harbour, room, span, taken } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import type { SeriesChangeRequest, SeriesEdit, SeriesScope } from '../wishes/series-wish.ts'
import { previewSeriesChange, type SeriesChangeFacts, settleSeriesChange } from './change-series.ts'
import { facts, now, plenty, seriesWish, thursdays } from './for-tests.ts'
import { choiceOfPlace } from './series.ts'
import { settleSeries } from './settle-series.ts'

const roomB = { ...room, id: toId('resource', 'res_room-b'), name: 'Beacon' }
const catalogue = { ...harbour, resources: [...harbour.resources, roomB] }
/** Six Thursdays in the room, 10:00 to 12:00. */
const { bookings, series } = settleSeries(seriesWish({ recurrence: thursdays(6) }), facts, now)
const seriesId = must(series, 'it is free').id

function factsFor(
  own: readonly Booking[],
  more: Partial<SeriesChangeFacts> = {},
): SeriesChangeFacts {
  const { member, distance } = facts
  const occupied = own.map(occupiedBy)
  const deadlineAt = toInstant(Date.UTC(2027, 0, 1))
  const wallet = emptyWallet
  const common = { catalogue, member, distance, occupied, ownBookings: own, wallet }
  const intentId = toId('intent', 'bki_change')
  return { ...common, deadlineAt, effectiveAt: now, intentId, ...more }
}

function asked(
  own: readonly Booking[],
  scope: SeriesScope,
  edit: SeriesEdit,
  known = factsFor(own),
): SeriesChangeRequest {
  const from = scope.kind === 'following' ? scope.occurrence : 1
  const meant = own.filter((booking) => (booking.series?.occurrence ?? 0) >= from)
  const shown = previewSeriesChange(meant, edit, known, now).map(({ listed, decision }) => ({
    ...listed,
    quote: decision.booking?.owed ?? plenty,
  }))
  return { seriesId, scope, edit, bookings: shown }
}

const following = { kind: 'following', occurrence: 3 } as const
const toRoomB: SeriesEdit = { span: null, resourceId: roomB.id }

/** Occurrence 4 moved to 15:00 by itself. */
function withFourthMoved(): readonly Booking[] {
  const fourth = must(bookings[3], 'there are six')
  const place = { resourceId: room.id, date: fourth.wall.start.date, from: 900, until: 1020 }
  const choice = must(choiceOfPlace(harbour.zone, place), 'that time is')
  const request = { bookingId: fourth.id, choice, quote: plenty, ceiling: null }
  const alone = { booking: fourth, approval: 'none', intentId: fourth.intentId } as const
  const { booking } = settleChange(request, { ...factsFor(bookings), ...alone }, now)
  const moved = must(booking, 'it is free')
  return bookings.map((one) => (one.id === moved.id ? moved : one))
}

test('[SERIES-33] [D-17] the fourth, moved to 15:00, goes to room B with all from the third, and stays at 15:00', () => {
  const own = withFourthMoved()
  expect(own[3]?.series?.detached).toEqual(['time'])
  const { changes } = settleSeriesChange(asked(own, following, toRoomB), own, factsFor(own), now)
  expect(
    changes.map(({ booking: { series: of, resourceId, wall } }) => [
      of?.occurrence,
      resourceId,
      wall.start.minute,
    ]),
  ).toEqual([
    [3, roomB.id, 600],
    [4, roomB.id, 900],
    [5, roomB.id, 600],
    [6, roomB.id, 600],
  ])
  expect(changes[1]?.booking.series?.detached).toEqual(['time'])
  const [first] = bookings
  expect(changes.some(({ booking }) => booking.id === first?.id)).toBe(false)
})

test('[SERIES-33] [D-17] what was moved for one date alone does not follow a new time of the series', () => {
  const own = withFourthMoved()
  const later: SeriesEdit = { span: { from: 660, until: 780 }, resourceId: null }
  const request = asked(own, { kind: 'all' }, later)
  expect(request.bookings.map(({ bookingId }) => bookingId)).not.toContain(own[3]?.id)
  const { changes } = settleSeriesChange(request, own, factsFor(own), now)
  expect(changes.map(({ booking }) => booking.wall.start.minute)).toEqual([660, 660, 660, 660, 660])
  expect(changes.map(({ booking }) => booking.series?.detached)).toEqual([[], [], [], [], []])
})

test('[SERIES-32] all of the dates or none, with what is in the way of them', () => {
  const date = bookings[4]?.wall.start.date ?? ''
  const occupied = [...bookings.map(occupiedBy), taken(roomB, span(date, 660, 720))]
  const known = factsFor(bookings, { occupied })
  const request = asked(bookings, following, toRoomB)
  expect(settleSeriesChange(request, bookings, known, now)).toMatchObject({
    outcome: {
      refusal: { reason: 'preview-changed', total: 4, changed: [{ number: 5, kind: 'refused' }] },
    },
    changes: [],
  })
})

test('[SERIES-32] dates that were not shown are left, and a date detached since it was shown is not taken along', () => {
  const request = asked(bookings, following, {
    span: { from: 660, until: 780 },
    resourceId: null,
  })
  const own = withFourthMoved()
  expect(settleSeriesChange(request, own, factsFor(own), now).outcome).toMatchObject({
    refusal: { reason: 'preview-changed', changed: [{ number: 4 }] },
  })
  const fewer = { ...request, bookings: request.bookings.slice(0, 1) }
  const { changes } = settleSeriesChange(fewer, bookings, factsFor(bookings), now)
  expect(changes.map(({ booking }) => booking.series?.occurrence)).toEqual([3])
})

test('[SERIES-32] [D-53] what would be owed more than it was shown is not changed', () => {
  const request = asked(
    bookings,
    { kind: 'all' },
    {
      span: { from: 600, until: 780 },
      resourceId: null,
    },
  )
  const cheap = request.bookings.map((one) => ({ ...one, quote: money(1, 'EUR') }))
  const wish = { ...request, bookings: cheap }
  expect(settleSeriesChange(wish, bookings, factsFor(bookings), now).outcome).toMatchObject({
    refusal: {
      reason: 'preview-changed',
      total: 6,
      changed: [{ number: 1, kind: 'dearer' }, {}, {}, {}, {}, {}],
    },
  })
  expect(settleSeriesChange(request, bookings, factsFor(bookings), now).changes).toHaveLength(6)
})

test('[SERIES-32] a booking out of scope or of no series is no part of it', () => {
  const request = asked(bookings, { kind: 'all' }, toRoomB)
  const narrow = { ...request, scope: following }
  expect(settleSeriesChange(narrow, bookings, factsFor(bookings), now).outcome).toMatchObject({
    refusal: { reason: 'unknown-series' },
  })
})
