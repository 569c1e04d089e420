import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { makeCheckout } from '../harness/checkout.ts'
import { test as journey } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { MePage } from '../pages/me.ts'
import { Shell } from '../pages/shell.ts'

const checkout = makeCheckout()

const test = journey.extend('folder', { scope: 'file' }, checkout.folder)

afterAll(() => checkout.dispose())

/** Leaves a mark that a reload would wipe away. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-marked', ''))
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-marked'))
}

test('a new version that arrives while a sheet is open is offered in every tab, and nothing is lost before it is taken', {
  timeout: 300_000,
}, async ({ server, devices }) => {
  const phone = await devices.of('Hana')
  const page = phone.page()
  await waitUntilKept(page)
  const otherTab = await phone.openTab('/bookings')
  const book = new BookPage(page)
  await book.open()
  await book.chooseDay('Friday 4 December')
  const sheet = await book.choose(await book.freeDesk())
  await sheet.note.fill('Near the window, please')
  const isSame = await mark(page)

  checkout.release('9.9.9')
  await server.stop()
  await server.start()
  await phone.goOffline() // the phone passes a tunnel, and looks for news when it is back
  await phone.goOnline()
  await new Shell(otherTab).updatePill.waitFor()
  expect(await isSame()).toBe(true)

  const isOld = await mark(otherTab)
  await new Shell(otherTab).updatePill.click()
  await expect.poll(isOld).toBe(false) // it has started again, by itself
  await new MePage(otherTab).open()
  await otherTab.getByText('Version 9.9.9').waitFor()
  expect(await isSame()).toBe(true)
  expect(await sheet.note.inputValue()).toBe('Near the window, please')
  await (await sheet.book()).says('Booked')
  await sheet.close()

  expect(await isSame()).toBe(true) // its own files are gone, so it offers to start again, and waits to be asked
  await new Shell(page).updatePill.click()
  await expect.poll(isSame).toBe(false)
  await new Shell(page).goTo('Me')
  await page.getByText('Version 9.9.9').waitFor()
})
