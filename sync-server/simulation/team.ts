/** What the team does beside closing the place: answers requests, and changes what members may. */
import { readRequests } from '../../domain/bookings/approval/request-sections.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { BookingId, MemberId } from '../../domain/values/ids.ts'
import type { Device } from './device.ts'
import { catalogue, studio } from './site.ts'
import type { Step } from './step.ts'
import { at, changeWish, makeIntent, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

/** By whoever runs the place, on the first device. Null where nobody asks. */
export function answerWish(
  world: World,
  step: Step,
  kind: 'booking.approve' | 'booking.decline',
): AnyIntent | null {
  const desk = at(world.devices, 0)
  const requests = step.salt % 2 === 0 ? waiting(desk) : everAsked(world)
  if (requests.length === 0) return null
  const bookingId = at(requests, step.subject)
  if (kind === 'booking.approve') return changeWish(world, desk, kind, bookingId)
  const body = { bookingId, reason: 'The band rehearses' }
  return makeIntent(world, desk, kind, WISH_MS, body)
}

/** The list as the device has it. */
function waiting({ documents }: Device): readonly BookingId[] {
  const requests = documents.read(`requests/${catalogue.site.id}`)
  return readRequests(requests).map(({ bookingId }) => bookingId)
}

/** A page that was left open for days: whatever became of its requests. */
function everAsked({ devices }: World): readonly BookingId[] {
  const bookings = devices.flatMap((device) => device.story().bookings)
  return bookings.filter(({ resourceId }) => resourceId === studio.id).map(({ id }) => id)
}

/** Somebody is suspended, or has another membership, or has theirs back. */
export function changeMembership(world: World, step: Step): void {
  const { server } = world.host
  if (server === null) return
  const { member } = at(world.devices.slice(1), step.device)
  const tiers = [null, ...catalogue.tiers.map((tier) => tier.id)]
  world.untold.add(member.id)
  world.changedRights.add(member.id)
  tell(world, member.id, server.changeMembership(member.id, at(tiers, step.amount)))
}

/** A tool that failed half-way asks again, some day. */
export function tellMembers(world: World): void {
  const { server } = world.host
  if (server !== null) for (const id of world.untold) tell(world, id, server.showMember(id))
}

function tell({ untold }: World, id: MemberId, work: Promise<void>): void {
  void work.then(() => untold.delete(id)).catch(() => undefined)
}
