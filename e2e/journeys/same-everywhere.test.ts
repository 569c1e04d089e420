import { onlineTest as test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { DayListPage } from '../pages/day-list.ts'

test('[X-01] a booking and its cancellation show in another tab, on another device, to another member and to staff, without a reload', async ({
  devices,
}) => {
  const [phone, his, desk] = await Promise.all([
    devices.of('Hana'),
    devices.of('Dev'),
    devices.of('Jonas', { width: 1440, height: 900 }),
  ])
  const laptop = await devices.of('Hana', { width: 1440, height: 900 })
  const dayList = new DayListPage(desk.page())
  await dayList.open()
  const otherTab = new BookingsPage(await phone.openTab('/bookings'))
  const onLaptop = new BookingsPage(laptop.page())
  await onLaptop.open()
  await waitUntilKept(his.page())
  const hisList = new BookPage(his.page())
  await hisList.open()
  await hisList.chooseTime('Afternoon')

  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseTime('Afternoon')
  const place = await book.freeDesk()
  await hisList.bookButton(place).waitFor()
  await (await (await book.choose(place)).book()).says('Booked')

  await otherTab.card(place, 'Today').says('Booked')
  await onLaptop.card(place, 'Today').says('Booked')
  await hisList.bookButton(place).waitFor({ state: 'detached' })
  await dayList.arrival('Hana Sato', place).waitFor()

  await onLaptop.card(place, 'Today').button('Cancel booking').click()
  await onLaptop.showPast()
  await onLaptop.card(place, 'Today').says('Cancelled')
  await otherTab.showPast()
  await otherTab.card(place, 'Today').says('Cancelled')
  await hisList.bookButton(place).waitFor()
  await dayList.arrival('Hana Sato', place).waitFor({ state: 'detached' })
})
