/** A letter from a piece of news: the location's words or the usual ones, and beside them what must be said in any case. */

import { wholePrice } from '../../domain/bookings/baskets/whole-price.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookingCalendar } from '../../domain/bookings/calendar/booking-calendar.ts'
import { maySwitchOff } from '../../domain/memberships/news-choice.ts'
import { type News, newsKinds } from '../../domain/news/news.ts'
import { isStillTrue } from '../../domain/news/still-true.ts'
import { fillTemplate, type Template } from '../../domain/news/template.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { rulesInForce } from '../../domain/sites/house-rules.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { english } from '../../domain/words/words.ts'
import type { Letter, Link } from '../mail/letter.ts'
import type { Situation } from './situation.ts'
import { policyText, spanText } from './told-times.ts'
import { valuesOf } from './values.ts'

const { amounts, news: said } = english

export interface ComposePorts {
  readonly url: string
  readonly now: Instant
  /** The location's own words; null: the usual ones. */
  readonly template: Template | null
  /** Where this category is ended without signing in. */
  readonly stopUrl: string
}

/** Null where there is nothing to tell any more. */
export function composeLetter(
  news: News,
  situation: Situation,
  { url, now, template, stopUrl }: ComposePorts,
): Letter | null {
  if (!isToBeTold(news, situation)) return null
  const { category } = newsKinds[news.kind]
  const filled = fillTemplate(template ?? said.templates[news.kind], valuesOf(news, situation, now))
  const choose = { label: said.choose, url: `${url}/me/notifications` }
  const stop = { label: said.stop, url: stopUrl }
  return {
    subject: filled.subject,
    paragraphs: filled.text.split(/\n{2,}/),
    facts: factsOf(news, situation, now),
    action: actionOf(news, url),
    footer: said.because(situation.catalogue.site.name),
    links: maySwitchOff(category, 'mail') ? [choose, stop] : [choose],
  }
}

function isToBeTold(news: News, { bookings, settled, bill, lot, answer }: Situation): boolean {
  if ('bookingIds' in news) {
    const [first] = bookings
    return first !== undefined && isStillTrue(news.kind, first)
  }
  if ('bookingId' in news) {
    return bookings[0]?.state === 'confirmed' && bookings[0].interval.startsAt === news.startsAt
  }
  if ('intentId' in news) return settled !== null
  if ('billId' in news) return bill !== null
  if ('ticketId' in news) return answer !== null
  return 'lotId' in news ? lot !== null : true
}

type LetterFact = Letter['facts'][number]

function factsOf(news: News, situation: Situation, now: Instant): readonly LetterFact[] {
  const { bookings, catalogue } = situation
  const [first] = bookings
  if (news.kind === 'welcome') return welcomeFacts(situation, now)
  if (first === undefined) return []
  const { name, address, zone } = catalogue.site
  const where: LetterFact = [said.address, `${name}, ${address}`]
  if (bookings.length > 1) return [[said.bookings, listOf(situation)], where]
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

/** The code of the network is not in it: a mail lies about for longer than a code should. */
function welcomeFacts({ catalogue, network }: Situation, now: Instant): readonly LetterFact[] {
  const rules = rulesInForce(catalogue, now)
  return [
    [said.firstSteps, said.steps.join('\n')],
    ...(network === null ? [] : ([[said.network, `${network}\n${said.showCode}`]] as const)),
    ...(rules === null ? [] : ([[said.houseRules, rules.text]] as const)),
  ]
}

function listOf({ bookings, catalogue }: Situation): string {
  const most = limits.newsBookingsListedMax
  const lines = bookings
    .slice(0, most)
    .map(({ resourceId, wall }) => `${placeName(catalogue, resourceId) ?? ''}, ${spanText(wall)}`)
  const more = bookings.length - lines.length
  return [...lines, ...(more > 0 ? [said.andMore(more)] : [])].join('\n')
}

function actionOf(news: News, url: string): Link {
  if ('bookingIds' in news) {
    return { label: said.openBooking, url: `${url}/bookings#${news.bookingIds[0] ?? ''}` }
  }
  if ('bookingId' in news) {
    return { label: said.openBooking, url: `${url}/bookings#${news.bookingId}` }
  }
  if ('billId' in news) return { label: said.openBill, url: `${url}/bills/${news.billId}` }
  if ('ticketId' in news) {
    return { label: said.openRequest, url: `${url}/me/help/requests/${news.ticketId}` }
  }
  if ('intentId' in news) return { label: said.open, url: `${url}/bookings` }
  return news.kind === 'welcome'
    ? { label: said.signIn, url: `${url}/sign-in` }
    : { label: said.open, url: `${url}/me` }
}

/** What goes into the reader's own calendar: what was booked or changed, and what is no more, by the same UID (D-59). */
export function calendarOf(
  news: News,
  { bookings, catalogue }: Situation,
  about: { readonly url: string; readonly now: Instant },
): string | null {
  if (!('bookingIds' in news) || !dated.includes(news.kind)) return null
  const { name, address } = catalogue.site
  const entries = bookings.map((booking: Booking) => ({
    booking,
    placeName: placeName(catalogue, booking.resourceId) ?? '',
    siteName: name,
    address,
  }))
  return bookingCalendar(entries, { name, url: `${about.url}/bookings`, now: about.now })
}

const dated: readonly News['kind'][] = [
  'booked',
  'booked-instead',
  'approved',
  'changed',
  'moved',
  'cancelled',
  'cancelled-by-space',
]
