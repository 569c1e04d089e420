/** How long a sign-in lives. Staff see other people's names, so theirs is short; one on a computer that others use too is over the same day. */
import { isStaff, type MemberRole } from '../../domain/access/role.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/values/instant.ts'

const memberLimits = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS }
const staffLimits = { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS }
const sharedLimits = { idleMs: 2 * HOUR_MS, absoluteMs: 12 * HOUR_MS }

/** Whose device it is signed in on. */
export type Keeping = 'own' | 'shared'

export function readKeeping(body: Readonly<Record<string, unknown>> | null): Keeping {
  return body?.['isShared'] === true ? 'shared' : 'own'
}

/** The longest of all: what the cookie and its row are kept for. */
export const SIGN_IN_MS_MAX = memberLimits.absoluteMs

/** How exactly the last use of a sign-in is known: each note of it is a write. */
export const SEEN_EVERY_MS = 30 * MINUTE_MS

export interface SignInTimes {
  readonly createdAt: Date
  /** The last request, to within half an hour. */
  readonly updatedAt: Date
  /** `shared`, or anything else. */
  readonly keeping: string | null
}

export function isOver(times: SignInTimes, role: MemberRole, now: number): boolean {
  const ofRole = isStaff(role) ? staffLimits : memberLimits
  const { idleMs, absoluteMs } = times.keeping === 'shared' ? sharedLimits : ofRole
  return now - times.updatedAt.getTime() > idleMs || now - times.createdAt.getTime() > absoluteMs
}

/** Long enough since its last use was noted to note it again. */
export function isDueForUse(times: Pick<SignInTimes, 'updatedAt'>, now: number): boolean {
  return now - times.updatedAt.getTime() >= SEEN_EVERY_MS
}
