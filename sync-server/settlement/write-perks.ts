/** Facts about perks as rows, and which documents show them: those of the members they are for, or were for, and no others. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Perk } from '../../domain/community/perks/perk.ts'
import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { membersWithPerks, perksOfSites } from '../storage/load-perks.ts'
import type { Tx } from '../storage/storage.ts'

export type PerkFact =
  | { readonly kind: 'perk'; readonly perk: Perk }
  | { readonly kind: 'perk-removed'; readonly perk: Perk }
  | {
      readonly kind: 'perk-used'
      readonly perk: Perk
      readonly memberId: MemberId
      readonly on: LocalDate
    }

export const perkKinds: Readonly<Record<PerkFact['kind'], true>> = {
  ...{ perk: true, 'perk-removed': true, 'perk-used': true },
}

export function isOfPerks<Other extends { readonly kind: string }>(
  fact: Other | PerkFact,
): fact is PerkFact {
  return Object.hasOwn(perkKinds, fact.kind)
}

export async function writePerk(
  tx: Tx,
  fact: PerkFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, siteId } = fact.perk
  switch (fact.kind) {
    case 'perk': {
      const before = (await perksOfSites(tx, [siteId])).filter((perk) => perk.id === id)
      const body = JSON.stringify(fact.perk)
      await tx
        .insertInto('perk')
        .values({ id, site_id: siteId, removed_at: null, body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute()
      return documentsOf(siteId, await membersWithPerks(tx, siteId, [...before, fact.perk]))
    }
    case 'perk-removed':
      await tx.updateTable('perk').set({ removed_at: now }).where('id', '=', id).execute()
      return documentsOf(siteId, await membersWithPerks(tx, siteId, [fact.perk]))
    case 'perk-used': {
      const row = { perk_id: id, member_id: fact.memberId, used_on: fact.on }
      await tx.insertInto('perk_use').values(row).execute()
      return documentsOf(siteId, [fact.memberId])
    }
  }
}

function documentsOf(siteId: SiteId, memberIds: readonly MemberId[]): readonly DocumentName[] {
  return [
    { kind: 'attendees', siteId },
    ...memberIds.map((memberId) => ({ kind: 'member' as const, memberId })),
  ]
}
