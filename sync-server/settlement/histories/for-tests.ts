/** For tests: anything that may happen in the sample space over the end of summer time, as numbers that choose whom, where and when. */
import fc from 'fast-check'
import { arrivalTimes } from '../../../domain/bookings/arrival/arrival-times.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { choiceOfPlace } from '../../../domain/bookings/series/series.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import type { AnyIntent, Choice } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addMinutes, type Instant, toInstant } from '../../../domain/values/instant.ts'
import { toInterval } from '../../../domain/values/interval.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { instantOf } from '../../../domain/values/zone.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { intentOf, type TestSpace } from '../for-tests.ts'

/** A Monday; the clocks go back on the Sunday after it. */
export const startOfHistory = toInstant(Date.UTC(2026, 9, 19, 6, 0))
const firstDay = toLocalDate('2026-10-21')
const DAYS_APART = 5
const people = ['mem_hana', 'mem_anton', 'mem_chidi'] as const
/** Two desks, a room that is checked in to, and one that the team gives away. */
const places = ['res_desk-14', 'res_desk-15', 'res_room-anchor', 'res_room-compass'] as const
const site = toId('site', 'sit_harbour-loft')
const quote = money(1_000_000, 'EUR')

const who = fc.nat(people.length - 1)
const where = fc.nat(places.length - 1)
const day = fc.nat(1)
const hour = fc.integer({ min: 8, max: 17 })
const which = fc.nat(30)
const isYes = fc.boolean()

