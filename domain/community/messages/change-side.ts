/** What one of the two does about their side of a thread. The other is told nothing of it. */
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import { limits } from '../../values/limits.ts'
import type { ThreadSide } from './message.ts'

export type SideDecision =
  | { readonly kind: 'changed'; readonly side: ThreadSide }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Never back: what was seen on one device was seen. `lastN` is the last that they were shown. */
export function read(side: ThreadSide, n: number, lastN: number): SideDecision {
  const readN = Math.min(n, lastN)
  return readN <= side.readN ? refuse({ reason: 'unchanged' }) : changed({ ...side, readN })
}

export function mute(side: ThreadSide, isMuted: boolean): SideDecision {
  return side.isMuted === isMuted ? refuse({ reason: 'unchanged' }) : changed({ ...side, isMuted })
}

/** `blocked` are those whom they have blocked already. */
export function block(side: ThreadSide, isBlocked: boolean, blocked: number): SideDecision {
  if (side.memberId === side.otherId) return refuse({ reason: 'not-reachable' })
  if (side.isBlocked === isBlocked) return refuse({ reason: 'unchanged' })
  const max = limits.blockedMax
  if (isBlocked && blocked >= max) return refuse({ reason: 'too-many-blocked', max })
  return changed({ ...side, isBlocked })
}

function changed(side: ThreadSide): SideDecision {
  return { kind: 'changed', side }
}

function refuse(refusal: Refusal): SideDecision {
  return { kind: 'refused', refusal }
}
