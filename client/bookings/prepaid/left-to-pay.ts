/** What is charged for bookings that are paid before they stand, once the day's price and codes are off and credits have paid of it. */
import { billedBy } from '../../../domain/billing/bill.ts'
import { readBillTo } from '../../../domain/billing/bill-to-sections.ts'
import { draftBookedBill } from '../../../domain/billing/booked-bill.ts'
import { creditTowards, lessCredit } from '../../../domain/billing/booked-credit.ts'
import { type BookedPart, bookedTotal } from '../../../domain/billing/booked-total.ts'
import { type Days, noDays } from '../../../domain/billing/days/day-lines.ts'
import { readFund } from '../../../domain/billing/fund-sections.ts'
import { ownDays } from '../../../domain/billing/next-bill.ts'
import { readRedemption } from '../../../domain/billing/promos/promo-sections.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Redemption } from '../../../domain/sites/promo.ts'
import { must } from '../../../domain/values/assert.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { type Money, subtract } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { deviceNow } from '../../app/clock.ts'
import { createBills } from '../../store/bills.ts'
import { createOwnBookings } from '../../store/own-bookings.ts'
import { createOwnRecords } from '../../store/records.ts'

export interface LeftToPay {
  readonly left: Money
  /** What it costs less with what they have of the day already. */
  readonly ofDay: Money
  /** What codes take off. */
  readonly off: Money
  /** What credits pay of it. */
  readonly credit: Money
}

/** What decides of a total, left out one after the other to say what each is worth. */
interface Less {
  readonly promos: readonly Redemption[]
  readonly days: Days
}

export function createLeftToPay() {
  const funds = createOwnRecords('funds', readFund)
  const billTos = createOwnRecords('billTo', readBillTo)
  const redeemed = createOwnRecords('promos', readRedemption)
  const bookings = createOwnBookings()
  const bills = createBills()
  const billsOf = ({ site }: Catalogue) =>
    (bills() ?? []).filter(({ bill }) => bill.siteId === site.id)
  const todayOf = ({ zone }: Catalogue) => toWallTime(zone, deviceNow()).date
  const billToOf = (memberId: MemberId) => billTos()?.all.get(memberId) ?? null

  function left(
    catalogue: Catalogue,
    memberId: MemberId,
    totalOf: (less: Less) => Money,
  ): LeftToPay {
    const { site } = catalogue
    const payer = { kind: 'member', memberId } as const
    const own = { catalogue, bookings: bookings() ?? [], bills: billsOf(catalogue) }
    const days = ownDays(own, payer)
    const promos = [...(redeemed()?.all.values() ?? [])].filter((one) => one.siteId === site.id)
    const total = totalOf({ promos, days })
    const withoutCode = totalOf({ promos: [], days })
    const ofDay = subtract(totalOf({ promos: [], days: noDays }), withoutCode)
    const credits = [...(funds()?.all.values() ?? [])].filter(({ fund }) => fund.siteId === site.id)
    const uses = creditTowards(total, { credits, payer, on: todayOf(catalogue) })
    const rest = lessCredit(total, uses)
    return { left: rest, ofDay, off: subtract(withoutCode, total), credit: subtract(total, rest) }
  }

  return {
    /** Of what is not booked yet. */
    ofParts: (
      catalogue: Catalogue,
      memberId: MemberId,
      parts: readonly BookedPart[],
    ): LeftToPay => {
      const by = { site: catalogue.site, memberId, billTo: billToOf(memberId) }
      return left(catalogue, memberId, (less) =>
        bookedTotal({ ...by, ...less, today: todayOf(catalogue) }, parts),
      )
    },
    /** Of what is held until it is paid, as its bill will come to. */
    ofHeld: (catalogue: Catalogue, held: readonly Booking[]): LeftToPay => {
      const { id: paidFor, memberId } = must(held[0], 'something is to be paid')
      const input = {
        ...{ bookings: held, paidFor, catalogue, memberName: '', on: todayOf(catalogue) },
        ...{ billTo: billToOf(memberId), billed: billedBy(billsOf(catalogue)) },
      }
      return left(catalogue, memberId, (less) => draftBookedBill({ ...input, ...less }).total)
    },
  }
}
