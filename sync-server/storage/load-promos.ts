/** Reads of promo codes and of who has redeemed them. */
import type { PromoCode, Redemption } from '../../domain/sites/promo.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findPromo(
  reader: Reader,
  siteId: string,
  code: string,
): Promise<PromoCode | null> {
  const row = await reader
    .selectFrom('promo')
    .select('body')
    .where('site_id', '=', siteId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row === undefined ? null : parseKept<PromoCode>(row.body)
}

/** How often it was redeemed. */
async function redeemedTimes(reader: Reader, promoId: string): Promise<number> {
  const uses = await reader
    .selectFrom('promo_redemption')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('promo_id', '=', promoId)
    .executeTakeFirst()
  return Number(uses?.count ?? 0)
}

/** With those that are kept for who waits to join. */
export async function usesWithKept(reader: Reader, promoId: string): Promise<number> {
  const kept = await reader
    .selectFrom('join_request')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('promo_id', '=', promoId)
    .executeTakeFirst()
  return (await redeemedTimes(reader, promoId)) + Number(kept?.count ?? 0)
}

/** Whether the engine lets it be redeemed once more. */
export async function hasUseLeft(reader: Reader, promoId: string): Promise<boolean> {
  const row = reader.selectFrom('promo').select('uses_max').where('id', '=', promoId)
  const most = (await row.executeTakeFirst())?.uses_max ?? null
  return most === null || (await redeemedTimes(reader, promoId)) < most
}

export async function usesOfPromo(reader: Reader, promoId: string, memberId: string) {
  const own = await reader
    .selectFrom('promo_redemption')
    .select('id')
    .where('promo_id', '=', promoId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return { uses: await usesWithKept(reader, promoId), isTheirs: own !== undefined }
}

/** A booking that was not given back, or a pass that was bought. */
export async function hasBought(reader: Reader, memberId: string): Promise<boolean> {
  const booking = await reader
    .selectFrom('booking')
    .select('id')
    .where('member_id', '=', memberId)
    .where('state', 'not in', ['cancelled', 'lapsed', 'declined'])
    .executeTakeFirst()
  if (booking !== undefined) return true
  const bill = await reader
    .selectFrom('bill')
    .select('id')
    .where('payer_id', '=', memberId)
    .executeTakeFirst()
  return bill !== undefined
}

/** Codes that a member has tried since then and that are settled. */
export async function triesOf(reader: Reader, memberId: string, since: number): Promise<number> {
  const row = await reader
    .selectFrom('intent')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('member_id', '=', memberId)
    .where('kind', '=', 'promo.redeem')
    .where('settled_at', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Of members, at one location or at all. */
export async function redemptionsOf(
  reader: Reader,
  memberIds: readonly string[],
  siteId: string | null = null,
): Promise<readonly Redemption[]> {
  const found: Redemption[] = []
  for (const part of inParts([...memberIds])) {
    let rows = reader.selectFrom('promo_redemption').select('body').where('member_id', 'in', part)
    if (siteId !== null) rows = rows.where('site_id', '=', siteId)
    found.push(...(await rows.execute()).map(({ body }) => parseKept<Redemption>(body)))
  }
  return found
}

/** Of a location, by name, each with how often it was redeemed. */
export async function promosOfSite(reader: Reader, siteId: string) {
  const rows = await reader
    .selectFrom('promo')
    .leftJoin('promo_redemption', 'promo_redemption.promo_id', 'promo.id')
    .select(['promo.body', ({ fn }) => fn.count('promo_redemption.id').as('uses')])
    .where('promo.site_id', '=', siteId)
    .groupBy(['promo.id', 'promo.code', 'promo.body'])
    .orderBy('promo.code')
    .execute()
  return rows.map(({ body, uses }) => ({ ...parseKept<PromoCode>(body), uses: Number(uses) }))
}
