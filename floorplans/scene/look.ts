/** How a place looks: its state as drawn, whether that is news of an earlier hour, and a word on it. */
export const lookStates = ['available', 'mine', 'held', 'busy', 'blocked', 'closed'] as const
export type LookState = (typeof lookStates)[number]

export interface Look {
  readonly state: LookState
  /** Known from before the connection went: what is free is outlined in dots, "was free at 09:12". */
  readonly isStale: boolean
  /** Short text on the desk: its number, or the initials of who sits there. */
  readonly text: string
  /** A second, smaller line for rooms. */
  readonly detail: string
}

/** By place: see `placeKey`. */
export type Looks = ReadonlyMap<string, Look>
/** What a zone's name is followed by: "12 free". */
export type ZoneCounts = ReadonlyMap<string, string>

/** Key of a placement: a resource, and which place of it. */
export function placeKey(resourceId: string, unit: number | null): string {
  return unit === null ? resourceId : `${resourceId}/${unit}`
}
