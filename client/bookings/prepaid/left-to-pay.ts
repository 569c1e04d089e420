/** What is charged for bookings that are paid before they stand, once the member's credits have paid of it. */
import { readBillTo } from '../../../domain/billing/bill-to-sections.ts'
import { creditTowards, lessCredit } from '../../../domain/billing/booked-credit.ts'
import { type BookedPart, bookedTotal } from '../../../domain/billing/booked-total.ts'
import { readFund } from '../../../domain/billing/fund-sections.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { type Money, subtract } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { deviceNow } from '../../app/clock.ts'
import { createOwnRecords } from '../../store/records.ts'

export interface LeftToPay {
  readonly left: Money
  /** What credits pay of it. */
  readonly credit: Money
}

export function createLeftToPay() {
  const funds = createOwnRecords('funds', readFund)
  const billTo = createOwnRecords('billTo', readBillTo)
  return (
    { site, zone }: Catalogue,
    memberId: MemberId,
    parts: readonly BookedPart[],
  ): LeftToPay => {
    const own = billTo()?.all.get(memberId) ?? null
    const total = bookedTotal(site.billing, site.currency, parts, own)
    const credits = [...(funds()?.all.values() ?? [])].filter(({ fund }) => fund.siteId === site.id)
    const payer = { kind: 'member', memberId } as const
    const on = toWallTime(zone, deviceNow()).date
    const left = lessCredit(total, creditTowards(total, { credits, payer, on }))
    return { left, credit: subtract(total, left) }
  }
}
