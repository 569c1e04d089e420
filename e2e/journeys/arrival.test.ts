import { must } from '../../domain/values/assert.ts'
import type { Device } from '../harness/device.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { DayListPage } from '../pages/day-list.ts'
import { RequestsPage } from '../pages/requests.ts'
import { Shell } from '../pages/shell.ts'
import { TodayPage } from '../pages/today.ts'

test('[B-15] [B-28] a room that the team approves is asked for and answered; who comes checks in from Today, and staff see it', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  await askForRoom(phone, desk)
  await checkIn(phone, desk)
})

/** Declined with a reason, asked for again, and booked. */
async function askForRoom(phone: Device, desk: Device): Promise<void> {
  const book = new BookPage(phone.page())
  const ask = async () => {
    await book.open()
    await book.chooseKind('Room')
    await book.chooseOtherDay('2026-12-15') // the sample has nothing there
    await book.chooseTime('Morning')
    const sheet = await book.choose('Compass')
    await sheet.askButton.click()
    await sheet.answer.says('Asked')
  }
  const requests = new RequestsPage(desk.page())
  await requests.open()

  await ask()
  await requests.decline('Compass', 'Hana Sato', 'The board meets there')
  await phone.page().getByText('The team said no: “The board meets there”').first().waitFor()

  await ask()
  await requests.approve('Compass', 'Hana Sato')
  await new Shell(desk.page()).toast('Booked for Hana Sato').waitFor()
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  await bookings.card('Compass', 'Tue 15 Dec, 09:00.*').says('Booked')
}

async function checkIn(phone: Device, desk: Device): Promise<void> {
  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseKind('Room')
  await book.chooseTime('Now')
  const isSimple = (name: string) => ['Anchor', 'Beacon', 'Drift'].includes(name)
  const place = must((await book.freePlaces()).find(isSimple), 'some room is free in the sample')
  const sheet = await book.choose(place)
  await (await sheet.book()).says('Booked')

  const today = new TodayPage(phone.page())
  await today.open()
  await today.card(place, 'Today').button('Check in').click()
  await today.card(place, 'Today').says('Checked in')
  const list = new DayListPage(desk.page())
  await list.open()
  await list.arrival('Hana Sato', place).getByText('Checked in', { exact: true }).waitFor()
}
