/** Wishes of who keeps the books about money of payers that the space keeps. */
import type { Holder } from '../../memberships/holder.ts'
import type { BillId, DepositId, IntentId, SiteId } from '../../values/ids.ts'
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
    readonly fundId: IntentId | DepositId
    readonly reason: string
  }
  readonly 'deposit.take': {
    readonly siteId: SiteId
    readonly payer: Holder
    readonly amount: Money
    readonly method: 'bank' | 'cash'
    readonly on: LocalDate
    readonly reason: string
    /** What was asked for, where it is that; left out of any other. */
    readonly askId?: DepositId
  }
  /** The space does without what it asked for. */
  readonly 'deposit.withdraw': {
    readonly siteId: SiteId
    readonly askId: DepositId
    readonly reason: string
  }
  /** By card to the one it came by. */
  readonly 'deposit.return': {
    readonly siteId: SiteId
    readonly fundId: IntentId | DepositId
    readonly amount: Money
    readonly method: 'bank' | 'cash' | 'card'
    readonly on: LocalDate
    readonly reference: string
  }
  /** It pays for a bill; null: for all of theirs that are open, the oldest first. */
  readonly 'deposit.deduct': {
    readonly siteId: SiteId
    readonly fundId: IntentId | DepositId
    readonly billId: BillId | null
    readonly amount: Money
  }
  /** The space keeps it for damage, with a document that has a number and no tax; who gave it reads why. */
  readonly 'deposit.keep': {
    readonly siteId: SiteId
    readonly fundId: IntentId | DepositId
    readonly amount: Money
    readonly reason: string
  }
}
