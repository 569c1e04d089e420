/** Any story of bookings, drags, cancellations and closures: the grid and the calendar file show what squared paper shows. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Booking, isLive } from '../../../domain/bookings/booking.ts'
import { bookingCalendar } from '../../../domain/bookings/calendar/booking-calendar.ts'
import { cancelBooking } from '../../../domain/bookings/change-booking.ts'
import { toArrival } from '../../../domain/bookings/desk-sections.ts'
import {
  ada,
  at,
  by,
  desk1,
  desk2,
  freeRules,
  harbour,
  noDistance,
  pool,
  room,
  span,
  wish,
} from '../../../domain/bookings/for-tests.ts'
import { emptyWallet } from '../../../domain/bookings/lots/lot.ts'
import { moveBooking } from '../../../domain/bookings/move-booking.ts'
import type { Occupied } from '../../../domain/bookings/occupancy/occupancy.ts'
import { occupiedBy } from '../../../domain/bookings/occupied-by.ts'
import { settle } from '../../../domain/bookings/settle.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { unitCount } from '../../../domain/sites/resource.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import { calendarDay } from './calendar-model.ts'
import { draftRefusal } from './draft.ts'
import { placeAfter } from './drag.ts'
import {
  CLOSES,
  days,
  drawn,
  inGreenwich,
  isLaneFree,
  makePaper,
  mayBook,
  mayMove,
  OPENS,
  type Paper,
  type PaperBooking,
  quarters,
} from './for-tests.ts'

const open = [{ opens: OPENS, closes: CLOSES }]
const hours = [open, open, open, open, open, open, open] as const
const places = [desk1, desk2, room, pool].map((one) => ({ ...one, rules: freeRules }))

interface Real {
  readonly bookings: Map<string, Booking>
  catalogue: Catalogue
  now: Instant
}
type Command = fc.Command<Paper, Real>

function makeReal(): Real {
  const site = { ...harbour.site, hours }
  const catalogue = { ...harbour, site, resources: places }
  return { bookings: new Map(), catalogue, now: at(days[0], 360) }
}

function occupiedIn({ bookings }: Real): readonly Occupied[] {
  return [...bookings.values()].filter(({ state }) => isLive(state)).map(occupiedBy)
}

function dateOf(day: number) {
  return toLocalDate(must(days[day], 'there are three'))
}

function placeOf(place: number) {
  return must(places[place], 'there are four')
}

/** A member of their own for each, so that nobody is in their own way. */
const book = (place: number, day: number, from: number, length: number): Command => ({
  check: () => true,
  toString: () => `book ${place} on ${day} ${from}+${length}`,
  run: (paper, real) => {
    const wished = { place, day, from, until: from + length }
    const asked = wish(placeOf(place), span(dateOf(day), from, from + length))
    const member = { ...ada, id: toId('member', `mem_${asked.id.slice(4)}`) }
    const { catalogue, now } = real
    const known = { catalogue, member, occupied: occupiedIn(real), ownBookings: [], madeBy: null }
    const { booking } = settle(asked, { ...known, distance: noDistance, wallet: emptyWallet }, now)
    expect(booking !== null).toBe(mayBook(paper, wished))
    if (booking !== null) keep(paper, real, booking, { ...wished, changes: 0 })
  },
})

/** By so many minutes along the grid, and to another row; or its end, along its own. */
const drag = (which: number, how: 'move' | 'resize', place: number, minutes: number): Command => ({
  check: ({ bookings }) => bookings.some(({ isCancelled }) => !isCancelled),
  toString: () => `${how} booking ${which} to ${place} by ${minutes}`,
  run: (paper, real) => {
    const one = pick(paper, which)
    const booking = must(real.bookings.get(one.id), 'both have it')
    const start = { ...one, resource: placeOf(one.place), how }
    const to = how === 'move' ? place : one.place
    const { resource, from, until } = placeAfter(start, placeOf(to), minutes)
    const { catalogue, now } = real
    const arrival = toArrival(booking, 'Ada')
    const draft = { arrival, date: dateOf(one.day), resource, from, until }
    const refusal = draftRefusal(draft, { catalogue, occupied: occupiedIn(real), now })
    const moved = { place: to, day: one.day, from, until }
    expect(refusal === null).toBe(mayMove(paper, moved, one.id))
    const interval = must(intervalAt(catalogue, draft.date, draft), 'the clocks change at night')
    const choice = choiceAt(catalogue, resource.id, interval)
    const others = occupiedIn({ ...real, bookings: without(real, one.id) })
    const answer = moveBooking(booking, choice, catalogue, others, now)
    expect(answer.kind === 'moved').toBe(refusal === null)
    if (answer.kind === 'refused') return
    const next = { ...answer.booking, revision: booking.revision + 1 }
    keep(paper, real, next, { ...moved, changes: one.changes + 1 })
  },
})

const cancel = (which: number): Command => ({
  check: ({ bookings }) => bookings.some(({ isCancelled }) => !isCancelled),
  toString: () => `cancel booking ${which}`,
  run: (paper, real) => {
    const one = pick(paper, which)
    const booking = must(real.bookings.get(one.id), 'both have it')
    const cancelled = cancelBooking(booking, by('space', real.now), real.now).booking
    if (cancelled === null) return // over already, which both still show
    real.bookings.set(one.id, { ...cancelled, revision: booking.revision + 1 })
    const changes = one.changes + 1
    replace(paper, { ...one, changes, isCancelled: true })
  },
})

