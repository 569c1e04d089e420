/** Two months of bills of the sample, made and written as the space makes and writes them. */
import { type Bill, isIssuable } from '../../domain/billing/bill.ts'
import { type BillingPeriod, periodBefore, periodOf } from '../../domain/billing/billing-period.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import { sampleDeclined, samplePayments } from '../../domain/seeds/harbour-loft/payments.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import { keepUnpaid } from '../settlement/keep-unpaid.ts'
import { postOpening } from '../settlement/post-charges.ts'
import { writeBills } from '../settlement/write-bills.ts'
import { keepAttempt } from '../settlement/write-paying.ts'
import { writePayment } from '../settlement/write-payment.ts'
import { billsOfSite, payersOfSite } from '../storage/load-bills.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import type { Tx } from '../storage/storage.ts'

/** The periods that are issued, the older one first: bills of the sample begin two periods ago. */
export function samplePeriods(billingDay: number, today: LocalDate): readonly BillingPeriod[] {
  const last = periodBefore(billingDay, periodOf(billingDay, today))
  return [periodBefore(billingDay, last), last]
}

export async function writeSampleBills(tx: Tx, catalogue: Catalogue, now: Instant): Promise<void> {
  const { site, zone } = catalogue
  const today = toWallTime(zone, now).date
  const payers = (await payersOfSite(tx, site.id)).map(payerOf)
  await postOpening(tx, site.id, now)
  for (const period of samplePeriods(site.billing.billingDay, today)) {
    const drafts = await loadDrafts(tx, catalogue, payers, period)
    const issuedOn = period.until
    const morning = toInstant(localDay(zone, issuedOn).startsAt + 8 * 60 * MINUTE_MS)
    const fact = { siteId: site.id, drafts: drafts.filter(isIssuable), issuedOn } as const
    await writeBills(tx, { kind: 'bills', ...fact, settings: site.billing }, morning)
    await writeSampleRun(tx, site.id, period, payers.length, fact.drafts.length, morning)
  }
  await writeSamplePayments(tx, site.id, today)
}

async function writeSamplePayments(tx: Tx, siteId: string, today: LocalDate): Promise<void> {
  const stories = await billsOfSite(tx, siteId, '', Number.MAX_SAFE_INTEGER)
  const bills = new Map<string, Bill>(stories.map(({ bill }) => [bill.id, bill]))
  const newest = stories[0]?.bill.issuedOn ?? today
  const payments = samplePayments([...bills.values()], newest, today)
  for (const payment of payments) {
    const bill = bills.get(payment.billId)
    if (bill !== undefined)
      await writePayment(tx, { kind: 'payment', bill, payment }, payment.notedAt)
  }
  const paid = new Set<string>(payments.map(({ billId }) => billId))
  const open = [...bills.values()].filter(({ id }) => !paid.has(id))
  await writeSampleDeclined(tx, open, today)
}

/** In the sample nobody real moves money. */
async function writeSampleDeclined(
  tx: Tx,
  bills: readonly Bill[],
  today: LocalDate,
): Promise<void> {
  const attempt = sampleDeclined(bills, today)
  if (attempt === null) return
  await keepAttempt(tx, { kind: 'attempt', mode: 'emulator', attempt })
  await keepUnpaid(tx, attempt.payerId)
}

async function writeSampleRun(
  tx: Tx,
  site_id: string,
  period: BillingPeriod,
  payers: number,
  issued: number,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('billing_run')
    .values({
      ...{ id: `bki_sample-run-${period.from}`, site_id, payers, done: payers, issued },
      ...{ period_from: period.from, period_until: period.until, started_by: 'mem_mara' },
      ...{ started_at: at, finished_at: at, last_payer: '~' },
    })
    .execute()
}
