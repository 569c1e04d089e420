/** Paying by card: what a member does, what is on file, and what happens when a card was declined. */
import type { Decline } from '../../billing/paying/decline.ts'
import type { Dispute } from '../../billing/paying/dispute.ts'
import type { KeptBecause, SavedMethod } from '../../billing/paying/pay-methods.ts'
import type { Block, BlockStep, DunningState } from '../../sites/dunning-settings.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { count, listOf, moneyPlain, shortDate } from './amounts.ts'

const day = (date: LocalDate) => shortDate(date).slice(4)

const declines: Readonly<Record<Decline, string>> = {
  funds: 'there was not enough money on the card',
  expired: 'the card has expired',
  barred: 'the card cannot be used any more',
  unproven: 'the bank asked for a confirmation that did not come',
  other: 'the bank declined the card',
}

const blocks: Readonly<Record<Block, string>> = {
  nothing: 'Nothing',
  'paid-bookings': 'Paid bookings',
  bookings: 'All new bookings',
}

const keptFrom: Readonly<Record<Block, string>> = {
  nothing: '',
  'paid-bookings': 'only what is free can be booked',
  bookings: 'nothing new can be booked',
}

const states: Readonly<Record<DunningState, string>> = {
  failed: 'Payment failed',
  overdue: 'Overdue',
  blocked: 'Long overdue',
}