const close = (place: number | null, day: number, from: number, length: number): Command => ({
  check: ({ closures }) => closures.length < 4,
  toString: () => `close ${place ?? 'everything'} on ${day} ${from}+${length}`,
  run: (paper, real) => {
    paper.closures = [...paper.closures, { place, day, from, until: from + length }]
    const closure = {
      id: toId('closure', `clo_${paper.closures.length}`),
      eventId: null,
      name: 'New carpet',
      resourceIds: place === null ? null : [placeOf(place).id],
      from: { date: dateOf(day), minute: from },
      until: { date: dateOf(day), minute: from + length },
    }
    real.catalogue = { ...real.catalogue, closures: [...real.catalogue.closures, closure] }
  },
})

const reopen = (): Command => ({
  check: ({ closures }) => closures.length > 0,
  toString: () => 'reopen',
  run: (paper, real) => {
    paper.closures = paper.closures.slice(1)
    real.catalogue = { ...real.catalogue, closures: real.catalogue.closures.slice(1) }
  },
})

const wait = (day: number, minute: number): Command => ({
  check: ({ now }) => day > now.day || (day === now.day && minute > now.minute),
  toString: () => `wait until ${minute} on ${day}`,
  run: (paper, real) => {
    paper.now = { day, minute }
    real.now = at(dateOf(day), minute)
  },
})

function keep(
  paper: Paper,
  real: Real,
  booking: Booking,
  stretch: Omit<PaperBooking, 'id' | 'lane' | 'isCancelled'>,
): void {
  const { id, unit } = booking
  const one = { ...stretch, id, lane: unit - 1, isCancelled: false }
  // Which of the alike places it is, is the real one's choice; that it was free is not.
  expect(isLaneFree(paper, one, id)).toBe(true)
  expect(one.lane).toBeLessThan(paper.lanes[one.place] ?? 0)
  real.bookings.set(id, booking)
  replace(paper, one)
}

function replace(paper: Paper, one: PaperBooking): void {
  paper.bookings = [...paper.bookings.filter(({ id }) => id !== one.id), one]
}

function pick({ bookings }: Paper, which: number): PaperBooking {
  const live = bookings.filter(({ isCancelled }) => !isCancelled)
  return must(live[which % live.length], 'the check asked for one')
}

function without({ bookings }: Real, id: string): Map<string, Booking> {
  return new Map([...bookings].filter(([key]) => key !== id))
}

function checkDrawn(paper: Paper, { catalogue, bookings }: Real): void {
  for (const [index, day] of days.entries()) {
    const date = toLocalDate(day)
    const arrivals = [...bookings.values()]
      .filter(({ state, wall }) => isLive(state) && wall.start.date === date)
      .map((booking) => toArrival(booking, 'Ada'))
    const { rows, hours } = calendarDay(catalogue, date, arrivals, null)
    expect(hours).toEqual({ from: OPENS, until: CLOSES })
    const shown = rows.map(({ bookings, closed }) => ({
      bookings: bookings
        .map(({ id, from, until, lane }) => `${id} ${from}-${until} lane ${lane}`)
        .sort(),
      closed: quarters().filter((minute) =>
        closed.some(({ from, until }) => from <= minute && minute < until),
      ),
    }))
    expect(shown).toEqual(drawn(paper, index))
  }
}

/** Every booking there ever was, as another calendar reads it. */
function checkFile(paper: Paper, { catalogue, bookings, now }: Real): void {
  const { name: siteName, address } = catalogue.site
  const entries = [...bookings.values()].map((booking) => ({
    ...{ booking, placeName: 'Desk', siteName, address },
  }))
  const text = bookingCalendar(entries, { name: siteName, url: 'https://loft.example', now })
  const read = text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => {
      const field = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(event)?.[1]
      return [field('UID'), field('SEQUENCE'), field('STATUS'), field('DTSTART'), field('DTEND')]
    })
  const written = paper.bookings.map((one) => [
    ...[`${one.id}@portal`, String(one.changes)],
    ...[one.isCancelled ? 'CANCELLED' : 'CONFIRMED', ...inGreenwich(one)],
  ])
  expect(read.map(String).sort()).toEqual(written.map(String).sort())
}

const place = fc.nat(places.length - 1)
const day = fc.nat(days.length - 1)
const from = fc.integer({ min: OPENS / 15 - 2, max: CLOSES / 15 }).map((quarter) => quarter * 15)
const length = fc.integer({ min: 1, max: 12 }).map((quarters) => quarters * 15)
const which = fc.nat(20)
const commands = fc.commands(
  [
    fc.tuple(place, day, from, length).map((asked) => book(...asked)),
    fc.tuple(place, day, from, length).map((asked) => book(...asked)),
    fc
      .tuple(which, fc.constantFrom('move', 'resize'), place, fc.integer({ min: -300, max: 300 }))
      .map((asked) => drag(...asked)),
    which.map(cancel),
    fc.tuple(fc.option(place), day, from, length).map((asked) => close(...asked)),
    fc.constant(reopen()),
    fc.tuple(day, from).map((asked) => wait(...asked)),
  ],
  { maxCommands: 40 },
)

test('[O-14] [CALENDAR-01] [CALENDAR-02] [CALENDAR-03] after any story the calendar and its file show what squared paper shows', () => {
  fc.assert(
    fc.property(commands, (story) => {
      const paper = makePaper(places.map(unitCount))
      const real = makeReal()
      fc.modelRun(() => ({ model: paper, real }), story)
      checkDrawn(paper, real)
      checkFile(paper, real)
    }),
    { numRuns: 200 },
  )
})
