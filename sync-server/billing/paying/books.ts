/** What who keeps the books reads of paying: how open bills were tried, what goes back, and of whom a card is charged by itself. */

import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { firstMethod } from '../../../domain/billing/paying/pay-methods.ts'
import type { Refund } from '../../../domain/billing/paying/refund.ts'
import { toldAttempt } from '../../../domain/billing/paying/told.ts'
import { type BillStory, openOf } from '../../../domain/billing/payment.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import { attemptsOf, loadPayers, refundsOf } from '../../storage/load-paying.ts'
import { readPaymentMode } from '../../storage/payment-mode.ts'
import type { Reader } from '../../storage/storage.ts'

export interface PayingBooks {
  readonly attempts: readonly PaymentAttempt[]
  readonly refunds: readonly Refund[]
  /** Payers who have something on file that is charged by itself. */
  readonly charged: readonly string[]
}

export async function payingBooks(
  reader: Reader,
  stories: readonly BillStory[],
): Promise<PayingBooks> {
  const owed = stories.filter((story) => openOf(story).amountMinor > 0)
  const mode = (await readPaymentMode(reader)) ?? ''
  const payerIds = [...new Set(owed.map(({ bill }) => payerId(bill.payer)))]
  const payers = [...(await loadPayers(reader, payerIds, mode)).values()]
  const attempts = await attemptsOf(
    reader,
    owed.map(({ bill }) => bill.id),
  )
  const refunds = await refundsOf(
    reader,
    stories.map(({ bill }) => bill.id),
  )
  return {
    attempts: attempts.map(toldAttempt),
    refunds: refunds.map((refund) => ({ ...refund, ref: null, paymentRef: '' })),
    charged: payers.flatMap(({ payMethods }) =>
      firstMethod(payMethods) === null ? [] : [payMethods.payerId],
    ),
  }
}
