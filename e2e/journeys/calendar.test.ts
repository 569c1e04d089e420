import { onlineTest as test } from '../harness/journey.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { CalendarPage } from '../pages/calendar.ts'

test('[O-14] [B-30] staff move a booking in the calendar by key, and its member sees it where it is now', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  await bookings.card('Desk 10', 'Tomorrow').says('Booked') // the sample gives her that desk

  const calendar = new CalendarPage(desk.page())
  await calendar.open()
  await calendar.nextDay()
  const place = await calendar.keyToFreePlace('Hana Sato', 'Desk 10')
  await calendar.move()
  await calendar.block('Hana Sato', place).waitFor()
  await bookings.card(place, 'Tomorrow').says('Booked')
})
