import { expect, test } from 'vitest'
import { bookingViewStates } from '../bookings/booking-view-row.ts'
import { span } from '../bookings/for-tests.ts'
import type { AvailabilityState } from '../bookings/occupancy/availability.ts'
import { type Refusal, type RefusalReason, refusalReasons } from '../bookings/wishes/refusal.ts'
import { berlin } from '../values/for-tests.ts'
import { toId } from '../values/ids.ts'
import { toLocalDate, type Weekday } from '../values/local-date.ts'
import { money } from '../values/money.ts'
import { inLanguage } from './language.ts'
import { english } from './words.ts'

const conflict = span('2026-11-26', 600, 660)
const { startsAt: at } = conflict

/** What each reason carries beside its name. The type asks for every reason that has something to carry. */
const details: {
  readonly [Reason in RefusalReason]: Omit<Extract<Refusal, { reason: Reason }>, 'reason'>
} = {
  booked: { conflict },
  held: { conflict },
  'asked-for': { conflict },
  'pool-full': { conflict, units: 10 },
  'pool-split': { units: 10 },
  assigned: {},
  'other-kind': {},
  'dearer-place': {},
  'not-today': {},
  'too-many-favourites': { max: 50 },
  'not-bookable': {},
  linked: { resourceId: toId('resource', 'res_hall'), name: 'The Hall', conflict },
  blocked: { conflict, closureName: 'New carpet' },
  closed: { closureName: 'Christmas' },
  buffer: { bufferMinutes: 15, conflict },
  notice: { noticeMinutes: 90 },
  past: {},
  'too-far': { limit: { kind: 'calendar-days', days: 28 }, latestAt: at },
  'too-short': { minMinutes: 30 },
  'too-long': { maxMinutes: 480 },
  increment: { incrementMinutes: 15 },
  'whole-units': { offered: ['day', 'half-day'] },
  'nonexistent-local-time': {},
  capacity: { capacity: 6 },
  quota: { limit: 200 },
  tier: {},
  'membership-paused': { until: toLocalDate('2026-12-21') },
  'membership-ends': {},
  'membership-change': { problem: 'no-pause' },
  overdue: {},
  'rules-not-accepted': {},
  'already-yours': { bookingId: toId('booking', 'bkg_1') },
  expired: { deadlineAt: at },
  'unknown-resource': {},
  'unknown-booking': {},
  'already-cancelled': {},
  'already-started': {},
  'not-running': {},
  unchanged: {},
  'needs-asking': {},
  'already-asked': {},
  'hold-expired': {},
  'hold-already-extended': {},
  'not-held': {},
  'too-late-to-ask': {},
  'not-approved-yet': {},
  'not-paid-yet': {},
  'not-beside': {},
  'request-lapsed': {},
  'already-answered': {},
  'already-away': {},
  'not-booked-yet': {},
  'check-in-not-open': { opensAt: at },
  missed: {},
  'given-away': {},
  'not-allowed': {},
  'unresolved-bookings': { bookingIds: [toId('booking', 'bkg_1')] },
  'preview-changed': {
    total: 12,
    changed: [{ number: 3, kind: 'refused', refusal: { reason: 'past' } }],
  },
  'basket-item': {
    ...{ item: 1, resourceId: toId('resource', 'res_room'), name: 'Anchor' },
    refusal: { reason: 'past' },
  },
  'extra-gone': {},
  'extra-not-here': { name: 'Lunch' },
  'extra-too-many': { name: 'Lunch', max: 20 },
  'extra-notice': { name: 'Lunch', noticeMinutes: 1440 },
  'addon-none-left': { name: 'Locker' },
  'addon-too-many': { name: 'Locker', max: 2 },
  'addon-dearer': { name: 'Locker', price: money(1500, 'EUR') },
  'addon-members-only': {},
  'unknown-addon': {},
  'unknown-basket': {},
  'unknown-rules': {},
  'unknown-guest': {},
  'guest-too-early': { opensAt: at },
  'series-empty': {},
  'series-backwards': {},
  'series-too-many': { max: 100 },
  'series-too-far': { days: 366 },
  'series-overlap': { maxMinutes: 1440 },
  'unknown-series': {},
  closure: { problem: 'too-far', limit: 1_826 },
  'no-billing': {},
  'unpaid-bill': { isFreeAllowed: true },
  'bills-issued': {},
  'period-runs': { until: toLocalDate('2026-12-01') },
  'unknown-bill': {},
  'not-open': { open: { amountMinor: 4400, currency: 'EUR' } },
  'not-yet': {},
  'not-creditable': { left: { amountMinor: 4400, currency: 'EUR' } },
  'unknown-payer': {},
  'unknown-fund': {},
  'unknown-deposit': {},
  'not-to-card': {},
  'is-disputed': {},
  'not-kept': { left: { amountMinor: 4400, currency: 'EUR' } },
  'no-promo': {},
  'promo-redeemed': {},
  'promo-taken': {},
  'unknown-pass': {},
  'lot-used': { left: 90, unit: 'minutes' },
  'unknown-wait': {},
  'free-now': {},
  'already-waiting': {},
  'too-many-waits': { limit: 20 },
  'order-empty': {},
  'order-too-far': { days: 92 },
  'unknown-ticket': {},
  'too-many-tickets': { max: 20 },
  'ticket-full': {},
  'ticket-taken': {},
  'ticket-went-on': {},
  'unknown-article': {},
  'too-many-articles': { max: 200 },
  'unknown-outage': {},
  'unknown-event': {},
  'event-over': {},
  'event-full': { left: 1 },
  'too-many-guests': { max: 2 },
  'event-promised': { going: 3 },
  'too-many-events': { max: 180 },
  'nobody-comes': {},
  'told-often': { max: 5 },
  'too-many-entries': { max: 20 },
  'unknown-perk': {},
  'too-many-perks': { max: 40 },
  'perk-not-yet': { from: toLocalDate('2026-12-01') },
  'perk-used': { max: 3 },
  'unknown-announcement': {},
  'too-many-announcements': { max: 40 },
  'not-reachable': {},
  'no-messages': {},
  'messages-closed': {},
  'messages-not-taken': {},
  'takes-no-messages': {},
  'blocked-by-you': {},
  'too-many-blocked': { max: 200 },
  'too-many-messages': { max: 120 },
  'too-many-threads': { max: 20 },
  'unknown-message': {},
  'unknown-report': {},
  'report-decided': {},
  'team-money': { per: 'month', max: money(20_000, 'EUR'), used: money(18_000, 'EUR') },
  'in-team': {},
  'in-another-team': {},
  'not-in-team': {},
  'not-invited': {},
  'team-full': { seats: 8 },
  'week-sent': {},
  'reads-team-bills': {},
  'too-many-outages': { max: 40 },
  'setting-changed': {},
  'invalid-setting': { problems: [{ field: 'capacity', code: 'below-one' }] },
  'invalid-plan': { problems: [{ reason: 'overlap', objectIds: ['obj_a', 'obj_b'] }] },
  malformed: {},
  'unknown-kind': {},
}

