/** Somebody whose bookings of an office are paid as they are made: half a day for 15, a day for 25, an hour for 5. */
import type { Booking } from '../../bookings/booking.ts'
import { ada, at, desk1, desk2, freeRules, harbour, span } from '../../bookings/for-tests.ts'
import { makeStory } from '../../bookings/lots/for-tests.ts'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Granularity } from '../../sites/granularity.ts'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { add, compare, type Money, subtract } from '../../values/money.ts'
import { type BillDraft, billedBy, draftBill, issueBill } from '../bill.ts'
import { draftBookedBill } from '../booked-bill.ts'
import { bookedTotal } from '../booked-total.ts'
import { type Charge, chargesOfBooking } from '../charge.ts'
import { correctionsOf } from '../correction.ts'
import { day, euros, input, settings } from '../for-tests.ts'
import type { BillStory } from '../payment.ts'
import { daysHad } from './day-lines.ts'

const spans = [{ opens: 540, closes: 1080 }]
const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, spans]
const granularities: readonly Granularity[] = [
  ...[{ kind: 'day' }, { kind: 'half-day', turnsAt: 780 }, { kind: 'hour' }],
] as const
/** Paid as it is booked. */
export const rate: RateRow = {
  ...{ id: 'rat_office', resourceId: null, kind: null, tierId: null, hours: null, priority: 0 },
  ...{ hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500, isPrepaid: true },
}
export const offices = [desk1, desk2].map((one) => ({
  ...{ ...one, hours },
  rules: { ...freeRules, granularities },
}))
export const site = { ...harbour.site, billing: settings }
export const catalogue: Catalogue = { ...harbour, site, resources: offices, rates: [rate] }
export const wednesday = '2026-06-10'
export const thursday = '2026-06-11'
export const now = at('2026-06-01', 600)
export const halfBack: CancellationPolicy = {
  ...must(offices[0], 'there are two').rules.cancellation,
  steps: [{ hoursBefore: 0, refundPercent: 50 }],
  graceMinutes: 0,
}

/** Somebody whose bookings are paid as they are made, as the space bills them. */
export function makePayer(of = catalogue) {
  const made = makeStory(of, [])
  let stories: readonly BillStory[] = []
  const days = () => daysHad(made.all(), billedBy(stories))

  function issue(draft: BillDraft): Money {
    const id = toId('bill', `bil_${stories.length + 1}`)
    const about = { id, number: id, issuedAt: at('2026-06-01', 600 + stories.length) }
    const bill = issueBill(draft, settings, { ...about, issuedOn: day('2026-06-01') })
    stories = [...stories, { bill, payments: [], credits: [] }]
    return draft.total
  }

  function drafted(booking: Booking): BillDraft {
    const asked = { bookings: [booking], paidFor: booking.id, memberName: 'Ada', billTo: null }
    const known = { catalogue: of, billed: billedBy(stories), days: days(), promos: [] }
    return draftBookedBill({ ...asked, ...known, on: day('2026-06-01') })
  }

  /** What it asks for at once, as its device says. */
  function pay(booking: Booking): Money {
    const draft = drafted(booking)
    const { start, end } = booking.wall
    const by = { site, memberId: ada.id, promos: [], billTo: null, days: days() }
    const part = { price: booking.price, extras: [], start, end, dayPrice: booking.dayPrice }
    const told = bookedTotal({ ...by, today: day('2026-06-01') }, [part])
    if (compare(told, draft.total) !== 0) throw new Error('its device says something else')
    return issue(draft)
  }

  /** Credit notes, as they are written with whatever owes less. */
  function correct(): Money {
    const billed = billedBy(stories)
    const over = new Map(
      made.all().flatMap((one): [string, Money][] => {
        const [charge] = chargesOfBooking(one, '')
        const beyond = subtract(
          billed.get(one.id) ?? euros(0),
          must(charge, 'a booking has a charge').amount,
        )
        return beyond.amountMinor > 0 ? [[one.id, beyond]] : []
      }),
    )
    let back = euros(0)
    if (over.size === 0) return back
    for (const { story, lines, taxes, total } of correctionsOf(stories, over, days())) {
      const id = `${story.bill.id}/${story.credits.length + 1}`
      const { issuedAt, issuedOn } = story.bill
      const note = { id, billId: story.bill.id, number: id, reason: '', issuedAt, issuedOn }
      stories = stories.map((one) =>
        one === story
          ? { ...one, credits: [...one.credits, { ...note, lines, taxes, total }] }
          : one,
      )
      back = add(back, total)
    }
    return back
  }

  const charges = (): readonly Charge[] =>
    made.all().flatMap((booking) => chargesOfBooking(booking, 'Desk 1'))
  return {
    made,
    draft: drafted,
    book: (from: number, until: number, place = desk1, on = wednesday) => {
      const booking = made.book(place.id, span(on, from, until), now)
      return booking === null ? null : { booking, asked: pay(booking).amountMinor / 100 }
    },
    cancel: (booking: Booking, asker?: 'space') => {
      made.cancel(booking, now, asker)
      return correct().amountMinor / 100
    },
    move: (booking: Booking, on: string, from: number, until: number, place = desk1) => {
      made.change(booking, place.id, span(on, from, until), now)
      return correct().amountMinor / 100
    },
    period: () => draftBill(input(charges(), { billed: billedBy(stories), days: days() })),
    issue,
    /** All that was asked for and not given back. */
    sum: () => {
      const all = stories.flatMap(({ bill, credits }) => [bill, ...credits])
      return all.reduce((total, one) => total + one.total.amountMinor, 0) / 100
    },
  }
}

export function bookedIn(
  payer: ReturnType<typeof makePayer>,
  ...wish: Parameters<typeof payer.book>
) {
  return must(payer.book(...wish), 'it is free')
}
