/** What a wish that fits becomes at once: booked, or held until somebody says yes. */
import { isStaff } from '../../access/role.ts'
import type { Member } from '../../memberships/member.ts'
import type { Resource } from '../../sites/resource.ts'
import { addMinutes, type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { HeldFor, MadeBy } from '../booking.ts'
import { paymentHold } from '../prepaid/payment-hold.ts'

export type FirstState =
  | { readonly state: 'confirmed' }
  | {
      readonly state: 'held'
      readonly heldFor: HeldFor
      readonly holdExpiresAt: Instant
      readonly holdExtended: boolean
    }

/** What is paid before it stands, and whether whoever pays it is elsewhere by now. */
export interface Prepaying {
  readonly isPrepaid: boolean
  readonly isAway: boolean
}

/**
 * A place that is approved is not confirmed by the member on top: they have been waiting for it long enough. Nor is one that is paid: paying
 * is a yes.
 */
export function firstState(
  { approvalMinutes, holdMinutes }: Resource,
  interval: Interval,
  isTeams: boolean,
  { isPrepaid, isAway }: Prepaying,
  now: Instant,
): FirstState {
  if (approvalMinutes !== null && !isTeams) {
    const answerBy = Math.min(addMinutes(now, approvalMinutes), interval.startsAt)
    return heldUntil('approval', toInstant(answerBy))
  }
  if (isPrepaid) return paymentHold(interval, isAway, now)
  if (holdMinutes !== null) return heldUntil('confirmation', addMinutes(now, holdMinutes))
  return { state: 'confirmed' }
}

/** The team asks itself for nothing: not for a member, and not for one of their own. */
export function isOfTeam(member: Pick<Member, 'role'>, madeBy: MadeBy | null): boolean {
  return madeBy === null ? isStaff(member.role) : madeBy.as === 'space'
}

function heldUntil(heldFor: HeldFor, holdExpiresAt: Instant): FirstState {
  return { state: 'held', heldFor, holdExpiresAt, holdExtended: false }
}
