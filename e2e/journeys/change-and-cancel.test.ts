import { expect } from 'vitest'
import type { Device } from '../harness/device.ts'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { ChangeSheet } from '../pages/change-sheet.ts'
import { Shell } from '../pages/shell.ts'

test('[B-29] [B-30] [B-16] [D-30] a booking changed without a network is what it was until the space is reached; cancelling says what comes back', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  await waitUntilKept(phone.page())
  await cancelWithinStep(phone)
  await changeOffline(phone)
})

async function changeOffline(phone: Device): Promise<void> {
  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseDay('Thursday 10 December')
  const place = await book.freeDesk()
  await (await (await book.choose(place)).book()).says('Booked')
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  const card = bookings.card(place, 'Thu 10 Dec')
  await card.says('Booked')
  expect(await card.text()).toContain('09:00–18:00')

  await phone.goOffline()
  await new Shell(phone.page()).isOffline()
  await card.button('Change').click()
  const sheet = new ChangeSheet(phone.page())
  await sheet.chooseUntil('14:00')
  await sheet.says('€4.00 less.')
  await sheet.button.click()
  await sheet.answer(place).says('Saved on this device: change to 09:00–14:00.')
  await sheet.close()
  await phone.page().reload()
  await card.says('Booked')
  await card.says('Saved on this device: change to 09:00–14:00.')
  expect(await card.text()).toContain('09:00–18:00')

  await phone.goOnline()
  await expect
    .poll(() => card.text(), { message: 'it has moved' })
    .toMatch(/09:00–14:00.*€20\.00.*Booked/)
}

/** Within a step that costs: it says before and after what comes back and what stays owed. */
async function cancelWithinStep(phone: Device): Promise<void> {
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  const card = bookings.card('Desk 10', 'Tomorrow')
  await card.says('Half back until tomorrow, 07:00.')
  await card.button('Cancel booking').click()
  const question = phone.page().getByRole('dialog', { name: 'Cancel this booking?' })
  await question.getByText('€12.00 comes back, €12.00 stays owed.').waitFor()
  await question.getByRole('button', { name: 'Cancel booking' }).click()
  await bookings.showPast()
  await card.says('Cancelled')
  await card.says('€12.00 comes back, €12.00 stays owed.')
}
