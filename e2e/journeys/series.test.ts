import { expect } from 'vitest'
import { findViolations } from '../harness/accessible.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { SeriesForm } from '../pages/series-form.ts'

test('[B-10] [B-11] [B-12] a weekly series shows the taken date, has it moved, is booked, and ends early', async ({
  devices,
}) => {
  const [hers, his] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  const book = new BookPage(hers.page())
  await book.open()
  await book.chooseKind('Room')
  await book.chooseDay('Tuesday 8 December')
  await book.chooseTime('Morning')
  const [place = 'none'] = await book.freePlaces()

  const rival = new BookPage(his.page())
  await rival.open()
  await rival.chooseKind('Room')
  await rival.chooseOtherDay('2026-12-15')
  await rival.chooseTime('Morning')
  await (await (await rival.choose(place)).book()).says('Booked')

  const sheet = await book.choose(place)
  const series = new SeriesForm(sheet.dialog)
  await series.repeat('Every Tuesday')
  await series.says('Tue 15 Dec', 'Taken')
  expect(await series.bookButton.textContent()).toBe('Book 3 of 4')
  await series.takeFirstInstead('Tue 15 Dec')
  await series.says('Tue 15 Dec', 'Free')
  expect(await findViolations(hers.page())).toEqual([])
  expect(await series.bookButton.textContent()).toBe('Book all 4')
  await series.bookButton.click()
  await series.heading.waitFor()
  expect(await series.heading.textContent()).toBe('4 of 4 dates booked')
  await series.done()

  await waitUntilKept(hers.page())
  const bookings = new BookingsPage(hers.page())
  await bookings.open()
  await bookings.cancelFrom('Tue 22 Dec')
  await bookings.showSeries()
  await bookings.card(place, 'Tue 22 Dec').says('Cancelling…')
  await bookings.card(place, 'Tue 8 Dec').says('Booked')
  await bookings.card(place, 'Tue 29 Dec').all.waitFor({ state: 'detached', timeout: 20_000 })
  await bookings.card(place, 'Tue 8 Dec').says('Booked')
  await bookings.bringBack('Tue 22 Dec')
  await bookings.card(place, 'Tue 22 Dec').says('Booked')
})
