/** Harbour Loft on a quiet Thursday: who asks, when, and what stands in the way. */

import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import { noTeamLimits } from '../../domain/memberships/team-limits.ts'
import { harbourResources } from '../../domain/seeds/harbour-loft/resources.ts'
import { harbourLoft, loftFloorId } from '../../domain/seeds/harbour-loft/sites.ts'
import { harbourRates, hotDeskTier, tiers } from '../../domain/seeds/harbour-loft/tiers.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { berlin } from '../../domain/values/for-tests.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { instantOf } from '../../domain/values/zone.ts'
import { type AnswersInput, answersFor, type PlaceAnswer } from './place-answers.ts'

export const thursday = toLocalDate('2026-11-26')

export const loft: Catalogue = {
  site: harbourLoft,
  zone: berlin,
  resources: harbourResources,
  former: [],
  closures: [],
  tiers,
  rates: harbourRates,
}

export const ada: Member = {
  id: toId('member', 'mem_ada'),
  name: 'Ada',
  email: 'ada@harbourloft.example',
  role: 'member',
  tierId: hotDeskTier,
  tierSince: null,
  memberships: [],
  consents: [],
  isFindable: false,
  unpaid: [],
  news: usualNewsChoice,
  teamId: null,
  teamLimits: noTeamLimits,
  siteIds: [harbourLoft.id],
  assigned: [],
}

export function at(minute: number) {
  return instantOf(berlin, { date: thursday, minute })
}

export function span(from: number, until: number): Interval {
  return toInterval(at(from), at(until))
}

export function taken(name: string, interval: Interval, more: Partial<Occupied> = {}): Occupied {
  return { resourceId: toId('resource', name), unit: 1, interval, state: 'booked', ...more }
}

/** A wish or booking of Ada's at the whole day asked about. */
export function own(name: string, state: BookingViewRow['state'], unit: number | null = 1) {
  const interval = span(540, 1020)
  const row = { id: 'row', resourceId: toId('resource', name), unit, state, ...interval }
  return row as unknown as BookingViewRow // the plan reads no more of it
}

export function answers(more: Partial<AnswersInput> = {}): readonly PlaceAnswer[] {
  return answersFor({
    catalogue: loft,
    member: ada,
    floorId: loftFloorId,
    interval: span(540, 1020),
    occupied: [],
    bookings: [],
    arrivals: [],
    people: [],
    now: at(480),
    ...more,
  })
}

export function answerFor(name: string, more: Partial<AnswersInput> = {}): PlaceAnswer {
  const found = answers(more).find((one) => one.resource.id === name)
  return must(found, 'the sample has it')
}
