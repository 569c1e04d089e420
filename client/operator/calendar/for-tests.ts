/**
 * The calendar as anybody would keep it on squared paper: three days, four places, quarters of an hour. It knows nothing of instants,
 * offsets, intervals or units; the real one is held against it.
 */

export const days = ['2026-10-24', '2026-10-25', '2026-10-26'] as const
/** Minutes of every day on which the place is open. The clocks go back before that on the second day. */
export const OPENS = 480
export const CLOSES = 1200
const GRID = 15

export interface PaperStretch {
  readonly place: number
  readonly day: number
  readonly from: number
  readonly until: number
}

export interface PaperBooking extends PaperStretch {
  readonly id: string
  readonly lane: number
  readonly changes: number
  readonly isCancelled: boolean
}

export interface Paper {
  /** How many may be at each place at once. */
  readonly lanes: readonly number[]
  bookings: readonly PaperBooking[]
  /** A place, or all of them. */
  closures: readonly (Omit<PaperStretch, 'place'> & { readonly place: number | null })[]
  now: { readonly day: number; readonly minute: number }
}

export function makePaper(lanes: readonly number[]): Paper {
  return { lanes, bookings: [], closures: [], now: { day: 0, minute: 360 } }
}

/** Members may still book what began less than one quarter ago; the space moves whatever is not over. */
export function mayBook(paper: Paper, wished: PaperStretch): boolean {
  const began = absolute(wished.day, wished.from)
  return began > absolute(paper.now.day, paper.now.minute) - GRID && mayMove(paper, wished, null)
}

export function mayMove(paper: Paper, wished: PaperStretch, id: string | null): boolean {
  const { day, from, until, place } = wished
  if (from < OPENS || until > CLOSES || absolute(day, until) <= nowOf(paper)) return false
  if (paper.closures.some((one) => isOf(one, place) && meets(one, wished))) return false
  return Array.from({ length: paper.lanes[place] ?? 0 }).some((_, lane) =>
    isLaneFree(paper, { ...wished, lane }, id),
  )
}

export function isLaneFree(
  { bookings }: Paper,
  wished: PaperStretch & { readonly lane: number },
  id: string | null,
): boolean {
  return !bookings.some(
    (one) =>
      one.id !== id &&
      !one.isCancelled &&
      one.place === wished.place &&
      one.lane === wished.lane &&
      meets(one, wished),
  )
}

/** What hangs on the wall for a day: who is where, and which quarters are closed. */
export function drawn({ lanes, bookings, closures }: Paper, day: number) {
  return lanes.map((_, place) => ({
    bookings: bookings
      .filter((one) => one.place === place && one.day === day && !one.isCancelled)
      .map(({ id, from, until, lane }) => `${id} ${from}-${until} lane ${lane}`)
      .sort(),
    closed: quarters().filter((minute) => {
      const quarter = { day, from: minute, until: minute + GRID }
      const isShut = minute < OPENS || minute >= CLOSES
      return isShut || closures.some((one) => isOf(one, place) && meets(one, quarter))
    }),
  }))
}

export function quarters(): readonly number[] {
  return Array.from({ length: 1440 / GRID }, (_, index) => index * GRID)
}

/** The same stretch in Greenwich, as a calendar file writes it: two hours behind, and one once the clocks have gone back. */
export function inGreenwich({ day, from, until }: PaperStretch): readonly [string, string] {
  const hours = day === 0 ? 2 : 1
  const text = (minute: number) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const time = `${two(Math.floor(minute / 60) - hours)}${two(minute % 60)}00Z`
    return `${days[day]?.replaceAll('-', '')}T${time}`
  }
  return [text(from), text(until)]
}

function nowOf({ now }: Paper): number {
  return absolute(now.day, now.minute)
}

function absolute(day: number, minute: number): number {
  return day * 1440 + minute
}

function isOf({ place }: { readonly place: number | null }, other: number): boolean {
  return place === null || place === other
}

function meets(
  one: Pick<PaperStretch, 'day' | 'from' | 'until'>,
  other: Pick<PaperStretch, 'day' | 'from' | 'until'>,
): boolean {
  return one.day === other.day && one.from < other.until && other.from < one.until
}
