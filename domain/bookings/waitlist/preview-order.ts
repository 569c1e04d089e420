/** What a standing order would look for, day by day, by what the device knows: nothing of it is booked by looking. */
import { findResource } from '../../sites/catalogue.ts'
import type { ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { type ChoiceAnswer, decideChoice } from '../decide-choice.ts'
import { ownTimesOf } from '../limits/own-time.ts'
import { withLinked } from '../links/linked-spans.ts'
import { groupByResource } from '../occupancy/occupancy.ts'
import type { SettleFacts } from '../settle.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { OrderRequest } from '../wishes/wait-requests.ts'
import { mayWaitAfter } from './may-wait.ts'
import { openDays } from './order-days.ts'

export interface PreviewedDay {
  readonly date: LocalDate
  readonly answer: PreviewedAnswer
}

export type PreviewedAnswer =
  /** The first place that is free already. */
  | { readonly kind: 'free'; readonly resourceId: ResourceId }
  /** Somebody has one of them, and may let it go. */
  | { readonly kind: 'taken' }
  /** What is free costs more than it may. */
  | { readonly kind: 'too-dear'; readonly price: Money }
  /** None could be booked if it were free: as things stand nothing comes of waiting for that day. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown' }

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
    if (!isKnown(date)) return { date, answer: { kind: 'unknown' } }
    const decided = order.resourceIds.flatMap((id) => {
      const resource = findResource(catalogue, id)
      if (resource === null) return []
      const occupied = byResource.get(id) ?? []
      const wish = { catalogue, member, resource, interval, people: order.people, occupied }
      return { id, answer: decideChoice({ ...wish, ownTimes, preferredUnit: null, now }) }
    })
    return { date, answer: answerOf(decided, order.ceiling) }
  })
  return { days, more: all.length - days.length }
}

/** Nothing comes of it on any day, as hours and rules are now; a day too far ahead comes closer. */
export function isInVain({ days, more }: OrderPreview): boolean {
  const isNone = ({ answer }: PreviewedDay) =>
    answer.kind === 'refused' && answer.refusal.reason !== 'too-far'
  return more === 0 && days.length > 0 && days.every(isNone)
}

interface Decided {
  readonly id: ResourceId
  readonly answer: ChoiceAnswer
}

/** What is free comes first, at whatever price, then what waiting can bring, then what stands in its way. */
function answerOf(decided: readonly Decided[], { amountMinor: most }: Money): PreviewedAnswer {
  const prices: Money[] = []
  for (const { id, answer } of decided) {
    if (answer.kind !== 'fits') continue
    if (answer.price.amountMinor <= most) return { kind: 'free', resourceId: id }
    prices.push(answer.price)
  }
  const refusals = decided.flatMap(({ answer }) =>
    answer.kind === 'refused' ? answer.refusal : [],
  )
  const [cheapest] = prices.toSorted((a, b) => a.amountMinor - b.amountMinor)
  if (cheapest !== undefined) return { kind: 'too-dear', price: cheapest }
  if (refusals.some(mayWaitAfter)) return { kind: 'taken' }
  const [refusal] = refusals
  return refusal === undefined ? { kind: 'taken' } : { kind: 'refused', refusal }
}
