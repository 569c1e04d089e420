/** Waits on the small site of the tests. */

import { must } from '../../values/assert.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { type LocalDate, toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { ada, at, desk1, desk2, harbour, noDistance } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import type { SettleFacts } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { Intent } from '../wishes/intent.ts'
import type { OrderRequest } from '../wishes/wait-requests.ts'
import { joinWait, placeOrder, type WaitDecision, type WaitingFacts } from './join-wait.ts'
import type { Wait } from './wait.ts'

/** A Tuesday. */
export const day = '2026-12-01'
export const now = at(day, 540)

export const facts: WaitingFacts = {
  catalogue: harbour,
  member: ada,
  madeBy: null,
  occupied: [],
  ownBookings: [],
  ownWaits: [],
  distance: noDistance,
  wallet: emptyWallet,
}

let wishes = 0

function envelope<Kind extends 'wait.join' | 'order.place'>(
  kind: Kind,
  body: Intent<Kind>['body'],
): Intent<Kind> {
  wishes += 1
  return {
    v: 1,
    id: `bki_wait-${wishes}`,
    kind,
    device: 'dev_phone',
    seq: wishes,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(now + 365 * 86_400_000),
    body,
  } as unknown as Intent<Kind> // the ids are literals
}

export function wishToWait(interval: Interval, place = desk1, people = 1): Intent<'wait.join'> {
  const choice = choiceAt(harbour, place.id, interval)
  return envelope('wait.join', { siteId: harbour.site.id, choice, people, ceiling: null })
}

/** A wait for what somebody else has. */
export function waiting(interval: Interval, place = desk1): Wait {
  const taken = { resourceId: place.id, unit: 1, interval, state: 'booked' } as const
  const occupied = [taken, { ...taken, unit: 2 }]
  const joined = joinWait(wishToWait(interval, place), { ...facts, occupied }, at('2026-11-20', 0))
  return must(joined.wait, JSON.stringify(joined.outcome))
}

export const tuesdaysOrWednesdays: OrderRequest = {
  siteId: harbour.site.id,
  resourceIds: [desk1.id, desk2.id],
  weekdays: [2, 3],
  from: toLocalDate(day),
  until: toLocalDate('2026-12-31'),
  span: { from: 540, until: 1020 },
  stopsAt: 480,
  count: 3,
  people: 1,
  ceiling: money(2400, 'EUR'),
}

export function ordered(
  more: Partial<OrderRequest> = {},
  known: Partial<WaitingFacts> = {},
  when: Instant = at(day, 0),
): WaitDecision {
  const intent = envelope('order.place', { ...tuesdaysOrWednesdays, ...more })
  return placeOrder(intent, { ...facts, ...known }, when)
}

export function order(more: Partial<OrderRequest> = {}): Wait {
  const decision = ordered(more)
  return must(decision.wait, JSON.stringify(decision.outcome))
}

export function onDay(date: LocalDate | string, from: number, until: number): Interval {
  return { startsAt: at(date, from), endsAt: at(date, until) }
}

export function settleFacts(more: Partial<SettleFacts> = {}): SettleFacts {
  return { ...facts, ...more }
}
