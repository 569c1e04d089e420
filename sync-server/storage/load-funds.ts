/** Reads of money of payers that the space keeps. */
import { sql } from 'kysely'
import type { Fund, FundMove, FundStory } from '../../domain/billing/fund.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

const left = sql<number>`fund.amount_minor
  - coalesce((select sum(m.amount_minor) from fund_move m where m.fund_id = fund.id), 0)`

/** Credits of payers of which something is left. */
export async function openCredits(
  reader: Reader,
  siteId: string,
  payerIds: readonly string[],
): Promise<readonly FundStory[]> {
  const funds: Fund[] = []
  for (const part of inParts([...payerIds])) {
    const rows = await reader
      .selectFrom('fund')
      .select('body')
      .where('site_id', '=', siteId)
      .where('kind', '=', 'credit')
      .where('payer_id', 'in', part)
      .where(left, '>', 0)
      .execute()
    funds.push(...rows.map(({ body }) => parseKept<Fund>(body)))
  }
  return withMoves(reader, funds)
}

/** Of payers, those of which something is left and those of a day or later; the newest first. */
export async function fundsOfPayers(
  reader: Reader,
  payerIds: readonly string[],
  since: string,
): Promise<readonly FundStory[]> {
  const funds: Fund[] = []
  for (const part of inParts([...payerIds])) {
    const rows = await reader
      .selectFrom('fund')
      .select('body')
      .where('payer_id', 'in', part)
      .where(({ or, eb }) => or([eb('on_date', '>=', since), eb(left, '>', 0)]))
      .execute()
    funds.push(...rows.map(({ body }) => parseKept<Fund>(body)))
  }
  return withMoves(reader, funds)
}

/** Of a location, what is left first, then the newest. */
export async function fundsOfSite(
  reader: Reader,
  siteId: string,
  most: number,
): Promise<readonly FundStory[]> {
  const rows = await reader
    .selectFrom('fund')
    .select('body')
    .where('site_id', '=', siteId)
    .orderBy(sql`case when ${left} > 0 then 0 else 1 end`)
    .orderBy('on_date', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return withMoves(
    reader,
    rows.map(({ body }) => parseKept<Fund>(body)),
  )
}

export async function findFund(reader: Reader, fundId: string): Promise<FundStory | null> {
  const row = await reader
    .selectFrom('fund')
    .select('body')
    .where('id', '=', fundId)
    .executeTakeFirst()
  if (row === undefined) return null
  return (await withMoves(reader, [parseKept<Fund>(row.body)]))[0] ?? null
}

export async function withMoves(
  reader: Reader,
  funds: readonly Fund[],
): Promise<readonly FundStory[]> {
  const moves: FundMove[] = []
  for (const part of inParts(funds.map(({ id }) => id))) {
    const rows = reader.selectFrom('fund_move').select('body').where('fund_id', 'in', part)
    moves.push(...(await rows.execute()).map(({ body }) => parseKept<FundMove>(body)))
  }
  moves.sort((a, b) => a.notedAt - b.notedAt || (a.id < b.id ? -1 : 1))
  return funds.map((fund) => ({
    fund,
    moves: moves.filter(({ fundId }) => fundId === fund.id),
  }))
}
