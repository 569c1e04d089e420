/**
 * What somebody has by the month beside their membership: a locker, an address for their mail. It is a fact with the price at which it was
 * taken, which stays as long as it is had (D-23), and runs until its member ends it or has no membership any more.
 */
import { endOf, type Membership } from '../../memberships/membership.ts'
import type { AddonId, ExtraId, IntentId, MemberId, SiteId } from '../../values/ids.ts'
import { addDays, earlierOf, type LocalDate, laterOf } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { periodOf } from '../billing-period.ts'

export interface Addon {
  readonly id: AddonId
  readonly siteId: SiteId
  readonly extraId: ExtraId
  readonly memberId: MemberId
  /** As it was called then. */
  readonly name: string
  /** Of a whole month. */
  readonly price: Money
  /** Its first day. */
  readonly startsOn: LocalDate
  /** The day after its last one, where it was ended. */
  readonly endsOn: LocalDate | null
  /** Who ended it, and how; left out while nobody has, and where its member has left the location. */
  readonly ended?: AddonEnd
}

/** `now`: days from its end on that were billed come back; `period`: it is had as long as it is paid for. */
export type AddonEnding = 'period' | 'now'

export interface AddonEnd {
  /** The wish that ended it. */
  readonly id: IntentId
  readonly by: 'member' | 'space'
  /** What the space said; empty from a member. */
  readonly reason: string
  readonly when: AddonEnding
}

/** The day after the last on which it is had, whoever or whatever ended it; null while nothing has. */
export function overOn(
  { siteId, startsOn, endsOn }: Addon,
  memberships: readonly Membership[],
  billingDay: number,
): LocalDate | null {
  const here = memberships.filter((one) => one.siteId === siteId)
  const without = coveredUntil(here, startsOn)
  // It was never had where it never was beside one.
  if (without === startsOn) return startsOn
  const paidUntil = without === null ? null : periodOf(billingDay, addDays(without, -1)).until
  if (endsOn === null || paidUntil === null) return endsOn ?? paidUntil
  return earlierOf(endsOn, paidUntil)
}

export function isHeld(until: LocalDate | null, date: LocalDate): boolean {
  return until === null || until > date
}

/** The first day from a date on without any of the memberships; null where there is none. */
export function coveredUntil(
  memberships: readonly Membership[],
  from: LocalDate,
): LocalDate | null {
  let until = from
  for (let isLonger = true; isLonger; ) {
    const running = memberships.filter(({ startsOn }) => (startsOn ?? from) <= until)
    const ends = running.map((one) => endOf(one)?.on ?? null)
    if (ends.includes(null)) return null
    const last = ends.reduce<LocalDate>((best, end) => laterOf(best, end ?? best), until)
    isLonger = last > until
    until = last
  }
  return until
}
