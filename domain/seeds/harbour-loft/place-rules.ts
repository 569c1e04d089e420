/** The rules of the sample's places: how long, how far ahead, and until when something is cancelled. */
import { type BookingRules, usualCheckIn } from '../../sites/booking-rules.ts'
import { type CancellationPolicy, freeUntilStart } from '../../sites/cancellation-policy.ts'
import { USUAL_TURN } from '../../sites/granularity.ts'
import type { OpeningHours } from '../../sites/opening-hours.ts'

/** A desk is soon let again: free until the day before, half back until two hours before. */
const deskCancellation: CancellationPolicy = {
  steps: [
    { hoursBefore: 24, refundPercent: 100 },
    { hoursBefore: 2, refundPercent: 50 },
  ],
  graceMinutes: 5,
  freeMoveHoursBefore: 2,
  noShowRefundPercent: 0,
}

const roomCancellation: CancellationPolicy = {
  steps: [
    { hoursBefore: 48, refundPercent: 100 },
    { hoursBefore: 24, refundPercent: 50 },
  ],
  graceMinutes: 5,
  freeMoveHoursBefore: null,
  noShowRefundPercent: 0,
}

/** What takes days to let again: ten days, five days, then nothing. */
export const largeCancellation: CancellationPolicy = {
  ...roomCancellation,
  steps: [
    { hoursBefore: 240, refundPercent: 100 },
    { hoursBefore: 120, refundPercent: 50 },
  ],
}

export const deskRules: BookingRules = {
  granularities: [{ kind: 'hour' }],
  minMinutes: 60,
  maxMinutes: 15 * 60,
  incrementMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  advanceLimits: [{ kind: 'calendar-days', days: 90 }],
  cancellation: deskCancellation,
  checkIn: null,
}

export const roomRules: BookingRules = {
  granularities: [{ kind: 'hour' }],
  minMinutes: 30,
  maxMinutes: 8 * 60,
  incrementMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 15,
  noticeMinutes: 0,
  advanceLimits: [{ kind: 'calendar-days', days: 60 }],
  cancellation: roomCancellation,
  checkIn: usualCheckIn,
}

export const boothRules: BookingRules = {
  ...roomRules,
  minMinutes: 15,
  maxMinutes: 2 * 60,
  bufferAfterMinutes: 0,
  advanceLimits: [{ kind: 'elapsed-days', days: 7 }],
  cancellation: freeUntilStart,
  checkIn: null,
}

export const hallRules: BookingRules = {
  ...roomRules,
  minMinutes: 60,
  maxMinutes: 12 * 60,
  incrementMinutes: 30,
  bufferBeforeMinutes: 30,
  bufferAfterMinutes: 60,
  noticeMinutes: 24 * 60,
  cancellation: largeCancellation,
  checkIn: null,
}

/** A seat by the hour, for half a day or for all of it. */
export const tableRules: BookingRules = {
  ...deskRules,
  granularities: [{ kind: 'day' }, { kind: 'half-day', turnsAt: USUAL_TURN }, { kind: 'hour' }],
}

/** A door to close behind one for a day, or half of one. */
export const officeRules: BookingRules = {
  ...roomRules,
  granularities: [{ kind: 'day' }, { kind: 'half-day', turnsAt: USUAL_TURN }],
  bufferAfterMinutes: 0,
  checkIn: null,
}

const officeDay = [{ opens: 8 * 60, closes: 20 * 60 }]
export const officeHours: OpeningHours = [
  officeDay,
  officeDay,
  officeDay,
  officeDay,
  officeDay,
  [],
  [],
]
