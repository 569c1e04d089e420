/** Reads of deposits that plans have asked for. */
import type { KnownDeposits } from '../../domain/billing/deposits/ask-deposit.ts'
import { type DepositAsk, isAsked } from '../../domain/billing/deposits/deposit.ts'
import type { Fund } from '../../domain/billing/fund.ts'
import { inParts } from './in-parts.ts'
import { withMoves } from './load-funds.ts'
import { loadMemberships } from './load-memberships.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findAsk(reader: Reader, id: string): Promise<DepositAsk | null> {
  const rows = reader.selectFrom('deposit_ask').select('body').where('id', '=', id)
  const row = await rows.executeTakeFirst()
  return row === undefined ? null : parseKept<DepositAsk>(row.body)
}

/** Those of payers that are asked for, oldest first: what was taken back with its change is not. */
export async function asksOfPayers(
  reader: Reader,
  payerIds: readonly string[],
): Promise<readonly DepositAsk[]> {
  const found: DepositAsk[] = []
  for (const part of inParts([...payerIds])) {
    const rows = reader
      .selectFrom('deposit_ask')
      .select('body')
      .where('payer_id', 'in', part)
      .where('state', '=', 'open')
      .orderBy('id')
    found.push(...(await rows.execute()).map(({ body }) => parseKept<DepositAsk>(body)))
  }
  return asked(reader, found)
}

/** Those of a location that are asked for. */
export async function asksOfSite(
  reader: Reader,
  siteId: string,
  most: number,
): Promise<readonly DepositAsk[]> {
  const rows = await reader
    .selectFrom('deposit_ask')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(most)
    .execute()
  return asked(
    reader,
    rows.map(({ body }) => parseKept<DepositAsk>(body)),
  )
}

async function asked(reader: Reader, asks: readonly DepositAsk[]): Promise<readonly DepositAsk[]> {
  const memberships = await loadMemberships(
    reader,
    asks.map(({ memberId }) => memberId),
  )
  return asks.filter((ask) => isAsked(ask, memberships.get(ask.memberId) ?? []))
}

/** What was asked for on account of a member, and what is kept of that. */
export async function depositsOfMember(reader: Reader, memberId: string): Promise<KnownDeposits> {
  const rows = await reader
    .selectFrom('deposit_ask')
    .select(['body', 'payer_id'])
    .where('member_id', '=', memberId)
    .execute()
  const asks = rows.map(({ body }) => parseKept<DepositAsk>(body))
  const payers = [...new Set(rows.map(({ payer_id }) => payer_id))]
  if (payers.length === 0) return { asks, funds: [] }
  const kept = await reader
    .selectFrom('fund')
    .select('body')
    .where('payer_id', 'in', payers)
    .where('kind', '=', 'deposit')
    .execute()
  const funds = await withMoves(
    reader,
    kept.map(({ body }) => parseKept<Fund>(body)),
  )
  return { asks, funds }
}
