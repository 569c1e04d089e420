import { expect, test } from 'vitest'
import type { Resource } from '../../sites/resource.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { bookingView } from '../booking-view.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  noDistance,
  room,
  span,
  taken,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { nextFree } from './next-free.ts'
import { offersOf, type Wanted } from './offers.ts'

const now = at('2026-11-24', 540)
const interval = span('2026-11-26', 840, 960)

function roomOf(name: string, capacity: number, amenities: readonly string[]): Resource {
  return { ...room, id: toId('resource', `res_${name}`), name, capacity, amenities }
}

const big = roomOf('Big', 12, ['whiteboard'])
const small = roomOf('Small', 6, ['whiteboard'])
const bare = roomOf('Bare', 6, [])
const catalogue = { ...harbour, resources: [big, bare, small, desk1, desk2] }
const input = { catalogue, member: ada, interval, people: 6, occupied: [], bookings: [], now }
const wanted: Wanted = { kind: 'meeting-room', amenities: [], named: [], known: [] }

function names(more: Partial<Wanted>, over: Partial<typeof input> = {}): readonly string[] {
  return offersOf({ ...input, ...over }, { ...wanted, ...more }).map((one) => one.resource.name)
}

test('[SEARCH-10] [B-35] only places of the kind with all that was asked for', () => {
  expect(names({ amenities: ['whiteboard'] })).toEqual(['Small', 'Big'])
  expect(names({ kind: 'hot-desk' }, { people: 1 })).toEqual(['Desk 1', 'Desk 2'])
})

test('[SEARCH-11] the smallest room that takes everybody comes first, and what is taken last', () => {
  expect(names({})).toEqual(['Bare', 'Small', 'Big'])
  expect(names({}, { people: 10 })).toEqual(['Big', 'Bare', 'Small'])
  const occupied = [taken(bare, interval)]
  expect(offersOf({ ...input, occupied }, wanted).map((one) => one.availability.state)).toEqual([
    'available',
    'available',
    'busy',
  ])
})

test('[SEARCH-11] what was named comes before what is known, and that before the rest', () => {
  expect(names({ known: [big.id] })).toEqual(['Big', 'Bare', 'Small'])
  expect(names({ known: [big.id], named: [small.id] })).toEqual(['Small', 'Big', 'Bare'])
})

test('[SEARCH-11] whoever names a place reads about it first, though another one is theirs already', () => {
  const facts = { ...input, member: ada, ownBookings: [], madeBy: null, distance: noDistance }
  const { booking } = settle(wish(big, interval), { ...facts, wallet: emptyWallet }, now)
  const own = must(booking, 'it is free')
  const bookings = bookingView({ bookings: [own], settled: [], intents: [], series: [], now })
  const found = (named: Wanted['named']) =>
    offersOf({ ...input, bookings }, { ...wanted, named }).map(({ resource }) => resource.name)
  expect(found([])[0]).toBe('Big')
  expect(found([small.id]).slice(0, 2)).toEqual(['Small', 'Big'])
})

test('[SEARCH-12] the next days on which something is free, as far as the days are known', () => {
  const after = toLocalDate('2026-11-26')
  const full = [taken(big, span('2026-11-27', 840, 960)), taken(big, span('2026-11-28', 900, 930))]
  const known = (date: string) => (date < '2026-12-01' ? full : null)
  const found = nextFree(
    { ...input, after, span: { from: 840, until: 960 }, people: 10, occupiedOn: known },
    wanted,
  )
  expect(found.map(({ date, resourceId }) => [date, resourceId])).toEqual([
    ['2026-11-29', big.id],
    ['2026-11-30', big.id],
  ])
})
