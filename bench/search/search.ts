/**
 * "Room for six with a whiteboard, Thursday 14–16" on the device: read, decided by every rule, ranked and priced for 200 rooms with ninety days
 * of bookings. Beside one round trip to a server on this machine, and beside going through all that is booked.
 */
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { occupiedOnDay } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import { offersOf } from '../../domain/bookings/search/offers.ts'
import { readSearch } from '../../domain/bookings/search/read-search.ts'
import { intervalAt } from '../../domain/bookings/wishes/times-of-day.ts'
import { must } from '../../domain/values/assert.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { localDay } from '../../domain/values/zone.ts'
import { vocabularies } from '../../domain/words/vocabularies.ts'
import type { Bench } from '../harness/bench.ts'
import { compare, quantile } from '../harness/rounds.ts'
import { openSearchServer } from './server.ts'
import { catalogue, DAYS, days, member, today } from './space.ts'

const SEARCHES = 60
const ROUNDS = 9
/** What a member waits for without noticing (B-35). */
const LIMIT_MS = 50

const now = localDay(catalogue.zone, today).startsAt

/** Another day and hour each time. */
function asked(index: number): { readonly date: LocalDate; readonly text: string } {
  const date = addDays(today, 1 + ((index * 7) % (DAYS - 2)))
  const from = 9 + (index % 8)
  return { date, text: `room for six with a whiteboard ${date} ${from}-${from + 2}` }
}

/** The day and its neighbours, as the device reads them: the rest of the ninety is never looked at. */
function around(date: LocalDate): readonly Occupied[] {
  return [-1, 0, 1].flatMap((day) => {
    const on = addDays(date, day)
    return occupiedOnDay(catalogue.zone, on, days.get(on) ?? [])
  })
}

const everything: readonly Occupied[] = [...days].flatMap(([date, spans]) =>
  occupiedOnDay(catalogue.zone, date, spans),
)

/** Milliseconds of one search. */
function search(index: number, occupiedOn: (date: LocalDate) => readonly Occupied[]): number {
  const { text } = asked(index)
  const from = performance.now()
  const read = readSearch(text, catalogue, vocabularies.en, today)
  const date = must(read.date, 'a day is named')
  const interval = must(
    intervalAt(catalogue, date, must(read.span, 'a time is named')),
    'it is a time of that day',
  )
  const input = { catalogue, member, interval, people: read.people ?? 1, bookings: [], now }
  const wanted = { kind: must(read.kind, 'a kind is named'), known: [] }
  const { amenities, resourceIds: named } = read
  const offers = offersOf({ ...input, occupied: occupiedOn(date) }, { ...wanted, amenities, named })
  must(offers[0], 'some room has a whiteboard')
  return performance.now() - from
}

async function p95(work: (index: number) => number | Promise<number>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < SEARCHES; index += 1) times.push(await work(index))
  return quantile(times, 0.95)
}

export const search200: Bench = async ({ rounds }) => {
  const server = await openSearchServer()
  const count = rounds ?? ROUNDS
  const ours = () => p95((index) => search(index, around))
  try {
    const served = await compare(count, ours, () =>
      p95((index) => {
        const { startsAt } = localDay(catalogue.zone, asked(index).date)
        const from = startsAt + (9 + (index % 8)) * 3_600_000
        return server.ask(from, from + 7_200_000)
      }),
    )
    const scanned = await compare(count, ours, () =>
      p95((index) => search(index, () => everything)),
    )
    const unit = 'ms, p95'
    return {
      measured: [
        {
          title: 'beside a server',
          otherIs: 'one round trip on this machine to an indexed query, no rules or prices',
          ...{ ...served, unit, target: { kind: 'at-most', ratio: 1 } as const },
        },
        {
          title: 'beside a scan',
          otherIs: `the same through all ${everything.length.toLocaleString('en')} bookings`,
          ...{ ...scanned, unit, target: { kind: 'at-most', ratio: 1 } as const },
        },
      ],
      notes: [
        `The limit of B-35 is ${LIMIT_MS} ms; ${catalogue.resources.length} rooms, ${DAYS} days.`,
      ],
      curves: [],
    }
  } finally {
    await server.close()
  }
}
