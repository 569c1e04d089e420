import { expect } from 'vitest'
import { findViolations } from '../harness/accessible.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { BasketPart } from '../pages/basket.ts'
import { BookPage } from '../pages/book.ts'
import { BookingCard } from '../pages/booking-card.ts'
import { DayListPage } from '../pages/day-list.ts'
import { SettingsPage } from '../pages/settings.ts'
import { Shell } from '../pages/shell.ts'

test('[B-33] [B-32] [D-57] [B-25] Hana accepts new house rules, books a room with coffee, projector and a guest as one, and the desk reads it', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const settings = new SettingsPage(desk.page())
  await settings.open('house-rules')
  await settings.type('Text', 'Be kind.')
  expect(await findViolations(desk.page())).toEqual([])
  await settings.save('House rules')
  await new Shell(desk.page()).toast('Saved').waitFor()

  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseKind('Office')
  await book.chooseDay('Thursday 3 December')
  await book.chooseTime('Morning')
  const office = await book.choose('East office')
  await new BasketPart(office.dialog).acceptRules.click()
  const morning = office.dialog.getByRole('button', { name: /^Morning/ })
  await morning.waitFor()
  expect(await morning.getAttribute('aria-pressed')).toBe('true')
  expect(await office.bookButton.textContent()).toBe('Book 08:00–13:00')
  await office.close()

  await book.chooseKind('Room')
  const sheet = await book.choose('Anchor')
  const basket = new BasketPart(sheet.dialog)
  await basket.addGuest('Kim Berg')
  await basket.open()
  await basket.count('Coffee and tea', 2)
  await basket.addPlace('Projector')
  await basket.bookButton.waitFor()
  expect(await findViolations(phone.page())).toEqual([])
  await basket.bookButton.click()
  const room = new BookingCard(sheet.dialog, 'Anchor', '')
  const projector = new BookingCard(sheet.dialog, 'Projector', '')
  await room.says('Booked')
  await projector.says('Booked')
  await room.says('With 2 × Coffee and tea.')
  await room.says('1 guest')

  const list = new DayListPage(desk.page())
  await list.open()
  await list.nextDay()
  const arrival = list.arrival('Hana Sato', 'Anchor')
  await arrival.getByText(/^Kim Berg · \d{6}$/).waitFor()
  await arrival.getByText('2 × Coffee and tea').waitFor()
  await list.arrival('Hana Sato', 'Projector').waitFor()

  await room.button('Cancel all 2').click()
  await room.says('Cancelling…')
  await projector.says('Cancelling…')
  await arrival.waitFor({ state: 'detached', timeout: 20_000 })
})
