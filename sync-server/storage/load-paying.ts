/** Reads of who pays with what, of attempts and of refunds. `mode` keeps what only a demonstration moved apart. */
import { sql } from 'kysely'
import type { PaymentAttempt } from '../../domain/billing/paying/attempt.ts'
import type { PayMethods, SavedMethod } from '../../domain/billing/paying/pay-methods.ts'
import type { Refund } from '../../domain/billing/paying/refund.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export interface Payer {
  readonly payMethods: PayMethods
  /** What whoever moves the money calls them; null before they were asked. */
  readonly ref: string | null
}

export async function loadPayer(reader: Reader, payerId: string, mode: string): Promise<Payer> {
  const found = await loadPayers(reader, [payerId], mode)
  return found.get(payerId) ?? { payMethods: { payerId, methods: [], backup: null }, ref: null }
}

export async function loadPayers(
  reader: Reader,
  payerIds: readonly string[],
  mode: string,
): Promise<ReadonlyMap<string, Payer>> {
  const payers = new Map<string, Payer>()
  for (const part of inParts(payerIds)) {
    const rows = await reader
      .selectFrom('payer')
      .selectAll()
      .where('payer_id', 'in', part)
      .where('mode', '=', mode)
      .execute()
    const kept = await reader
      .selectFrom('pay_method')
      .select(['payer_id', 'body'])
      .where('payer_id', 'in', part)
      .where('mode', '=', mode)
      .orderBy('position')
      .execute()
    for (const { payer_id: payerId, ref, backup_method, backup_agreed_at } of rows) {
      const own = kept.filter(({ payer_id }) => payer_id === payerId)
      const methods = own.map(({ body }) => parseKept<SavedMethod>(body))
      const isAgreed = backup_method !== null && backup_agreed_at !== null
      const backup = isAgreed
        ? { methodId: backup_method, agreedAt: toInstant(Number(backup_agreed_at)) }
        : null
      payers.set(payerId, { ref, payMethods: { payerId, methods, backup } })
    }
  }
  return payers
}

/** By what whoever moves the money calls them. */
export async function findPayer(reader: Reader, ref: string): Promise<string | null> {
  const row = reader.selectFrom('payer').select('payer_id').where('ref', '=', ref)
  return (await row.executeTakeFirst())?.payer_id ?? null
}

/** Of purposes, in their order. */
export async function attemptsOf(
  reader: Reader,
  purposeIds: readonly string[],
): Promise<readonly PaymentAttempt[]> {
  const attempts: PaymentAttempt[] = []
  for (const part of inParts(purposeIds)) {
    const rows = await reader
      .selectFrom('pay_attempt')
      .select('body')
      .where('purpose_id', 'in', part)
      .orderBy('purpose_id')
      .orderBy('n')
      .execute()
    attempts.push(...rows.map(({ body }) => parseKept<PaymentAttempt>(body)))
  }
  return attempts
}

/** By its own id, or by what it is called where the money is moved. */
export async function findAttempt(
  reader: Reader,
  sought: { readonly id: string | null; readonly ref: string | null },
  mode: string,
): Promise<PaymentAttempt | null> {
  const { id, ref } = sought
  const row = await reader
    .selectFrom('pay_attempt')
    .select('body')
    .where('mode', '=', mode)
    .where((where) =>
      where.or([where('id', '=', id), where('ref', '=', ref), where('page_ref', '=', ref)]),
    )
    .executeTakeFirst()
  return row === undefined ? null : parseKept<PaymentAttempt>(row.body)
}

export async function refundsOf(
  reader: Reader,
  billIds: readonly string[],
): Promise<readonly Refund[]> {
  const refunds: Refund[] = []
  for (const part of inParts(billIds)) {
    const rows = reader.selectFrom('refund').select('body').where('bill_id', 'in', part)
    refunds.push(...(await rows.orderBy('id').execute()).map(({ body }) => parseKept<Refund>(body)))
  }
  return refunds
}

export async function findRefund(
  reader: Reader,
  sought: { readonly id: string | null; readonly ref: string },
): Promise<Refund | null> {
  const row = await reader
    .selectFrom('refund')
    .select('body')
    .where((where) => where.or([where('id', '=', sought.id), where('ref', '=', sought.ref)]))
    .executeTakeFirst()
  return row === undefined ? null : parseKept<Refund>(row.body)
}

export interface Unpaid {
  readonly payerId: string
  readonly siteId: string
  readonly billId: string
  readonly since: ReturnType<typeof toLocalDate>
}

/** Bills whose charge failed and of which something is open, with the day it first did. */
export async function unpaidOf(
  reader: Reader,
  payerIds: readonly string[],
): Promise<readonly Unpaid[]> {
  const found: Unpaid[] = []
  for (const part of inParts(payerIds)) {
    const { rows } = await sql<{ payer: string; site: string; bill: string; since: string }>`
      select a.payer_id as payer, a.site_id as site, b.id as bill, min(a.failed_on) as since
      from pay_attempt a join bill b on b.id = a.purpose_id
      where a.payer_id in (${sql.join([...part])}) and a.failed_on is not null
        and b.total_minor + coalesce((select sum(c.total_minor) from credit_note c where c.bill_id = b.id), 0)
          > coalesce((select sum(p.amount_minor) from payment p where p.bill_id = b.id), 0)
      group by a.payer_id, a.site_id, b.id order by b.id`.execute(reader)
    for (const { payer, site, bill, since } of rows) {
      found.push({ payerId: payer, siteId: site, billId: bill, since: toLocalDate(since) })
    }
  }
  return found
}
