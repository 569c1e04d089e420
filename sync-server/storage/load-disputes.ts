/** Reads of payments that banks took back, by the bill or the deposit that they were of. */
import type { Dispute } from '../../domain/billing/paying/dispute.ts'
import type { Money } from '../../domain/values/money.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** By bill or deposit; those without one are not there. */
export async function disputesOf(
  reader: Reader,
  ofIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Dispute[]>> {
  const found = new Map<string, Dispute[]>()
  for (const part of inParts(ofIds)) {
    const rows = await reader
      .selectFrom('dispute')
      .select(['bill_id', 'body'])
      .where('bill_id', 'in', part)
      .orderBy('id')
      .execute()
    for (const { bill_id, body } of rows) {
      found.set(bill_id, [...(found.get(bill_id) ?? []), parseKept<Dispute>(body)])
    }
  }
  return found
}

export async function findDispute(reader: Reader, id: string): Promise<Dispute | null> {
  const row = reader.selectFrom('dispute').select('body').where('id', '=', id)
  const found = await row.executeTakeFirst()
  return found === undefined ? null : parseKept<Dispute>(found.body)
}

/** Those that a bank has not decided, as whoever moves the money calls them. */
export async function openDisputes(
  reader: Reader,
  mode: string,
  most: number,
): Promise<readonly string[]> {
  const rows = reader.selectFrom('dispute').select('id').where('mode', '=', mode)
  const found = await rows.where('state', '=', 'open').orderBy('id').limit(most).execute()
  return found.map(({ id }) => id)
}

/** What banks have left with payers: nobody decides about it any more. */
export async function lostAmounts(reader: Reader, mode: string): Promise<readonly Money[]> {
  const rows = reader.selectFrom('dispute').select('body').where('mode', '=', mode)
  const lost = await rows.where('state', '=', 'lost').execute()
  return lost.map(({ body }) => parseKept<Dispute>(body).amount)
}
