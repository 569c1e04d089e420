/** What the account at the processor gains and loses. */
import { type Call, done, type Handler } from './call.ts'
import type { BalanceTransaction } from './objects.ts'
import { page, pageOf } from './pages-of.ts'

/** assumed: 1.5 % and 25 of the smallest unit of each charge, never more than the charge; nothing of it comes back. */
const FEE_PER_MILLE = 15
const FEE_FIXED = 25
/** assumed: money can be paid out after a week. */
const AVAILABLE_AFTER_S = 7 * 86_400

export type Movement = 'charge' | 'refund' | 'refund_failure' | 'adjustment'

export async function moveBalance(
  call: Call,
  type: Movement,
  source: string,
  amount: number,
  currency: string,
): Promise<BalanceTransaction> {
  const fee =
    type === 'charge'
      ? Math.min(amount, Math.round((amount * FEE_PER_MILLE) / 1000) + FEE_FIXED)
      : 0
  const moved = {
    ...{ id: call.makeId('txn'), object: 'balance_transaction', created: call.now },
    ...{ amount, currency, fee, net: amount - fee, source, type, status: 'pending' },
    ...{ available_on: call.now + AVAILABLE_AFTER_S, balance_type: 'payments', description: null },
    ...{ exchange_rate: null, fee_details: [], reporting_category: type },
  }
  await call.objects.put(moved)
  return moved
}

const list: Handler = async (call) => {
  const found = await page<BalanceTransaction>(call, { kind: 'balance_transaction' })
  return done(pageOf(found, '/v1/balance_transactions'))
}

export const balanceHandlers: Readonly<Record<string, Handler>> = {
  'BalanceTransactions.list': list,
}
