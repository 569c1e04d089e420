import { expect } from 'vitest'
import type { Device } from '../harness/device.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { Shell } from '../pages/shell.ts'

const UNDO_MS = 8_000

/** Books a desk and shows it among the bookings. */
async function bookDesk(device: Device, day: string): Promise<string> {
  const book = new BookPage(device.page())
  await book.open()
  await book.chooseDay(day)
  const place = await book.freeDesk()
  await (await (await book.choose(place)).book()).says('Booked')
  await new BookingsPage(device.page()).open()
  return place
}

test('a cancellation taken back within eight seconds is never sent; left alone, it is, and the desk is free for somebody else', async ({
  devices,
}) => {
  const [phone, his] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  const place = await bookDesk(phone, 'Thursday 10 December')
  const card = new BookingsPage(phone.page()).card(place, 'Thu 10 Dec')
  const shell = new Shell(phone.page())

  await card.button('Cancel booking').click()
  await shell.toast('Booking cancelled').waitFor()
  await card.says('Cancelling…')
  await shell.undoButton.click()
  await card.says('Booked')

  // Longer than the time to think: what was not sent by now never will be.
  const until = performance.now() + UNDO_MS + 1_000
  await expect.poll(() => performance.now() > until, { timeout: UNDO_MS * 2 }).toBe(true)
  await phone.page().reload()
  await card.says('Booked')

  const hisList = new BookPage(his.page())
  await hisList.open()
  await hisList.chooseDay('Friday 11 December')
  const other = await bookDesk(phone, 'Friday 11 December')
  await hisList.bookButton(other).waitFor({ state: 'detached' })
  const bookings = new BookingsPage(phone.page())
  await bookings.card(other, 'Fri 11 Dec').button('Cancel booking').click()
  await bookings.showPast()
  await bookings.card(other, 'Fri 11 Dec').says('Cancelled')
  await (await (await hisList.choose(other)).book()).says('Booked')
})
