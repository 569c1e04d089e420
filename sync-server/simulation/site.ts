/**
 * A space so small that everybody is in everybody's way: three desks, of which one is checked in to, a table of two places, a hall that is
 * held for a minute, and a studio that the team gives away within a minute or not at all.
 */
import type { Member } from '../../domain/memberships/member.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import { noTeamLimits } from '../../domain/memberships/team-limits.ts'
import type { Tier } from '../../domain/memberships/tier.ts'
import { noBilling } from '../../domain/sites/billing-settings.ts'
import { type BookingRules, usualCheckIn } from '../../domain/sites/booking-rules.ts'
import { freeUntilStart } from '../../domain/sites/cancellation-policy.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { usualGuests } from '../../domain/sites/guest-settings.ts'
import { usualNews } from '../../domain/sites/news-settings.ts'
import type { OpenSpan } from '../../domain/sites/opening-hours.ts'
import { usualPasses } from '../../domain/sites/pass-offer.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { toId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { makeZoneTable } from '../sites/zone-table.ts'

/** Tuesday, 09:00 in Hamburg. */
export const startOfWorld: Instant = toInstant(Date.UTC(2026, 10, 24, 8))
/** Days that can be booked; the second is of another week for the occupancy documents. */
export const bookableDays: readonly LocalDate[] = [
  toLocalDate('2026-11-26'),
  toLocalDate('2026-12-01'),
]
/** From one to the other, so that the dates of a series are in the way of everything else. */
export const SERIES_EVERY_DAYS = 5
export const weeks = ['2026-W48', '2026-W49'] as const

const siteId = toId('site', 'sit_harbour-loft')
const always: readonly OpenSpan[] = [{ opens: 0, closes: 1440 }]
const rules: BookingRules = {
  granularities: [{ kind: 'hour' }],
  minMinutes: 30,
  maxMinutes: 600,
  incrementMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  advanceLimits: [],
  cancellation: freeUntilStart,
  checkIn: null,
}
const desk: Resource = {
  id: toId('resource', 'res_desk-1'),
  siteId,
  floorId: toId('floor', 'flr_loft'),
  kind: 'hot-desk',
  name: 'Desk 1',
  zoneName: 'Quayside',
  mode: { kind: 'exclusive' },
  capacity: 1,
  amenities: [],
  rules,
  hours: null,
  holdMinutes: null,
  approvalMinutes: null,
  partOf: null,
  isBookable: true,
  absences: [],
  photos: [],
}
export const studio: Resource = {
  ...desk,
  id: toId('resource', 'res_studio'),
  kind: 'event-hall',
  name: 'Studio',
  capacity: 8,
  approvalMinutes: 1,
}
const tier: Tier = {
  id: toId('tier', 'tie_hot-desk'),
  name: 'Hot desk',
  kinds: ['hot-desk', 'event-hall'],
  advanceLimits: [],
  maxMinutes: null,
  cancellation: null,
  quotas: [],
  allowances: [],
}
/** Who changes to it may have no desk any more. */
const hallTier: Tier = {
  ...tier,
  id: toId('tier', 'tie_hall'),
  name: 'Hall',
  kinds: ['event-hall'],
}

export const catalogue: Catalogue = {
  site: {
    id: siteId,
    name: 'Harbour Loft',
    address: 'Am Sandtorkai 12, Hamburg',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    hours: [always, always, always, always, always, always, always],
    houseRules: [],
    passes: usualPasses,
    billing: noBilling,
    membersFindEachOther: true,
    hasDirectory: true,
    hasMessages: true,
    news: usualNews,
    guests: usualGuests,
    floors: [],
    extras: [],
  },
  zone: makeZoneTable('Europe/Berlin', new Date(startOfWorld)),
  resources: [
    desk,
    { ...desk, id: toId('resource', 'res_desk-2'), name: 'Desk 2' },
    {
      ...desk,
      id: toId('resource', 'res_desk-3'),
      name: 'Desk 3',
      rules: { ...rules, checkIn: usualCheckIn },
    },
    { ...desk, id: toId('resource', 'res_table'), name: 'Table', mode: { kind: 'pool', units: 2 } },
    {
      ...desk,
      id: toId('resource', 'res_hall'),
      kind: 'event-hall',
      name: 'Hall',
      capacity: 50,
      holdMinutes: 1,
    },
    studio,
  ],
  former: [],
  closures: [],
  tiers: [tier, hallTier],
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
      id: 'rat_any',
      resourceId: null,
      kind: null,
      tierId: null,
      hours: null,
      priority: 0,
      hourMinor: 9000,
      halfDayMinor: null,
      dayMinor: null,
      isPrepaid: false,
    },
  ],
}

function member(name: string, role: Member['role']): Member {
  return {
    id: toId('member', `mem_${name}`),
    name: `${name}-by-name`,
    email: `${name}@harbourloft.example`,
    role,
    tierId: tier.id,
    tierSince: null,
    memberships: [],
    consents: [],
    isFindable: false,
    unpaid: [],
    news: usualNewsChoice,
    teamId: null,
    teamLimits: noTeamLimits,
    siteIds: [siteId],
    assigned: [],
  }
}

/** Seven who book, and one who runs the place. */
export const bookers: readonly Member[] = ['ada', 'ben', 'chi', 'dev', 'eli', 'fay', 'gus'].map(
  (name) => member(name, 'member'),
)
export const operator: Member = member('mara', 'manager')
export const everybody: readonly Member[] = [...bookers, operator]
