/** A time as rows carry it: as text, so that a first screen needs neither zone tables nor parsers. */
import type { ResourceId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { formatMinute, type Repeat, repeatOf } from '../values/zone.ts'
import type { Choice } from './wishes/intent.ts'

export interface ViewedTime {
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The site's calendar date of the start, and both bounds as `HH:MM` of the site. */
  readonly date: LocalDate
  readonly startText: string
  readonly endText: string
  /** The date of the end when it is another day, else null. */
  readonly endDate: LocalDate | null
  /** Which of the two, where a bound falls into the hour that the clocks repeat (D-05). */
  readonly startRepeat: Repeat | null
  readonly endRepeat: Repeat | null
}

export interface ViewedPlace extends ViewedTime {
  readonly resourceId: ResourceId
}

export function viewedTime({
  interval,
  wall: { start, end },
}: Pick<Choice, 'interval' | 'wall'>): ViewedTime {
  return {
    startsAt: interval.startsAt,
    endsAt: interval.endsAt,
    date: start.date,
    startText: formatMinute(start.minute),
    endText: formatMinute(end.minute),
    endDate: end.date === start.date ? null : end.date,
    startRepeat: repeatOf(start, interval.startsAt),
    endRepeat: repeatOf(end, interval.endsAt),
  }
}

export function viewedPlace(choice: Pick<Choice, 'resourceId' | 'interval' | 'wall'>): ViewedPlace {
  return { ...viewedTime(choice), resourceId: choice.resourceId }
}
