import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReadSearch, readSearch } from '../bookings/search/read-search.ts'
import { harbourResources } from '../seeds/harbour-loft/resources.ts'
import { limits } from '../values/limits.ts'
import { toLocalDate } from '../values/local-date.ts'
import { vocabularies } from './vocabularies.ts'

/** A Wednesday. */
const today = toLocalDate('2026-11-25')

function read(text: string): ReadSearch {
  return readSearch(text, { resources: harbourResources }, vocabularies.en, today)
}

/** What was found, without what was not. */
function found(text: string): Partial<ReadSearch> {
  const all = Object.entries(read(text))
  return Object.fromEntries(
    all.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

test('[SEARCH-01] [B-35] a room for six with a whiteboard on Thursday from two to four is read as it is meant', () => {
  const meant = {
    kind: 'meeting-room',
    people: 6,
    amenities: ['whiteboard'],
    date: '2026-11-26',
    span: { from: 840, until: 960 },
  }
  expect(found('room for six with a whiteboard, Thursday 14-16')).toEqual(meant)
  expect(found('Thu 14–16 room, 6 people, whiteboard')).toEqual(meant)
  expect(found('whitebord room for 6 thursday 2pm to 4pm')).toEqual(meant)
})

test.each([
  ['14-16', 840, 960],
  ['14 – 16', 840, 960],
  ['14:30-16', 870, 960],
  ['9-5', 540, 1020],
  ['2-4pm', 840, 960],
  ['11am-1pm', 660, 780],
  ['from 9 to 11:30', 540, 690],
  ['at 14', 840, 900],
  ['14:00', 840, 900],
  ['2 hours at 10', 600, 720],
  ['at 10 for 90 min', 600, 690],
])('[SEARCH-02] %s is a span of the day', (text, from, until) => {
  expect(found(text)).toEqual({ span: { from, until } })
})

test.each([
  ['today', '2026-11-25'],
  ['tomorrow', '2026-11-26'],
  ['wed', '2026-11-25'],
  ['tuesday', '2026-12-01'],
  ['next friday', '2026-12-04'],
  ['3 dec', '2026-12-03'],
  ['Dec 3rd', '2026-12-03'],
  ['3.12.', '2026-12-03'],
  ['2026-12-03', '2026-12-03'],
  ['24 nov', '2027-11-24'],
])('[SEARCH-03] %s is the next such day', (text, date) => {
  expect(found(text)).toEqual({ date })
})

test('[SEARCH-04] a place is known by its name, and a desk by its number', () => {
  expect(found('anchor')).toMatchObject({ resourceIds: ['res_room-anchor'] })
  expect(found('desk 14 tomorrow')).toEqual({
    kind: 'hot-desk',
    resourceIds: ['res_desk-14'],
    date: '2026-11-26',
  })
})

test('[SEARCH-04] a kind has several names and the longest counts', () => {
  expect(read('phone booth now')).toMatchObject({ kind: 'phone-booth', chip: 'now' })
  expect(read('event space saturday')).toMatchObject({ kind: 'event-hall' })
})

test('[SEARCH-05] what nobody knows is given back, and the rest still counts', () => {
  expect(read('room with a jacuzzi for 4')).toMatchObject({
    kind: 'meeting-room',
    people: 4,
    unread: ['jacuzzi'],
  })
  expect(read('25:00')).toMatchObject({ span: null, unread: ['25:00'] })
  expect(read('31 feb').date).toBeNull()
})

test('[SEARCH-06] whatever is typed is read to an end, with times of one day, days to come and at most as many people as there may be', () => {
  const word = fc.oneof(
    fc.constantFrom('room', 'for', '6', '14-16', 'thu', 'at', '2', 'pm', '–', 'next', '31', 'dec'),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const { span, date, people } = read(words.join(' '))
      if (span !== null) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.until).toBeGreaterThan(span.from)
        expect(span.until).toBeLessThanOrEqual(1440)
      }
      if (date !== null) expect(date >= today).toBe(true)
      if (people !== null) {
        expect(people).toBeGreaterThanOrEqual(1)
        expect(people).toBeLessThanOrEqual(limits.peopleMax)
      }
    }),
    { numRuns: 500 },
  )
})
