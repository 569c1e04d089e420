/** Wishes of who keeps the books about money of payers that the space keeps. */
import type { Holder } from '../../memberships/holder.ts'
import type { BillId, IntentId, SiteId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'

export interface FundBodies {
  /** Pays for their next bills, until the last day if there is one; they read the reason. */
  readonly 'credit.grant': {
    readonly siteId: SiteId
    readonly payer: Holder
    readonly amount: Money
    readonly reason: string
    readonly validUntil: LocalDate | null
  }
  /** What is to be paid back of a bill becomes a credit of its payer. */
  readonly 'credit.keep': { readonly siteId: SiteId; readonly billId: BillId }
  /** What is left of it. */
  readonly 'credit.withdraw': {
    readonly siteId: SiteId
    readonly fundId: IntentId
    readonly reason: string
  }
  readonly 'deposit.take': {
    readonly siteId: SiteId
    readonly payer: Holder
    readonly amount: Money
    readonly method: 'bank' | 'cash'
    readonly on: LocalDate
    readonly reason: string
  }
  readonly 'deposit.return': {
    readonly siteId: SiteId
    readonly fundId: IntentId
    readonly amount: Money
    readonly method: 'bank' | 'cash'
    readonly on: LocalDate
    readonly reference: string
  }
  /** It pays for a bill. */
  readonly 'deposit.deduct': {
    readonly siteId: SiteId
    readonly fundId: IntentId
    readonly billId: BillId
    readonly amount: Money
  }
}
