/** What a member has redeemed, in their own document. */
import { promoSections } from '../../domain/billing/promos/promo-sections.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { redemptionsOf } from '../storage/load-promos.ts'
import type { Tx } from '../storage/storage.ts'

async function projectPromos(tx: Tx, names: readonly Named<'member'>[]) {
  const memberIds = names.map(({ memberId }) => memberId)
  const redemptions = await redemptionsOf(tx, memberIds)
  return memberIds.map((id) => promoSections(redemptions.filter((one) => one.memberId === id)))
}

/** No booking and no outcome is a redemption. */
export const promoProjection: Projection = {
  document: 'member',
  project: projectPromos,
  entriesOf: () => [],
}
