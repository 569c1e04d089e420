import { expect, test } from 'vitest'
import { bookingView } from '../../../domain/bookings/booking-view.ts'
import { facts, now, seriesWish, thursdays } from '../../../domain/bookings/series/for-tests.ts'
import { settleSeries } from '../../../domain/bookings/series/settle-series.ts'
import { groupSeries } from './group-series.ts'

test('[B-12] a series stands at its next date, with all that follow, and single bookings by themselves', () => {
  const { bookings, series } = settleSeries(seriesWish({ recurrence: thursdays(3) }), facts, now)
  const single = bookings.slice(0, 1).map((booking) => ({
    ...booking,
    id: 'bkg_single' as typeof booking.id,
    series: null,
  }))
  const known = series === null ? [] : [series]
  const rows = bookingView({
    ...{ bookings: [...bookings, ...single], series: known, settled: [], intents: [], now },
  })
  const { heads, following } = groupSeries(rows)
  expect(heads.map(({ series: of }) => of?.occurrence ?? null).sort()).toEqual([1, null])
  const [head] = heads.filter((row) => row.series !== null)
  expect(following.get(head?.id ?? '')?.map((row) => row.series?.occurrence)).toEqual([1, 2, 3])
  const offered = rows.map((row) =>
    row.series?.occurrence === 2 ? { ...row, state: 'offered' as const } : row,
  )
  expect(groupSeries(offered).heads.map((row) => row.series?.occurrence)).toContain(2)
  expect(groupSeries(rows.filter((row) => row.series?.occurrence === 3)).following.size).toBe(0)
})
