/** The days on which bookings are claimed: time goes to a moment that matters to one of them, and somebody comes or does not. */
import { arrivalTimes } from '../../domain/bookings/arrival/arrival-times.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { Device } from './device.ts'
import type { Step } from './step.ts'
import { at, changeWish } from './wishes.ts'
import type { World } from './world.ts'

/** Everybody sleeps until check-in opens, until the booking begins, or until it is given back. */
export async function sleepToArrival(world: World, step: Step): Promise<void> {
  const now = world.clock.now()
  const moments = world.devices
    .flatMap((device) => device.story().bookings.filter(({ state }) => state === 'confirmed'))
    .flatMap((booking) => {
      const times = arrivalTimes(booking)
      if (times === null) return []
      return [times.opensAt, booking.interval.startsAt, times.releaseAt ?? times.opensAt]
    })
    .filter((moment) => moment > now)
    .sort((a, b) => a - b)
    .slice(0, 3)
  if (moments.length > 0) await world.clock.sleep(at(moments, step.amount) - now)
}

/** Of a booking that asks for it, given back ones included: who was there all the time says so late. */
export function checkInWish(world: World, device: Device, step: Step): AnyIntent | null {
  const bookings = device.story().bookings.filter(isClaimable)
  if (bookings.length === 0) return null
  return changeWish(world, device, 'booking.check-in', at(bookings, step.subject).id)
}

function isClaimable({ state, checkIn }: Booking): boolean {
  return checkIn !== null && (state === 'confirmed' || state === 'no-show')
}
