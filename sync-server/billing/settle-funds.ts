/** Wishes about money of payers, decided on what the tables say. */

import {
  deductDeposit,
  grantCredit,
  keepAsCredit,
  keepDeposit,
  type NewFund,
  returnDeposit,
  takeDeposit,
  withdrawCredit,
} from '../../domain/billing/decide-funds.ts'
import { withdrawAsk } from '../../domain/billing/deposits/decide-deposit.ts'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import type { FundId, FundStory } from '../../domain/billing/fund.ts'
import { isOpenDispute } from '../../domain/billing/paying/dispute.ts'
import type { Refund } from '../../domain/billing/paying/refund.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import type { PayerBillTo } from '../../domain/memberships/bill-to.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Site } from '../../domain/sites/site.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { billsOfPayers, findBill } from '../storage/load-bills.ts'
import { findAsk } from '../storage/load-deposits.ts'
import { disputesOf } from '../storage/load-disputes.ts'
import { findFund } from '../storage/load-funds.ts'
import { findAttempt, refundsOf } from '../storage/load-paying.ts'
import { readPaymentMode } from '../storage/payment-mode.ts'
import type { Reader } from '../storage/storage.ts'
import { audit, catalogueOf, decided } from './settle-bills.ts'

async function loadNew(
  ledger: Ledger,
  body: { readonly siteId: SiteId; readonly payer: Holder },
  actor: Member,
  now: Instant,
): Promise<NewFund | null> {
  const catalogue = await catalogueOf(ledger, body.siteId, actor)
  if (catalogue === null) return null
  const payerName = await nameOf(ledger.tx, body.siteId, body.payer)
  const today = toWallTime(catalogue.zone, now).date
  return { site: catalogue.site, payerName, today }
}

/** Of a member of the location, or of a team. */
async function nameOf(reader: Reader, siteId: SiteId, payer: Holder): Promise<string | null> {
  if (payer.kind === 'team') {
    const team = reader.selectFrom('team').select('name').where('id', '=', payer.teamId)
    return (await team.executeTakeFirst())?.name ?? null
  }
  const member = reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select('name')
    .where('member.id', '=', payer.memberId)
    .where('member_site.site_id', '=', siteId)
  return (await member.executeTakeFirst())?.name ?? null
}

interface FundFacts {
  readonly site: Site
  readonly story: FundStory | null
  readonly bill: BillStory | null
  readonly today: LocalDate
}

/** What is of another location is not there. */
async function loadFund(
  ledger: Ledger,
  body: { readonly siteId: SiteId; readonly fundId: FundId; readonly billId?: string | null },
  actor: Member,
  now: Instant,
): Promise<FundFacts | null> {
  const catalogue = await catalogueOf(ledger, body.siteId, actor)
  if (catalogue === null) return null
  const story = await findFund(ledger.tx, body.fundId)
  const { billId = null } = body
  const bill = billId === null ? null : await findBill(ledger.tx, billId)
  return {
    site: catalogue.site,
    story: story?.fund.siteId === body.siteId ? story : null,
    bill: bill?.bill.siteId === body.siteId ? bill : null,
    today: toWallTime(catalogue.zone, now).date,
  }
}

const grant = settlementKind<'credit.grant', NewFund | null>({
  kind: 'credit.grant',
  load: (ledger, { body }, actor, now) => loadNew(ledger, body, actor, now),
  decide: (intent, facts, _actor, now) =>
    facts === null
      ? notAllowed
      : decided(grantCredit(intent, facts, now), (fund) => [
          { kind: 'fund', fund },
          audit(intent.kind, payerId(fund.payer), intent.body),
        ]),
})

const take = settlementKind<'deposit.take', (NewFund & { ask: DepositAsk | null }) | null>({
  kind: 'deposit.take',
  load: async (ledger, { body }, actor, now) => {
    const facts = await loadNew(ledger, body, actor, now)
    const { askId } = body
    if (facts === null) return null
    return { ...facts, ask: askId === undefined ? null : await findAsk(ledger.tx, askId) }
  },
  decide: (intent, facts, _actor, now) =>
    facts === null
      ? notAllowed
      : decided(takeDeposit(intent, facts, facts.ask, now), ({ fund, ask }) => [
          { kind: 'fund', fund },
          ...(ask === null ? [] : [{ kind: 'deposit-ask' as const, ask }]),
          audit(intent.kind, payerId(fund.payer), intent.body),
        ]),
})

interface AskFacts {
  readonly ask: DepositAsk | null
  readonly today: LocalDate
}

const withdrawAsked = settlementKind<'deposit.withdraw', AskFacts | null>({
  kind: 'deposit.withdraw',
  load: async (ledger, { body }, actor, now) => {
    const catalogue = await catalogueOf(ledger, body.siteId, actor)
    if (catalogue === null) return null
    const ask = await findAsk(ledger.tx, body.askId)
    const today = toWallTime(catalogue.zone, now).date
    return { ask: ask?.siteId === body.siteId ? ask : null, today }
  },
  decide: (intent, facts) =>
    facts === null
      ? notAllowed
      : decided(withdrawAsk(intent, facts.ask, facts.today), (ask) => [
          { kind: 'deposit-ask', ask },
          audit(intent.kind, payerId(ask.payer), intent.body),
        ]),
})

