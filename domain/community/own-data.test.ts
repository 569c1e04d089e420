import { expect, test } from 'vitest'
import type { BookingViewRow } from '../bookings/booking-view-row.ts'
import { ada, at, harbour as catalogue, desk1 } from '../bookings/for-tests.ts'
import { toLocalDate } from '../values/local-date.ts'
import { formatMinute } from '../values/zone.ts'
import { ownFiles } from './own-data.ts'
import { emptyProfile } from './profile.ts'

/** As much of a booking as a table tells. */
function booked(id: string, minute: number, note = ''): BookingViewRow {
  const date = toLocalDate('2026-11-26')
  const row = {
    ...{ id, siteId: catalogue.site.id, resourceId: desk1.id, state: 'confirmed', note },
    ...{
      date,
      startsAt: minute,
      startText: formatMinute(minute),
      endText: formatMinute(minute + 60),
    },
  }
  return row as unknown as BookingViewRow // the rest is copied as it is
}

const data = {
  member: ada,
  profile: { ...emptyProfile, work: 'Counting' },
  bookings: [booked('c', 720, '=1+1'), booked('a', 540), booked('b', 600, 'with, comma')],
  catalogues: [catalogue],
  bills: [
    { number: 'HL-1', issuedOn: '2026-10-01', total: { amountMinor: 14_900, currency: 'EUR' } },
    { number: 'HL-2', issuedOn: '2026-11-01', total: { amountMinor: 14_900, currency: 'EUR' } },
  ],
  talks: [
    {
      ...{ kind: 'messages' as const, title: 'Ben' },
      said: [{ at: at('2026-11-26', 545), by: 'Ada', text: 'Lunch?' }],
    },
  ],
  more: { 'tickets/mem_ada': { tickets: { one: { text: 'The lamp hums' } } } },
  readme: 'Read me',
}
const textOf = (name: string) => ownFiles(data).find((file) => file.name === name)?.text ?? ''

test('[A-08] [D-56] three bookings are three rows in their order, two bills two, and texts are whole', () => {
  const rows = textOf('bookings.csv').trimEnd().split('\r\n')
  expect(rows).toEqual([
    'location,place,date,from,until,state,note',
    `${catalogue.site.name},${desk1.name},2026-11-26,09:00,10:00,confirmed,`,
    `${catalogue.site.name},${desk1.name},2026-11-26,10:00,11:00,confirmed,"with, comma"`,
    `${catalogue.site.name},${desk1.name},2026-11-26,12:00,13:00,confirmed,'=1+1`,
  ])
  expect(textOf('bills.csv').trimEnd().split('\r\n')).toHaveLength(3)
  expect(JSON.parse(textOf('profile.json'))).toMatchObject({ work: 'Counting' })
  expect(JSON.parse(textOf('account.json'))).toMatchObject({ email: ada.email })
  expect(textOf('messages/Ben.txt')).toContain('Ada:\nLunch?')
  expect(textOf('more.json')).toContain('The lamp hums')
})
