/** What a standing order would look for, day by day, by what the device knows: nothing of it is booked by looking. */
import { findResource } from '../../sites/catalogue.ts'
import type { ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { decideChoice } from '../decide-choice.ts'
import { ownTimesOf } from '../limits/own-time.ts'
import { withLinked } from '../links/linked-spans.ts'
import { groupByResource } from '../occupancy/occupancy.ts'
import type { SettleFacts } from '../settle.ts'
import type { OrderRequest } from '../wishes/wait-requests.ts'
import { openDays } from './order-days.ts'

export interface PreviewedDay {
  readonly date: LocalDate
  /** The first place that is free already; null where all are taken, or the day is not known. */
  readonly freeId: ResourceId | null
  readonly isKnown: boolean
}

export interface OrderPreview {
  readonly days: readonly PreviewedDay[]
  /** How many days more it looks on. */
  readonly more: number
}

/** Days told one by one; the rest is a number. */
const TOLD_MAX = 6

export function previewOrder(
  order: OrderRequest,
  facts: SettleFacts,
  isKnown: (date: LocalDate) => boolean,
  now: Instant,
): OrderPreview {
  const { catalogue, member } = facts
  const byResource = groupByResource(withLinked(catalogue, facts.occupied))
  const ownTimes = ownTimesOf(catalogue, facts.ownBookings)
  const all = openDays({ ...order, had: [] }, catalogue.zone, now)
  const days = all.slice(0, TOLD_MAX).map(({ date, interval }): PreviewedDay => {
    const free = order.resourceIds.find((id) => {
      const resource = findResource(catalogue, id)
      if (resource === null || !isKnown(date)) return false
      const occupied = byResource.get(id) ?? []
      const wish = { catalogue, member, resource, interval, people: order.people, occupied }
      const answer = decideChoice({ ...wish, ownTimes, preferredUnit: null, now })
      return answer.kind === 'fits' && answer.price.amountMinor <= order.ceiling.amountMinor
    })
    return { date, freeId: free ?? null, isKnown: isKnown(date) }
  })
  return { days, more: all.length - days.length }
}