const reasons = Object.values(refusalReasons)
const refusals = reasons.map((reason) => ({ reason, ...details[reason] }) as Refusal) // one row per reason

test('[B-36] every reason has a sentence of its own, with what it carries filled in', () => {
  const said = refusals.map((refusal) => english.refusal(refusal))
  expect(new Set(said).size).toBe(reasons.length)
  for (const sentence of said) {
    expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
  }
  const named = refusals.find(({ reason }) => reason === 'blocked')
  expect(named && english.refusal(named)).toBe('Out of use at that time: New carpet.')
})

test('[B-36] no refusal names a person, and none is told by a code', () => {
  for (const refusal of refusals) {
    expect(english.refusal(refusal)).not.toMatch(/mem_|bkg_|bki_|res_|[a-z]+-[a-z]+-/)
  }
})

test('[B-07] every state of a wish or booking has a word and a sentence, and only what is booked says so', () => {
  const says = Object.values(bookingViewStates).map((state) => ({
    state,
    text: `${english.states.words[state]} ${english.states.sentences[state]}`,
  }))
  for (const { state, text } of says) {
    expect(text.trim()).not.toBe('')
    const isSaidToBeBooked = /^Booked\b/.test(text) || /(?<!nothing was )\bbooked\.$/i.test(text)
    expect({ [state]: isSaidToBeBooked }).toEqual({ [state]: state === 'confirmed' })
  }
})

