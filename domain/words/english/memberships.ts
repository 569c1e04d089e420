/** Memberships: what they cost, what is coming, and changing them. */
import type { ChangeCost, MembershipChange } from '../../memberships/membership.ts'
import type { FeeRhythm, MembershipFee } from '../../sites/billing-settings.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { type Currency, type Money, money, subtract, zero } from '../../values/money.ts'
import { count, longDate, moneyPlain } from './amounts.ts'
import { billing } from './billing.ts'

const rhythms: Readonly<Record<FeeRhythm, string>> = {
  week: 'a week',
  month: 'a month',
  year: 'a year',
}

/** "€149.00 a month". */
function price(fee: Pick<MembershipFee, 'priceMinor' | 'per'> | null, currency: Currency): string {
  if (fee === null || fee.priceMinor === 0) return 'No fee'
  return `${moneyPlain(money(fee.priceMinor, currency))} ${rhythms[fee.per]}`
}

/** "11–20 Jun 2026": the last day is in it. */
const days = billing.period

type Coming = Exclude<MembershipChange, { kind: 'take-back' | 'resume' }>
type Effect =
  | { readonly kind: Coming['kind'] | 'resume' | 'take-back'; readonly on: LocalDate }
  | { readonly kind: 'pause'; readonly on: LocalDate; readonly until: LocalDate }

/** What a change does, as a sentence. */
function effect(change: Effect, tier: string, today: LocalDate): string {
  const from = change.on === today ? 'today' : longDate(change.on)
  switch (change.kind) {
    case 'tier':
      return `${tier} from ${from} on.`
    case 'pause':
      return 'until' in change ? `Paused ${days({ from: change.on, until: change.until })}.` : ''
    case 'resume':
      return `It runs again from ${from} on.`
    case 'end':
      return `It ends. The last day is ${longDate(addDays(change.on, -1))}, and so is the last that is billed.`
    case 'take-back':
      return 'Everything stays as it is.'
  }
}

function cost(found: ChangeCost | null): string {
  if (found === null) return 'It changes nothing of the period that runs.'
  const { amount } = found
  const back = subtract(zero(amount.currency), amount)
  return amount.amountMinor > 0
    ? `${moneyPlain(amount)} for ${days(found)}, on the next bill.`
    : `${moneyPlain(back)} for ${days(found)} comes off the next bill.`
}

export const memberships = {
  title: 'Plan',
  none: 'You have no plan here. Ask the space about one.',
  price,
  cost,
  effect,
  since: (date: LocalDate) => `Since ${billing.fullDate(date)}`,
  paused: (until: LocalDate) => `Paused. It runs again on ${longDate(until)}.`,
  ends: (on: LocalDate) => `Ends. The last day is ${billing.fullDate(addDays(on, -1))}.`,
  begins: (on: LocalDate) => `Begins on ${billing.fullDate(on)}.`,
  nextBill: 'Next bill',
  nextBillOfTeam: 'Your part of your team’s next bill',
  nextBillOn: (on: LocalDate, total: Money) => `${billing.fullDate(on)}, ${moneyPlain(total)}`,
  coming: 'What is coming',
  takeBack: 'Take back',
  takeBackTitle: 'Take it back?',
  takenBack: 'It is taken back.',
  change: 'Change plan',
  changeOf: (tier: string) => `Change plan: ${tier}`,
  pause: 'Pause',
  pauseOf: (tier: string) => `Pause ${tier}`,
  resume: 'Resume today',
  resumeOf: (tier: string) => `Resume ${tier} today`,
  end: 'End',
  endOf: (tier: string) => `End ${tier}`,
  choose: 'Plans',
  current: 'your plan now',
  when: 'When',
  whens: { now: 'At once', next: 'With the next period' },
  noOthers: 'No other plan is offered here.',
  from: 'First day',
  until: 'First day after',
  endsOn: 'Ends after',
  pauseTerms: (daysMax: number, of: Money, per: FeeRhythm, keepsPasses: boolean) =>
    [
      `Up to ${count(daysMax, 'day')}.`,
      of.amountMinor === 0
        ? 'Paused days cost nothing.'
        : `Paused days cost their share of ${moneyPlain(of)} ${rhythms[per]}.`,
      keepsPasses ? 'Passes last as much longer.' : 'Passes run on meanwhile.',
      'Nothing can be booked in it.',
    ].join(' '),
  notice: (noticeDays: number) =>
    noticeDays === 0
      ? 'It can end with any period.'
      : `It ends with the period in which the ${count(noticeDays, 'day')} of notice are over.`,
  affected: 'Bookings that it would not include any more',
  keep: 'Keep',
  cancel: 'Cancel',
  becomesOf: (place: string) => `${place}: what becomes of it`,
  comesBack: (amount: Money) => `${moneyPlain(amount)} comes back`,
  nothingBack: 'nothing comes back',
  billPreview: 'The next bill with it',
  confirm: {
    tier: 'Change plan',
    pause: 'Pause',
    resume: 'Resume',
    end: 'End membership',
    'take-back': 'Take back',
  },
  saved: 'It is changed.',
  dearer: (amount: Money) =>
    `It costs ${moneyPlain(amount)} by now. Look at it again, and then say yes.`,
  waits: 'Saved on this device. We’ll send it when you’re back online.',
  waitsHere:
    'You are offline. It is saved on this device and sent when you are back online. It never costs more than what is shown here; if a price has changed by then, nothing is changed and you are told.',
  sending: 'The space has your word.',
  late: 'That was sent too late. Nothing was changed.',
  undo: 'Undo',
  wished: 'Wished',
  needsConnection: 'Changing a plan needs a connection. What you see is what the space last said.',
  reason: 'Reason, which the member reads',
  bySpace: (reason: string) => `The space: “${reason}”`,

  /** The operator's side. */
  of: (name: string) => `Plan of ${name}`,
  find: 'Find a member',
  found: 'Members found',
  start: 'Add a plan',
  startSentence: 'Beside what they have. What they may book follows from the first.',
  begin: 'Add plan',
  terms: {
    title: 'Memberships: prices and terms',
    sentence: 'Billed in advance. A price that changes counts for periods that are not billed yet.',
    price: 'Price',
    per: 'Every',
    rhythms: { week: 'Week', month: 'Month', year: 'Year' } satisfies Record<FeeRhythm, string>,
    isOffered: 'Members may change to it themselves',
    isByDays: 'By days: part of a period costs its share, and a dearer plan begins at once',
    noticeDays: 'Days of notice',
    deposit: 'Deposit, which comes back',
    pause: 'May be paused',
    daysMax: 'Longest pause, in days',
    pausePrice: 'Price of a paused period',
    keepsPasses: 'Passes last as much longer',
    sparesAddons: 'Extras by the month cost nothing on paused days',
  },
} as const
