/** Reads of bills, of what became of them, and of what waits for one. */

import { sql } from 'kysely'
import type { Bill } from '../../domain/billing/bill.ts'
import { changedBy } from '../../domain/billing/booked-bill.ts'
import type { CreditNote } from '../../domain/billing/credit.ts'
import { UNBILLED } from '../../domain/billing/ledger.ts'
import type { BillStory, Payment } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { type Currency, type Money, money } from '../../domain/values/money.ts'
import { isCharge } from './charges.ts'
import { inParts } from './in-parts.ts'
import { disputesOf } from './load-disputes.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** Of payers, those issued on a day or later; the newest first. */
export async function billsOfPayers(
  reader: Reader,
  payerIds: readonly string[],
  issuedSince: string,
): Promise<readonly BillStory[]> {
  const bills: Bill[] = []
  for (const part of inParts([...payerIds])) {
    const rows = await reader
      .selectFrom('bill')
      .select('body')
      .where('payer_id', 'in', part)
      .where('issued_on', '>=', issuedSince)
      .orderBy('issued_at', 'desc')
      .orderBy('id')
      .execute()
    bills.push(...rows.map((row) => parseKept<Bill>(row.body)))
  }
  return withStories(reader, bills)
}

/** Of a location, issued from a day on; the newest first. */
export async function billsOfSite(
  reader: Reader,
  siteId: string,
  issuedSince: string,
  most: number,
): Promise<readonly BillStory[]> {
  const rows = await reader
    .selectFrom('bill')
    .select('body')
    .where('site_id', '=', siteId)
    .where('issued_on', '>=', issuedSince)
    .orderBy('issued_at', 'desc')
    .orderBy('count', 'desc')
    .limit(most)
    .execute()
  return withStories(
    reader,
    rows.map((row) => parseKept<Bill>(row.body)),
  )
}

/** Of a location, those of which something is open, is to be paid back or is disputed, however old; the newest first. */
export async function unsettledOfSite(
  reader: Reader,
  siteId: string,
  most: number,
): Promise<readonly BillStory[]> {
  const { rows } = await sql<{ body: string }>`
    select b.body as body from bill b
    where b.site_id = ${siteId}
      and (b.total_minor + coalesce((select sum(c.total_minor) from credit_note c where c.bill_id = b.id), 0)
          <> coalesce((select sum(p.amount_minor) from payment p where p.bill_id = b.id), 0)
        or exists (select 1 from dispute d where d.bill_id = b.id and d.state = 'open'))
    order by b.issued_at desc, b.count desc limit ${most}`.execute(reader)
  return withStories(
    reader,
    rows.map(({ body }) => parseKept<Bill>(body)),
  )
}

export async function findBill(reader: Reader, billId: string): Promise<BillStory | null> {
  const row = await reader
    .selectFrom('bill')
    .select('body')
    .where('id', '=', billId)
    .executeTakeFirst()
  if (row === undefined) return null
  return (await withStories(reader, [parseKept<Bill>(row.body)]))[0] ?? null
}

/** Bills that have lines of these causes, with what became of them. */
export async function storiesWith(
  reader: Reader,
  sources: readonly string[],
): Promise<readonly BillStory[]> {
  const found = new Map<string, Bill>()
  for (const part of inParts(sources)) {
    const rows = await reader
      .selectFrom('bill')
      .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
      .select(['bill.id', 'bill.body'])
      .where('bill_line.source', 'in', part)
      .execute()
    for (const { id, body } of rows) found.set(id, parseKept<Bill>(body))
  }
  return withStories(reader, [...found.values()])
}

/** Those of these ids, in no order. */
export async function findBills(
  reader: Reader,
  billIds: readonly string[],
): Promise<readonly BillStory[]> {
  const bills: Bill[] = []
  for (const part of inParts(billIds)) {
    const rows = await reader.selectFrom('bill').select('body').where('id', 'in', part).execute()
    bills.push(...rows.map(bodyOf<Bill>))
  }
  return withStories(reader, bills)
}

