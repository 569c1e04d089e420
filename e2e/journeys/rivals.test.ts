import { expect } from 'vitest'
import type { Device } from '../harness/device.ts'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import type { BookingSheet } from '../pages/booking-sheet.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { Shell } from '../pages/shell.ts'

/** Opens the sheet of a place without a network. */
async function chooseOffline(device: Device, day: string, place: string): Promise<BookingSheet> {
  await waitUntilKept(device.page())
  await device.goOffline()
  await new Shell(device.page()).isOffline()
  const book = new BookPage(device.page())
  await book.open()
  await book.chooseDay(day)
  return book.choose(place)
}

test('of two members who want one desk without a network, the first to arrive has it and the other takes another with one tap', async ({
  devices,
}) => {
  const [hers, his] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  const place = 'Desk 7'
  const herSheet = await chooseOffline(hers, 'Mon 7', place)
  const hisSheet = await chooseOffline(his, 'Mon 7', place)
  await hisSheet.takeNearest.uncheck()
  await (await hisSheet.book()).says('Saved on this device') // he is the first to wish it …
  await (await herSheet.book()).says('Saved on this device')

  await hers.goOnline() // … and she is the first to arrive
  await herSheet.answer.says('Booked')
  await his.goOnline()
  await hisSheet.answer.says('Not booked')
  await hisSheet.answer.says('It is booked by someone else at that time.')
  expect(await hisSheet.answer.text()).not.toContain('Hana')

  const alternative = hisSheet.answer.button(/^Book /).first()
  const [, other = ''] = /^Book (.+),/.exec(await alternative.innerText()) ?? []
  await alternative.click()
  const bookings = new BookingsPage(his.page())
  await bookings.open()
  await bookings.card(other, 'Mon 7 Dec').says('Booked')
})

test('who asked for the closest free one has that instead, and is told so', async ({ devices }) => {
  const [hers, his] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  const place = 'Desk 5'
  const herSheet = await chooseOffline(hers, 'Tue 8', place)
  const hisSheet = await chooseOffline(his, 'Tue 8', place)
  await (await herSheet.book()).says('Saved on this device')
  await (await hisSheet.book()).says('Saved on this device')

  await hers.goOnline()
  await herSheet.answer.says('Booked')
  await his.goOnline()
  const told = his.page().getByText(`${place} was taken, so you have the nearest free one.`)
  await told.waitFor()
  await his.page().getByRole('dialog').getByText('Booked', { exact: true }).waitFor()
})
