/** Who the bills of a payer are made out to. */
import type { BillTo } from '../../memberships/bill-to.ts'
import type { Holder } from '../../memberships/holder.ts'
import type { SiteId } from '../../values/ids.ts'

export interface BillToBodies {
  /** A member's own, or the team's that they manage; from the next bill on. All empty: as they are called here. */
  readonly 'bill-to.save': { readonly payer: Holder; readonly billTo: BillTo }
  /** Who keeps the books has looked the tax number of a payer up, and found it good or not. */
  readonly 'tax-id.check': {
    readonly siteId: SiteId
    readonly payer: Holder
    readonly taxId: string
    readonly isGood: boolean
  }
}
