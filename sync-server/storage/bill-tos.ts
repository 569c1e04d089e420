/** Who the bills of payers are made out to. */

import type { PayerBillTo } from '../../domain/memberships/bill-to.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { inParts } from './in-parts.ts'
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
