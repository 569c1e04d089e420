/** What others delete while one looks on: told once, with a way back. */
import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Draft, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Editor } from './editor.ts'

/** What one person deleted at once. */
export interface Deletion {
  readonly by: MemberId
  readonly ids: readonly DraftObjectId[]
}

/** Of many the newest: what was deleted longer ago stands in the list. */
const TOLD_MAX = 3

export function createDeletions(editor: Editor, me: MemberId) {
  const [told, setTold] = createSignal<readonly Deletion[]>([])
  createEffect(
    on(editor.draft, (now, before) => {
      if (now === null || !before) return
      const found = deletionsBetween(before, now, me)
      const isStillGone = (id: DraftObjectId) => now.objects.get(id)?.goneBy != null
      setTold((all) =>
        [...found, ...all].filter(({ ids }) => ids.some(isStillGone)).slice(0, TOLD_MAX),
      )
    }),
  )
  const forget = (one: Deletion) => setTold((all) => all.filter((other) => other !== one))
  return {
    told: told as Accessor<readonly Deletion[]>,
    forget,
    restore: (one: Deletion) => {
      forget(one)
      for (const id of one.ids) editor.restore(id)
    },
  }
}

/** Who deleted what from one state to the next, oneself left out. */
export function deletionsBetween(before: Draft, now: Draft, me: MemberId): readonly Deletion[] {
  const byPerson = new Map<MemberId, DraftObjectId[]>()
  for (const [id, { goneBy }] of now.objects) {
    const was = before.objects.get(id)
    if (goneBy === null || goneBy === me || was?.goneBy !== null) continue
    byPerson.set(goneBy, [...(byPerson.get(goneBy) ?? []), id])
  }
  return [...byPerson].map(([by, ids]) => ({ by, ids }))
}
