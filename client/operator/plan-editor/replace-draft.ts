/** Makes a draft look like another one, as a change like any other: it can be undone, and joins with what others draw meanwhile. */
import type { MemberId } from '../../../domain/values/ids.ts'
import {
  BACKGROUND_ID,
  type Draft,
  type DraftObjectId,
} from '../../../floorplans/document/draft/draft.ts'
import type { Hands } from '../../../floorplans/document/draft/drafting.ts'
import { newObjectId } from './new-object.ts'

/** Places stay the objects they are, so that a place that is there in both is moved and not made anew. */
export function replaceDraft(hands: Hands, draft: Draft | null, wanted: Draft, by: MemberId): void {
  if (draft === null) return
  const drawn = new Map<string, DraftObjectId>()
  for (const [id, object] of draft.objects) {
    if (object.kind === 'place') drawn.set(`${object.resourceId}.${object.unit}`, id)
  }
  hands.setSize(wanted.size)
  const staying = new Set<DraftObjectId>([BACKGROUND_ID])
  for (const object of wanted.objects.values()) {
    const id =
      object.kind === 'place' ? drawn.get(`${object.resourceId}.${object.unit}`) : undefined
    if (object.kind === 'background') continue
    if (id === undefined) hands.add(newObjectId(), object)
    else {
      hands.set(id, { ...object })
      staying.add(id)
    }
  }
  for (const [id, facts] of wanted.resources) hands.setResource(id, facts)
  for (const [id, { goneBy }] of draft.objects) {
    if (goneBy === null && !staying.has(id)) hands.set(id, { goneBy: by })
  }
  replaceBackground(hands, draft, wanted)
}

/** The one of the version; where that had none, what is drawn over stays for those who draw. */
function replaceBackground(hands: Hands, draft: Draft, wanted: Draft): void {
  const [before, after] = [draft, wanted].map(({ objects }) => objects.get(BACKGROUND_ID))
  if (after !== undefined) {
    if (before === undefined) hands.add(BACKGROUND_ID, after)
    else hands.set(BACKGROUND_ID, { ...after })
  } else if (before?.kind === 'background' && before.shownTo === 'members') {
    hands.set(BACKGROUND_ID, { shownTo: 'editors' })
  }
}
