/** Money of a payer that the space keeps: credits and deposits. */
import type { Fund, FundKind, FundMove, FundMoveKind } from '../../billing/fund.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { moneyPlain, shortDate } from './amounts.ts'

/** "1 Nov 2026". */
function fullDate(date: LocalDate): string {
  return `${shortDate(date).slice(4)} ${date.slice(0, 4)}`
}

const kinds: Readonly<Record<FundKind, string>> = { credit: 'Credit', deposit: 'Deposit' }

const moves: Readonly<Record<FundMoveKind, string>> = {
  pays: 'Paid a bill',
  returned: 'Paid back',
  ended: 'Taken back',
  kept: 'Kept by the space',
}

export const funds = {
  title: 'Credit and deposits',
  /** "€12.00 credit, until 31 Dec 2026". */
  left: ({ kind, validUntil }: Pick<Fund, 'kind' | 'validUntil'>, left: Money) =>
    `${moneyPlain(left)} ${kinds[kind].toLowerCase()}${validUntil === null ? '' : `, until ${fullDate(validUntil)}`}`,
  paysNext: 'It pays for your next bill.',
  kept: 'It is kept for you, and comes back when you leave.',
  usedUp: ({ kind }: Pick<Fund, 'kind'>) => `${kinds[kind]}, used up`,
  move: ({ kind, method, on, amount }: Pick<FundMove, 'kind' | 'method' | 'on' | 'amount'>) =>
    `${method === 'bank-took' ? 'Paid back by the bank of the card' : moves[kind]}, ${fullDate(on)}: ${moneyPlain(amount)}`,
  given: ({ kind, on, amount }: Pick<Fund, 'kind' | 'on' | 'amount'>) =>
    `${kind === 'credit' ? 'Given' : 'Received'}, ${fullDate(on)}: ${moneyPlain(amount)}`,
  /** In a bill that is not issued yet. */
  fromCredit: (reason: string) => `From your credit: ${reason}`,
  toPay: 'To pay',
  /** A deposit that a plan asks for. */
  pageTitle: (plan: string) => `Deposit: ${plan}`,
  ask: (amount: Money, plan: string) => `A deposit of ${moneyPlain(amount)} for ${plan}`,
  askWhy: 'It is kept for you while you have the plan, and comes back when you leave.',
  askDue: (on: LocalDate) =>
    `Pay it now, or with your first bill: a card on file is charged for it from ${fullDate(on)} on.`,
  askTeam: 'Your team is asked for it.',
  asked: 'Deposits to pay',
  askPaid: 'It is here. Thank you.',
  comesBack: (on: LocalDate) => `Your plan ends. It comes back after ${fullDate(addDays(on, -1))}.`,
  byCardAgain: 'The card did not take it back. It comes back in another way.',
  because: (reason: string) => `“${reason}”`,
  /** Beside the price of a plan. */
  withDeposit: (amount: Money) =>
    `A deposit of ${moneyPlain(amount)} is asked for. It is no fee: it comes back when you leave.`,
  depositOf: (amount: Money) => `deposit ${moneyPlain(amount)}`,

  /** The operator's side. */
  kinds,
  keptInAll: (credit: string, deposit: string) => `Credit ${credit}, deposits ${deposit}`,
  none: 'No credit was given, and no deposit is kept.',
  give: 'Give credit',
  take: 'Note a deposit',
  who: 'Who',
  nobody: 'Choose somebody',
  reason: 'Reason',
  purpose: 'What for',
  hasEnd: 'It ends',
  validUntil: 'Last day',
  received: 'When',
  withdraw: 'Take back',
  withdrawNamed: (name: string) => `Take back the credit of ${name}`,
  returnIt: 'Pay back',
  toCard: 'To the card it came by',
  keepPart: 'Keep a part',
  keepFor: 'What for',
  forDamage: 'Damage',
  forBills: 'Unpaid bills',
  payBills: 'Pay from it',
  allBills: (number: number) => `All ${number} that are open, the oldest first`,
  keepNamedOf: (name: string) => `Keep of the deposit of ${name}`,
  keepWhy: 'Reason, which they read',
  atMost: (most: Money) => `At most ${moneyPlain(most)}.`,
  damageSentence:
    'They get a document with a number. It has no tax, because damages pay for no supply.',
  billsSentence: 'It pays what is on their bills already, with the tax that is on them.',
  askedFor: 'Deposits that are asked for',
  askedSince: (on: LocalDate, due: LocalDate) =>
    `Asked for on ${fullDate(on)}; a card on file is charged from ${fullDate(due)} on`,
  askDeclined: (on: LocalDate) => `The card was declined on ${fullDate(on)}`,
  noteAsked: 'It came',
  noteAskedNamed: (name: string) => `Note that the deposit of ${name} came`,
  withdrawAsk: 'Do without',
  withdrawAskNamed: (name: string) => `Do without the deposit of ${name}`,
  toReturn: (on: LocalDate) =>
    `Their plan ends: to be paid back after ${fullDate(addDays(on, -1))}`,
  notToCard: 'The card did not take it back: pay it back by hand',
  returnNamed: (name: string) => `Pay back the deposit of ${name}`,
  bill: 'Bill',
  noOpenBill: 'No bill of theirs is open.',
  keep: 'Keep as credit',
  keepNamed: (number: string) => `Keep what is to be paid back of ${number} as credit`,
  done: 'Noted.',
  usedUpSummary: 'Used up',
} as const
