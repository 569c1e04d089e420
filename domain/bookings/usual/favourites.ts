/**
 * Places a member has marked, to find them first on every device (B-41). Marking is a wish like any other, so it works without a network:
 * what the space knows is overlaid with what this device wishes, and of several the last one made counts.
 */
import type { ResourceId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import type { AnyIntent, FavouriteRequest } from '../wishes/intent.ts'
import type { Refusal } from '../wishes/refusal.ts'

/** What is known and what is wished and not settled, the oldest mark first. */
export function favouritesOf(
  known: readonly ResourceId[],
  unsettled: readonly AnyIntent[],
): readonly ResourceId[] {
  return [...unsettled]
    .sort((a, b) => a.seq - b.seq)
    .reduce<readonly ResourceId[]>((marked, intent) => {
      if (intent.kind !== 'favourite.set') return marked
      const { resourceId, isFavourite } = intent.body
      const others = marked.filter((id) => id !== resourceId)
      if (!isFavourite) return others
      return marked.includes(resourceId) ? marked : [...others, resourceId]
    }, known)
}

/** In which order a member knows places: what they have marked, then what they used. */
export function favouritesFirst(
  favourites: readonly ResourceId[],
  used: readonly ResourceId[],
): readonly ResourceId[] {
  return [...new Set([...favourites, ...used])]
}

/** Why a place cannot be marked; a mark is always taken away. */
export function checkFavourite(
  { resourceId, isFavourite }: FavouriteRequest,
  known: readonly ResourceId[],
  isThere: boolean,
): Refusal | null {
  if (!isFavourite || known.includes(resourceId)) return null
  if (!isThere) return { reason: 'unknown-resource' }
  const max = limits.favouritesMax
  return known.length < max ? null : { reason: 'too-many-favourites', max }
}
