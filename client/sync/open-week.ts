/** A team's week as it is planned in a browser: on this device first, and joined with what everybody else says. */

import {
  type DayWish,
  dayKey,
  type PlannedDay,
  readWeek,
  weekRoot,
} from '../../domain/bookings/teams/week.ts'
import type { MemberId, TeamId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import type { IsoWeek, LocalDate } from '../../domain/values/local-date.ts'
import { type EditsState, type OpenEdits, openEdits } from './open-edits.ts'

export interface WeekEdit {
  readonly memberId: MemberId
  readonly on: LocalDate
  /** Null: nothing said of that day. */
  readonly wish: DayWish | null
}

export function openWeek(
  teamId: TeamId,
  week: IsoWeek,
  onChange: (days: readonly PlannedDay[], state: EditsState) => void,
): Promise<OpenEdits<WeekEdit> | null> {
  return openEdits<WeekEdit>({
    name: `week/${teamId}/${week}`,
    bytesMax: limits.weekBytesMax,
    apply: (doc, { memberId, on, wish }) => {
      const map = doc.getMap(weekRoot)
      if (wish === null) map.delete(dayKey(memberId, on))
      else map.set(dayKey(memberId, on), wish)
    },
    onChange: (doc, state) => onChange(readWeek(week, doc.getMap(weekRoot).toJSON()) ?? [], state),
  })
}
