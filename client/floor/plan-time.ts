/** Which day and time the plan shows: what was chosen here or in the address, else the first useful day and its usual time. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import {
  firstUsefulDate,
  intervalAt,
  openSpanOf,
  spanOf,
  type TimeChip,
  type TimeSpan,
} from '../../domain/bookings/wishes/times-of-day.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import type { Destination } from './destination.ts'

/** Half hours: every place is booked on this grid or a finer one. */
export const SCRUB_STEP = 30

/** Office hours: eight hours, the longest that a room can be booked, so that a first look finds rooms as well as desks. */
const USUAL_FROM = 9 * 60
const USUAL_UNTIL = 17 * 60

export interface PlanTime {
  readonly date: Accessor<LocalDate>
  readonly span: Accessor<TimeSpan>
  readonly interval: Accessor<Interval | null>
  /** Opening hours as the line shows them; null on a day that stays closed. */
  readonly open: Accessor<TimeSpan | null>
  readonly nowMinute: Accessor<number | null>
  /** What a usual span means on that day; null where nothing is left of it. */
  spanFor(chip: Exclude<TimeChip, 'custom'>): TimeSpan | null
  /** What was chosen, as an address needs it: what follows from the present day alone is null. */
  chosen(): { readonly date: LocalDate | null; readonly span: TimeSpan | null }
  setDate(date: LocalDate): void
  setSpan(span: TimeSpan): void
  /** What an address asks for; null leaves things as they are. */
  show(date: LocalDate | null, span: TimeSpan | null): void
  /** Another day and time at once. */
  goTo(interval: Interval): void
}

export function createPlanTime(
  space: Accessor<Space>,
  asked: Pick<Destination, 'date' | 'span'>,
): PlanTime {
  const firstUseful = () => firstUsefulDate(space().catalogue, space().today, space().now)
  const [date, setDate] = createSignal(asked.date ?? firstUseful())
  const [chosen, setChosen] = createSignal(asked.span)
  const open = createMemo((): TimeSpan | null => {
    const hours = openSpanOf(space().catalogue, date())
    return hours === null ? null : { from: hours.opens, until: hours.closes }
  })
  const spanFor = (chip: Exclude<TimeChip, 'custom'>) =>
    spanOf(space().catalogue, chip, date(), space().now, SCRUB_STEP)
  const usual = (): TimeSpan => {
    const day = spanFor('all-day') ?? open() ?? { from: USUAL_FROM, until: USUAL_UNTIL }
    return day.from + 60 < USUAL_UNTIL ? { ...day, until: Math.min(day.until, USUAL_UNTIL) } : day
  }
  const span = createMemo(() => chosen() ?? usual(), undefined, {
    equals: (a, b) => a.from === b.from && a.until === b.until,
  })
  const interval = createMemo(() => intervalAt(space().catalogue, date(), span()))
  return {
    date,
    span,
    interval,
    open,
    nowMinute: () =>
      date() === space().today ? toWallTime(space().catalogue.zone, space().now).minute : null,
    spanFor,
    chosen: () => ({ date: date() === firstUseful() ? null : date(), span: chosen() }),
    setDate,
    setSpan: setChosen,
    show: (nextDate, nextSpan) => {
      if (nextDate !== null) setDate(nextDate)
      if (nextSpan !== null) setChosen(nextSpan)
    },
    goTo: ({ startsAt, endsAt }) => {
      const [start, end] = [startsAt, endsAt].map((at) => toWallTime(space().catalogue.zone, at))
      if (start === undefined || end === undefined) return
      setDate(start.date)
      setChosen({ from: start.minute, until: end.date > start.date ? 1440 : end.minute })
    },
  }
}
