/** What the community room shows of perks: to each member their own, to the team all of them. */
import { isFor, proofText } from '../../domain/community/perks/perk.ts'
import { perkSection } from '../../domain/community/perks/perk-sections.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { perksOfSites, toldPerks, usesOfMembers, usesOfSite } from '../storage/load-perks.ts'
import type { Tx } from '../storage/storage.ts'
import { siteSigner } from './sign-passes.ts'

async function projectOwn(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const members = await loadActors(
    tx,
    names.map(({ memberId }) => memberId),
  )
  const siteIds = new Set([...members.values()].flatMap((member) => member.siteIds))
  const perks = toldPerks(await perksOfSites(tx, [...siteIds]), now)
  if (perks.length === 0) return names.map(() => perkSection([]))
  const uses = await usesOfMembers(tx, [...members.keys()])
  const signer = await siteSigner(tx, new Set(perks.map(({ siteId }) => siteId)))
  return names.map(({ memberId }) => {
    const member = members.get(memberId)
    if (member === undefined) return perkSection([])
    const own = perks.filter((one) => member.siteIds.includes(one.siteId) && isFor(one, member))
    return perkSection(
      own.map((perk) => {
        const { id: perkId, siteId, until } = perk
        const text = proofText({ perkId, memberId, tierId: member.tierId, until })
        return {
          ...perk,
          used: uses.get(`${perkId}/${memberId}`) ?? [],
          proof: signer(siteId, text),
        }
      }),
    )
  })
}

async function projectAll(tx: Tx, { siteId }: Named<'attendees'>, now: Instant) {
  const uses = await usesOfSite(tx, siteId)
  const perks = toldPerks(await perksOfSites(tx, [siteId]), now)
  return perkSection(perks.map((perk) => ({ ...perk, uses: uses.get(perk.id) ?? 0 })))
}

export const perkProjections: readonly Projection[] = [
  {
    document: 'attendees',
    project: (tx, names, now) => eachOf(names, (name) => projectAll(tx, name, now)),
  },
  // No booking and no outcome is a perk.
  { document: 'member', project: projectOwn, entriesOf: () => [] },
]
