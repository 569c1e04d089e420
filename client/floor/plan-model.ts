/** Everything the plan shows, from rows on the device alone: the drawing, the answer of each place, who sits there, and how old it is. */
import { type Accessor, createEffect, createMemo } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { findAlternatives } from '../../domain/bookings/alternatives.ts'
import { predictSit } from '../../domain/bookings/arrival/sit-here.ts'
import { ownTimesOfRows } from '../../domain/bookings/limits/own-time.ts'
import { freeSpans } from '../../domain/bookings/occupancy/availability.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import type { Floor } from '../../domain/sites/site.ts'
import type { ResourceId, SiteId } from '../../domain/values/ids.ts'
import { HOUR_MS, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { planDistance } from '../../floorplans/document/plan-distance.ts'
import type { Looks, ZoneCounts } from '../../floorplans/scene/look.ts'
import { followPeopleHere, type PeopleHere } from '../app/people-here.ts'
import { createRestOf } from '../app/rest-of.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createDayList } from '../store/day-list.ts'
import { createFavourites } from '../store/member.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { createPlan } from '../store/plans.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { tellSync } from '../sync/sync-lock.ts'
import { looksOf, zoneCounts } from './looks.ts'
import { findMyPlace, type MyPlace } from './my-place.ts'
import { answerOf, answersFor, type PlaceAnswer } from './place-answers.ts'
import { isAboutTime, nextFree, type Telling, timeOf } from './place-words.ts'
import type { PlanTime } from './plan-time.ts'

export interface PlanModel {
  readonly siteId: Accessor<SiteId>
  readonly plan: Accessor<FloorPlan | null | undefined>
  readonly answers: Accessor<readonly PlaceAnswer[]>
  readonly looks: Accessor<Looks>
  readonly zones: Accessor<ZoneCounts>
  readonly telling: Accessor<Telling>
  readonly bookings: Accessor<readonly BookingRow[]>
  readonly favourites: Accessor<readonly ResourceId[]>
  /** Who is in now and lets others see it. */
  readonly here: PeopleHere
  readonly isOffline: Accessor<boolean>
  /** Whether the space has published a drawing, here yet or not. */
  readonly isDrawn: Accessor<boolean>
  /** False until what is booked on the day shown has reached this device. */
  readonly isKnown: Accessor<boolean>
  /** A place as it is when it is free next, from the chosen start on; null where another time would not help. */
  nextFreeOf(answer: PlaceAnswer): PlaceAnswer | null
  alternativesTo(answer: PlaceAnswer): readonly Alternative[]
  /** The booking that whoever sits down there now would take along; null where there is none, or the place cannot be had. */
  sittingAt(answer: PlaceAnswer): BookingRow | null
  /** The free stretches of a place on the day shown, in minutes. */
  freeStretchesOf(answer: PlaceAnswer): readonly TimeSpan[]
  myPlace(): MyPlace | null
}

/** Who sits down so long before their time has come for it. */
const SOON_MS = HOUR_MS

/** While a connection is being made, what was heard this recently is still called present. */
const FRESH_MS = 120_000

export function createPlanModel(
  space: Accessor<Space>,
  time: PlanTime,
  floor: Accessor<Floor>,
): PlanModel {
  const siteId = () => space().catalogue.site.id
  const plan = createParsedPlan(floor)
  const rows = createOccupancy(siteId, time.date)
  const allBookings = createBookings()
  const bookings = createMemo(() => allBookings() ?? [])
  const arrivals = createArrivals(space, time)
  const here = followPeopleHere(space)
  const people = () => (time.date() === space().today ? here.people() : [])
  const staleAt = createStaleness(space)
  const restOf = createRestOf(space)
  const occupied = createMemo(() => toOccupied(space().catalogue, rows() ?? []))
  const isKnown = () => rows()?.some((row) => row.date === time.date()) !== false
  const answersAt = (interval: Interval) =>
    answersFor({
      ...space(),
      floorId: floor().id,
      interval,
      occupied: occupied(),
      bookings: bookings(),
      arrivals: arrivals(),
      people: people(),
    })
  const answers = createMemo((before: readonly PlaceAnswer[]) => {
    const interval = time.interval()
    // For the moment it takes to read another day the last picture stays.
    if (rows() === undefined) return before
    // What is not known is not free: until the day has arrived there is no answer.
    if (interval === null || !isKnown()) return []
    return answersAt(interval)
  }, [])
  const distance = createMemo(() => planDistance([plan()].flatMap((one) => one ?? [])))
  return {
    plan,
    answers,
    looks: createMemo(() => {
      const drawn = plan()
      return drawn === null || drawn === undefined
        ? new Map()
        : looksOf(drawn, answers(), staleAt() !== null)
    }),
    zones: createMemo(() => zoneCounts(answers())),
    telling: () => ({
      zone: space().catalogue.zone,
      staleAt: staleAt(),
      restOf,
    }),
    bookings,
    favourites: createFavourites(),
    here,
    isOffline: () => staleAt() !== null,
    isDrawn: () => floor().planVersion > 0,
    siteId,
    isKnown,
    nextFreeOf: ({ resource, interval, availability: { refusal } }) => {
      if (refusal === null || !isAboutTime(refusal)) return null
      const { catalogue } = space()
      const next = nextFree(catalogue, resource, time.date(), occupied(), interval.startsAt)
      if (next === null) return null
      return answerOf(answersAt(clip(next, interval, resource.rules.maxMinutes)), resource.id)
    },
    alternativesTo: ({ resource, availability, own, interval }) => {
      if (own !== null || availability.state === 'available') return []
      const ownTimes = ownTimesOfRows(space().catalogue, bookings())
      const input = { ...space(), resource, interval, people: 1, occupied: occupied() }
      return findAlternatives({ ...input, ownTimes, distance: distance() }).filter(
        (one) => one.choice.resourceId !== resource.id,
      )
    },
    sittingAt: ({ resource, own }) => {
      const { catalogue, member, now, today } = space()
      if (own !== null || time.date() !== today) return null
      const facts = { catalogue, member, resource, occupied: occupied(), now }
      const fits = (row: BookingRow) => predictSit(row, facts)?.kind === 'fits'
      const isHere = (row: BookingRow) => row.startsAt - now <= SOON_MS && row.wish === null
      return (
        bookings().find((row) => isHere(row) && row.siteId === catalogue.site.id && fits(row)) ??
        null
      )
    },
    freeStretchesOf: ({ resource }) => {
      const { catalogue } = space()
      return freeSpans(catalogue, resource, time.date(), occupied()).map(({ startsAt, endsAt }) => {
        const end = toWallTime(catalogue.zone, endsAt)
        const until = end.date > time.date() ? 1440 : end.minute
        return { from: toWallTime(catalogue.zone, startsAt).minute, until }
      })
    },
    myPlace: () => findMyPlace({ ...space(), answers: answers(), bookings: bookings() }),
  }
}

/** The part of a free stretch that fits the wish, no longer than allowed; where they do not meet, the same length later. */
function clip(free: Interval, wished: Interval, maxMinutes: number): Interval {
  const from = Math.max(free.startsAt, wished.startsAt)
  const until = from < wished.endsAt ? wished.endsAt : from + wished.endsAt - wished.startsAt
  return toInterval(from, Math.min(free.endsAt, until, from + maxMinutes * MINUTE_MS))
}

/** The drawing of a floor: undefined while it is read, null where this device keeps none that can be read. */
function createParsedPlan(floor: Accessor<Floor>): Accessor<FloorPlan | null | undefined> {
  const stored = createPlan(() => floor().id)
  return createMemo(() => {
    const found = stored()
    if (found === undefined || found === null) return found
    const parsed = parseFloorPlan(found.plan)
    return parsed.ok ? parsed.value : null
  })
}

/** Names of who sits where, for staff alone; members ask for none. */
function createArrivals(space: Accessor<Space>, time: PlanTime) {
  const isAllowed = () => isStaff(space().member.role)
  const siteId = () => (isAllowed() ? space().catalogue.site.id : undefined)
  createEffect(() => {
    const site = siteId()
    if (site !== undefined) tellSync({ kind: 'follow', name: `desk/${site}/${time.date()}` })
  })
  const list = createDayList(siteId, time.date)
  return () => list()?.arrivals ?? []
}

/** The time of what is shown while the device is cut off; null while it is present. */
function createStaleness(space: Accessor<Space>): Accessor<string | null> {
  const status = createStatus()
  return createMemo(() => {
    const { state, heardAt } = status() ?? { state: 'connecting', heardAt: null }
    if (state === 'online' || heardAt === null) return null
    const isFresh = state === 'connecting' && space().now - heardAt < FRESH_MS
    return isFresh ? null : timeOf(space().catalogue.zone, toInstant(heardAt))
  })
}
