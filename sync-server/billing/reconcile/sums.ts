/** What the ledger says that the processor holds of payments, and what its balance says itself. */
import { STRIPE_PENDING } from '../../../domain/billing/ledger.ts'
import {
  type Movement,
  movementTransaction,
  WHOLE_SPACE,
} from '../../../domain/billing/movement.ts'
import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { type Money, money } from '../../../domain/values/money.ts'
import { inParts } from '../../storage/in-parts.ts'
import { lostAmounts } from '../../storage/load-disputes.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import type { Reader, Tx } from '../../storage/storage.ts'
import { writeLedger } from '../../storage/write-ledger.ts'
import type { GatewayMovement } from '../gateway.ts'

/** Kinds of movements that the ledger knows as payments and what comes back of them. */
const ledgerKinds = ['charge', 'payment', 'refund', 'payment_refund', 'refund_failure']
/** What a dispute takes, and gives back. */
export const DISPUTED = 'adjustment'

/** Each once by its id, and what no payment or refund says of it in the ledger too. */
export async function writeMovements(
  tx: Tx,
  mode: string,
  movements: readonly GatewayMovement[],
  now: Instant,
): Promise<void> {
  const rows = movements.map(({ id, kind, amount, fee, source, at }) => ({
    ...{ id, mode, kind, source, at, currency: amount.currency },
    ...{ amount_minor: amount.amountMinor, fee_minor: fee.amountMinor },
  }))
  const posted = movements.flatMap((movement) => {
    const transaction = movementTransaction(movement)
    return transaction === null ? [] : [{ siteId: WHOLE_SPACE, transaction, charge: null }]
  })
  await writeLedger(tx, posted, now)
  for (const part of inParts(rows)) {
    await tx
      .insertInto('payment_movement')
      .values(part)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

/** Of the days of the processor, which are UTC's; oldest first. */
export async function movementsBetween(
  reader: Reader,
  mode: string,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly Movement[]> {
  const rows = await reader
    .selectFrom('payment_movement')
    .selectAll()
    .where('mode', '=', mode)
    .where('at', '>=', Date.parse(from))
    .where('at', '<', Date.parse(until))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, source, at, currency, amount_minor, fee_minor }) => ({
    ...{ id, kind, source, at: toInstant(at) },
    amount: money(amount_minor, currency),
    fee: money(fee_minor, currency),
  }))
}

type Sums = Map<string, number>

export async function sumsThere(
  reader: Reader,
  mode: string,
): Promise<{ readonly moved: Sums; readonly disputed: Sums }> {
  const rows = await reader
    .selectFrom('payment_movement')
    .select(({ fn }) => ['currency', 'kind', fn.sum('amount_minor').as('minor')])
    .where('mode', '=', mode)
    .groupBy(['currency', 'kind'])
    .execute()
  const [moved, disputed]: [Sums, Sums] = [new Map(), new Map()]
  for (const { currency, kind, minor } of rows) {
    if (ledgerKinds.includes(kind)) add(moved, currency, Number(minor))
    if (kind === DISPUTED) add(disputed, currency, Number(minor))
  }
  for (const { currency, amountMinor } of await lostAmounts(reader, mode)) {
    add(disputed, currency, amountMinor)
  }
  return { moved, disputed }
}

/** Of this mode alone: what a demonstration posted is no money of the processor. */
export async function sumsHere(reader: Reader, mode: string): Promise<Sums> {
  const attempts = reader.selectFrom('pay_attempt').select('id').where('mode', '=', mode)
  const refunds = reader.selectFrom('refund').where('mode', '=', mode)
  const rows = await reader
    .selectFrom('ledger_entry')
    .select(({ fn }) => ['currency', fn.sum('amount_minor').as('minor')])
    .where('account', '=', STRIPE_PENDING)
    .where((where) =>
      where.or([
        where('cause_id', 'in', attempts),
        where('cause_id', 'in', refunds.select('id')),
        where(
          'cause_id',
          'in',
          refunds.select(({ eb, val }) => eb('id', '||', val('.back')).as('id')),
        ),
      ]),
    )
    .groupBy('currency')
    .execute()
  return new Map(rows.map(({ currency, minor }) => [currency, Number(minor)]))
}

/** Card payments in the books whose attempt was made since, by what the processor calls them. */
export async function paidHereSince(
  reader: Reader,
  mode: string,
  since: Instant,
): Promise<readonly { readonly ref: string; readonly amount: Money }[]> {
  const rows = await reader
    .selectFrom('pay_attempt')
    .select(['ref', 'body'])
    .where('mode', '=', mode)
    .where('state', '=', 'succeeded')
    .where('created_at', '>=', since)
    .execute()
  return rows.flatMap(({ ref, body }) => {
    const { standing } = parseKept<PaymentAttempt>(body)
    return ref === null || standing.state !== 'succeeded'
      ? []
      : [{ ref, amount: standing.received }]
  })
}

function add(sums: Sums, currency: string, minor: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + minor)
}
