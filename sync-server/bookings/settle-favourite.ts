/** `favourite.set`: a place is marked by a member for themselves, or not any more. */
import { checkFavourite } from '../../domain/bookings/usual/favourites.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { settlementKind } from '../settlement/kind.ts'
import { refused } from '../settlement/verdict.ts'
import { favouritesOfMembers } from '../storage/favourites.ts'

interface Facts {
  readonly known: readonly ResourceId[]
  readonly isThere: boolean
}

export const settleFavourite = settlementKind<'favourite.set', Facts>({
  kind: 'favourite.set',
  load: async (ledger, { body }, actor) => {
    const marked = await favouritesOfMembers(ledger.tx, [actor.id])
    const isTheirs = actor.siteIds.includes(body.siteId)
    const catalogue = isTheirs ? await ledger.catalogue(body.siteId) : null
    const isThere = catalogue !== null && findResource(catalogue, body.resourceId) !== null
    return { known: marked.get(actor.id) ?? [], isThere }
  },
  decide: ({ body, deadlineAt }, { known, isThere }, actor, now) => {
    if (deadlineAt < now) return refused({ reason: 'expired', deadlineAt })
    const refusal = checkFavourite(body, known, isThere)
    if (refusal !== null) return refused(refusal)
    const { resourceId, isFavourite } = body
    return {
      outcome: granted,
      facts: [{ kind: 'favourite', memberId: actor.id, resourceId, isFavourite }],
    }
  },
})
