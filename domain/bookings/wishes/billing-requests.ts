/** Wishes of who keeps the books. */
import type { BillId, SiteId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { AddonBodies } from './addon-requests.ts'
import type { BillToBodies } from './bill-to-requests.ts'
import type { FundBodies } from './fund-requests.ts'
import type { PromoBodies } from './promo-requests.ts'

export interface BillingBodies extends AddonBodies, BillToBodies, FundBodies, PromoBodies {
  /** The bills of the period that begins on that day, of everybody. It is over by then. */
  readonly 'bills.issue': { readonly siteId: SiteId; readonly from: LocalDate }
  /** What is handed over is signed with a new key from now on. */
  readonly 'signing.renew': { readonly siteId: SiteId }
  /** Money came, or went back where the amount is below zero. */
  readonly 'bill.pay': {
    readonly siteId: SiteId
    readonly billId: BillId
    readonly amount: Money
    readonly method: 'bank' | 'cash'
    readonly on: LocalDate
    readonly reference: string
  }
  /** So much of it is taken back; the payer reads the reason. */
  readonly 'bill.credit': {
    readonly siteId: SiteId
    readonly billId: BillId
    readonly amount: Money
    readonly reason: string
  }
}
