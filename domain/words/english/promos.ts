/** Promo codes: what they give, and how they are made. */
import type { ChargeKind } from '../../sites/billing-settings.ts'
import type { PromoGift } from '../../sites/promo.ts'
import type { Currency } from '../../values/money.ts'
import { money } from '../../values/money.ts'
import { count, duration, listOf, moneyPlain } from './amounts.ts'
import { billing } from './billing.ts'

function offOf(kinds: readonly ChargeKind[]): string {
  return listOf(kinds.map((kind) => billing.chargeKinds[kind].toLowerCase()))
}

function billsOf(bills: number | null): string {
  return bills === null ? 'on every bill' : `on ${count(bills, 'bill')}`
}

/** "10 % off memberships and bookings, on 2 bills". */
function gives(gift: PromoGift, currency: Currency): string {
  switch (gift.kind) {
    case 'percent':
      return `${gift.basisPoints / 100} % off ${offOf(gift.off)}, ${billsOf(gift.bills)}`
    case 'fixed':
      return `${moneyPlain(money(gift.amountMinor, currency))} off ${offOf(gift.off)}, ${billsOf(gift.bills)}`
    case 'time':
      return `${duration(gift.minutes)} to book with`
  }
}

export const promos = {
  title: 'Promo code',
  have: 'Have a promo code?',
  enter: 'Code',
  use: 'Use code',
  used: (name: string) => `${name} is yours.`,
  gives,
  notForPlan: 'This code is not for this membership.',
  withCode: (name: string, given: string) => `With ${name}: ${given}.`,
  needsConnection: 'A code is looked up with a connection.',

  /** The operator's side. */
  sentence:
    'Members enter a code when they join, under Bills, where they change their plan, or where they pay when they book. There a percentage counts at once, an amount on the bill of the period. What somebody has redeemed stays as it was then.',
  none: 'There is no code yet.',
  make: 'New code',
  change: 'Change',
  changeNamed: (code: string) => `Change ${code}`,
  pause: 'Pause',
  pauseNamed: (code: string) => `Pause ${code}`,
  resume: 'Resume',
  resumeNamed: (code: string) => `Resume ${code}`,
  paused: 'Paused',
  uses: (uses: number, most: number | null) =>
    most === null ? `Redeemed ${count(uses, 'time')}` : `Redeemed ${uses} of ${most} times`,
  code: 'Code',
  name: 'On bills',
  kind: 'Gives',
  kinds: { percent: 'Percent off', fixed: 'An amount off', time: 'Time to book with' },
  percent: 'Percent',
  hours: 'Hours',
  off: 'Off',
  places: 'For',
  hasBills: 'On so many bills only',
  bills: 'Bills',
  ends: 'The time has to be used up',
  validDays: 'Within days',
  who: 'Who may use it',
  isFirstTime: 'Only who has bought nothing yet',
  tiers: 'Memberships',
  teams: 'Teams',
  domains: 'E-mail addresses that end in',
  domainsHint: 'Separated by spaces. Empty: everybody.',
  hasFrom: 'Not before a day',
  hasUntil: 'Not after a day',
  from: 'First day',
  until: 'Last day',
  hasUsesMax: 'So often in all',
  usesMax: 'Times',
  save: 'Save code',
  saved: 'Saved.',
} as const
