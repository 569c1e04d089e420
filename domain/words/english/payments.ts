/** Who moves the money, and how the books stand against it. */
import type { Money } from '../../values/money.ts'
import { moneyPlain } from './amounts.ts'

/** Modes in which what is paid is paid nowhere. */
const ribbons: Readonly<Record<string, string>> = {
  emulator: 'Demo payments: no money moves',
  'stripe-test': 'Test payments: no money moves',
}

const alarms: Readonly<Record<string, (about: string) => string>> = {
  'bad-signature': (day) => `Messages that the payment provider did not sign came on ${day}.`,
  'key-refused': (day) =>
    `The payment provider refused the portal’s key on ${day}: no card is charged until a new one is set.`,
  'other-half': (day) => `Messages of the wrong mode, live or test, came on ${day}.`,
  'other-version': (version) =>
    `Messages come in version ${version}, which is not the expected one.`,
  'not-there': (about) => `The payment provider told of ${about}, and knows nothing of it.`,
  'never-ours': (about) => `For a month nothing here was known of ${about}.`,
  'too-late': (since) => `Messages since ${since} may be lost.`,
  disputed: (about) => `A payment is disputed: ${about}.`,
  'many-pages': (about) =>
    `Somebody asked for more payment pages than anybody needs, as who tries stolen cards does: ${about}.`,
  'call-refused': (about) =>
    `The payment provider refused what the portal asked for, and no money moved: ${about}.`,
}

export const payments = {
  /** Null where money moves. */
  ribbon: (mode: string): string | null => ribbons[mode] ?? null,
  title: 'Books and payments',
  sentence:
    'Once a day every payment and refund is held against the books, and fees, disputes and payouts are entered in them.',
  movements: 'Provider’s movements (CSV)',
  matches: (when: string) => `Everything matches as of ${when}.`,
  differs: (when: string) => `Not everything matches as of ${when}.`,
  neverLooked: 'This has not been looked at yet.',
  look: 'Look now',
  looking: 'Looking…',
  drift: (kind: 'not-here' | 'not-there', amount: Money, about: string) =>
    kind === 'not-here'
      ? `${moneyPlain(amount)} were moved and are not in the books (${about}).`
      : `${moneyPlain(amount)} are in the books and were not moved (${about}).`,
  sums: (here: Money, there: Money) =>
    `By the books ${moneyPlain(here)} were received, by the payment provider ${moneyPlain(there)}.`,
  disputed: (amount: Money) =>
    `${moneyPlain(amount)} are disputed, and taken back until that is decided.`,
  alarms: 'What else happened',
  alarm: (kind: string, about: string): string => alarms[kind]?.(about) ?? about,
} as const
