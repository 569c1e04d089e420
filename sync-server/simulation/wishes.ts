/** What simulated members wish for: few places and few times, so that they are in each other's way. */
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent, IntentBodies, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import { type BookingId, makeId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { instantOf } from '../../domain/values/zone.ts'
import type { Device } from './device.ts'
import { bookableDays, catalogue } from './site.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

/** Starts, in minutes after midnight; an hour or two each, so that they overlap. */
export const starts = [540, 570, 600, 660, 720]
export const WISH_MS = 30 * 86_400_000
/** Nobody here minds what it costs. */
export const anyPrice = { amountMinor: 1_000_000, currency: 'EUR' } as const

export function bookWish(world: World, device: Device, step: Step): AnyIntent {
  const choice = choiceOf(step.subject, step.amount)
  const fallback = choiceOf(step.subject + 1, step.amount)
  const isBrief = step.salt % 29 === 0
  return makeIntent(world, device, 'booking.request', isBrief ? 5_000 : WISH_MS, {
    siteId: catalogue.site.id,
    choice,
    fallbacks: step.salt % 3 === 0 ? [fallback] : [],
    takeNearest: step.salt % 5 === 0,
    people: 1,
    guests: [],
    note: '',
    quote: anyPrice,
    ceiling: null,
    forMemberId: null,
    payWith: 'personal',
    override: null,
  })
}

/** Wishes that say no more than which booking they are about. */
export type ChangeKind =
  | 'booking.cancel'
  | 'booking.end'
  | 'booking.confirm'
  | 'booking.extend-hold'
  | 'booking.check-in'
  | 'booking.approve'

export function changeWish(
  world: World,
  device: Device,
  kind: ChangeKind,
  bookingId: BookingId,
): AnyIntent {
  return makeIntent(world, device, kind, WISH_MS, { bookingId })
}

/** To any place and time there is: onto others', onto its own, and back. */
export function moveWish(
  world: World,
  device: Device,
  step: Step,
  bookingId: BookingId,
): AnyIntent {
  return makeIntent(world, device, 'booking.change', WISH_MS, {
    bookingId,
    choice: choiceOf(step.salt, step.amount),
    quote: anyPrice,
    ceiling: null,
  })
}

function choiceOf(subject: number, amount: number) {
  const resource = at(catalogue.resources, subject)
  const date = at(bookableDays, amount)
  const minute = at(starts, Math.floor(amount / 7))
  const length = 60 * (1 + (amount % 2))
  const startsAt = instantOf(catalogue.zone, { date, minute })
  return choiceAt(catalogue, resource.id, toInterval(startsAt, startsAt + length * 60_000))
}

/** As the app writes it: by the device's own clock, which annotates and decides nothing but the id's order. */
export function makeIntent<Kind extends IntentKind>(
  world: World,
  device: Device,
  kind: Kind,
  deadlineMs: number,
  body: IntentBodies[Kind],
): AnyIntent {
  return {
    v: 1,
    id: makeId('intent', world.makeUlid()),
    kind,
    device: device.id,
    seq: device.store.nextSeq(),
    madeAt: toInstant(device.now()),
    heardAt: device.heard(),
    deadlineAt: toInstant(world.clock.now() + deadlineMs),
    body,
  } as unknown as AnyIntent // of one kind, by the types above
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('Broken invariant: nothing to pick from')
  return found
}
