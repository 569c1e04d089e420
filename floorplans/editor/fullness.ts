/** How full a draft is, against the same caps that the server holds: said from four fifths on, and kept to before anything is written. */
import { limits } from '../../domain/values/limits.ts'
import type { Draft, DraftObject, DraftObjectId } from '../document/draft/draft.ts'
import type { Hands } from '../document/draft/drafting.ts'
import { OBJECTS_MAX } from '../document/parse-floor-plan.ts'

/** Things that are drawn; those and what was deleted, with what is said of places; bytes of it all. */
export interface Fullness {
  readonly drawn: number
  readonly kept: number
  readonly bytes: number
}

export const fullnessMax: Fullness = {
  drawn: OBJECTS_MAX,
  kept: limits.planDraftObjectsMax,
  bytes: limits.planDraftBytesMax,
}

const NEARLY_SHARE = 0.8
/** A place with all that is said of it, as it is written; most things are less. */
const OBJECT_BYTES = 300

export function fullnessOf(draft: Draft, bytes: number): Fullness {
  let drawn = 0
  for (const { goneBy } of draft.objects.values()) if (goneBy === null) drawn += 1
  return { drawn, kept: draft.objects.size + draft.resources.size, bytes }
}

/** What is nearest to its cap, once it is near. */
export function nearlyFull(fullness: Fullness): keyof Fullness | null {
  const share = (one: keyof Fullness) => fullness[one] / fullnessMax[one]
  const [fullest = 'drawn'] = (['drawn', 'kept', 'bytes'] as const).toSorted(
    (a, b) => share(b) - share(a),
  )
  return share(fullest) >= NEARLY_SHARE ? fullest : null
}

/** May this still be done? What adds nothing always may: it is how a full floor becomes less full. */
export function hasRoomFor(draft: Draft, bytes: number, work: (hands: Hands) => void): boolean {
  const added = countAdded(draft, work)
  const before = fullnessOf(draft, bytes)
  const fits = (one: keyof Fullness, more: number) =>
    more <= 0 || before[one] + more <= fullnessMax[one]
  return (
    fits('drawn', added.drawn) &&
    fits('kept', added.kept) &&
    fits('bytes', added.kept * OBJECT_BYTES)
  )
}

/** Does the work without writing anything, and counts. */
function countAdded(draft: Draft, work: (hands: Hands) => void): Omit<Fullness, 'bytes'> {
  const drawn = new Map<DraftObjectId, boolean>()
  const known = new Set<string>([...draft.objects.keys(), ...draft.resources.keys()])
  const before = known.size
  const become = (id: DraftObjectId, { goneBy }: Partial<Pick<DraftObject, 'goneBy'>>) => {
    if (goneBy !== undefined) drawn.set(id, goneBy === null)
  }
  work({
    add: (id, object) => {
      known.add(id)
      become(id, object)
    },
    set: (id, properties) => become(id, properties),
    setResource: (id) => known.add(id),
    setSize: () => undefined,
  })
  const wasDrawn = (id: DraftObjectId) => draft.objects.get(id)?.goneBy === null
  let more = 0
  for (const [id, isDrawn] of drawn) more += Number(isDrawn) - Number(wasDrawn(id))
  return { drawn: more, kept: known.size - before }
}
