/** What a payer's bank took back of a payment, in the books; what it leaves with the payer is not given back beside it. */
import { billIdOfPurpose } from '../../../domain/billing/booked-bill.ts'
import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { type Dispute, nextDispute } from '../../../domain/billing/paying/dispute.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Fact } from '../../settlement/kind.ts'
import type { DisputeFact } from '../../settlement/write-disputes.ts'
import { findBill } from '../../storage/load-bills.ts'
import { loadZone } from '../../storage/load-catalogue.ts'
import { findDispute } from '../../storage/load-disputes.ts'
import { findFund } from '../../storage/load-funds.ts'
import { findAttempt } from '../../storage/load-paying.ts'
import type { Reader, Tx } from '../../storage/storage.ts'
import type { GatewayDispute } from '../gateway.ts'
import type { PayingPorts } from './ports.ts'

/** An inquiry, which takes no money, is none; neither is a word that is newer than this code. */
const states: Readonly<Record<GatewayDispute['state'], Dispute['state'] | null>> = {
  'needs-response': 'open',
  'under-review': 'open',
  won: 'won',
  lost: 'lost',
  prevented: 'won',
  other: null,
}

/** False where nothing here knows what it is of yet. */
export async function takeDispute(ports: PayingPorts, heard: GatewayDispute): Promise<boolean> {
  const { storage, settlement, gateway } = ports
  const { payment, state: word } = heard
  const state = states[word]
  if (payment === null || state === null) return true
  const sought = { id: null, ref: payment }
  const attempt = await findAttempt(storage.read, sought, gateway.mode)
  const of = attempt === null ? null : await subjectOf(storage.read, attempt)
  if (attempt === null || of === null) return false
  await settlement.act(async (tx, now): Promise<readonly Fact[]> => {
    const told: Dispute = {
      ...{ id: heard.id, paymentId: attempt.id, amount: heard.amount, state, since: now },
      answerBy: await answerBy(tx, attempt.siteId, heard.evidenceDueAt, word),
    }
    const dispute = nextDispute(await findDispute(tx, heard.id), told)
    return dispute === null ? [] : [{ kind: 'dispute', mode: gateway.mode, of, dispute }]
  })
  return true
}

async function subjectOf(
  reader: Reader,
  { id, purpose }: PaymentAttempt,
): Promise<DisputeFact['of'] | null> {
  if (purpose.kind === 'deposit') {
    const story = await findFund(reader, id)
    return story === null ? null : { kind: 'deposit', id, payer: story.fund.payer }
  }
  const billId = billIdOfPurpose(purpose)
  const story = await findBill(reader, billId)
  return story === null ? null : { kind: 'bill', id: billId, payer: story.bill.payer }
}

async function answerBy(
  tx: Tx,
  siteId: string,
  dueAt: Instant | null,
  word: GatewayDispute['state'],
) {
  const zone = await loadZone(tx, siteId)
  if (word !== 'needs-response' || dueAt === null || zone === null) return null
  return toWallTime(zone, dueAt).date
}
