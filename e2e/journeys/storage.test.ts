import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { Shell } from '../pages/shell.ts'
import { SignInPage } from '../pages/sign-in.ts'

test('[X-03] a device without space says so, and claims nothing as saved', async ({
  server,
  devices,
}) => {
  const phone = await devices.of('Hana', { hasProfile: true })
  await waitUntilKept(phone.page())
  await phone.close()
  await phone.open('about:blank') // the browser asks for its space once, when the page is opened
  const page = phone.page()
  const browser = await phone.context().newCDPSession(page)
  const quota = { origin: server.url }
  await browser.send('Storage.overrideQuotaForOrigin', { ...quota, quotaSize: 1 })

  const book = new BookPage(page)
  await book.open()
  await book.chooseDay('Friday 4 December')
  const desk = await book.freeDesk()
  const sheet = await book.choose(desk)
  await sheet.bookButton.click()
  await sheet.trouble.getByText(/out of space/).waitFor()
  expect(await sheet.dialog.getByText(/Saved on this device|Booked/).count()).toBe(0)
  await sheet.close()
  await new Shell(page).outOfSpacePill.waitFor()

  await browser.send('Storage.overrideQuotaForOrigin', quota) // the person made room
  await page.reload()
  await book.chooseDay('Friday 4 December')
  await (await (await book.choose(desk)).book()).says('Booked')
})

test('[X-03] after the browser threw everything away, all that was received is back on contact', async ({
  server,
  devices,
}) => {
  const phone = await devices.of('Hana', { hasProfile: true })
  const page = phone.page()
  await waitUntilKept(page)
  const book = new BookPage(page)
  await book.open()
  await book.chooseDay('Saturday 5 December')
  const desk = await book.freeDesk()
  await (await (await book.choose(desk)).book()).says('Booked')

  const browser = await phone.context().newCDPSession(page)
  await page.goto('about:blank')
  await browser.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb,local_storage,cache_storage,service_workers',
  })
  await page.goto('/')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor() // the device no longer knows whose it is
  await new SignInPage(page).signInAs('Hana')
  const bookings = new BookingsPage(page)
  await bookings.open()
  await bookings.card(desk, 'Sat 5 Dec').says('Booked')
})
