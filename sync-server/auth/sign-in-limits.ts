/** How long a sign-in lives. Staff see other people's names, so theirs is short. */
import { isStaff, type MemberRole } from '../../domain/access/role.ts'
import { DAY_MS, HOUR_MS } from '../../domain/values/instant.ts'

const memberLimits = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS }
const staffLimits = { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS }

/** The longest of all: what the cookie and its row are kept for. */
export const SIGN_IN_MS_MAX = memberLimits.absoluteMs

export interface SignInTimes {
  readonly createdAt: Date
  /** The last request, to within half an hour. */
  readonly updatedAt: Date
}

export function isOver(times: SignInTimes, role: MemberRole, now: number): boolean {
  const { idleMs, absoluteMs } = isStaff(role) ? staffLimits : memberLimits
  return now - times.updatedAt.getTime() > idleMs || now - times.createdAt.getTime() > absoluteMs
}
