import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import type { Server } from '../harness/server.ts'
import { readStored, waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { MePage } from '../pages/me.ts'
import { Shell } from '../pages/shell.ts'
import { SignInPage } from '../pages/sign-in.ts'

/** The app's own files, that this is the sample space, and what the door asks passkeys to sign are nobody's data; everything else is somebody's. */
const nobodys = /^(workbox-precache.*|portal\.sample|k)$/

async function namesKept(page: Page): Promise<readonly string[]> {
  const stored = await readStored(page)
  return Object.values(stored)
    .flat()
    .filter((name) => !nobodys.test(name))
}

/**
 * The answer to a sign-out clears what the browser keeps (`Clear-Site-Data`): whatever it was loading at that moment, a font or the
 * manifest, is lost, and said so in the console.
 */
const lostWhileClearing = /ERR_INVALID_ARGUMENT|Manifest: Line: 1, column: 1/

async function expectDoor(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.getByText(/Booked|Saved on this device/).count()).toBe(0)
}

test('signing out leaves nothing on the device, in any tab, behind the Back button, for the next person', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  phone.faults.expect(lostWhileClearing)
  await waitUntilKept(phone.page())
  const otherTab = await phone.openTab('/bookings')
  await otherTab.getByRole('heading', { name: 'My bookings' }).waitFor()
  await new BookPage(phone.page()).open()
  await new MePage(phone.page()).open()

  await new MePage(phone.page()).signOut()
  await otherTab.getByRole('heading', { name: 'Sign in' }).waitFor()
  await expect.poll(() => namesKept(phone.page())).toEqual([])
  await phone.page().goBack()
  await expectDoor(phone.page())
  await otherTab.close()

  await new SignInPage(phone.page()).signInAs('Dev')
  const { databases } = await readStored(phone.page())
  expect(databases.filter((name) => name.includes('hana'))).toEqual([])
  expect(await phone.page().getByText('Hana').count()).toBe(0)
})

test('signing out without a network leaves nothing either, and ends the sign-in at the space on the next contact', async ({
  server,
  devices,
}) => {
  const phone = await devices.of('Hana')
  phone.faults.expect(lostWhileClearing)
  await waitUntilKept(phone.page())
  const isKnown = await askerAs(phone.page(), server)
  expect(await isKnown()).toBe(true)

  await phone.goOffline()
  await new Shell(phone.page()).isOffline()
  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseDay('Friday 4 December')
  const sheet = await book.choose(await book.freeDesk())
  await (await sheet.book()).says('Saved on this device')
  const me = new MePage(phone.page())
  await me.open()
  await me.signOutButton.click()
  await me.warning.waitFor() // one wish would be lost
  await me.warning.getByRole('button', { name: 'Sign out anyway' }).click()
  await expectDoor(phone.page())
  const kept = await readStored(phone.page())
  expect(kept.databases).toEqual([])
  expect(kept.sessionStorage).toEqual([])

  await phone.goOnline() // the door that stands open tells the space by itself
  await expect.poll(isKnown).toBe(false)
  await expect.poll(() => workersOf(phone.page())).toBe(0) // a page is not asked of a worker that is going
  await phone.page().reload()
  await expect.poll(() => namesKept(phone.page())).toEqual([])
})

test('[A-05] on a shared computer nothing stays once the tab is closed', async ({
  server,
  devices,
}) => {
  const computer = await devices.fresh()
  computer.faults.expect(lostWhileClearing)
  const page = computer.page()
  await new SignInPage(page).signInAs('Hana', true)
  await waitUntilKept(page)
  const isKnown = await askerAs(page, server)
  expect(await isKnown()).toBe(true)

  const blank = await computer.context().newPage() // the browser itself stays open
  await page.close()
  await expect.poll(isKnown).toBe(false)
  await blank.goto('/')
  await expectDoor(blank)
  await expect.poll(() => namesKept(blank)).toEqual([])
})

/** Asks the space whether the sign-in of this browser, as it is now, still stands. */
async function askerAs(page: Page, server: Server): Promise<() => Promise<boolean>> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return async () => (await fetch(`${server.url}/api/me`, { headers: { cookie } })).status === 200
}

function workersOf(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
}
