import type { DraftObject, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Editor } from './editor.ts'

/** What the fields of one thing are given. */
export interface OneProps<Object extends DraftObject = DraftObject> {
  readonly editor: Editor
  readonly id: DraftObjectId
  readonly object: Object
}
