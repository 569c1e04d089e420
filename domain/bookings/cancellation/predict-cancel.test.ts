import { expect, test } from 'vitest'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, by, span } from '../for-tests.ts'
import { bookedUnder, tenAndFiveDays } from './for-tests.ts'
import { predictCancel } from './predict-cancel.ts'

const june = span('2026-06-20', 600, 720)
const booking = bookedUnder(tenAndFiveDays, june, at('2026-05-01', 0))

test('[BOOKINGS-28] [H-06] what a device says that cancelling gives back is what the space decides', () => {
  for (const now of [at('2026-06-01', 0), at('2026-06-12', 540), at('2026-06-20', 540)]) {
    const [row] = bookingView({ bookings: [booking], settled: [], intents: [], series: [], now })
    const cancelled = cancelBooking(booking, by('member', now), now).booking
    const predicted = row === undefined ? null : predictCancel(row, now)
    expect(predicted).not.toBeNull()
    expect(cancelled).toMatchObject({ ...predicted })
  }
})

test('what is cancelled already has nothing to predict', () => {
  const now = at('2026-06-01', 0)
  const cancelled = cancelBooking(booking, by('member', now), now).booking
  const bookings = cancelled === null ? [] : [cancelled]
  const [row] = bookingView({ bookings, settled: [], intents: [], series: [], now })
  expect(row?.cancelled).toMatchObject({ cancelledBy: 'member', step: { percent: 100 } })
  expect(row === undefined ? 'none' : predictCancel(row, now)).toBeNull()
})