function kind<Name extends string, Rest extends object>(
  weight: number,
  name: Name,
  rest: { readonly [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): { readonly weight: number; readonly arbitrary: fc.Arbitrary<{ readonly kind: Name } & Rest> } {
  return { weight, arbitrary: fc.record<Rest>(rest).map((chosen) => ({ kind: name, ...chosen })) }
}

export const happening = fc.oneof(
  kind(6, 'wish', { who, where, day, hour }),
  kind(3, 'cancel', { which }),
  kind(2, 'change', { which, where, day, hour }),
  kind(2, 'series', { who, where, hour, isYes }),
  kind(1, 'cancel-series', { which }),
  kind(2, 'answer', { which, isYes }),
  kind(2, 'check-in', { which }),
  kind(2, 'again', { which }),
  kind(1, 'close', { where }),
  kind(1, 'rename', { who }),
  kind(2, 'wait', { hours: fc.integer({ min: 1, max: 30 }) }),
  kind(2, 'to-arrival', {}),
  kind(8, 'settle', {}),
)
export type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

export interface History {
  readonly space: TestSpace
  /** What was sent, by whom. */
  readonly sent: (readonly [member: string, intent: AnyIntent])[]
}

export async function happen(history: History, what: Happening): Promise<void> {
  const { space } = history
  switch (what.kind) {
    case 'settle':
      await space.settlement.settleWaiting()
      return
    case 'wait':
      space.now = addMinutes(space.now, what.hours * 60)
      await space.runJobs()
      return
    case 'to-arrival':
      space.now = (await nextArrival(space)) ?? space.now
      await space.runJobs()
      return
    case 'rename':
      return rename(space, memberAt(what.who))
    case 'again': {
      const known = history.sent[what.which % Math.max(1, history.sent.length)]
      return known && space.send(...known)
    }
    default: {
      const wished = await wishFor(history, what)
      if (wished === null) return
      history.sent.push(wished)
      return space.send(...wished)
    }
  }
}

type Wish = Exclude<Happening, { kind: 'settle' | 'wait' | 'to-arrival' | 'rename' | 'again' }>

/** Null where what it is about is not there. */
async function wishFor(
  { space, sent }: History,
  what: Wish,
): Promise<readonly [string, AnyIntent] | null> {
  const make = (kind: AnyIntent['kind'], body: object) => intentOf(space.now, kind, body)
  switch (what.kind) {
    case 'wish': {
      const [date, from] = [dateOf(what.day), what.hour * 60]
      const member = memberAt(what.who)
      return [member, await space.request(member, placeAt(what.where), date, from, from + 120)]
    }
    case 'series':
      return [memberAt(what.who), make('series.request', await seriesBody(space, what))]
    case 'close':
      return ['mem_mara', make('closure.add', await closureBody(space, what, sent.length))]
    case 'cancel-series': {
      const series = sent.filter(([, { kind }]) => kind === 'series.request')
      const [member, { id }] = series[what.which % Math.max(1, series.length)] ?? ['', { id: null }]
      if (id === null) return null
      const tail = id.slice(4)
      const scope = { kind: 'all' }
      const bookingIds = [`bkg_${tail}.1`, `bkg_${tail}.2`]
      return [member, make('series.cancel', { seriesId: `ser_${tail}`, scope, bookingIds })]
    }
    default: {
      const booking = await bookingAt(space, what.which, aboutOf[what.kind])
      if (booking === null) return null
      const { id: bookingId, member_id: member } = booking
      if (what.kind === 'cancel') return [member, make('booking.cancel', { bookingId })]
      if (what.kind === 'check-in') return [member, make('booking.check-in', { bookingId })]
      if (what.kind === 'change') {
        const choice = await choiceOf(space, what)
        return [member, make('booking.change', { bookingId, choice, quote, ceiling: null })]
      }
      return what.isYes
        ? ['mem_mara', make('booking.approve', { bookingId })]
        : ['mem_mara', make('booking.decline', { bookingId, reason: 'The board meets' })]
    }
  }
}

async function seriesBody(
  space: TestSpace,
  {
    where,
    hour,
    isYes,
  }: { readonly where: number; readonly hour: number; readonly isYes: boolean },
): Promise<object> {
  const { zone } = await catalogueOf(space)
  const resourceId = toId('resource', placeAt(where))
  const span = { from: hour * 60, until: hour * 60 + 120 }
  const occurrences = [0, 1].map((day) => {
    const choice = choiceOfPlace(zone, { resourceId, date: dateOf(day), ...span })
    return { kind: 'book', number: day + 1, choice, quote }
  })
  return {
    ...{ siteId: site, resourceId, span, people: 1, note: '', occurrences },
    mode: isYes ? 'exactly' : 'what-can-be-had',
    recurrence: {
      rhythm: { kind: 'daily' },
      every: DAYS_APART,
      startOn: firstDay,
      end: { kind: 'count', count: 2 },
    },
  }
}

/** A morning; whatever is booked there by now is cancelled with it. */
async function closureBody(
  { storage }: TestSpace,
  { where }: { readonly where: number },
  number: number,
): Promise<object> {
  const rows = await storage.read
    .selectFrom('booking')
    .select('id')
    .where('resource_id', '=', placeAt(where))
    .execute()
  return {
    siteId: site,
    closureId: `clo_test-${number}`,
    name: 'New floor',
    resourceIds: [placeAt(where)],
    from: { date: firstDay, minute: 0 },
    until: { date: firstDay, minute: 600 },
    resolutions: Object.fromEntries(rows.map(({ id }) => [id, { kind: 'cancel' }])),
  }
}

async function choiceOf(
  space: TestSpace,
  { where, day, hour }: { readonly where: number; readonly day: number; readonly hour: number },
): Promise<Choice> {
  const catalogue = await catalogueOf(space)
  const at = (minute: number) => instantOf(catalogue.zone, { date: dateOf(day), minute })
  const interval = toInterval(at(hour * 60), at(hour * 60 + 120))
  return choiceAt(catalogue, toId('resource', placeAt(where)), interval)
}

async function catalogueOf({ storage }: TestSpace) {
  return must(await loadCatalogue(storage.read, site), 'the sample is there')
}

/** Where it makes sense; what is cancelled or lapsed meanwhile is asked about all the same. */
const aboutOf: Readonly<Record<'cancel' | 'change' | 'check-in' | 'answer', readonly string[]>> = {
  cancel: places,
  change: places,
  'check-in': ['res_room-anchor', 'res_room-compass'],
  answer: ['res_room-compass'],
}

/** One of those that this history made, in whatever state. */
async function bookingAt({ storage }: TestSpace, which: number, resources: readonly string[]) {
  const rows = await storage.read
    .selectFrom('booking')
    .select(['id', 'member_id'])
    .where('id', 'like', 'bkg_test-%')
    .where('resource_id', 'in', resources)
    .orderBy('starts_at')
    .execute()
  return rows[which % Math.max(1, rows.length)] ?? null
}

/** When somebody may check in next. */
async function nextArrival({ storage, now }: TestSpace): Promise<Instant | null> {
  const rows = await storage.read
    .selectFrom('booking')
    .select('body')
    .where('id', 'like', 'bkg_test-%')
    .where('state', '=', 'confirmed')
    .execute()
  const moments = rows
    .flatMap(({ body }) => arrivalTimes(JSON.parse(body) as Booking)?.opensAt ?? []) // ours
    .filter((opensAt) => opensAt > now)
  return moments.sort((a, b) => a - b)[0] ?? null
}

async function rename({ storage, now }: TestSpace, member: string): Promise<void> {
  const name = `Renamed ${now}`
  await storage.transaction((tx) =>
    tx.updateTable('member').set({ name }).where('id', '=', member).execute(),
  )
}

function memberAt(index: number): string {
  return must(people[index], 'there are three')
}

function placeAt(index: number): string {
  return must(places[index], 'there are four')
}

function dateOf(day: number) {
  return addDays(firstDay, day * DAYS_APART)
}
