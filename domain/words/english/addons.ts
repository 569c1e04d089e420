/** What members have by the month beside their membership. */
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { longDate, moneyPlain } from './amounts.ts'
import { billing } from './billing.ts'

export const addons = {
  title: 'Extras by the month',
  price: (price: Money) => `${moneyPlain(price)} a month`,
  since: (date: LocalDate) => `Since ${billing.fullDate(date)}.`,
  ends: (until: LocalDate) => `Ends. The last day is ${billing.fullDate(addDays(until, -1))}.`,
  take: 'Take',
  takeNamed: (name: string) => `Take ${name}`,
  end: 'End',
  endNamed: (name: string) => `End ${name}`,
  begins: 'It begins on the day on which the space hears of it: today, where you are online.',
  costs: (amount: Money, days: { readonly from: LocalDate; readonly until: LocalDate }) =>
    `${moneyPlain(amount)} for ${billing.period(days)}`,
  onBill: (until: LocalDate) => `On the bill of ${billing.fullDate(until)}:`,
  thenMonthly: (price: Money) =>
    `Then ${moneyPlain(price)} a month, in advance, until you end it. The price stays as long as you have it.`,
  noBills: 'The space sends no bills from here.',
  lastDay: (until: LocalDate) =>
    `It ends with the period that is paid for. The last day is ${longDate(addDays(until, -1))}, and so is the last that is billed.`,
  saved: 'Saved on this device. We’ll send it when you’re back online.',
  sending: 'The space has your word.',
  late: 'That was sent too late.',
  asked: 'It is asked for.',
  bySpace: (reason: string) => `The space: “${reason}”`,
  /** In news. */
  beganOn: (date: LocalDate) => `You have it since ${longDate(date)}.`,
  lastDayIs: (until: LocalDate) => `The last day is ${longDate(addDays(until, -1))}.`,
  overNow: 'It is over from today on.',
  comesBack: 'What was billed of days to come comes off your next bill.',
  /** While a membership is paused. */
  whilePaused: (isSpared: boolean) =>
    isSpared
      ? 'What you have by the month costs nothing on paused days, and stays yours.'
      : 'What you have by the month goes on, at its price.',

  /** The operator's side. */
  holders: 'Who has what by the month',
  nobody: 'Nobody has anything by the month.',
  endFor: (name: string, member: string) => `End ${name} of ${member}`,
  when: 'When',
  endings: {
    period: 'With the period that is paid for',
    now: 'From today on: days that were billed come off the next bill',
  },
  ended: 'It is ended.',
  has: (name: string, since: LocalDate) => `${name}, since ${billing.fullDate(since)}`,
} as const
