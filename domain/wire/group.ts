/**
 * Collects the frames that belong to one settlement, so that its outcome and its effects are applied together. Frames outside a group
 * are given on at once.
 */
import type { Frame } from './frame.ts'

export interface Grouping {
  /** Frames that are still to come. */
  readonly missing: number
  readonly frames: readonly Frame[]
}

export const noGroup: Grouping = { missing: 0, frames: [] }

/** A `group` was announced. One that is cut short by the next is given up as it is: its rows stand alone. */
export function openGroup(
  group: Grouping,
  frames: number,
): { readonly group: Grouping; readonly ready: readonly Frame[] } {
  return { group: { missing: frames, frames: [] }, ready: group.frames }
}

/** A binary frame came: what is ready to be applied, all in one transaction. */
export function takeFrame(
  group: Grouping,
  frame: Frame,
): { readonly group: Grouping; readonly ready: readonly Frame[] } {
  const frames = [...group.frames, frame]
  if (group.missing <= 1) return { group: noGroup, ready: frames }
  return { group: { missing: group.missing - 1, frames }, ready: [] }
}
