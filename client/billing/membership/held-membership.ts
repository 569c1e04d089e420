/** Whose membership is on screen, and who looks at it: its member, or the space for them. */

import type { KnownDeposits } from '../../../domain/billing/deposits/ask-deposit.ts'
import type {
  ChangeContext,
  ChangeWish,
} from '../../../domain/billing/memberships/propose-change.ts'
import type { OwnFacts } from '../../../domain/billing/next-bill.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type {
  MembershipKind,
  MembershipResolutions,
} from '../../../domain/bookings/wishes/membership-requests.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Membership } from '../../../domain/memberships/membership.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { addMs, DAY_MS, type Instant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Money } from '../../../domain/values/money.ts'
import { localDay } from '../../../domain/values/zone.ts'
import { makeIntent, type SendAnswer, sendIntent } from '../../sync/send-intent.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'

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

export interface Agreed {
  readonly quote: Money
  /** What a whole period was shown to cost; null where it changes no price. */
  readonly shown: Money | null
  readonly resolutions: MembershipResolutions
  readonly reason: string
}

/** With a connection: answered when it is decided. */
export function sendChange(
  held: HeldMemberships,
  membership: Membership,
  wish: ChangeWish,
  agreed: Agreed,
): Promise<SendAnswer> {
  return asWish(held, membership, wish, agreed, (kind, body) => sendIntent(makeIntent(kind, body)))
}

/** How long a wish may wait for a connection, where no day says so. */
const WAITS_MS = 7 * DAY_MS

/** Without one: kept on this device, and sent until the day on which it was to take effect. */
export function saveChange(
  held: HeldMemberships,
  membership: Membership,
  wish: ChangeWish,
  agreed: Agreed,
  effectOn: LocalDate,
): Promise<WriteAnswer> {
  const { today, now, catalogue } = held
  const week = addMs(now, WAITS_MS)
  const begins = localDay(catalogue.zone, effectOn).startsAt
  const deadlineAt = effectOn > today && begins < week ? begins : week
  return asWish(held, membership, wish, agreed, (kind, body) =>
    writeIntent(kind, body, { deadlineAt }),
  )
}

function asWish<Answer>(
  { catalogue, member, asker }: HeldMemberships,
  { id: membershipId }: Membership,
  wish: ChangeWish,
  { shown, ...agreed }: Agreed,
  give: <Kind extends MembershipKind>(kind: Kind, body: IntentBodies[Kind]) => Answer,
): Answer {
  const forMemberId = asker === 'space' ? member.id : null
  const priced = shown === null ? {} : { shown }
  const about = { siteId: catalogue.site.id, membershipId, forMemberId, ...agreed, ...priced }
  switch (wish.kind) {
    case 'tier': {
      const { tierId, when } = wish
      return give('membership.change', { ...about, tierId, when })
    }
    case 'pause': {
      const { from, until } = wish
      return give('membership.pause', { ...about, from, until })
    }
    case 'resume':
      return give('membership.resume', about)
    case 'end':
      return give('membership.end', { ...about, on: wish.on })
    case 'take-back':
      return give('membership.take-back', { ...about, changeId: wish.changeId })
  }
}
