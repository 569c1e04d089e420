/** Wishes about passes: bought by whom they are for, given and taken back by the space. */
import type { Holder } from '../../memberships/holder.ts'
import type { LotUnit } from '../../sites/pass-offer.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { LotId, PassId, SiteId, TeamId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'

export interface LotBodies {
  /** At the price that was shown, or less. */
  readonly 'pass.request': {
    readonly siteId: SiteId
    readonly passId: PassId
    /** The team whose manager buys it, on the team's bill; null for oneself. */
    readonly forTeamId: TeamId | null
    readonly quote: Money
  }
  readonly 'lot.grant': {
    readonly siteId: SiteId
    readonly holder: Holder
    readonly name: string
    readonly kinds: readonly ResourceKind[]
    readonly unit: LotUnit
    readonly amount: number
    /** The last day on which it can be booked with. */
    readonly lastOn: LocalDate | null
    /** The member reads it. */
    readonly reason: string
  }
  readonly 'lot.take-back': {
    readonly siteId: SiteId
    readonly lotId: LotId
    readonly amount: number
    readonly reason: string
  }
}
