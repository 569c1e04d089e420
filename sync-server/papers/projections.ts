/** The papers of the bills that a member's document carries, with the keys that signed them. */
import { paperSections } from '../../domain/billing/papers/paper-sections.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { keptSince, teamsManagedBy } from '../storage/kept-bills.ts'
import { papersOfPayers, signingKeysByIds } from '../storage/papers.ts'
import type { Tx } from '../storage/storage.ts'

async function projectPapers(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const teams = await teamsManagedBy(tx, memberIds)
  const payers = [...memberIds, ...[...teams.values()].flat()]
  const papers = await papersOfPayers(tx, payers, keptSince(now))
  const keys = await signingKeysByIds(tx, [...new Set(papers.map(([, { seal }]) => seal.keyId))])
  return memberIds.map((id) => {
    const own = [id, ...(teams.get(id) ?? [])]
    const ownPapers = papers.flatMap(([payer, paper]) => (own.includes(payer) ? [paper] : []))
    const used = new Set(ownPapers.map(({ seal }) => seal.keyId))
    return paperSections(
      ownPapers,
      keys.filter((key) => used.has(key.id)),
    )
  })
}

/** No booking and no outcome is a paper: they leave this part as it is. */
export const paperProjection: Projection = {
  document: 'member',
  project: projectPapers,
  entriesOf: () => [],
}
