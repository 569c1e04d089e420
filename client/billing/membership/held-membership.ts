/** Whose membership is on screen, and who looks at it: its member, or the space for them. */

import type { KnownDeposits } from '../../../domain/billing/deposits/ask-deposit.ts'
import type {
  ChangeContext,
  ChangeWish,
} from '../../../domain/billing/memberships/propose-change.ts'
import type { OwnFacts } from '../../../domain/billing/next-bill.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { MembershipResolutions } from '../../../domain/bookings/wishes/membership-requests.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Membership } from '../../../domain/memberships/membership.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Money } from '../../../domain/values/money.ts'
import { makeIntent, type SendAnswer, sendIntent } from '../../sync/send-intent.ts'

export interface HeldMemberships {
  readonly catalogue: Catalogue
  readonly member: Member
  /** Theirs that are ahead. */
  readonly bookings: readonly Booking[]
  readonly asker: ChangeContext['asker']
  /** What is asked of them, and what is kept. */
  readonly deposits: KnownDeposits
  readonly today: LocalDate
  readonly now: Instant
  /** What the next bill is made of; null where this device does not know it. */
  readonly owed: Pick<
    OwnFacts,
    'lots' | 'bills' | 'credits' | 'promos' | 'addons' | 'billTo'
  > | null
  /** Something was changed: the space is asked again where it does not tell by itself. */
  readonly onChanged: () => void
}

export function sendChange(
  { catalogue, member, asker }: HeldMemberships,
  { id: membershipId }: Membership,
  wish: ChangeWish,
  agreed: {
    readonly quote: Money
    readonly resolutions: MembershipResolutions
    readonly reason: string
  },
): Promise<SendAnswer> {
  const forMemberId = asker === 'space' ? member.id : null
  const about = { siteId: catalogue.site.id, membershipId, forMemberId, ...agreed }
  switch (wish.kind) {
    case 'tier': {
      const { tierId, when } = wish
      return sendIntent(makeIntent('membership.change', { ...about, tierId, when }))
    }
    case 'pause': {
      const { from, until } = wish
      return sendIntent(makeIntent('membership.pause', { ...about, from, until }))
    }
    case 'resume':
      return sendIntent(makeIntent('membership.resume', about))
    case 'end':
      return sendIntent(makeIntent('membership.end', { ...about, on: wish.on }))
    case 'take-back':
      return sendIntent(makeIntent('membership.take-back', { ...about, changeId: wish.changeId }))
  }
}
