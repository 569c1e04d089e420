/** The page that stands where the payment processor's would, when no money moves. It is the space's own, so no device carries these words. */
import type { Money } from '../../values/money.ts'
import { moneyPlain } from './amounts.ts'

export const demoPayments = {
  title: 'Demo payment',
  noMoney: 'No money moves. Choose what this card is to do.',
  pay: (amount: Money, what: string) => `${what}: ${moneyPlain(amount)}`,
  save: 'Save a card for later payments',
  cards: {
    succeeds: 'Succeeds',
    'needs-authentication': 'Needs authentication',
    declined: 'Declined',
    'insufficient-funds': 'Insufficient funds',
    expired: 'Expired',
    lost: 'Lost',
    'declines-later': 'Can be saved, is declined when charged',
    disputed: 'Succeeds, and is disputed afterwards',
  },
  brands: { visa: 'Visa', mastercard: 'Mastercard' },
  ending: (last4: string) => `Card ending in ${last4}`,
  back: 'Go back without paying',
  declined: {
    card_declined: 'The card was declined. Nothing was paid.',
    expired_card: 'The card has expired. Nothing was paid.',
    insufficient_funds: 'There is not enough money on the card. Nothing was paid.',
    other: 'That did not work. Nothing was paid.',
  },
  proveTitle: 'Is this you?',
  prove: 'Here your bank would ask you to prove who you are.',
  proven: 'Yes, it is me',
  notProven: 'No, stop',
  over: 'This page is over. Nothing more happens here.',
  leave: 'Go back',
} as const