test('[F-02] every state of a place has a word of its own', () => {
  const states: readonly AvailabilityState[] = [
    'available',
    'mine',
    'asked',
    'held',
    'busy',
    'blocked',
    'closed',
    'unavailable',
  ]
  expect(new Set(states.map((state) => english.states.availability[state])).size).toBe(8)
})

/** Every text of the catalogue; functions say what they say for plain values. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf)
  return []
}

const sentences = [
  ...textsOf(english).flatMap((text) => text.split(/(?<=[.!?])\s+/)),
  ...refusals.map((refusal) => english.refusal(refusal)),
].filter((text) => text.split(' ').length >= 4)

function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?<=[^aeiouy])e$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}

/** Flesch and Kincaid: the school year in which a text is read without trouble. */
function readingGrade(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.match(/[A-Za-z’']+/g) ?? [])
  const all = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / texts.length) + 11.8 * (all / words.length) - 15.59
}

test('a child of twelve can read the catalogue', () => {
  expect(readingGrade(sentences)).toBeLessThanOrEqual(7)
  expect(
    readingGrade(['Institutional reconciliation necessitates authoritative settlement.']),
  ).toBeGreaterThan(12)
})

test('no sentence runs on: at most 25 words', () => {
  const long = sentences.filter((text) => text.split(/\s+/).length > 25)
  expect(long).toEqual([])
})

test('[D-05] a time that comes twice is said with its pass and its offset', () => {
  const { time } = english.amounts
  expect(time('02:30', { pass: 'first', offsetMinutes: 120 })).toBe('02:30 (first, UTC+2)')
  expect(time('01:30', { pass: 'second', offsetMinutes: -210 })).toBe('01:30 (second, UTC−3:30)')
  expect(time('09:00', null)).toBe('09:00')
})

test('[D-06] four hours of a night whose wall time says three are explained', () => {
  expect(english.amounts.elapsed(240, 180)).toBe('4 hours (clock change)')
  expect(english.amounts.elapsed(240, 240)).toBe('4 hours')
})

test('money is said in the minor units that its currency has', () => {
  const said = english.amounts.money
  expect(said({ amountMinor: 2450, currency: 'EUR' })).toBe('€24.50')
  expect(said({ amountMinor: 2450, currency: 'JPY' })).toBe('¥2,450')
  expect(said({ amountMinor: 0, currency: 'EUR' })).toBe('Included')
})

test('[X-06] the pseudo-locale accents every text and keeps what functions are given', () => {
  const marked = inLanguage('en-XA', english)
  expect(textsOf(marked).filter((text) => /[a-z]/.test(text))).toEqual([])
  expect(textsOf(marked)).toHaveLength(textsOf(english).length)
  expect(marked.refusal({ reason: 'past' })).toMatch(/^\[.*~+\]$/)
})

test('[L-15] a refusal names the time of what is in the way by the clock of the location', () => {
  const conflict = span('2026-11-26', 540, 780)
  expect(english.refusal({ reason: 'booked', conflict }, berlin)).toBe(
    'It is booked by someone else 09:00–13:00.',
  )
})

test('[P-19] [D-72] the hours of a rate are told as people say them', () => {
  const told = (weekdays: readonly Weekday[], from: number, until: number) =>
    english.prices.hours({ weekdays, from, until })
  expect(told([1, 2, 3, 4, 5], 1080, 1320)).toBe('weekdays 18:00–22:00')
  expect(told([7, 6], 0, 1440)).toBe('weekends')
  expect(told([1, 2, 3, 4, 5, 6, 7], 540, 720)).toBe('every day 09:00–12:00')
  expect(told([1, 3], 0, 1440)).toBe('Mon, Wed')
})
