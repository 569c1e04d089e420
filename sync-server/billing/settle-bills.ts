/** Wishes of who keeps the books, decided on what the tables say. */
import {
  type Decided,
  giveCredit,
  notePayment,
  startRun,
} from '../../domain/billing/decide-money.ts'
import type { Refund } from '../../domain/billing/paying/refund.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { findBill, payersOfSite } from '../storage/load-bills.ts'
import { refundsOf } from '../storage/load-paying.ts'

export async function catalogueOf(ledger: Ledger, siteId: SiteId, actor: Member) {
  return actor.siteIds.includes(siteId) ? ledger.catalogue(siteId) : null
}

export function decided<Found>(
  { outcome, fact }: Decided<Found>,
  toFacts: (found: Found) => readonly Fact[],
): Decision {
  return { outcome, facts: fact === null ? [] : toFacts(fact) }
}

export function audit(command: string, subject: string, body: object): Fact {
  return { kind: 'audit', command, subject, detail: JSON.stringify(body) }
}

interface RunFacts {
  readonly catalogue: Catalogue
  readonly isBegun: boolean
  readonly payers: number
}

const issueBills = settlementKind<'bills.issue', RunFacts | null>({
  kind: 'bills.issue',
  load: async (ledger, { body }, actor) => {
    const catalogue = await catalogueOf(ledger, body.siteId, actor)
    if (catalogue === null) return null
    const run = await ledger.tx
      .selectFrom('billing_run')
      .select('id')
      .where('site_id', '=', body.siteId)
      .where('period_from', '=', body.from)
      .executeTakeFirst()
    const payers = await payersOfSite(ledger.tx, body.siteId)
    return { catalogue, isBegun: run !== undefined, payers: payers.length }
  },
  decide: (intent, facts, actor, now) => {
    if (facts === null) return notAllowed
    const { catalogue, isBegun, payers } = facts
    const { site, zone } = catalogue
    const decision = startRun(intent, site.billing, isBegun, toWallTime(zone, now).date)
    return decided(decision, (period) => [
      { kind: 'billing-run', id: intent.id, siteId: site.id, period, startedBy: actor.id, payers },
      audit(intent.kind, site.id, period),
    ])
  },
})

interface BillFacts {
  readonly catalogue: Catalogue
  readonly story: BillStory | null
  readonly refunds: readonly Refund[]
}

/** A bill of another location is none. */
async function loadBill(
  ledger: Ledger,
  body: { readonly siteId: SiteId; readonly billId: string },
  actor: Member,
): Promise<BillFacts | null> {
  const catalogue = await catalogueOf(ledger, body.siteId, actor)
  if (catalogue === null) return null
  const found = await findBill(ledger.tx, body.billId)
  const story = found?.bill.siteId === body.siteId ? found : null
  return { catalogue, story, refunds: await refundsOf(ledger.tx, [body.billId]) }
}

function todayOf({ zone }: Catalogue, now: Instant) {
  return toWallTime(zone, now).date
}

const payBill = settlementKind<'bill.pay', BillFacts | null>({
  kind: 'bill.pay',
  load: (ledger, { body }, actor) => loadBill(ledger, body, actor),
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { catalogue, story, refunds } = facts
    const known = story === null ? null : { story, refunds }
    const decision = notePayment(intent, known, todayOf(catalogue, now), now)
    return decided(decision, (payment) =>
      story === null
        ? []
        : [
            { kind: 'payment', bill: story.bill, payment },
            audit(intent.kind, story.bill.id, intent.body),
          ],
    )
  },
})

const creditBill = settlementKind<'bill.credit', BillFacts | null>({
  kind: 'bill.credit',
  load: (ledger, { body }, actor) => loadBill(ledger, body, actor),
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { catalogue, story } = facts
    const settings = catalogue.site.billing
    const decision = giveCredit(intent, story, todayOf(catalogue, now), now)
    return decided(decision, (note) =>
      story === null
        ? []
        : [
            { kind: 'credit', bill: story.bill, note, settings },
            audit(intent.kind, story.bill.id, intent.body),
          ],
    )
  },
})

export const billKinds = [issueBills, payBill, creditBill]
