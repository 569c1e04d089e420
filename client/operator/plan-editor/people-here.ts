/** Who else draws at this floor now, read from what their browsers say and the space has signed with their names. */
import type { DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'

export interface PersonHere {
  /** Of the connection: one person may be here twice. */
  readonly key: number
  readonly memberId: string
  readonly name: string
  readonly cursor: Point | null
  readonly selected: readonly DraftObjectId[]
  /** What is in their hand, and how far from where it stands. */
  readonly drag: Point | null
}

/** What this browser says of its own person; the space adds who that is. */
export interface Presence {
  readonly cursor: Point | null
  readonly selected: readonly DraftObjectId[]
  readonly drag: Point | null
}

/** Ids told at once: a presence is small, and a frame around a hundred things says as much. */
export const SELECTED_TOLD_MAX = 20

/** Strangers' words: whatever cannot be read is as if they pointed nowhere. */
export function readPeople(states: ReadonlyMap<number, object>): readonly PersonHere[] {
  return [...states].flatMap(([key, state]) => {
    const { user, cursor, selected, drag } = state as Readonly<Record<string, unknown>>
    const { name, memberId } = (user ?? {}) as Readonly<Record<string, unknown>>
    if (typeof name !== 'string' || typeof memberId !== 'string') return []
    const ids = Array.isArray(selected) ? selected.filter((id) => typeof id === 'string') : []
    return [
      {
        key,
        memberId,
        name,
        cursor: readPoint(cursor),
        selected: ids.slice(0, SELECTED_TOLD_MAX),
        drag: readPoint(drag),
      },
    ]
  })
}

function readPoint(input: unknown): Point | null {
  const { x, y } = (input ?? {}) as Readonly<Record<string, unknown>>
  const isPoint =
    typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
  return isPoint ? { x, y } : null
}
