import { expect } from 'vitest'
import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { ClosuresPage } from '../pages/closures.ts'
import { Shell } from '../pages/shell.ts'

test('a closure leaves no booking behind: each is decided about first, and those concerned see it at once', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  await bookings.card('Desk 10', 'Tomorrow').says('Booked') // the sample gives her that desk

  const closures = new ClosuresPage(desk.page())
  await closures.open()
  await closures.add('Harbour regatta')
  expect(await closures.check()).toBeGreaterThan(1)
  await closures.save() // nothing was decided yet
  await expect.poll(() => closures.trouble.textContent()).toMatch(/must be dealt with first/)
  await closures.cancelAll()
  await closures.save()
  await new Shell(desk.page()).toast('Closure saved').waitFor()
  await closures.closure('Harbour regatta').waitFor()

  await bookings.showPast()
  await bookings.card('Desk 10', 'Tomorrow').says('Cancelled')
  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseDay('Thursday 3 December')
  await phone.page().getByText('Closed: Harbour regatta.').first().waitFor()
})
