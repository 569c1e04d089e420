/** Places that are paid when they are booked. */
import type { Decline } from '../../billing/paying/decline.ts'
import type { Money } from '../../values/money.ts'
import { moneyPlain } from './amounts.ts'
import { paying } from './paying.ts'

export const prepaid = {
  /** Before it is booked. */
  now: (total: Money, label: string) => `Paid now: ${moneyPlain(total)} with ${label}.`,
  onPage: (total: Money) => `You’ll pay ${moneyPlain(total)} on the next page.`,
  offline: (total: Money) =>
    `${moneyPlain(total)} is charged once the space has said yes, and never more than that.`,
  notBefore: 'It is booked once it is paid.',
  /** While it waits for its money. */
  heldUntil: (time: string) => `Held for you until ${time}.`,
  runOut: (time: string) => `It was held until ${time}.`,
  charging: (label: string) => `${label} is being charged…`,
  declined: (label: string, why: Decline) =>
    `${label} was not charged: ${paying.whyDeclined(why)}.`,
  proveIt: 'Your bank wants you to confirm the payment.',
  pay: (total: Money) => paying.pay(total),
  letGo: 'Let it go',
  label: (verb: string, name: string) => `${verb}: ${name}`,
  /** In the calendar of who runs the space. */
  heldNotPaid: 'Held, not paid',
  /** The setting. */
  setting: 'Paid when it is booked',
  settingHint:
    'It is held until it is paid, and booked then. Otherwise it is on the next bill, as it always is for teams, series and several places at once.',
  tryIt: 'Paid when it is booked.',
} as const
