/** What is charged for bookings that are paid before they stand, once codes are off and credits have paid of it. */
import { readBillTo } from '../../../domain/billing/bill-to-sections.ts'
import { creditTowards, lessCredit } from '../../../domain/billing/booked-credit.ts'
import { type BookedPart, bookedTotal } from '../../../domain/billing/booked-total.ts'
import { readFund } from '../../../domain/billing/fund-sections.ts'
import { readRedemption } from '../../../domain/billing/promos/promo-sections.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { type Money, subtract } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { deviceNow } from '../../app/clock.ts'
import { createOwnRecords } from '../../store/records.ts'

export interface LeftToPay {
  readonly left: Money
  /** What codes take off. */
  readonly off: Money
  /** What credits pay of it. */
  readonly credit: Money
}

export function createLeftToPay() {
  const funds = createOwnRecords('funds', readFund)
  const billTos = createOwnRecords('billTo', readBillTo)
  const redeemed = createOwnRecords('promos', readRedemption)
  return (
    { site, zone }: Catalogue,
    memberId: MemberId,
    parts: readonly BookedPart[],
  ): LeftToPay => {
    const today = toWallTime(zone, deviceNow()).date
    const promos = [...(redeemed()?.all.values() ?? [])].filter((one) => one.siteId === site.id)
    const billTo = billTos()?.all.get(memberId) ?? null
    const by = { site, memberId, billTo, today }
    const total = bookedTotal({ ...by, promos }, parts)
    const off = subtract(bookedTotal({ ...by, promos: [] }, parts), total)
    const credits = [...(funds()?.all.values() ?? [])].filter(({ fund }) => fund.siteId === site.id)
    const payer = { kind: 'member', memberId } as const
    const uses = creditTowards(total, { credits, payer, on: today })
    const left = lessCredit(total, uses)
    return { left, off, credit: subtract(total, left) }
  }
}
