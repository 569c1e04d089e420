import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { Shell } from '../pages/shell.ts'
import { TodayPage } from '../pages/today.ts'

test('[B-35] [B-41] with no network a member finds a room in one line, and books the usual in one tap', async ({
  devices,
}) => {
  const phone = await devices.of('Hana', { hasProfile: true })
  await waitUntilKept(phone.page())
  await phone.close() // she signed in some days ago
  await phone.open('/book')
  await phone.goOffline()
  const page = phone.page()
  await new Shell(page).isOffline()

  const book = new BookPage(page)
  await book.open()
  await book.search('room for four with a screen, monday 10-12, sauna')
  await page.getByText('Not understood: sauna').waitFor()
  expect(await page.getByLabel('People, you included').inputValue()).toBe('4')
  const [room = ''] = await book.freePlaces()
  const answer = await (await book.choose(room)).book()
  await answer.says('Saved on this device')

  const today = new TodayPage(page)
  await today.open()
  const usual = await today.bookUsual('Desk 14')
  await usual.says('Saved on this device')
  await phone.goOnline()
  await usual.says('Booked')
})
