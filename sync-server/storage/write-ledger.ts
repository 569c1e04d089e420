/** Transactions of the ledger as rows. A cause that is there already is left as it was: it was posted. */
import type { Charge } from '../../domain/billing/charge.ts'
import type { LedgerTransaction } from '../../domain/billing/ledger.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { compiledOnce } from './compiled-once.ts'
import { inParts } from './in-parts.ts'
import type { Tx } from './storage.ts'

export interface Posted {
  readonly siteId: string
  readonly transaction: LedgerTransaction
  /** Of a charge: whose it is, and of which kind. */
  readonly charge: Pick<Charge, 'memberId' | 'kind'> | null
}

export async function writeLedger(tx: Tx, posted: readonly Posted[], now: Instant): Promise<void> {
  const rows = posted.flatMap((one) => rowsOf(one, now))
  for (const part of inParts(rows)) await insertEntries(tx, part)
}

function rowsOf({ siteId, transaction, charge }: Posted, now: Instant) {
  return transaction.entries.map(({ account, amount }) => ({
    site_id: siteId,
    cause_kind: transaction.cause.kind,
    cause_id: transaction.cause.id,
    account,
    subject: transaction.subject,
    member_id: charge?.memberId ?? null,
    kind: charge?.kind ?? null,
    on_date: transaction.on,
    amount_minor: amount.amountMinor,
    currency: amount.currency,
    posted_at: now,
  }))
}

const insertEntries = compiledOnce(
  (row: ReturnType<typeof rowsOf>[number]) => Object.values(row),
  (tx, rows) =>
    tx
      .insertInto('ledger_entry')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['cause_kind', 'cause_id', 'account']).doNothing(),
      ),
)
