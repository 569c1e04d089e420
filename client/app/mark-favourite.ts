import type { Resource } from '../../domain/sites/resource.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { deviceNow } from './clock.ts'

/** A mark that reaches the space later than this is about another time of life. */
const USEFUL_MS = 30 * DAY_MS

/** Marks a place, or takes the mark away: kept here first, and on every device once the space has heard of it. */
export async function markFavourite(
  { siteId, id }: Pick<Resource, 'siteId' | 'id'>,
  isFavourite: boolean,
  alreadyMarked: number,
): Promise<void> {
  const max = limits.favouritesMax
  if (isFavourite && alreadyMarked >= max) {
    return showToast(words.refusal({ reason: 'too-many-favourites', max }))
  }
  const deadlineAt = toInstant(deviceNow() + USEFUL_MS)
  const body = { siteId, resourceId: id, isFavourite }
  const answer = await writeIntent('favourite.set', body, { deadlineAt })
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}
