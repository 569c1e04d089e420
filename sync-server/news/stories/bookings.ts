/** News of bookings, and reminders of them. */
import { wholePrice } from '../../../domain/bookings/baskets/whole-price.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { bookingCalendar } from '../../../domain/bookings/calendar/booking-calendar.ts'
import type { BookingNewsKind, News } from '../../../domain/news/news.ts'
import { isStillTrue } from '../../../domain/news/still-true.ts'
import type { Values } from '../../../domain/news/template.ts'
import { type Catalogue, placeName } from '../../../domain/sites/catalogue.ts'
import type { BookingId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { english } from '../../../domain/words/words.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import type { Reader } from '../../storage/storage.ts'
import { dayText, instantText, policyText, spanText } from '../told-times.ts'
import { type LetterFact, plain, type Story, type StoryContext } from './story.ts'

const { amounts, cancellation, news: said } = english

type BookingNews = Extract<News, { readonly bookingIds: unknown }>
type Reminder = Extract<News, { readonly kind: 'reminder' }>

export async function storyOfBookings(
  { kind, bookingIds }: BookingNews,
  context: StoryContext,
): Promise<Story | null> {
  const bookings = await inOrder(context.reader, bookingIds)
  const [first] = bookings
  if (first === undefined || !isStillTrue(kind, first)) return null
  return {
    ...storyOf([first, ...bookings.slice(1)], context),
    calendar: dated.includes(kind) ? calendarOf(bookings, context) : null,
  }
}

export async function storyOfReminder(
  { bookingId, startsAt }: Reminder,
  context: StoryContext,
): Promise<Story | null> {
  const [booking] = await inOrder(context.reader, [bookingId])
  const stands = booking?.state === 'confirmed' && booking.interval.startsAt === startsAt
  if (!stands) return null
  const story = storyOf([booking], context)
  const day = dayText(booking.wall.start.date, context.catalogue.zone, context.now)
  return { ...story, values: { ...story.values, day } }
}

/** At least one. */
type Bookings = readonly [Booking, ...Booking[]]

function storyOf(bookings: Bookings, context: StoryContext): Story {
  const { catalogue, url } = context
  return {
    ...plain,
    values: bookingValues(bookings, catalogue),
    facts: factsOf(bookings, context),
    action: { label: said.openBooking, url: `${url}/bookings#${bookings[0].id}` },
  }
}

async function inOrder(reader: Reader, ids: readonly BookingId[]): Promise<readonly Booking[]> {
  const found = new Map((await findBookings(reader, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export function bookingValues(bookings: Bookings, catalogue: Catalogue): Values {
  const [first] = bookings
  const when = spanText(first.wall)
  const isOne = bookings.length === 1
  return {
    place: isOne ? (placeName(catalogue, first.resourceId) ?? '') : said.several(bookings.length),
    when: isOne ? when : said.from(when),
    until: first.state === 'held' ? instantText(catalogue.zone, first.holdExpiresAt) : '',
    reason: first.state === 'declined' ? first.reason : '',
    refund: bookings.map(refundOf).find((text) => text !== '') ?? '',
  }
}

function refundOf(booking: Booking): string {
  switch (booking.state) {
    case 'cancelled':
    case 'no-show':
      return cancellation.result(booking.refundDue, booking.owed)
    default:
      return ''
  }
}

function factsOf(bookings: Bookings, { catalogue, now }: StoryContext): readonly LetterFact[] {
  const [first] = bookings
  const { name, address, zone } = catalogue.site
  const where: LetterFact = [said.address, [name, address].filter((part) => part !== '').join(', ')]
  if (bookings.length > 1) return [[said.bookings, listOf(bookings, catalogue)], where]
  const place = placeName(catalogue, first.resourceId) ?? ''
  const price = amounts.money(wholePrice(first))
  const stands = first.state === 'confirmed' || first.state === 'held'
  return [
    [said.place, place],
    [said.time, `${spanText(first.wall)}\n${said.zone(zone)}`],
    where,
    ...(stands ? ([[said.price, price]] as const) : []),
    ...(stands ? ([[said.cancelling, policyText(first, catalogue.zone, now)]] as const) : []),
  ]
}

function listOf(bookings: readonly Booking[], catalogue: Catalogue): string {
  const most = limits.newsBookingsListedMax
  const lines = bookings
    .slice(0, most)
    .map(({ resourceId, wall }) => `${placeName(catalogue, resourceId) ?? ''}, ${spanText(wall)}`)
  const more = bookings.length - lines.length
  return [...lines, ...(more > 0 ? [said.andMore(more)] : [])].join('\n')
}

/** What was booked or changed, and what is no more, by the same UID (D-59). */
function calendarOf(bookings: readonly Booking[], { catalogue, url, now }: StoryContext): string {
  const { name, address } = catalogue.site
  const entries = bookings.map((booking) => ({
    booking,
    placeName: placeName(catalogue, booking.resourceId) ?? '',
    siteName: name,
    address,
  }))
  return bookingCalendar(entries, { name, url: `${url}/bookings`, now })
}

const dated: readonly BookingNewsKind[] = [
  'booked',
  'booked-instead',
  'approved',
  'changed',
  'moved',
  'cancelled',
  'cancelled-by-space',
]
