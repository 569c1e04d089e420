/** The difference that a commit makes in each document it touches, from what its facts show there before and after. */
import type { Edit } from '../../domain/values/sections.ts'
import type { Projection } from './kind.ts'
import type { Shown, ShownChange, ShownEntry, Touched, View } from './shown.ts'

type Edits = Map<string, Edit[]>

/** Of every touched document all of whose rooms can say it, but those in which more changed than they show. */
export function editsOf(
  parts: readonly Projection[],
  { names, steps, whole }: Touched,
  view: View,
): ReadonlyMap<string, readonly Edit[]> {
  const told = [...names].filter((name) => !whole.has(name))
  const edits: Edits = new Map(told.map((name) => [name, []]))
  const untold = new Set<string>()
  for (const part of parts) {
    const isTold = steps.every((step) => addStep(edits, part, step, view))
    if (!isTold) untold.add(part.document)
  }
  for (const name of names) if (untold.has(kindOf(name))) edits.delete(name)
  return edits
}

/** Everything is taken out before anything is put in: one booking may go where another was. False when the room cannot say it. */
function addStep(
  edits: Edits,
  { entriesOf }: Projection,
  step: readonly ShownChange[],
  view: View,
): boolean {
  if (entriesOf === undefined) return false
  const tell = (shown: Shown, edit: (entry: ShownEntry) => Edit) => {
    const entries = entriesOf(shown, view)
    for (const entry of entries ?? []) edits.get(entry.document)?.push(edit(entry))
    return entries !== null
  }
  return (
    step.every(({ before }) => before === null || tell(before, removed)) &&
    step.every(({ after }) => tell(after, put))
  )
}

function removed({ section, key }: ShownEntry): Edit {
  return { kind: 'remove', section, key }
}

function put({ section, key, value, keeps }: ShownEntry): Edit {
  return { kind: 'put', section, key, value, keeps }
}

function kindOf(name: string): string {
  return name.slice(0, name.indexOf('/'))
}
