/** Drawing on from a version: the draft looks like it again, as one step that can be undone. */
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import type { Hands } from '../../../floorplans/document/draft/drafting.ts'
import { numbering } from '../../../floorplans/editor/desk-rows.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Editor } from './editor.ts'
import { renewPlaces } from './renew-places.ts'
import { replaceDraft } from './replace-draft.ts'

/** `drawn` is the version as a draft. */
export function drawOn(editor: Editor, space: Space, version: number, drawn: Draft): void {
  const wanted = renewPlaces(drawn, editor.catalogue(), numbering(editor.takenNames()))
  const work = (hands: Hands) => replaceDraft(hands, editor.draft(), wanted, space.member.id)
  if (!editor.change(work)) return
  showToast(words.drawing.versions.used(version))
}
