/** A series whose dates are missed too often in a row gives the rest of them back, in the transaction in which the last was missed. */
import { suspendSeries } from '../../domain/bookings/series/suspend-series.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'

export const suspendMissed: Consequence = async (ledger, { fresh }, now) => {
  const given: Fact[] = []
  for (const fact of fresh) {
    if (fact.kind !== 'booking' || fact.booking.state !== 'no-show') continue
    const { booking, before } = fact
    // A fee that is let go later is no further miss.
    if (booking.series === null || before?.state !== 'confirmed') continue
    const { id } = booking.series
    const all = await ledger.bookingsOf(booking.memberId, now - limits.seriesDaysMax * DAY_MS)
    const dates = all.filter(({ series }) => series?.id === id)
    for (const one of suspendSeries(booking, dates, now)) {
      const was = dates.find((date) => date.id === one.id) ?? null
      given.push({ kind: 'booking', booking: one, before: was })
    }
  }
  return given
}
