import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { MePage } from '../pages/me.ts'
import { SettingsPage } from '../pages/settings.ts'

test('[B-40] [LOTS-18] a manager gives an entry, and the member books a desk with it and nothing to pay', async ({
  devices,
}) => {
  const office = await devices.of('Mara')
  const settings = new SettingsPage(office.page())
  await settings.open('passes')
  await settings.givePass({ to: 'Hana Sato', name: 'Welcome', unit: 'entries', why: 'First week' })
  await office.page().getByText('1 of 1 entry left for desks, with no end date').waitFor()

  const phone = await devices.of('Hana')
  const book = new BookPage(phone.page())
  await book.open()
  await book.search('desk friday 10-12')
  const sheet = await book.choose('Desk 14')
  await sheet.dialog.getByText('Uses 1 entry: Welcome').waitFor()
  await sheet.dialog.getByText('Nothing to pay').waitFor()
  await (await sheet.book()).says('Booked')

  await new MePage(phone.page()).open()
  await phone.page().getByText('0 of 1 entry left, with no end date').waitFor()
  await phone.page().getByText('“First week”').waitFor()
})
