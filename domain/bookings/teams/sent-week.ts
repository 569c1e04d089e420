/** A team's week once it was sent: what became of each day of each person. It never changes; what is booked goes on as bookings. */
import type { BookingId, IntentId, MemberId, ResourceId, SiteId, TeamId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { IsoWeek, LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Alternative } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'

export type DayResult =
  | {
      readonly kind: 'booked'
      readonly bookingId: BookingId
      readonly resourceId: ResourceId
      readonly price: Money
      /** Where its place wants a yes first: until when it is held. */
      readonly holdExpiresAt: Instant | null
    }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      /** At most three, each of which could be had when it was settled. */
      readonly alternatives: readonly Alternative[]
    }
  /** It costs more than whoever sent it was shown. */
  | {
      readonly kind: 'dearer'
      readonly price: Money
      readonly alternatives: readonly Alternative[]
    }
  /** Taken back, or wished otherwise, before it was sent: nothing was booked (D-74). */
  | { readonly kind: 'withdrawn' }
  /** Wished so late that whoever sent the week had not seen it. */
  | { readonly kind: 'late' }
  /** Nothing to book: in the team's own office, or at home. */
  | { readonly kind: 'office' }
  | { readonly kind: 'home' }

export interface SentDay {
  readonly memberId: MemberId
  readonly on: LocalDate
  readonly result: DayResult
}

export interface SentWeek {
  readonly teamId: TeamId
  readonly week: IsoWeek
  readonly siteId: SiteId
  readonly intentId: IntentId
  readonly sentBy: MemberId
  readonly sentAt: Instant
  readonly days: readonly SentDay[]
}
