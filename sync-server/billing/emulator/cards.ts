/**
 * The test cards of the demo page, by name: nobody enters a number anywhere. What each does is what the processor's documentation says of
 * the test card with these last digits.
 */
import type { CardError, PaymentMethod } from './objects.ts'

export interface TestCard {
  readonly brand: 'visa' | 'mastercard'
  readonly last4: string
  /** Why it cannot be charged, or even kept; null when it can. */
  readonly refusal: CardError | null
  /** True when only charges are refused, so that it can be kept first. */
  readonly isKept?: true
  readonly needsAuthentication?: true
  readonly isDisputed?: true
}

function declined(code: string, decline_code: string, message: string): CardError {
  return { type: 'card_error', code, decline_code, message }
}

const generic = declined('card_declined', 'generic_decline', 'Your card was declined.')

export const testCards = {
  succeeds: { brand: 'visa', last4: '4242', refusal: null },
  'needs-authentication': {
    ...{ brand: 'visa', last4: '3184' },
    ...{ refusal: null, needsAuthentication: true },
  },
  declined: { brand: 'visa', last4: '0002', refusal: generic },
  'insufficient-funds': {
    ...{ brand: 'visa', last4: '9995' },
    refusal: declined('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  },
  expired: {
    ...{ brand: 'visa', last4: '0069' },
    refusal: declined('expired_card', 'expired_card', 'Your card has expired.'),
  },
  lost: {
    ...{ brand: 'visa', last4: '9987' },
    refusal: declined('card_declined', 'lost_card', 'Your card was declined.'),
  },
  'declines-later': {
    ...{ brand: 'mastercard', last4: '0341' },
    ...{ refusal: generic, isKept: true },
  },
  disputed: {
    ...{ brand: 'visa', last4: '0259' },
    ...{ refusal: null, isDisputed: true },
  },
} as const satisfies Readonly<Record<string, TestCard>>

export type CardName = keyof typeof testCards

export const cardNames = Object.keys(testCards) as readonly CardName[] // its own keys

const FINGERPRINT = 'emu_'

export function isCardName(text: unknown): text is CardName {
  return typeof text === 'string' && Object.hasOwn(testCards, text)
}

/** By its fingerprint, which is the same for the same card. */
export function cardOf(method: PaymentMethod): TestCard {
  const name = method.card.fingerprint.slice(FINGERPRINT.length)
  return isCardName(name) ? testCards[name] : testCards.declined
}

export function newMethod(
  name: CardName,
  { id, created, customer }: { id: string; created: number; customer: string | null },
) {
  const { brand, last4 } = testCards[name]
  const year = new Date(created * 1000).getUTCFullYear()
  return {
    ...{ id, object: 'payment_method', created, customer, customer_account: null, type: 'card' },
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      ...{ brand, last4, exp_month: 12, exp_year: name === 'expired' ? year - 1 : year + 3 },
      ...{ fingerprint: `${FINGERPRINT}${name}`, funding: 'credit', country: 'US' },
      ...{ checks: null, display_brand: brand, generated_from: null, networks: null },
      ...{ regulated_status: null, three_d_secure_usage: null, wallet: null },
    },
    ...{ livemode: false, metadata: {} },
  }
}
