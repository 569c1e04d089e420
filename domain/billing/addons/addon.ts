/**
 * What somebody has by the month beside their membership: a locker, an address for their mail. It is a fact with the price at which it was
 * taken, which stays as long as it is had (D-23), and runs until its member ends it or has no membership any more.
 */
import { endOf, type Membership } from '../../memberships/membership.ts'
import type { AddonId, ExtraId, MemberId, SiteId } from '../../values/ids.ts'
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
  /** The day after its last one, where its member has ended it. */
  readonly endsOn: LocalDate | null
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
