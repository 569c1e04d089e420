/** Deposits that are asked for, as rows; and the job that charges a card on file for one on the day of the first bill. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import { asksOfPayers, depositsOfMember } from '../storage/load-deposits.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'

export interface DepositAskFact {
  readonly kind: 'deposit-ask'
  readonly ask: DepositAsk
}

/** Cards are charged in the morning, when somebody can do something about it. */
const MORNING_MINUTE = 8 * 60

export async function writeDepositAsk(
  tx: Tx,
  { ask }: DepositAskFact,
): Promise<readonly DocumentName[]> {
  const { id, siteId: site_id, payer, standing, dueOn } = ask
  await keepDepositAsk(tx, ask)
  if (standing.state === 'open') {
    const zone = must(await loadZone(tx, site_id), 'every location has its clock')
    const runAt = toInstant(localDay(zone, dueOn).startsAt + MORNING_MINUTE * MINUTE_MS)
    await enqueue(tx, [depositJob(id, runAt, 'due')])
  }
  return readersOf(tx, [payer])
}

/** The row alone. */
export async function keepDepositAsk(tx: Tx, ask: DepositAsk): Promise<void> {
  const { id, siteId: site_id, memberId: member_id, payer, amount, standing } = ask
  const told = { state: standing.state, body: JSON.stringify(ask) }
  await tx
    .insertInto('deposit_ask')
    .values({
      ...{ id, site_id, payer_id: payerId(payer), member_id },
      ...{ amount_minor: amount.amountMinor, ...told },
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
}

/** `why` makes another occasion another job. */
export function depositJob(depositId: string, runAt: Instant, why: string): Job {
  const key = `deposit.collect:${depositId}:${why}`
  return { key, kind: 'deposit.collect', runAt, body: { depositId } }
}

/** A card is on file now: what is due and was not paid is charged to it. */
export async function collectDeposits(tx: Tx, payer: string, now: Instant): Promise<void> {
  const asks = await asksOfPayers(tx, [payer])
  await enqueue(
    tx,
    asks.map(({ id }) => depositJob(id, now, `card-${now}`)),
  )
}

/** Their member belongs to the location no more: what was not paid is asked of nobody. */
export async function endAsks(
  tx: Tx,
  memberId: string,
  siteId: SiteId,
  now: Instant,
): Promise<void> {
  const zone = must(await loadZone(tx, siteId), 'every location has its clock')
  const on = toWallTime(zone, now).date
  const { asks } = await depositsOfMember(tx, memberId)
  for (const ask of asks) {
    if (ask.siteId !== siteId || ask.standing.state !== 'open') continue
    const standing = { state: 'withdrawn', on, reason: '' } as const
    await writeDepositAsk(tx, { kind: 'deposit-ask', ask: { ...ask, standing } })
  }
}

/** Whoever is forgotten is named in what was asked of them no more. */
export async function renameAsks(tx: Tx, memberId: string, payerName: string): Promise<void> {
  const { asks } = await depositsOfMember(tx, memberId)
  for (const ask of asks) {
    await writeDepositAsk(tx, { kind: 'deposit-ask', ask: { ...ask, payerName } })
  }
}

export function depositBackJob(fundId: string, runAt: Instant, why: string): Job {
  const key = `deposit.give-back:${fundId}:${why}`
  return { key, kind: 'deposit.give-back', runAt, body: { fundId } }
}
