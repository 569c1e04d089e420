import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { BookingSheet } from '../pages/booking-sheet.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { RequestsPage } from '../pages/requests.ts'
import { Shell } from '../pages/shell.ts'
import { TodayPage } from '../pages/today.ts'
import { WaitingList, waitFor } from '../pages/waiting.ts'

test('[B-27] [D-37] Dev waits for what Hana has, is offered it when she cancels, and accepts; staff see who waits', async ({
  devices,
}) => {
  const [hana, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const dev = await devices.of('Dev')
  const openDay = async (book: BookPage) => {
    await book.open()
    await book.chooseOtherDay('2026-12-15') // the sample has nothing there
    await book.chooseTime('All day')
  }
  const hers = new BookPage(hana.page())
  await openDay(hers)
  const place = await hers.freeDesk()
  await (await (await hers.choose(place)).book()).says('Booked')

  await openDay(new BookPage(dev.page()))
  await dev.page().getByText('Not free ·').click()
  await waitFor(dev.page(), new BookingSheet(dev.page(), place))
  await new RequestsPage(desk.page()).open()
  const waiting = new WaitingList(desk.page())
  await waiting.entry('Dev Anand', place).waitFor()

  const bookings = new BookingsPage(hana.page())
  await bookings.open()
  await bookings.card(place, 'Tue 15 Dec').button('Cancel booking').click()

  const today = new TodayPage(dev.page())
  await today.open()
  const offer = today.card(place, 'Tue 15 Dec')
  await offer.says('Offered to you')
  await waiting.entry('Dev Anand', place).getByText('Asked, until').waitFor()
  await offer.button(`Accept ${place}`).click()
  const his = new BookingsPage(dev.page())
  await new Shell(dev.page()).goTo('Bookings') // as one does who has just tapped: the page stays and keeps the wish
  await his.card(place, 'Tue 15 Dec').says('Booked')
  await waiting.entry('Dev Anand', place).waitFor({ state: 'detached' })
})
