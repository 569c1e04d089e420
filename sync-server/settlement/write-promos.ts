/** Promo codes as they are set, and who has redeemed them. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { PromoCode, Redemption } from '../../domain/sites/promo.ts'
import type { Tx } from '../storage/storage.ts'

export interface PromoFact {
  readonly kind: 'promo'
  readonly promo: PromoCode
}
export interface RedemptionFact {
  readonly kind: 'redemption'
  readonly redemption: Redemption
}

export async function writePromo(tx: Tx, { promo }: PromoFact): Promise<void> {
  const { id, siteId: site_id, code, usesMax: uses_max } = promo
  await tx
    .insertInto('promo')
    .values({ id, site_id, code, uses_max, body: JSON.stringify(promo) })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        code: ref('excluded.code'),
        uses_max: ref('excluded.uses_max'),
        body: ref('excluded.body'),
      })),
    )
    .execute()
}

export async function writeRedemption(
  tx: Tx,
  { redemption }: RedemptionFact,
): Promise<readonly DocumentName[]> {
  const { id, promoId: promo_id, siteId: site_id, memberId } = redemption
  await tx
    .insertInto('promo_redemption')
    .values({ id, promo_id, site_id, member_id: memberId, body: JSON.stringify(redemption) })
    .execute()
  return [{ kind: 'member', memberId }]
}
