/** To somebody whom a member brings: where and when they are expected, with their code; or that they are not any more (GUESTS-09). */
import type { Booking } from '../../../domain/bookings/booking.ts'
import { calendarOf } from '../../../domain/bookings/calendar/calendar-event.ts'
import { guestTimes } from '../../../domain/bookings/guests/guest.ts'
import { guestCode } from '../../../domain/bookings/guests/guest-code.ts'
import type { News } from '../../../domain/news/news.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import { english } from '../../../domain/words/words.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import type { Reader } from '../../storage/storage.ts'
import { instantText, spanText } from '../told-times.ts'
import { type LetterFact, plain, type Story, type StoryContext } from './story.ts'

const { guests, news: said } = english

type GuestNews = Extract<News, { readonly guest: unknown }>

export async function storyOfGuest(news: GuestNews, context: StoryContext): Promise<Story | null> {
  const [booking] = await findBookings(context.reader, [news.bookingId])
  if (booking === undefined || news.guest.email === undefined) return null
  if (isExpected(booking, news) === (news.kind === 'guest-off')) return null
  if (news.kind === 'guest-off' && !(await wasInvited(context.reader, news))) return null
  const { catalogue, member } = context
  const isOff = news.kind === 'guest-off'
  const code = guests.digits(guestCode(news.guest.id))
  return {
    ...plain,
    to: { name: news.guest.name, email: news.guest.email },
    values: {
      ...{ host: member.name, code, when: spanText(booking.wall) },
      place: placeName(catalogue, booking.resourceId) ?? '',
    },
    facts: isOff ? [] : factsOf(booking, code, context),
    action: null,
    calendar: calendarFor(booking, news, context),
  }
}

/** Who never heard that they are expected need not hear that they are not. */
async function wasInvited(reader: Reader, { bookingId, guest }: GuestNews): Promise<boolean> {
  const row = await reader
    .selectFrom('news')
    .select('key')
    .where('key', 'like', `guest-invited:${bookingId}:${guest.id}:%`)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return row !== undefined
}

/** As the booking is now. */
function isExpected({ state, guests: named }: Booking, { guest }: GuestNews): boolean {
  const isStanding = state === 'confirmed' || state === 'checked-in'
  return isStanding && named.some(({ id }) => id === guest.id)
}

function factsOf(booking: Booking, code: string, { catalogue }: StoryContext) {
  const { name, address, zone } = catalogue.site
  const { startsAt, endsAt } = guestTimes(booking.interval)
  const good = {
    from: instantText(catalogue.zone, startsAt),
    until: instantText(catalogue.zone, endsAt),
  }
  const facts: readonly LetterFact[] = [
    [said.place, placeName(catalogue, booking.resourceId) ?? ''],
    [said.time, `${spanText(booking.wall)}\n${said.zone(zone)}`],
    [said.address, `${name}, ${address}`],
    [said.code, said.codeGood(code, good.from, good.until)],
  ]
  return facts
}

/** An entry of the guest's own: what the host notes about the booking is not theirs to read. */
function calendarFor(booking: Booking, { kind, guest }: GuestNews, context: StoryContext): string {
  const { catalogue, member, url, now } = context
  const { name, address } = catalogue.site
  const isOff = kind === 'guest-off'
  const event = {
    ...{ uid: `${booking.id}.${guest.id}`, sequence: booking.revision, interval: booking.interval },
    summary: `${member.name}, ${name}`,
    location: `${placeName(catalogue, booking.resourceId) ?? name}, ${address}`,
    description: isOff ? '' : `${said.code}: ${guests.digits(guestCode(guest.id))}`,
    url,
    status: isOff ? 'CANCELLED' : 'CONFIRMED',
  } as const
  return calendarOf([event], { name, now })
}
