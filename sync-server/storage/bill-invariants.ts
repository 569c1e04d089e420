/** What must hold of bills and of the ledger at any moment. */
import { sql } from 'kysely'
import type { Bill } from '../../domain/billing/bill.ts'
import { chargesOfBooking } from '../../domain/billing/charge.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Site } from '../../domain/sites/site.ts'
import type { InvariantCheck } from './invariants.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

async function ids(reader: Reader, query: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`${sql.raw(query)}`.execute(reader)
  return found.rows.map((row) => row.id)
}

export const billInvariants: readonly InvariantCheck[] = [
  {
    title: 'every transaction of the ledger sums to zero',
    violations: (reader) =>
      ids(
        reader,
        `select cause_kind || ' ' || cause_id as id from ledger_entry
          group by cause_kind, cause_id, currency having sum(amount_minor) <> 0`,
      ),
  },
  {
    title: 'bills and credit notes are numbered without a gap',
    violations: (reader) =>
      ids(
        reader,
        `select site_id || ' ' || series as id from (
            select site_id, series, count from bill union all select site_id, series, count from credit_note) as numbered
          group by site_id, series having min(count) <> 1 or max(count) <> count(*)`,
      ),
  },
  {
    title: 'what is receivable is what bills ask for, less credit notes and payments',
    violations: (reader) =>
      ids(
        reader,
        `select b.id as id from bill b
          where b.total_minor + coalesce((select sum(c.total_minor) from credit_note c where c.bill_id = b.id), 0)
              - coalesce((select sum(p.amount_minor) from payment p where p.bill_id = b.id), 0)
            <> coalesce((select sum(e.amount_minor) from ledger_entry e
                where e.subject = b.id and e.account = 'receivable:' || b.payer_id), 0)`,
      ),
  },
  {
    title:
      'no cause was billed for more or less than its lines say, and each line is on one bill once',
    violations: async (reader) => {
      const rows = await reader.selectFrom('bill').select(['id', 'body']).execute()
      const lines = await reader.selectFrom('bill_line').selectAll().execute()
      const kept = new Map<string, string[]>()
      for (const { bill_id, source, amount_minor } of lines) {
        kept.set(bill_id, [...(kept.get(bill_id) ?? []), `${source} ${Number(amount_minor)}`])
      }
      return rows.flatMap(({ id, body }) => {
        const said = parseKept<Bill>(body).lines.map(
          ({ source, amount }) => `${source} ${amount.amountMinor}`,
        )
        return said.sort().join() === (kept.get(id) ?? []).sort().join() ? [] : [id]
      })
    },
  },
  {
    title: 'what was billed of a cause was charged for it',
    violations: (reader) =>
      ids(
        reader,
        `select l.source as id from bill_line l
          left join ledger_entry e on e.subject = l.source and e.cause_kind = 'charge'
          where e.n is null`,
      ),
  },
  {
    title: 'what the ledger owes to payers is what is left of their credits and deposits',
    violations: (reader) =>
      ids(
        reader,
        `select account as id from (
          select account, amount_minor from ledger_entry where account like 'liability:%'
          union all select 'liability:' || kind || ':' || payer_id, amount_minor from fund
          union all select 'liability:' || f.kind || ':' || f.payer_id, -m.amount_minor
            from fund_move m join fund f on f.id = m.fund_id) as kept
          group by account having sum(amount_minor) <> 0`,
      ),
  },
  {
    title: 'the ledger charges for every booking what it owes',
    violations: async (reader) => {
      const sites = await reader.selectFrom('site').select(['id', 'body']).execute()
      const since = new Map(
        sites.map(({ id, body }) => [id, parseKept<Site>(body).billing.startsOn]),
      )
      const charged = await chargedBySubject(reader)
      const rows = await reader.selectFrom('booking').select('body').execute()
      return rows
        .map(({ body }) => parseKept<Booking>(body))
        .flatMap((booking) => chargesOf(booking, since.get(booking.siteId) ?? null))
        .filter(({ source, owed }) => owed !== (charged.get(source) ?? 0))
        .map(({ source }) => source)
    },
  },
  {
    title:
      'every charge that succeeded is a payment in the ledger, once, and no payment by card is without one',
    violations: (reader) =>
      ids(
        reader,
        `select a.id as id from pay_attempt a
            left join ledger_entry e on e.cause_kind in ('payment', 'fund') and e.cause_id = a.id and e.account = 'cash:stripe_pending'
          where a.state = 'succeeded' and e.n is null
          union all select e.cause_id as id from ledger_entry e
            left join pay_attempt a on a.id = e.cause_id and a.state = 'succeeded'
            left join refund r on e.cause_id in (r.id, r.id || '.back')
          where e.account = 'cash:stripe_pending' and e.cause_kind in ('payment', 'fund', 'fund-move') and a.id is null and r.id is null`,
      ),
  },
  {
    title: 'a purpose is charged once, and where it was more, what was too much goes back',
    violations: (reader) =>
      ids(
        reader,
        `select purpose_id as id from pay_attempt where state = 'succeeded' group by purpose_id
          having count(*) > 1 + (select count(*) from refund r where r.bill_id in (purpose_id, 'bil_' || substr(purpose_id, 5)) or r.bill_id like purpose_id || '.%')`,
      ),
  },
  {
    title: 'no payment by card gave back more than came by it',
    violations: (reader) =>
      ids(
        reader,
        `select p.id as id from (select id, amount_minor from payment union all select id, amount_minor from fund) p
          join refund r on r.payment_id = p.id and r.state not in ('failed', 'withdrawn')
          group by p.id, p.amount_minor having sum(r.amount_minor) > p.amount_minor`,
      ),
  },
]

function chargesOf(booking: Booking, startsOn: string | null) {
  if (startsOn === null) return []
  return chargesOfBooking(booking, '').flatMap(({ source, on, amount }) =>
    on < startsOn ? [] : [{ source, owed: amount.amountMinor }],
  )
}

async function chargedBySubject(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('ledger_entry')
    .select(['subject', ({ fn }) => fn.sum('amount_minor').as('minor')])
    .where('cause_kind', '=', 'charge')
    .where('account', 'like', 'unbilled:%')
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, minor }) => [subject, Number(minor)]))
}
