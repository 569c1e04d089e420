/** Who the bills of payers are made out to. */

import { unbilledAccount } from '../../domain/billing/ledger.ts'
import type { PayerBillTo } from '../../domain/memberships/bill-to.ts'
import { FORGOTTEN_AT } from '../../domain/memberships/forgotten.ts'
import { payerId, payerOf } from '../../domain/memberships/holder.ts'
import { inParts } from './in-parts.ts'
import { unbilledOf } from './load-bills.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader, Tx } from './storage.ts'

export async function billTosOf(
  reader: Reader,
  payerIds: readonly string[],
): Promise<readonly PayerBillTo[]> {
  const found: PayerBillTo[] = []
  for (const part of inParts([...payerIds])) {
    const rows = reader.selectFrom('bill_to').select('body').where('payer_id', 'in', part)
    found.push(...(await rows.execute()).map(({ body }) => parseKept<PayerBillTo>(body)))
  }
  return found
}

export async function writeBillTo(tx: Tx, billTo: PayerBillTo): Promise<void> {
  await tx
    .insertInto('bill_to')
    .values({ payer_id: payerId(billTo.payer), body: JSON.stringify(billTo) })
    .onConflict((conflict) =>
      conflict.column('payer_id').doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })),
    )
    .execute()
}

/**
 * Whoever is forgotten was named on what is billed by then; of what is not billed yet the bill has to name its payer too (D-41). So it goes once
 * nothing is left to be billed: when they are forgotten, or with the end of a billing run after it.
 */
export async function forgetBillTos(tx: Tx, payerIds: readonly string[]): Promise<void> {
  if (payerIds.length === 0) return
  const accounts = payerIds.map((id) => unbilledAccount(payerOf(id)))
  const owing = new Set<string>()
  for (const { id } of await tx.selectFrom('site').select('id').execute()) {
    for (const { account } of await unbilledOf(tx, id, accounts)) owing.add(account)
  }
  const free = payerIds.filter((id) => !owing.has(unbilledAccount(payerOf(id))))
  for (const part of inParts(free)) {
    await tx.deleteFrom('bill_to').where('payer_id', 'in', part).execute()
  }
}

/** Those of members who are forgotten. */
export async function billTosOfForgotten(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('bill_to')
    .innerJoin('member', 'member.id', 'bill_to.payer_id')
    .select('payer_id')
    .where('member.email', 'like', `%@${FORGOTTEN_AT}`)
    .execute()
  return rows.map(({ payer_id }) => payer_id)
}
