/** `requests/<site>`, section `waits`: who waits for what, with names, in the order in which they are asked. Staff alone may read it. */
import type { ResourceId, WaitId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate, Weekday } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Sections } from '../../values/sections.ts'
import { formatMinute } from '../../values/zone.ts'
import { toJson } from '../member-sections.ts'
import { inTurn } from './freed.ts'
import { isOrder, type Wait } from './wait.ts'

export interface Waiting {
  readonly waitId: WaitId
  readonly memberName: string
  readonly resourceIds: readonly ResourceId[]
  readonly people: number
  /** The day that is waited for; of a standing order the first. */
  readonly date: LocalDate
  readonly startText: string
  readonly endText: string
  readonly joinedAt: Instant
  readonly endsAt: Instant
  /** Until when its place is held for it; null while it only waits. */
  readonly offeredUntil: Instant | null
  /** Null for a wait for one place at one time. */
  readonly standing: WaitingOrder | null
  /** Counts from 0: who is asked before whom. */
  readonly turn: number
}

export interface WaitingOrder {
  readonly weekdays: readonly Weekday[]
  readonly until: LocalDate
  readonly ceiling: Money | null
  readonly count: number
  readonly had: number
}

/** `waits` in the order in which they came. */
export function waitingSection(
  waits: readonly Wait[],
  nameOf: (wait: Wait) => string,
): Sections[string] {
  const list = inTurn(waits).map((wait, turn) => toWaiting(wait, nameOf(wait), turn))
  return Object.fromEntries(list.map((one) => [one.waitId, toJson(one)]))
}

function toWaiting(wait: Wait, memberName: string, turn: number): Waiting {
  const { id, resourceIds, people, wall, joinedAt, interval, ceiling } = wait
  return {
    ...{ waitId: id, memberName, resourceIds, people, joinedAt, turn },
    date: wall.start.date,
    startText: formatMinute(wall.start.minute),
    endText: formatMinute(wall.end.minute),
    endsAt: interval.endsAt,
    offeredUntil: wait.state === 'offered' ? wait.offer.expiresAt : null,
    standing: isOrder(wait)
      ? {
          weekdays: wait.standing.weekdays,
          until: wait.standing.until,
          ceiling,
          count: wait.standing.count,
          had: wait.standing.had.length,
        }
      : null,
  }
}

export function readWaiting(sections: Sections): readonly Waiting[] {
  const waiting = Object.values(sections['waits'] ?? {}) as unknown as Waiting[] // written by the server
  return [...waiting].sort((a, b) => a.turn - b.turn)
}
