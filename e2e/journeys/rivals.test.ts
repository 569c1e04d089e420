import { expect } from 'vitest'
import type { Device } from '../harness/device.ts'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { BookingCard } from '../pages/booking-card.ts'
import type { BookingSheet } from '../pages/booking-sheet.ts'
import { Shell } from '../pages/shell.ts'

/** Opens the sheet of a place, or else of the first free one, without a network. */
async function chooseOffline(device: Device, day: string, place?: string): Promise<BookingSheet> {
  await waitUntilKept(device.page())
  await device.goOffline()
  await new Shell(device.page()).isOffline()
  const book = new BookPage(device.page())
  await book.open()
  await book.chooseDay(day)
  return book.choose(place ?? (await book.freeDesk()))
}

test('of two members who want one desk without a network, the first to arrive has it and the other takes another with one tap, or has the closest free one at once if they asked for it', async ({
  devices,
}) => {
  const [hers, his] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  const herSheet = await chooseOffline(hers, 'Monday 7 December')
  const hisSheet = await chooseOffline(his, 'Monday 7 December', herSheet.place)
  await hisSheet.takeNearest.uncheck()
  await (await hisSheet.book()).says('Saved on this device') // he is the first to wish it …
  await (await herSheet.book()).says('Saved on this device')

  await hers.goOnline() // … and she is the first to arrive
  await herSheet.answer.says('Booked')
  await his.goOnline()
  await hisSheet.answer.says('Not booked')
  await hisSheet.answer.says(/^It is booked by someone else/)
  expect(await hisSheet.answer.text()).not.toContain('Hana')

  const alternative = hisSheet.answer.button(/^Book /).first()
  const label = (await alternative.getAttribute('aria-label')) ?? ''
  const other = label.replace(/^Book ([^,]+),.*$/, '$1')
  await alternative.click()
  await new BookingCard(hisSheet.dialog, other, 'Mon 7 Dec').says('Booked')

  const herNext = await chooseOffline(hers, 'Tuesday 8 December')
  const hisNext = await chooseOffline(his, 'Tuesday 8 December', herNext.place)
  await (await herNext.book()).says('Saved on this device')
  await (await hisNext.book()).says('Saved on this device')

  await hers.goOnline()
  await herNext.answer.says('Booked')
  await his.goOnline()
  const said = his.page().getByRole('dialog')
  await said.getByText(`${herNext.place} was taken, so you have the nearest free one.`).waitFor()
  await said.getByText('Booked', { exact: true }).waitFor()
})
