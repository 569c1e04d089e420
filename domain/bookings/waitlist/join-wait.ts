/** A member waits for a place, or leaves a standing order: the device predicts with it, the server decides with it. */
import { tierOf } from '../../memberships/tier-of.ts'
import { findResource } from '../../sites/catalogue.ts'
import { type IntentId, type ResourceId, waitIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { addDays } from '../../values/local-date.ts'
import { zero } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import type { SeriesPlace } from '../booking.ts'
import { checkPeople } from '../booking-rules.ts'
import { wallOf } from '../series/series.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { resolveChoice } from '../wishes/choice.ts'
import { granted } from '../wishes/granted.ts'
import type { Choice, Intent } from '../wishes/intent.ts'
import type { Alternative, Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { OrderRequest, WaitRequest } from '../wishes/wait-requests.ts'
import { wishFor } from './give-place.ts'
import { mayWaitAfter } from './may-wait.ts'
import { daysOf, openDays } from './order-days.ts'
import { isOpen, isOrder, type Standing, type Wait, type WaitFacts } from './wait.ts'

export interface WaitDecision {
  readonly outcome: Outcome
  readonly wait: Wait | null
}

export interface WaitingFacts extends SettleFacts {
  /** The member's own waits and standing orders, whatever became of them. */
  readonly ownWaits: readonly Wait[]
}

export function joinWait(
  intent: Intent<'wait.join'>,
  facts: WaitingFacts,
  now: Instant,
): WaitDecision {
  const { id, deadlineAt, body } = intent
  if (deadlineAt < now) return refuse({ reason: 'expired', deadlineAt })
  return waitFor(id, { ...body, ...byItself }, null, facts, now)
}

/** What a wait says that is not for a date of a series. */
const byItself = { note: '', payWith: 'personal' } as const

/** What is free now is to be booked, not waited for. */
export function waitFor(
  id: IntentId,
  body: WaitRequest & Pick<WaitFacts, 'note' | 'payWith'>,
  series: SeriesPlace | null,
  facts: WaitingFacts,
  now: Instant,
): WaitDecision {
  const { choice, siteId, people, ceiling, note, payWith } = body
  const waits = facts.ownWaits.filter((one) => isOpen(one, now) && !isOrder(one))
  const limit = limits.waitsPerMemberMax
  if (waits.length >= limit) return refuse({ reason: 'too-many-waits', limit })
  const resolved = resolveChoice(facts.catalogue.zone, choice)
  if (resolved.kind === 'refused') return refuse(resolved.refusal)
  const { interval } = resolved
  if (waits.some((one) => isFor(one, choice.resourceId, interval))) {
    return refuse({ reason: 'already-waiting' })
  }
  const quote = zero(facts.catalogue.site.currency)
  const wish = wishFor(id, { siteId, choice, people, quote, note, payWith }, now)
  const { outcome } = settle(wish, facts, now, () => [])
  if (outcome.kind !== 'refused') return refuse({ reason: 'free-now' }, freeNow(outcome, choice))
  if (!mayWaitAfter(outcome.refusal)) return refuse(outcome.refusal)
  const { zone } = facts.catalogue
  return yes({
    ...{ id: waitIdOf(id), intentId: id, siteId, memberId: facts.member.id },
    resourceIds: [choice.resourceId],
    interval,
    wall: { start: toWallTime(zone, interval.startsAt), end: toWallTime(zone, interval.endsAt) },
    ...{ people, note, payWith, ceiling, series, standing: null, joinedAt: now, state: 'waiting' },
  })
}

export function isFor(
  { resourceIds, interval }: Wait,
  wanted: ResourceId,
  wished: Interval,
): boolean {
  return (
    resourceIds.includes(wanted) &&
    interval.startsAt === wished.startsAt &&
    interval.endsAt === wished.endsAt
  )
}

function freeNow(outcome: Outcome, choice: Choice): readonly Alternative[] {
  if (outcome.kind === 'ask-again') return [{ choice, price: outcome.price }]
  const price = outcome.kind === 'confirmed' || outcome.kind === 'held' ? outcome.price : null
  return price === null ? [] : [{ choice, price }]
}

/** Nothing is booked by placing it: it is carried out as places become free. */
export function placeOrder(
  intent: Intent<'order.place'>,
  facts: WaitingFacts,
  now: Instant,
): WaitDecision {
  const { id, deadlineAt, body } = intent
  if (deadlineAt < now) return refuse({ reason: 'expired', deadlineAt })
  const refusal = checkOrder(body, facts, now)
  if (refusal !== null) return refuse(refusal)
  const { zone } = facts.catalogue
  const { siteId, resourceIds, people, ceiling, ...rule } = body
  const standing: Standing = { ...rule, had: [] }
  const days = daysOf(standing, zone)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return refuse({ reason: 'order-empty' })
  return yes({
    ...{ id: waitIdOf(id), intentId: id, siteId, memberId: facts.member.id },
    ...{ resourceIds, people, ceiling, standing },
    interval: { startsAt: first.interval.startsAt, endsAt: last.interval.endsAt },
    wall: {
      start: wallOf(first.date, standing.span).start,
      end: wallOf(last.date, standing.span).end,
    },
    ...{ ...byItself, series: null, joinedAt: now, state: 'waiting' },
  })
}

/** What no day can change; whether a day's place is to be had is seen when it becomes free. */
export function checkOrder(
  order: OrderRequest,
  { catalogue, member, ownWaits }: Pick<WaitingFacts, 'catalogue' | 'member' | 'ownWaits'>,
  now: Instant,
): Refusal | null {
  const limit = limits.ordersPerMemberMax
  const orders = ownWaits.filter((one) => isOpen(one, now) && isOrder(one))
  if (orders.length >= limit) return { reason: 'too-many-waits', limit }
  const today = toWallTime(catalogue.zone, now).date
  const days = limits.orderDaysMax
  if (order.from < today || order.until > addDays(today, days)) {
    return { reason: 'order-too-far', days }
  }
  if (openDays({ ...order, had: [] }, catalogue.zone, now).length === 0) {
    return { reason: 'order-empty' }
  }
  const tier = tierOf(catalogue.tiers, member)
  for (const id of order.resourceIds) {
    const resource = findResource(catalogue, id)
    if (resource === null) return { reason: 'unknown-resource' }
    // What is held by contract may be had while its holder is away, as what a hot desk is.
    const isHeld = resource.mode.kind === 'assigned'
    if (!isHeld && tier !== null && !tier.kinds.includes(resource.kind)) return { reason: 'tier' }
    const refusal = checkPeople({ resource, people: order.people })
    if (refusal !== null) return refusal
  }
  return null
}

function yes(wait: Wait): WaitDecision {
  return { outcome: granted, wait }
}

function refuse(refusal: Refusal, alternatives: readonly Alternative[] = []): WaitDecision {
  return { outcome: { kind: 'refused', refusal, alternatives }, wait: null }
}
