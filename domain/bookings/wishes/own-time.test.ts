import { expect, test } from 'vitest'
import { bookingView } from '../booking-view.ts'
import { at, desk1, desk2, room, span, wish } from '../for-tests.ts'
import { ownElsewhere } from './own-time.ts'

const morning = span('2026-11-26', 540, 780)
const intent = wish(desk1, morning)
const own = (state: 'saved' | 'expired') =>
  bookingView({
    bookings: [],
    settled: [],
    series: [],
    intents: [{ intent, state, settled: null }],
    now: at('2026-11-24', 540),
  })

test('[BOOKINGS-77] [D-68] a wish for another place at an overlapping time is asked about before it is saved', () => {
  const found = ownElsewhere(own('saved'), room.id, span('2026-11-26', 720, 840))
  expect(found).toMatchObject({ resourceId: desk1.id, state: 'saved' })
})

test('[BOOKINGS-77] touching times, the same place, and wishes that came to nothing are no matter', () => {
  expect(ownElsewhere(own('saved'), desk2.id, span('2026-11-26', 780, 840))).toBeNull()
  expect(ownElsewhere(own('saved'), desk1.id, morning)).toBeNull()
  expect(ownElsewhere(own('expired'), desk2.id, morning)).toBeNull()
})
