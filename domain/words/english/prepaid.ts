/** Places that are paid when they are booked. */
import type { Decline } from '../../billing/paying/decline.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { longDate, moneyPlain } from './amounts.ts'
import { paying } from './paying.ts'

export const prepaid = {
  /** Before it is booked. */
  now: (total: Money, label: string) => `Paid now: ${moneyPlain(total)} with ${label}.`,
  onPage: (total: Money) => `You’ll pay ${moneyPlain(total)} on the next page.`,
  offline: (total: Money) =>
    `${moneyPlain(total)} is charged once the space has said yes, and never more than that.`,
  /** What of it is not paid by card; empty where all of it is. */
  less: ({ ofDay, off, credit }: Record<'ofDay' | 'off' | 'credit', Money>) => {
    const day =
      ofDay.amountMinor > 0
        ? `${moneyPlain(ofDay)} less: with what you have paid for that day it comes to the day price. `
        : ''
    const code = off.amountMinor > 0 ? `${moneyPlain(off)} off with your code. ` : ''
    const own = credit.amountMinor > 0 ? `${moneyPlain(credit)} comes from your credit. ` : ''
    return day + code + own
  },
  notBefore: 'It is booked once it is paid.',
  togetherNotBefore: 'All of it is booked once it is paid, or none of it.',
  /** While it waits for its money. */
  heldUntil: (time: string) => `Held for you until ${time}.`,
  /** Of what is paid together with others, on all cards but the first. */
  paidWith: (place: string, date: LocalDate) => `Paid together with ${place}, ${longDate(date)}.`,
  runOut: (time: string) => `It was held until ${time}.`,
  charging: (label: string) => `${label} is being charged…`,
  declined: (label: string, why: Decline) =>
    `${label} was not charged: ${paying.whyDeclined(why)}.`,
  proveIt: 'Your bank wants you to confirm the payment.',
  /** As the page calls what is paid there. */
  pageTitle: (place: string, date: LocalDate, more: number) =>
    more === 0 ? `${place}, ${date}` : `${place}, ${date}, and ${more} more`,
  pay: (total: Money) => paying.pay(total),
  letGo: 'Let it go',
  letAllGo: 'Let all of it go',
  label: (verb: string, name: string) => `${verb}: ${name}`,
  /** In the calendar of who runs the space. */
  heldNotPaid: 'Held, not paid',
  /** The setting. */
  setting: 'Paid when it is booked',
  settingHint:
    'It is held until it is paid, and booked then. What is booked at once, several places or a series, is paid at once. What a change adds is paid first, too. Otherwise it is on the next bill, as it always is for teams.',
  tryIt: 'Paid when it is booked.',
} as const
