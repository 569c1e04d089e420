/** Members write to one other each, and sometimes no longer want to hear of them: what was queued meanwhile must not reach who has blocked. */
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Device } from './device.ts'
import { bookers } from './site.ts'
import type { Step } from './step.ts'
import { makeIntent, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

/** Begins every message: where it stands in what a socket carries, somebody's words are. */
export const SAID = 'word-for-word-'

/** Two and two; the last of an odd number, and whoever runs the place, have nobody. */
export function otherOf(memberId: MemberId): MemberId | null {
  const index = bookers.findIndex(({ id }) => id === memberId)
  return index < 0 ? null : (bookers[index % 2 === 0 ? index + 1 : index - 1]?.id ?? null)
}

export function messageWish(world: World, device: Device): AnyIntent | null {
  const to = otherOf(device.member.id)
  if (to === null) return null
  const text = `${SAID}${world.makeUlid()}`
  return makeIntent(world, device, 'message.send', WISH_MS, { to, text })
}

/** More often blocked than not any more. */
export function blockWish(world: World, device: Device, step: Step): AnyIntent | null {
  const other = otherOf(device.member.id)
  if (other === null) return null
  const body = { with: other, isBlocked: step.subject % 3 !== 0 }
  return makeIntent(world, device, 'thread.block', WISH_MS, body)
}