async function withStories(reader: Reader, bills: readonly Bill[]): Promise<readonly BillStory[]> {
  const payments: Payment[] = []
  const credits: CreditNote[] = []
  for (const part of inParts(bills.map(({ id }) => id))) {
    const paid = reader.selectFrom('payment').select('body').where('bill_id', 'in', part)
    const noted = reader.selectFrom('credit_note').select('body').where('bill_id', 'in', part)
    payments.push(...(await paid.execute()).map(bodyOf<Payment>))
    credits.push(...(await noted.orderBy('count').execute()).map(bodyOf<CreditNote>))
  }
  payments.sort(asTheyCame)
  const disputed = await disputesOf(
    reader,
    bills.map(({ id }) => id),
  )
  return bills.map((bill) => {
    const disputes = disputed.get(bill.id)
    return {
      bill,
      payments: payments.filter(({ billId }) => billId === bill.id),
      credits: credits.filter(({ billId }) => billId === bill.id),
      ...(disputes === undefined ? {} : { disputes }),
    }
  })
}

/** What goes back follows what came, even within one moment: receipts are numbered in this order. */
function asTheyCame(a: Payment, b: Payment): number {
  const isBack = ({ id, billId }: Payment) => (id.startsWith(`${billId}.r`) ? 1 : 0)
  return a.notedAt - b.notedAt || isBack(a) - isBack(b) || (a.id < b.id ? -1 : 1)
}

function bodyOf<Body>({ body }: { readonly body: string }): Body {
  return parseKept<Body>(body)
}

/** What bills asked for and credit notes did not take back again, by cause; causes that none asked for are not there. */
export async function billedOf(
  reader: Reader,
  sources: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const billed = new Map<string, number>()
  for (const part of inParts(sources)) {
    const rows = await reader
      .selectFrom('bill_line')
      .select(['source', ({ fn }) => fn.sum('amount_minor').as('minor')])
      .where('source', 'in', part)
      .groupBy('source')
      .execute()
    for (const { source, minor } of rows) billed.set(source, Number(minor))
  }
  return billed
}

/** What bills have asked for of what these would change. */
export async function billedBefore(
  reader: Reader,
  bookings: readonly Booking[],
  currency: Currency,
): Promise<ReadonlyMap<string, Money>> {
  const sums = await billedOf(reader, changedBy(bookings))
  return new Map([...sums].map(([source, minor]) => [source, money(minor, currency)]))
}

/** Causes of which not all that was posted was billed, by the account of who pays for them. */
export async function unbilledOf(
  reader: Reader,
  siteId: string,
  accounts: readonly string[],
): Promise<readonly Unbilled[]> {
  const found: Unbilled[] = []
  for (const part of inParts(accounts)) {
    const { rows } = await sql<Unbilled>`select e.account, e.subject, max(e.member_id) as member
      from ledger_entry e
      where e.account in (${sql.join(part)}) and e.site_id = ${siteId} and ${isCharge}
      group by e.account, e.subject
      having sum(e.amount_minor) <>
        coalesce((select sum(l.amount_minor) from bill_line l where l.source = e.subject), 0)`.execute(
      reader,
    )
    found.push(...rows)
  }
  return found
}

export interface Unbilled {
  readonly account: string
  readonly subject: string
  /** Whose it is. */
  readonly member: string | null
}

/** Everybody who pays at a location, and who has something to pay there; in order. */
export async function payersOfSite(reader: Reader, siteId: string): Promise<readonly string[]> {
  const members = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'member.team_id'])
    .where('member_site.site_id', '=', siteId)
    .execute()
  const accounts = await reader
    .selectFrom('ledger_entry')
    .select('account')
    .where('site_id', '=', siteId)
    .where('account', 'like', `${UNBILLED}%`)
    .groupBy('account')
    .execute()
  const payers = new Set([
    ...members.map(({ id, team_id }) => team_id ?? id),
    ...accounts.map(({ account }) => account.slice(UNBILLED.length)),
  ])
  return [...payers].sort()
}
