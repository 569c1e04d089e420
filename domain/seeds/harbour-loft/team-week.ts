/** The week before this one as Ola's team has sent it: who had a desk, who was in the office, and who was at home. */
import type { Booking } from '../../bookings/booking.ts'
import type { DayResult, SentWeek } from '../../bookings/teams/sent-week.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { addDays, isoWeekOf, type LocalDate } from '../../values/local-date.ts'
import { instantOf } from '../../values/zone.ts'
import { members, northTeam } from './people.ts'

/** On the Friday before it, in the afternoon. */
const SENT_AT = 15 * 60

export function sampleSentWeek(
  { site, zone }: Catalogue,
  bookings: readonly Booking[],
  thisMonday: LocalDate,
): SentWeek {
  const monday = addDays(thisMonday, -7)
  const people = members.filter(({ teamId }) => teamId === northTeam.id)
  const workdays = [0, 1, 2, 3, 4].map((days) => addDays(monday, days))
  const resultOf = (memberId: string, on: LocalDate, at: number): DayResult => {
    const own = bookings.find((one) => one.memberId === memberId && one.wall.start.date === on)
    if (own === undefined) return { kind: at % 3 === 0 ? 'home' : 'office' }
    const { id: bookingId, resourceId, price } = own
    return { kind: 'booked', bookingId, resourceId, price, holdExpiresAt: null }
  }
  return {
    ...{ teamId: northTeam.id, week: isoWeekOf(monday), siteId: site.id },
    ...{ intentId: toId('intent', 'bki_sample-week'), sentBy: northTeam.managerId },
    sentAt: instantOf(zone, { date: addDays(monday, -3), minute: SENT_AT }),
    days: people.flatMap(({ id: memberId }, person) =>
      workdays.map((on, day) => ({ memberId, on, result: resultOf(memberId, on, person + day) })),
    ),
  }
}
