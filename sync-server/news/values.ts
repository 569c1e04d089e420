/** What stands in the braces of a template, from the facts. */

import { type BillStory, openOf } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { News } from '../../domain/news/news.ts'
import type { Values } from '../../domain/news/template.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { daysBetween } from '../../domain/values/local-date.ts'
import type { Money } from '../../domain/values/money.ts'
import { subtract, zero } from '../../domain/values/money.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { english } from '../../domain/words/words.ts'
import type { Situation } from './situation.ts'
import { instantText, spanText } from './told-times.ts'

const { amounts, billing, cancellation, lots, news: said } = english

export function valuesOf(news: News, situation: Situation, now: Instant): Values {
  const { member, catalogue } = situation
  const common = { name: member.name, space: catalogue.site.name }
  switch (news.kind) {
    case 'welcome':
      return common
    case 'billed':
    case 'paid':
    case 'paid-back':
    case 'credited':
      return { ...common, ...ofBill(must(situation.bill, 'it was issued'), news.cause) }
    case 'answered':
      return { ...common, ...ofAnswer(situation) }
    case 'expiring':
      return { ...common, ...ofLot(situation) }
    case 'refused':
    case 'too-late':
    case 'dearer':
      return { ...common, ...ofWish(situation) }
    case 'reminder':
      return { ...common, ...ofBookings(situation), day: dayOf(situation, now) }
    default:
      return { ...common, ...ofBookings(situation) }
  }
}

export function ofBookings({ bookings, catalogue }: Situation): Values {
  const first = must(bookings[0], 'news of bookings names at least one')
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

/** "Today", "Tomorrow", "Tue 24 Nov". */
function dayOf({ bookings, catalogue }: Situation, now: Instant): string {
  const first = must(bookings[0], 'a reminder is of a booking')
  const today = toWallTime(catalogue.zone, now).date
  const away = daysBetween(today, first.wall.start.date)
  if (away === 0) return said.today
  return away === 1 ? said.tomorrow : amounts.shortDate(first.wall.start.date)
}

function ofWish({ settled, catalogue }: Situation): Values {
  const { wish, outcome } = must(settled, 'it was settled')
  return {
    place: wish === null ? '' : (placeName(catalogue, wish.resourceId) ?? ''),
    when: wish === null ? '' : spanText(wish.wall),
    why: outcome.kind === 'refused' ? english.refusal(outcome.refusal, catalogue.zone) : '',
    price: outcome.kind === 'ask-again' ? amounts.money(outcome.price) : '',
  }
}

export function ofBill(story: BillStory, cause: string): Values {
  const { bill, payments, credits } = story
  const payment = payments.find(({ id }) => id === cause)
  const credit = credits.find(({ id }) => id === cause)
  const open = openOf(story)
  return {
    number: bill.number,
    amount: billing.money(positive(payment?.amount ?? credit?.total ?? bill.total)),
    period: billing.period(bill.period),
    due: billing.fullDate(bill.dueOn),
    open: open.amountMinor > 0 ? said.stillOpen(billing.money(open)) : said.nothingOpen,
  }
}

function positive(amount: Money): Money {
  return amount.amountMinor < 0 ? subtract(zero(amount.currency), amount) : amount
}

function ofAnswer({ answer }: Situation): Values {
  const { number, byName, text } = must(answer, 'it was given')
  return { number: String(number), by: byName, text }
}

function ofLot({ lot, uses, catalogue }: Situation): Values {
  const { name, unit, amount, expiresAt } = must(lot, 'it was given')
  const left = uses.reduce((rest, use) => rest - use.amount, amount)
  return {
    pass: name,
    left: lots.amount(unit, left),
    date: expiresAt === null ? '' : amounts.longDate(toWallTime(catalogue.zone, expiresAt).date),
  }
}
