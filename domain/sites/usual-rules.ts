import type { BookingRules } from './booking-rules.ts'
import { freeUntilStart } from './cancellation-policy.ts'

/** What the first place of a space is offered with: an hour to a day, half a month ahead, free until its start. */
export const usualRules: BookingRules = {
  granularities: [{ kind: 'hour' }],
  minMinutes: 60,
  maxMinutes: 12 * 60,
  incrementMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  advanceLimits: [{ kind: 'calendar-days', days: 14 }],
  cancellation: freeUntilStart,
  checkIn: null,
}