type KeepingFacts = FundFacts & { readonly refunds: readonly Refund[] }

const keep = settlementKind<'credit.keep', KeepingFacts | null>({
  kind: 'credit.keep',
  load: async (ledger, { id, body }, actor, now) => {
    const facts = await loadFund(ledger, { ...body, fundId: id }, actor, now)
    return facts && { ...facts, refunds: await refundsOf(ledger.tx, [body.billId]) }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { bill, refunds, today } = facts
    const known = bill === null ? null : { story: bill, refunds }
    return decided(keepAsCredit(intent, known, today, now), ({ fund, payment }) =>
      bill === null
        ? []
        : [
            { kind: 'fund', fund },
            { kind: 'payment', bill: bill.bill, payment },
            audit(intent.kind, bill.bill.id, intent.body),
          ],
    )
  },
})

const withdraw = settlementKind<'credit.withdraw', FundFacts | null>({
  kind: 'credit.withdraw',
  load: (ledger, { body }, actor, now) => loadFund(ledger, body, actor, now),
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { story, today } = facts
    return decided(withdrawCredit(intent, story, today, now), (move) =>
      story === null
        ? []
        : [
            { kind: 'fund-move', fund: story.fund, move },
            audit(intent.kind, payerId(story.fund.payer), intent.body),
          ],
    )
  },
})

type ReturnFacts = FundFacts & {
  readonly mode: string
  readonly came: { readonly paymentRef: string | null; readonly isDisputed: boolean }
}

const giveBack = settlementKind<'deposit.return', ReturnFacts | null>({
  kind: 'deposit.return',
  load: async (ledger, { body }, actor, now) => {
    const facts = await loadFund(ledger, body, actor, now)
    if (facts === null) return null
    const mode = (await readPaymentMode(ledger.tx)) ?? ''
    const attempt = await findAttempt(ledger.tx, { id: body.fundId, ref: null }, mode)
    const disputes = (await disputesOf(ledger.tx, [body.fundId])).get(body.fundId) ?? []
    const isDisputed = isOpenDispute(body.fundId, disputes)
    return { ...facts, mode, came: { paymentRef: attempt?.ref ?? null, isDisputed } }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { story, today, mode, came } = facts
    return decided(returnDeposit(intent, story, came, today, now), ({ move, refund }) =>
      story === null
        ? []
        : [
            { kind: 'fund-move', fund: story.fund, move },
            ...(refund === null ? [] : [{ kind: 'refund' as const, mode, refund }]),
            audit(intent.kind, payerId(story.fund.payer), intent.body),
          ],
    )
  },
})

type KeepFacts = FundFacts & { readonly billTo: PayerBillTo | null }

const keepOf = settlementKind<'deposit.keep', KeepFacts | null>({
  kind: 'deposit.keep',
  load: async (ledger, { body }, actor, now) => {
    const facts = await loadFund(ledger, body, actor, now)
    if (facts === null) return null
    const payers = facts.story === null ? [] : [payerId(facts.story.fund.payer)]
    const [billTo] = await billTosOf(ledger.tx, payers)
    return { ...facts, billTo: billTo ?? null }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { story, site, today: issuedOn } = facts
    return decided(keepDeposit(intent, story, facts, now), ({ draft, payment, move }) =>
      story === null
        ? []
        : [
            {
              ...{ kind: 'booked-bill', draft, settings: site.billing, issuedOn, payment },
              isTakenBack: false,
            },
            { kind: 'fund-move', fund: story.fund, move },
            audit(intent.kind, payerId(story.fund.payer), intent.body),
          ],
    )
  },
})

type DeductFacts = FundFacts & { readonly bills: readonly BillStory[] }

const deduct = settlementKind<'deposit.deduct', DeductFacts | null>({
  kind: 'deposit.deduct',
  load: async (ledger, { body }, actor, now) => {
    const facts = await loadFund(ledger, body, actor, now)
    if (facts === null) return null
    const { bill, story } = facts
    if (body.billId !== null) return { ...facts, bills: bill === null ? [] : [bill] }
    const payers = story === null ? [] : [payerId(story.fund.payer)]
    const all = await billsOfPayers(ledger.tx, payers, '')
    return { ...facts, bills: all.filter((one) => one.bill.siteId === body.siteId) }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { story, bills, today } = facts
    return decided(deductDeposit(intent, story, bills, today, now), (paid) =>
      story === null
        ? []
        : [
            ...paid.flatMap(({ bill, payment, move }): readonly Fact[] => [
              { kind: 'payment', bill, payment },
              { kind: 'fund-move', fund: story.fund, move },
            ]),
            audit(intent.kind, payerId(story.fund.payer), intent.body),
          ],
    )
  },
})

export const fundKinds = [
  ...[grant, keep, take, withdraw],
  ...[withdrawAsked, giveBack, deduct, keepOf],
]
