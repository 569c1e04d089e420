/**
 * Whether a membership includes one more booking, and what is left of it. The device asks with what it knows of its member, the
 * settlement with the tables: the same function, so the same sentence.
 */
import type { CountedQuota, Quota } from '../../memberships/quota.ts'
import type { Tier } from '../../memberships/tier.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import {
  durationMinutes,
  type Interval,
  includes,
  intersection,
  overlaps,
} from '../../values/interval.ts'
import type { ZoneTable } from '../../values/zone.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { OwnTime } from './own-time.ts'
import { periodsOf } from './quota-periods.ts'

export interface QuotaInput {
  readonly zone: ZoneTable
  /** Null for staff without a membership: nothing is counted. */
  readonly tier: Tier | null
  readonly kind: ResourceKind
  readonly interval: Interval
  readonly ownTimes: readonly OwnTime[]
}

/** The first quota of the tier that the wish would exceed in any period it touches, or null. */
export function checkQuotas(input: QuotaInput): Refusal | null {
  const quotas: readonly CountedQuota[] = input.tier?.quotas ?? []
  for (const quota of quotas) {
    if (!quota.kinds.includes(input.kind)) continue
    const used = exceededBy(quota, input)
    if (used === null) continue
    const { kinds, per, unit, max, isTeams } = quota
    const whose = isTeams ? { isTeams } : {}
    return { reason: 'quota', limit: max, quota: { kinds, per, unit, used, ...whose } }
  }
  return null
}

/** What is used already of the period in which the wish is too much; null where it fits. */
function exceededBy(quota: Quota, { zone, interval, ownTimes }: QuotaInput): number | null {
  for (const period of periodsOf(zone, quota.per, interval)) {
    const used = usedOf(quota, ownTimes, period)
    const wanted = isInMinutes(quota) ? minutesWithin(interval, period) : 1
    if (used + wanted > quota.max) return used
  }
  return null
}

/** How much of a quota is used in one of its periods. */
export function usedOf(quota: Quota, ownTimes: readonly OwnTime[], period: Interval): number {
  const own = ownTimes
    .filter(({ kind, interval }) => quota.kinds.includes(kind) && overlaps(interval, period))
    .map(({ interval }) => interval)
  if (quota.per === 'concurrent') return mostAtOnce(own, period)
  if (!isInMinutes(quota)) return own.length
  return own.reduce((sum, interval) => sum + minutesWithin(interval, period), 0)
}

function isInMinutes({ per, unit }: Quota): boolean {
  return unit === 'minutes' && per !== 'concurrent'
}

function minutesWithin(interval: Interval, period: Interval): number {
  const part = intersection(interval, period)
  return part === null ? 0 : durationMinutes(part)
}

/** The most of them at any moment of the period: it is reached where the period begins, or where one of them does. */
function mostAtOnce(own: readonly Interval[], period: Interval): number {
  const moments = [period.startsAt, ...own.map(({ startsAt }) => startsAt)]
  const counts = moments
    .filter((moment) => includes(period, moment))
    .map((moment) => own.filter((interval) => includes(interval, moment)).length)
  return Math.max(0, ...counts)
}

export interface QuotaLeft {
  readonly quota: Quota
  /** Of the period that runs; what was booked before the limit was set can make it less than nothing, which is said as nothing. */
  readonly left: number
}

/** What a membership still includes at a moment, in the order of its quotas. */
export function quotasLeft(
  { zone, tier, ownTimes }: Omit<QuotaInput, 'kind' | 'interval'>,
  moment: Interval,
): readonly QuotaLeft[] {
  return (tier?.quotas ?? []).flatMap((quota) => {
    const [period] = periodsOf(zone, quota.per, moment)
    if (period === undefined) return []
    return [{ quota, left: Math.max(0, quota.max - usedOf(quota, ownTimes, period)) }]
  })
}
