import type { SupportSettings } from '../bookings/wishes/support-requests.ts'

/** What a location promises before its operator says anything: an answer within the working day, at the door within two hours. */
export const usualSupport: SupportSettings = {
  replyHours: { maintenance: 4, billing: 8, access: 2, general: 8 },
  savedReplies: [],
}
