import type { Allowance } from '../../memberships/allowance.ts'
import type { Quota } from '../../memberships/quota.ts'
import type { Tier } from '../../memberships/tier.ts'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import { type ResourceId, type TierId, toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'

export const hotDeskTier = toId('tier', 'tie_hot-desk')
export const dedicatedDeskTier = toId('tier', 'tie_dedicated-desk')
export const officeTeamTier = toId('tier', 'tie_office-team')

const everyday: readonly ResourceKind[] = [
  'hot-desk',
  'meeting-room',
  'phone-booth',
  'event-hall',
  'private-office',
  'equipment',
]

/** Teams plan together and change their minds together: whatever they book, the evening before is early enough. */
const officeTeamCancellation: CancellationPolicy = {
  steps: [{ hoursBefore: 12, refundPercent: 100 }],
  graceMinutes: 15,
  freeMoveHoursBefore: 2,
  noShowRefundPercent: 0,
}

function hours(kind: ResourceKind, per: Quota['per'], max: number): Quota {
  return { id: `${kind}-a-${per}`, kinds: [kind], per, unit: 'minutes', max: max * 60 }
}

/** Six hours of rooms a month come with a hot desk. */
const sixHoursOfRooms: Allowance = {
  ...{ id: 'rooms', kinds: ['meeting-room'], unit: 'minutes', amount: 360 },
  ...{ per: 'month', startsOnDay: 1, rollover: null },
}

/** Cameras and projectors for four hours a month; what is left of a month is good for two more. */
const fourHoursOfEquipment: Allowance = {
  ...{ id: 'equipment', kinds: ['equipment'], unit: 'minutes', amount: 240 },
  ...{ per: 'month', startsOnDay: 1 },
  rollover: { periods: 2, amountMax: 180, from: toLocalDate('2026-01-01') },
}

export const tiers: readonly Tier[] = [
  {
    id: hotDeskTier,
    name: 'Hot desk',
    kinds: everyday,
    advanceLimits: [{ kind: 'calendar-days', days: 28 }],
    maxMinutes: null,
    cancellation: null,
    quotas: [hours('meeting-room', 'week', 10), hours('phone-booth', 'day', 2)],
    allowances: [sixHoursOfRooms],
  },
  {
    id: dedicatedDeskTier,
    name: 'Dedicated desk',
    kinds: [...everyday, 'dedicated-desk'],
    advanceLimits: [{ kind: 'calendar-days', days: 60 }],
    maxMinutes: null,
    cancellation: null,
    quotas: [hours('meeting-room', 'week', 20)],
    allowances: [fourHoursOfEquipment],
  },
  {
    id: officeTeamTier,
    name: 'Office team',
    kinds: everyday,
    advanceLimits: [{ kind: 'calendar-days', days: 90 }],
    maxMinutes: null,
    cancellation: officeTeamCancellation,
    quotas: [],
    allowances: [],
  },
]

type Price = readonly [hourMinor: number, dayMinor: number | null, halfDayMinor?: number | null]

function forKind(site: string, kind: ResourceKind, tierId: TierId | null, price: Price): RateRow {
  return row(`${site}-${kind}-${tierId ?? 'all'}`, null, kind, tierId, price)
}

function forResource(site: string, resourceId: ResourceId, price: Price): RateRow {
  return row(`${site}-${resourceId}`, resourceId, null, null, price)
}

function row(
  id: string,
  resourceId: ResourceId | null,
  kind: ResourceKind | null,
  tierId: TierId | null,
  [hourMinor, dayMinor, halfDayMinor = null]: Price,
): RateRow {
  return {
    id: `rat_${id}`,
    resourceId,
    kind,
    tierId,
    hours: null,
    priority: 0,
    hourMinor,
    halfDayMinor,
    dayMinor,
    isPrepaid: false,
  }
}

/** Whoever has an event pays for its place when they book it. */
function prepaid(rate: RateRow): RateRow {
  return { ...rate, isPrepaid: true }
}

/** Euro cents. A phone booth is part of every membership. */
export const harbourRates: readonly RateRow[] = [
  forKind('loft', 'hot-desk', null, [400, 2400]),
  forKind('loft', 'hot-desk', dedicatedDeskTier, [300, 1800]),
  forKind('loft', 'hot-desk', officeTeamTier, [300, 1800]),
  forResource('loft', toId('resource', 'res_flex'), [300, 1800, 1200]),
  forKind('loft', 'meeting-room', null, [2200, 14_000]),
  forResource('loft', toId('resource', 'res_room-compass'), [2800, 18_000]),
  forResource('loft', toId('resource', 'res_room-ebb'), [3600, 24_000]),
  forKind('loft', 'phone-booth', null, [0, 0]),
  forKind('loft', 'equipment', null, [500, 2000]),
  prepaid(forKind('loft', 'event-hall', null, [12_000, 80_000])),
  prepaid(forResource('loft', toId('resource', 'res_hall-north'), [7000, 45_000])),
  prepaid(forResource('loft', toId('resource', 'res_hall-south'), [7000, 45_000])),
  forKind('loft', 'dedicated-desk', null, [0, 0]),
  forKind('loft', 'private-office', null, [0, 0]),
  forResource('loft', toId('resource', 'res_office-east'), [0, 12_000, 7000]),
]

/** Pence. */
export const pierRates: readonly RateRow[] = [
  forKind('pier', 'hot-desk', null, [350, 2200]),
  forKind('pier', 'meeting-room', null, [2000, 12_000]),
  forKind('pier', 'phone-booth', null, [0, 0]),
]