/** "Visa 4242". */
function methodName({ brand, kind, last4 }: Pick<SavedMethod, 'brand' | 'kind' | 'last4'>): string {
  const name = brand === '' ? kind.replaceAll('_', ' ') : brand
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${last4}`.trim()
}

export const paying = {
  methodName,
  whyDeclined: (why: Decline) => declines[why],
  pay: (amount: Money) => `Pay ${moneyPlain(amount)}`,
  opening: 'Opening the payment page…',
  needsConnection: 'Paying needs a connection.',
  busy: 'A payment for this bill is on its way. This page shows when it has arrived.',
  checking: 'Looking whether the payment has arrived…',
  notYet: 'The payment has not arrived yet. It shows here as soon as it has.',
  arrived: 'Paid. Thank you.',
  tooLittle: 'This is too little to be charged to a card.',
  away: 'The payment page cannot be reached just now. Nothing was charged. Try again in a moment.',
  tooOften: 'That was asked for very often. Try again in an hour, or write to the team.',
  /** How a bill stands then. */
  declined: 'Card declined',
  /** What happens about a declined card. */
  failed: (label: string, why: Decline, on: LocalDate) =>
    `On ${day(on)} ${label} was not charged: ${declines[why]}.`,
  nextTry: (on: LocalDate) => `It is tried again on ${day(on)}.`,
  noNextTry: 'It is not tried again by itself.',
  blocked: (block: Block) =>
    block === 'nothing'
      ? ''
      : block === 'bookings'
        ? 'Until it is paid, nothing new can be booked. What is booked stands.'
        : 'Until it is paid, only what is free can be booked. What is booked stands.',
  blockedFrom: (on: LocalDate, block: Block) =>
    `From ${day(on)} on, if it is not paid, ${keptFrom[block]}.`,
  confirmNeeded: (amount: Money) => `Your bank wants you to confirm ${moneyPlain(amount)}.`,
  confirm: 'Confirm and pay',
  attention: (amount: Money) => `${moneyPlain(amount)} could not be charged`,
  changeCard: 'Use another card',

  /** Below the next bill: how it is paid once it is issued. */
  chargedThen: (name: string) => `${name} is charged for it on that day.`,
  paidThen: (on: LocalDate) => `It is to be paid by ${day(on)}.`,

  /** What happens about a declined card, told before one is. */
  whenDeclined: {
    title: 'If a card is declined',
    told: 'You are told at once, here and by mail.',
    again: (days: readonly number[]) =>
      `It is tried again by itself ${listOf(days.map(String))} ${days.length === 1 && days[0] === 1 ? 'day' : 'days'} later.`,
    kept: ({ days, block }: BlockStep) =>
      days === 0
        ? `Until the bill is paid, ${keptFrom[block]}.`
        : `${count(days, 'day')} after the first time, ${keptFrom[block]} until the bill is paid.`,
    ends: 'Another card, or paying the bill on a page, ends it at once. What is booked stands.',
  },

  methods: 'Payment methods',
  methodsSentence:
    'Bills are charged to the first one when they are issued. Card numbers are entered and kept by the payment provider; they never come here.',
  add: 'Add a card',
  addedSentence:
    'A new card is the first from then on, and what was declined before is tried with it at once.',
  methodsFull: (max: number) =>
    `${max} are kept at most, so a new one was not. Remove one that you no longer use, then add it.`,
  noRoom: (max: number) => `${max} are kept at most. Remove one to add another.`,
  none: 'None yet. Without one, bills are paid one by one.',
  teamPays: 'Your team pays for you.',
  notOffered: (site: string) => `${site} takes no cards here yet.`,
  changesNeedConnection: 'Changing them needs a connection.',
  needsYou: 'Payment needs you',
  first: 'Charged first',
  makeFirst: 'Charge first',
  makeFirstOf: (name: string) => `Charge ${name} first`,
  backupConsent: (name: string) =>
    `I agree that ${name} is charged, once a bill, when the first one is declined.`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removed: 'Removed.',
  expires: (month: number, year: number) => `Valid until ${String(month).padStart(2, '0')}/${year}`,
  notFirst: 'Cannot be charged while you are not there.',
  kept: {
    debt: 'It stays while a bill is open: pay it, or add another card first.',
    membership: 'It stays while you have a membership: add another card first.',
    booking: 'It stays while you have a booking that costs something: add another card first.',
  } satisfies Readonly<Record<KeptBecause, string>>,
  notPossible: 'That is not possible with this one.',

  /** On a bill, to whoever reads it. */
  disputed: ({ state, amount }: Pick<Dispute, 'state' | 'amount'>) =>
    ({
      open: `The bank of the card took ${moneyPlain(amount)} of it back, and is deciding whether it stays there.`,
      won: '',
      lost: `The bank of the card took ${moneyPlain(amount)} of it back, and it stays with the payer. Nothing of it is asked for again here.`,
    })[state],

  /** The operator's side. */
  failedPayments: 'Failed payments',
  why: (label: string, why: Decline) => `${label}: ${declines[why]}.`,
  waitsForPayer: 'Waits for a confirmation by the payer.',
  stateSince: (state: DunningState, on: LocalDate) => `${states[state]}, since ${day(on)}`,
  keptFrom: (block: Block) => `Kept from: ${blocks[block].toLowerCase()}`,
  refunds: 'Going back',
  refundOnTheWay: (amount: Money) => `${moneyPlain(amount)} is on its way back to the card.`,
  refundDisputed: (amount: Money) =>
    `${moneyPlain(amount)} waits: the payer’s bank has taken the payment back, and decides about it. Pay nothing back by hand meanwhile.`,
  disputeOpen: (amount: Money, answerBy: LocalDate | null) =>
    `${moneyPlain(amount)} are disputed: the payer’s bank has taken the payment back, and decides about it. ${
      answerBy === null
        ? 'It was answered.'
        : `Answer at the payment processor until ${day(answerBy)}, or it is lost.`
    }`,
  refundFailed: (amount: Money) =>
    `${moneyPlain(amount)} could not go back to the card. Pay it back by hand and note it.`,
  byHand: (amount: Money) => `${moneyPlain(amount)} is to be paid back by hand.`,
  settings: {
    title: 'When a card is declined',
    sentence:
      'It is charged again on these days after the first failure. Adding another card tries at once; any payment ends it.',
    retryDays: 'Tried again on days',
    retryDaysHint: 'Numbers with commas between them.',
    overdueDays: 'Overdue after days',
    blockedDays: 'Long overdue after days',
    blocks: (state: DunningState) => `“${states[state]}” keeps from`,
  },
  blocks,
} as const
