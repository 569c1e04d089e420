/**
 * What bookings and passes owe, in the ledger: posted in the transaction that changes it, so that neither is ever without the other. A location
 * that does not bill yet posts nothing; once it says since when, what is owed from that day on is posted together.
 */

import { chargeOfPass } from '../../domain/billing/charge.ts'
import { chargeTransaction, UNBILLED } from '../../domain/billing/ledger.ts'
import { type Posting, postingsMissing, postingsOf } from '../../domain/billing/postings.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { type Holder, payerOf } from '../../domain/memberships/holder.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { type MemberId, type TeamId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { isCharge } from '../storage/charges.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'
import { type Posted, writeLedger } from '../storage/write-ledger.ts'
import type { Facts } from './kept-facts.ts'
import type { BookingChange } from './write-bookings.ts'

/** Gives what was posted. */
export async function postCharges(
  facts: Facts,
  changes: readonly BookingChange[],
  now: Instant,
): Promise<readonly Due[]> {
  const postings: Due[] = []
  for (const { booking, before } of changes) {
    const { siteId } = booking
    const startsOn = (await facts.catalogue(siteId))?.site.billing.startsOn ?? null
    if (startsOn === null) continue
    const isFirst = before === null
    postings.push(
      ...postingsOf(before, booking, startsOn).map((one) => ({ ...one, siteId, isFirst })),
    )
  }
  if (postings.length === 0) return []
  const members = await facts.members([...new Set(postings.map(({ memberId }) => memberId))])
  const teams = new Map([...members.values()].map(({ id, teamId }) => [id, teamId]))
  const payers = await payersOf(facts.tx, postings, teams)
  await writeLedger(facts.tx, postings.map(toPosted(payers)), now)
  return postings
}

export interface Due extends Posting {
  readonly siteId: string
  /** Nothing was charged for it before. */
  readonly isFirst: boolean
}

/** A pass that was bought, once; what is taken back of it later does not change what it cost. */
export async function postPass(tx: Tx, lot: Lot, now: Instant): Promise<void> {
  if (lot.source !== 'purchase' || lot.owed.amountMinor === 0) return
  const catalogue = await loadCatalogue(tx, lot.siteId)
  if (catalogue !== null) await writeLedger(tx, passPosted(catalogue, lot), now)
}

function passPosted(catalogue: Catalogue, lot: Lot): readonly Posted[] {
  const { startsOn } = catalogue.site.billing
  const charge = chargeOfPass(lot, catalogue.zone)
  if (startsOn === null || charge.on < startsOn || lot.source !== 'purchase') return []
  if (charge.amount.amountMinor === 0) return []
  const payer = lot.holder
  const transaction = chargeTransaction({ ...charge, change: lot.id, payer })
  return [{ siteId: lot.siteId, transaction, charge }]
}

/** What the location's bookings and passes owe and was not posted: all of it, where it begins to bill. */
export async function postOpening(tx: Tx, siteId: string, now: Instant): Promise<void> {
  const catalogue = await loadCatalogue(tx, siteId)
  const startsOn = catalogue?.site.billing.startsOn ?? null
  if (catalogue === null || startsOn === null) return
  const posted = await postedOf(tx, siteId)
  const rows = tx.selectFrom('booking').select('body').where('site_id', '=', siteId)
  const bookings = (await rows.execute()).map(({ body }) => parseKept<Booking>(body))
  const missing = bookings.flatMap((booking) => postingsMissing(booking, startsOn, posted))
  const due = missing.map((one) => ({ ...one, siteId, isFirst: !posted.has(one.source) }))
  const payers = await payersOf(tx, due, await teamsOf(tx, due))
  const own = due.map(toPosted(payers))
  const lots = await tx.selectFrom('lot').select('body').where('site_id', '=', siteId).execute()
  const passes = lots.flatMap(({ body }) => passPosted(catalogue, parseKept<Lot>(body)))
  await writeLedger(tx, [...own, ...passes], now)
}

async function postedOf(tx: Tx, siteId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('ledger_entry')
    .select(['subject', ({ fn }) => fn.sum('amount_minor').as('minor')])
    .where('site_id', '=', siteId)
    .where(isCharge)
    .where('account', 'like', `${UNBILLED}%`)
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, minor }) => [subject, Number(minor)]))
}

function toPosted(payers: ReadonlyMap<string, Holder>) {
  return (charge: Due): Posted => {
    const payer = payers.get(charge.source) ?? { kind: 'member', memberId: charge.memberId }
    return { siteId: charge.siteId, transaction: chargeTransaction({ ...charge, payer }), charge }
  }
}

async function teamsOf(tx: Tx, due: readonly Due[]): Promise<ReadonlyMap<MemberId, TeamId | null>> {
  const teams = new Map<MemberId, TeamId | null>()
  for (const part of inParts([...new Set(due.map(({ memberId }) => memberId))])) {
    const members = tx.selectFrom('member').select(['id', 'team_id']).where('id', 'in', part)
    for (const { id, team_id } of await members.execute()) {
      teams.set(toId('member', id), team_id === null ? null : toId('team', team_id))
    }
  }
  return teams
}

/** Whoever was charged for it first goes on being so; else the member's team, or they themselves. */
async function payersOf(
  tx: Tx,
  due: readonly Due[],
  teams: ReadonlyMap<MemberId, TeamId | null>,
): Promise<ReadonlyMap<string, Holder>> {
  const payers = new Map(
    due.map(({ source, memberId }) => [source, payerOf(teams.get(memberId) ?? memberId)]),
  )
  for (const part of inParts(due.filter(({ isFirst }) => !isFirst))) {
    const sources = part.map(({ source }) => source)
    const known = await tx
      .selectFrom('ledger_entry')
      .select(['subject', 'account'])
      .where('subject', 'in', sources)
      .where(isCharge)
      .where('account', 'like', `${UNBILLED}%`)
      .execute()
    for (const { subject, account } of known) {
      payers.set(subject, payerOf(account.slice(UNBILLED.length)))
    }
  }
  return payers
}
