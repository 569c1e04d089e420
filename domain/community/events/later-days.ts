import type { CommunityEvent } from './event.ts'

/**
 * The later days of an event that repeats. Each day is an event of its own, so they are known by what they share: title, place and times of day.
 * What was called off already, or was moved away from the others, is none of them.
 */
export function laterDaysOf<One extends CommunityEvent>(
  event: CommunityEvent,
  all: readonly One[],
): readonly One[] {
  return all
    .filter((one) => one.startsAt > event.startsAt && !one.isCalledOff && isAlike(one, event))
    .sort((a, b) => a.startsAt - b.startsAt)
}

function isAlike(one: CommunityEvent, other: CommunityEvent): boolean {
  return (
    one.siteId === other.siteId &&
    one.title === other.title &&
    one.resourceId === other.resourceId &&
    one.where === other.where &&
    one.startMinute === other.startMinute &&
    one.endMinute === other.endMinute
  )
}
