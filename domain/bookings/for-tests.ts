/** A small site for tests: Europe/Berlin with both clock changes of 2026, a desk, a room with a buffer, a pool of two. */

import type { Member } from '../memberships/member.ts'
import { usualNewsChoice } from '../memberships/news-choice.ts'
import { noTeamLimits } from '../memberships/team-limits.ts'
import type { Tier } from '../memberships/tier.ts'
import { noBilling } from '../sites/billing-settings.ts'
import type { BookingRules } from '../sites/booking-rules.ts'
import { freeUntilStart } from '../sites/cancellation-policy.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { usualGuests } from '../sites/guest-settings.ts'
import { usualNews } from '../sites/news-settings.ts'
import type { OpenSpan } from '../sites/opening-hours.ts'
import { usualPasses } from '../sites/pass-offer.ts'
import type { Resource } from '../sites/resource.ts'
import { berlin } from '../values/for-tests.ts'
import { type ResourceId, toId } from '../values/ids.ts'
import { type Instant, toInstant } from '../values/instant.ts'
import { type Interval, toInterval } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import { instantOf } from '../values/zone.ts'
import type { Asker, Cancelling } from './change-booking.ts'
import type { Occupied, OccupiedState } from './occupancy/occupancy.ts'
import { choiceAt } from './wishes/choice.ts'
import type { BookingRequest, Intent } from './wishes/intent.ts'

const always: readonly OpenSpan[] = [{ opens: 0, closes: 1440 }]

export const freeRules: BookingRules = {
  granularities: [{ kind: 'hour' }],
  minMinutes: 15,
  maxMinutes: 31 * 1440,
  incrementMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  advanceLimits: [],
  cancellation: freeUntilStart,
  checkIn: null,
}

export const hotDesk: Tier = {
  id: toId('tier', 'tie_hot'),
  name: 'Hot desk',
  kinds: ['hot-desk', 'meeting-room'],
  advanceLimits: [],
  maxMinutes: null,
  cancellation: null,
  quotas: [],
  allowances: [],
}

function resource(id: string, more: Partial<Resource>): Resource {
  return {
    id: toId('resource', id),
    siteId: toId('site', 'sit_harbour-loft'),
    floorId: toId('floor', 'flr_loft'),
    kind: 'hot-desk',
    name: id,
    zoneName: 'Quayside',
    mode: { kind: 'exclusive' },
    capacity: 1,
    amenities: [],
    rules: freeRules,
    hours: null,
    holdMinutes: null,
    approvalMinutes: null,
    partOf: null,
    isBookable: true,
    absences: [],
    photos: [],
    ...more,
  }
}

export const desk1 = resource('res_desk-1', { name: 'Desk 1' })
export const desk2 = resource('res_desk-2', { name: 'Desk 2' })
export const room = resource('res_room', {
  name: 'Anchor',
  kind: 'meeting-room',
  zoneName: 'Rooms',
  capacity: 6,
})
export const pool = resource('res_pool', { name: 'Long table', mode: { kind: 'pool', units: 2 } })
export const dedicated = resource('res_own', {
  name: 'Desk 33',
  kind: 'dedicated-desk',
  mode: { kind: 'assigned' },
})

export const harbour: Catalogue = {
  site: {
    id: toId('site', 'sit_harbour-loft'),
    name: 'Harbour Loft',
    address: 'Am Sandtorkai 12, Hamburg',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    hours: [always, always, always, always, always, always, always],
    floors: [],
    extras: [],
    houseRules: [],
    passes: usualPasses,
    billing: noBilling,
    membersFindEachOther: true,
    hasDirectory: true,
    hasMessages: true,
    news: usualNews,
    guests: usualGuests,
  },
  zone: berlin,
  resources: [desk1, desk2, room, pool, dedicated],
  former: [],
  closures: [],
  tiers: [hotDesk],
  rates: [
    {
      id: 'rat_desk',
      resourceId: null,
      kind: 'hot-desk',
      tierId: null,
      hours: null,
      priority: 0,
      hourMinor: 400,
      halfDayMinor: null,
      dayMinor: 2400,
      isPrepaid: false,
    },
    {
      id: 'rat_room',
      resourceId: null,
      kind: 'meeting-room',
      tierId: null,
      hours: null,
      priority: 0,
      hourMinor: 2200,
      halfDayMinor: null,
      dayMinor: null,
      isPrepaid: false,
    },
  ],
}

/** The site with one resource changed. */
export function harbourWith(changed: Resource): Catalogue {
  return {
    ...harbour,
    resources: harbour.resources.map((one) => (one.id === changed.id ? changed : one)),
  }
}

export const ada: Member = {
  id: toId('member', 'mem_ada'),
  name: 'Ada',
  email: 'ada@harbourloft.example',
  role: 'member',
  tierId: hotDesk.id,
  tierSince: null,
  memberships: [],
  consents: [],
  isFindable: false,
  unpaid: [],
  news: usualNewsChoice,
  teamId: null,
  teamLimits: noTeamLimits,
  siteIds: [harbour.site.id],
  assigned: [],
}

/** `at('2026-11-26', 540)` is 09:00 of that day in Berlin. */
export function at(date: string, minute: number): Instant {
  return instantOf(berlin, { date: toLocalDate(date), minute })
}

export function span(date: string, from: number, until: number): Interval {
  return toInterval(at(date, from), at(date, until))
}

export function taken(
  place: Resource,
  interval: Interval,
  unit = 1,
  state: OccupiedState = 'booked',
): Occupied {
  return { resourceId: place.id, unit, interval, state }
}

let wishes = 0

export function wish(
  place: Resource,
  interval: Interval,
  more: Partial<BookingRequest> = {},
): Intent<'booking.request'> {
  wishes += 1
  return {
    v: 1,
    id: toId('intent', `bki_${wishes}`),
    kind: 'booking.request',
    device: toId('device', 'dev_phone'),
    seq: wishes,
    madeAt: toInstant(Date.UTC(2026, 10, 24, 8)),
    heardAt: null,
    deadlineAt: interval.endsAt,
    body: {
      siteId: harbour.site.id,
      choice: choiceAt(harbour, place.id, interval),
      fallbacks: [],
      takeNearest: false,
      people: 1,
      note: '',
      quote: { amountMinor: 1_000_000, currency: 'EUR' },
      ceiling: null,
      forMemberId: null,
      guests: [],
      override: null,
      payWith: 'personal',
      ...more,
    },
  }
}

/** Cancelling as of the moment itself. */
export function by(asker: Asker, at: Instant): Cancelling {
  return { asker, isWaived: asker === 'space', effectiveAt: at }
}

export function noDistance(_from: ResourceId, _to: ResourceId): number | null {
  return null
}
