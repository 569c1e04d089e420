/** Which day and time the plan shows: what the address asks for, else the day's usual time, else what was last chosen here. */
import { useSearchParams } from '@solidjs/router'
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
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'

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
  setDate(date: LocalDate): void
  setSpan(span: TimeSpan): void
  /** Another day and time at once. */
  goTo(interval: Interval): void
}

export function createPlanTime(space: Accessor<Space>): PlanTime {
  const [search] = useSearchParams<{ date: string; from: string; until: string }>()
  const [date, setDate] = createSignal(askedDate(search.date, space()))
  const [chosen, setChosen] = createSignal(askedSpan(search.from, search.until))
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
    setDate,
    setSpan: setChosen,
    goTo: ({ startsAt, endsAt }) => {
      const [start, end] = [startsAt, endsAt].map((at) => toWallTime(space().catalogue.zone, at))
      if (start === undefined || end === undefined) return
      setDate(start.date)
      setChosen({ from: start.minute, until: end.date > start.date ? 1440 : end.minute })
    },
  }
}

function askedDate(text: string | undefined, { catalogue, today, now }: Space): LocalDate {
  return isLocalDate(text) && text >= today ? text : firstUsefulDate(catalogue, today, now)
}

function askedSpan(from: string | undefined, until: string | undefined): TimeSpan | null {
  const span = { from: Number(from), until: Number(until) }
  const isSpan = span.from >= 0 && span.until <= 1440 && span.from + SCRUB_STEP <= span.until
  return isSpan ? span : null
}
