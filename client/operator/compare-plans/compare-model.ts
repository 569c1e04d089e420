/** Two states of a floor to be compared: the draft, or any version, each as things with names, and what differs between them. */
import { type Accessor, createMemo, createResource, createSignal } from 'solid-js'
import type { ResourceId } from '../../../domain/values/ids.ts'
import {
  compareDrafts,
  type ThingChange,
} from '../../../floorplans/document/draft/compare-drafts.ts'
import type {
  Draft,
  DraftObjectId,
  DraftResource,
} from '../../../floorplans/document/draft/draft.ts'
import { draftOfPlan, planOfDraft } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { parseFloorPlan } from '../../../floorplans/document/parse-floor-plan.ts'
import { fetchPlan } from '../../sync/plan-prefetch.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { nameOfObject, placeFacts } from '../plan-editor/place-facts.ts'

/** A version, or what is drawn now. */
export type Side = number | 'draft'
export const sides = ['before', 'after'] as const
export type SideName = (typeof sides)[number]

/** A change as it is listed and marked. */
export interface ToldChange extends ThingChange {
  readonly text: string
}

export interface Compared {
  readonly chosen: Accessor<Side>
  choose(side: Side): void
  /** Undefined while it is on its way, null where it cannot be had. */
  readonly drawn: Accessor<Draft | null | undefined>
}

export interface Comparison {
  readonly before: Compared
  readonly after: Compared
  readonly changes: Accessor<readonly ToldChange[]>
  readonly isResized: Accessor<boolean>
}

export function createComparison(editor: Editor, version: number): Comparison {
  const before = createSide(editor, version)
  const after = createSide(editor, 'draft')
  const both = () => {
    const [one, other] = [before.drawn(), after.drawn()]
    return one && other ? { one, other } : null
  }
  return {
    before,
    after,
    changes: createMemo(() => {
      const found = both()
      return found === null ? [] : tellChanges(editor, found.one, found.other)
    }),
    isResized: () => {
      const found = both()
      return found !== null && JSON.stringify(found.one.size) !== JSON.stringify(found.other.size)
    },
  }
}

function createSide(editor: Editor, first: Side): Compared {
  const [chosen, choose] = createSignal<Side>(first)
  const [published] = createResource(
    () => (chosen() === 'draft' ? false : chosen()),
    async (version) => {
      const parsed = parseFloorPlan(await fetchPlan(editor.floorId, Number(version)))
      return parsed.ok ? parsed.value : null
    },
  )
  const drawn = createMemo(() => {
    if (chosen() === 'draft') {
      const draft = editor.draft()
      // As it would be published: what is deleted is not there, and nothing has an order of its own.
      const plan = draft === null ? null : planOfDraft(draft, editor.floorId, 1)
      return draft && plan && { ...draftOfPlan(plan), resources: draft.resources }
    }
    if (published.loading) return undefined
    const plan = published()
    return plan && { ...draftOfPlan(plan), resources: formerNames(editor) }
  })
  return { chosen, choose, drawn }
}

/** Old versions show places that are history; their names are known all the same. */
function formerNames(editor: Editor): ReadonlyMap<ResourceId, DraftResource> {
  return new Map(editor.catalogue().former.map(({ id, name }) => [id, { name }]))
}

function tellChanges(editor: Editor, before: Draft, after: Draft): readonly ToldChange[] {
  const factsOf = (draft: Draft, id: ResourceId) =>
    JSON.stringify(placeFacts(editor.catalogue(), draft, id))
  const isSaidOtherwise = (id: ResourceId) => factsOf(before, id) !== factsOf(after, id)
  return compareDrafts(before, after, isSaidOtherwise).map((change) => ({
    ...change,
    text: textOf(change),
  }))

  function nameOf(draft: Draft, id: DraftObjectId | null): string {
    const object = draft.objects.get(id ?? '')
    return object === undefined ? '' : nameOfObject(editor.catalogue(), draft, object)
  }

  function textOf({ kind, before: old, after: now, byCm }: ThingChange): string {
    const [was, is] = [nameOf(before, old), nameOf(after, now)]
    if (kind === 'moved') return words.comparison.moved(is, byCm)
    return kind === 'changed' && was !== is ? words.comparison.renamed(was, is) : is || was
  }
}
