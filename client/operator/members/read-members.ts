/** What the space tells its team about members. Read when it is looked at; nothing of it stays on the device. */

import type { MemberRole } from '../../../domain/access/role.ts'
import type { BillStory } from '../../../domain/billing/payment.ts'
import type { BookingViewState } from '../../../domain/bookings/booking-view-row.ts'
import type { Choice } from '../../../domain/bookings/wishes/intent.ts'
import type { Consent } from '../../../domain/memberships/consent.ts'
import type { ResourceId, TierId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import { readJson } from '../../app/ask-space.ts'

export interface ListedMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly tierId: TierId | null
  readonly teamName: string | null
  readonly isInvited: boolean
  /** The last use of any device, to within half an hour. */
  readonly seenAt: Instant | null
  /** When the last booking began to which they came. */
  readonly hereAt: Instant | null
}

export interface ToldBooking {
  readonly id: string
  readonly resourceId: ResourceId
  readonly state: BookingViewState
  readonly wall: Choice['wall']
  readonly interval: Interval
}

export interface MemberDetails {
  readonly bookings: readonly ToldBooking[]
  /** Null for who does not keep the books. */
  readonly bills: readonly BillStory[] | null
  readonly notes: readonly {
    readonly id: string
    readonly text: string
    readonly by: string | null
    readonly at: Instant
  }[]
  readonly consents: readonly Consent[]
}

export interface JoinRequest {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly tierId: TierId
  readonly askedAt: Instant
  /** What they typed, of which a use is kept for them. */
  readonly code: string | null
}

export interface Joining {
  readonly link: {
    readonly token: string
    readonly needsApproval: boolean
    readonly needsMethod: boolean
    readonly tierIds: readonly TierId[]
  } | null
  readonly requests: readonly JoinRequest[]
}

export async function readMembers(siteId: string): Promise<readonly ListedMember[] | null> {
  const found = await readJson<{ readonly members: readonly ListedMember[] }>(
    `/api/members/${siteId}`,
  )
  return found?.members ?? null
}

export function readDetails([siteId, memberId]: readonly [
  string,
  string,
]): Promise<MemberDetails | null> {
  return readJson<MemberDetails>(`/api/members/${siteId}/${memberId}`)
}

export function readJoining(siteId: string): Promise<Joining | null> {
  return readJson<Joining>(`/api/join-link/${siteId}`)
}
