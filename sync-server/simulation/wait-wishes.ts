/** Members wait for what others have, and change their minds: what is freed must go to them before anybody else comes. */
import { isLive } from '../../domain/bookings/booking.ts'
import { isOpen } from '../../domain/bookings/waitlist/wait.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { Device } from './device.ts'
import { catalogue } from './site.ts'
import type { Step } from './step.ts'
import { at, makeIntent, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

/** For exactly what somebody else has, as far as any device knows; null where nobody has anything. */
export function waitWish(world: World, device: Device, step: Step): AnyIntent | null {
  const taken = world.devices
    .filter(({ member }) => member.id !== device.member.id)
    .flatMap((other) => other.story().bookings.filter(({ state }) => isLive(state)))
  if (taken.length === 0) return null
  const { resourceId, interval } = at(taken, step.subject)
  const choice = choiceAt(catalogue, resourceId, interval)
  const body = { siteId: catalogue.site.id, choice, people: 1, ceiling: null }
  return makeIntent(world, device, 'wait.join', WISH_MS, body)
}

/** Whether or not it has been offered meanwhile. */
export function leaveWish(world: World, device: Device, step: Step): AnyIntent | null {
  const now = toInstant(world.clock.now())
  const waits = device.story().waits.filter((wait) => isOpen(wait, now))
  if (waits.length === 0) return null
  const waitId = at(waits, step.subject).id
  return makeIntent(world, device, 'wait.leave', WISH_MS, { waitId })
}
