/**
 * Promo codes (P-06). Devices never have the list: a member types one, and the space alone says whether it is of use to them, in the same
 * words whatever is wrong with it. What it gives is frozen with its redemption, so that a device works out the next bill without asking.
 */
import type { IntentId, MemberId, SiteId, TeamId, TierId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { ChargeKind } from './billing-settings.ts'
import type { ResourceKind } from './resource.ts'

export type PromoGift =
  /** Off bills, before tax: hundredths of a percent, or up to an amount on each bill. */
  | {
      readonly kind: 'percent'
      readonly basisPoints: number
      readonly off: readonly ChargeKind[]
      /** Bills it counts for, from the period of the redemption on; null for all. */
      readonly bills: number | null
    }
  | {
      readonly kind: 'fixed'
      readonly amountMinor: number
      readonly off: readonly ChargeKind[]
      readonly bills: number | null
    }
  /** Time to book with, as a pass that is used first. */
  | {
      readonly kind: 'time'
      readonly minutes: number
      readonly kinds: readonly ResourceKind[]
      readonly validDays: number | null
    }

export interface PromoCode {
  readonly id: IntentId
  readonly siteId: SiteId
  /** As it is compared: capitals, without spaces. */
  readonly code: string
  /** As it stands on bills. */
  readonly name: string
  readonly gift: PromoGift
  /** Whose it is; everybody’s where none are named. */
  readonly tierIds: readonly TierId[]
  readonly teamIds: readonly TeamId[]
  /** Ends of e-mail addresses: a partner’s people. */
  readonly domains: readonly string[]
  /** For who has neither booked nor bought anything yet. */
  readonly isFirstTime: boolean
  /** First and last day on which it can be redeemed. */
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  /** How often in all; null without a limit. A member redeems it once. */
  readonly usesMax: number | null
  readonly isPaused: boolean
}

/** That a member has it, with what it gives as it was then. */
export interface Redemption {
  readonly id: IntentId
  readonly promoId: IntentId
  readonly siteId: SiteId
  readonly memberId: MemberId
  readonly name: string
  readonly gift: PromoGift
  readonly on: LocalDate
  readonly redeemedAt: Instant
}

export function normalCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/\s/gu, '')
}
