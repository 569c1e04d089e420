/** The two locations of the sample space: nothing may assume one time zone or one currency. */

import { noBilling } from '../../sites/billing-settings.ts'
import type { Extra } from '../../sites/extra.ts'
import { usualGuests } from '../../sites/guest-settings.ts'
import type { HouseRules } from '../../sites/house-rules.ts'
import { usualNews } from '../../sites/news-settings.ts'
import type { Closure, OpeningHours, OpenSpan } from '../../sites/opening-hours.ts'
import { type PassOffer, usualPasses } from '../../sites/pass-offer.ts'
import type { Site } from '../../sites/site.ts'
import { toId } from '../../values/ids.ts'
import { addDays, type LocalDate, toLocalDate } from '../../values/local-date.ts'
import { loftBilling } from './billing.ts'

export const harbourLoftId = toId('site', 'sit_harbour-loft')
export const pierStudioId = toId('site', 'sit_pier-studio')
export const loftFloorId = toId('floor', 'flr_loft')
export const pierFloorId = toId('floor', 'flr_pier')
export const pierGalleryFloorId = toId('floor', 'flr_pier-gallery')

const weekday: readonly OpenSpan[] = [{ opens: 7 * 60, closes: 22 * 60 }]
const weekend: readonly OpenSpan[] = [{ opens: 9 * 60, closes: 20 * 60 }]
const loftHours: OpeningHours = [weekday, weekday, weekday, weekday, weekday, weekend, weekend]

const office: readonly OpenSpan[] = [{ opens: 8 * 60, closes: 19 * 60 }]
const pierHours: OpeningHours = [office, office, office, office, office, [], []]

const forMeetings = ['meeting-room', 'event-hall', 'private-office'] as const

const withBooking = { per: 'booking', stock: null } as const
const byMonth = { per: 'month', noticeMinutes: 0, kinds: [] } as const

/** Euro cents. Lunch is ordered the day before. */
const loftExtras: readonly Extra[] = [
  {
    ...{ id: toId('extra', 'ext_coffee'), name: 'Coffee and tea', kinds: forMeetings },
    ...{ ...withBooking, priceMinor: 350, maxCount: 80, noticeMinutes: 60 },
  },
  {
    ...{ id: toId('extra', 'ext_lunch'), name: 'Lunch', kinds: forMeetings },
    ...{ ...withBooking, priceMinor: 1450, maxCount: 80, noticeMinutes: 24 * 60 },
  },
  {
    ...{ id: toId('extra', 'ext_flip-chart'), name: 'Flip chart', kinds: forMeetings },
    ...{ ...withBooking, priceMinor: 500, maxCount: 2, noticeMinutes: 0 },
  },
  {
    ...{ ...byMonth, id: toId('extra', 'ext_locker'), name: 'Locker' },
    ...{ priceMinor: 1500, stock: 12, maxCount: 2 },
  },
  {
    ...{ ...byMonth, id: toId('extra', 'ext_mail'), name: 'Mail address' },
    ...{ priceMinor: 2900, stock: null, maxCount: 1 },
  },
]

const loftPasses: readonly PassOffer[] = [
  pass('ten-entries', '10-entry pass', ['hot-desk'], 'entries', 10, 16_000, null),
  pass('day', 'Day pass', ['hot-desk'], 'days', 1, 2200, 30),
  pass('half-day', 'Half-day pass', ['hot-desk'], 'half-days', 1, 1400, 30),
  pass('rooms', '10 hours of rooms', ['meeting-room'], 'minutes', 600, 18_000, 180),
]

function pass(
  id: string,
  name: string,
  kinds: PassOffer['kinds'],
  unit: PassOffer['unit'],
  amount: number,
  priceMinor: number,
  validDays: number | null,
): PassOffer {
  return { id: toId('pass', `pas_${id}`), name, kinds, unit, amount, priceMinor, validDays }
}

const loftRules: readonly HouseRules[] = [
  {
    version: 1,
    takesEffectOn: toLocalDate('2026-01-01'),
    text: [
      'Leave a place as you would like to find it: wipe the board, take your cups along.',
      'Calls belong into booths and rooms, not to desks.',
      'Guests are welcome. Name them with your booking and let them in yourself.',
      'Whoever is last switches off the lights and shuts the windows.',
    ].join('\n'),
  },
]

export const harbourLoft: Site = {
  id: harbourLoftId,
  name: 'Harbour Loft',
  address: 'Am Sandtorkai 12, 20457 Hamburg',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  hours: loftHours,
  floors: [{ id: loftFloorId, name: 'Loft', planVersion: 1 }],
  extras: loftExtras,
  houseRules: loftRules,
  passes: { ...usualPasses, offers: loftPasses },
  billing: loftBilling,
  membersFindEachOther: true,
  hasDirectory: true,
  hasMessages: true,
  news: { ...usualNews, languages: ['de'] },
  guests: {
    ...usualGuests,
    consent:
      'I follow the house rules, and I know that the loft notes my name and when I came in case of a fire.',
  },
}

export const pierStudio: Site = {
  id: pierStudioId,
  name: 'Pier Studio',
  address: '4 Wapping Wall, London E1W 3SG',
  zone: 'Europe/London',
  currency: 'GBP',
  hours: pierHours,
  floors: [
    { id: pierFloorId, name: 'Ground floor', planVersion: 1 },
    { id: pierGalleryFloorId, name: 'Gallery', planVersion: 1 },
  ],
  extras: [],
  houseRules: [],
  passes: usualPasses,
  billing: noBilling,
  membersFindEachOther: true,
  hasDirectory: true,
  hasMessages: true,
  news: usualNews,
  guests: usualGuests,
}

/** A holiday in the third week and a morning of works on one room, relative to the Monday of the sample. */
export function harbourClosures(monday: LocalDate): readonly Closure[] {
  const festival = addDays(monday, 16)
  const works = addDays(monday, 9)
  return [
    {
      id: toId('closure', 'clo_harbour-festival'),
      eventId: null,
      name: 'Harbour festival',
      resourceIds: null,
      from: { date: festival, minute: 0 },
      until: { date: addDays(festival, 1), minute: 0 },
    },
    {
      id: toId('closure', 'clo_screen-fitting'),
      eventId: null,
      name: 'New screen being fitted',
      resourceIds: [toId('resource', 'res_room-drift')],
      from: { date: works, minute: 8 * 60 },
      until: { date: works, minute: 12 * 60 },
    },
  ]
}

/** How its members get online and in. */
export const harbourAccess = { network: 'Harbour Loft', code: 'quay-side-7', door: '4711' } as const
