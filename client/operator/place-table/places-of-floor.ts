/** The places of a floor as a table: what is drawn now, in the columns that are read back. */
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import { formatCsv } from '../../../floorplans/editor/table/csv.ts'
import { columns } from '../../../floorplans/editor/table/table-columns.ts'
import { words } from '../../ui/words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { placeFacts } from '../plan-editor/place-facts.ts'

/** Each place once, where the first of its seats stands. */
export function placesOfFloor(editor: Editor, draft: Draft): string {
  const seen = new Set<string>()
  const rows = editor.objects().flatMap(([, object]) => {
    if (object.kind !== 'place' || seen.has(object.resourceId)) return []
    seen.add(object.resourceId)
    const facts = placeFacts(editor.catalogue(), draft, object.resourceId)
    return [
      [
        facts.name,
        words.states.kinds[facts.kind],
        facts.zoneName,
        String(facts.capacity),
        facts.amenities.join(', '),
        String(object.at.x),
        String(object.at.y),
      ],
    ]
  })
  return formatCsv([columns, ...rows])
}
