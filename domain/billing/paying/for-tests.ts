/** Attempts, cards and stories of one bill for tests. */
import { toInstant } from '../../values/instant.ts'
import type { Money } from '../../values/money.ts'
import { billOf, charge, day } from '../for-tests.ts'
import type { BillStory, Payment } from '../payment.ts'
import { type AttemptStanding, attemptId, type PaymentAttempt } from './attempt.ts'
import type { PayMethods, SavedMethod } from './pay-methods.ts'

export const bill = billOf(charge('hall', '2026-06-20', 80))
export const purpose = { kind: 'bill', id: bill.id } as const
export const noted = toInstant(Date.UTC(2026, 6, 1, 8))

export function attempt(
  n: number,
  standing: AttemptStanding,
  more: Partial<PaymentAttempt> = {},
): PaymentAttempt {
  return {
    ...{ id: attemptId(purpose, n), purpose, n, via: 'charge', siteId: bill.siteId },
    ...{ payerId: 'mem_ada', amount: bill.total, ref: `pi_${n}`, createdAt: noted },
    method: { id: 'pm_visa', label: 'Visa 4242', isBackup: false },
    ...{ on: day('2026-07-01'), standing, ...more },
  }
}

export function card(id: string, more: Partial<SavedMethod> = {}): SavedMethod {
  return {
    ...{ id: `pm_${id}`, kind: 'card', brand: id, last4: '4242', addedAt: noted },
    ...{ expires: { year: 2030, month: 12 }, ...more },
  }
}

export function cards(...ids: readonly string[]): PayMethods {
  return { payerId: 'mem_ada', methods: ids.map((id) => card(id)), backup: null }
}

export function payment(id: string, amount: Money, more: Partial<Payment> = {}): Payment {
  return {
    ...{ id, billId: bill.id, amount, method: 'card', on: day('2026-07-02'), reference: '' },
    ...{ notedAt: noted, ...more },
  }
}

export function storyOf(...payments: readonly Payment[]): BillStory {
  return { bill, payments, credits: [] }
}
