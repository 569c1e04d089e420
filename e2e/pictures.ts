/** Takes the README's pictures on the journeys' morning, so that they change only when the app does. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Device, DeviceOptions } from './harness/device.ts'
import { test } from './harness/journey.ts'
import { toSmallPng } from './harness/small-png.ts'
import { waitUntilKept } from './harness/stored.ts'
import { BookPage } from './pages/book.ts'
import { BookingsPage } from './pages/bookings.ts'
import { DayListPage } from './pages/day-list.ts'
import { PlanPage } from './pages/plan.ts'
import { Shell } from './pages/shell.ts'
import { TodayPage } from './pages/today.ts'

const folder = 'docs/pictures'
/** What a page of a repository may weigh on somebody's phone, a picture. */
const BYTES_MAX = 150_000

const phone = { width: 390, height: 844, deviceScaleFactor: 2 }
const desktop = { width: 1280, height: 800, deviceScaleFactor: 1.5 }
const looks: readonly (readonly [string, DeviceOptions])[] = [
  ['phone-light', { ...phone, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ['desktop-light', { ...desktop, colorScheme: 'light' }],
  ['desktop-dark', { ...desktop, colorScheme: 'dark' }],
]

async function take(device: Device, name: string): Promise<void> {
  const page = device.page()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)))
  const picture = toSmallPng(await page.screenshot())
  expect(picture.length, `${name} weighs too much`).toBeLessThan(BYTES_MAX)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), picture)
}

for (const [look, options] of looks) {
  test(`pictures of today, the list and the plan, ${look}`, async ({ devices }) => {
    const device = await devices.of('Hana', options)
    await waitUntilKept(device.page())
    await new TodayPage(device.page()).open()
    await take(device, `today-${look}`)
    const book = new BookPage(device.page())
    await book.open()
    await book.chooseDay('Friday 4 December')
    await book.freePlaces()
    await take(device, `book-${look}`)
    const plan = new PlanPage(device.page())
    await plan.open('?date=2026-12-04')
    await plan.isDrawn()
    await plan.place(/^Desk 10.*Free/).waitFor({ state: 'attached' })
    await plan.tap(10)
    await plan.bookButton('Desk 10').waitFor()
    await take(device, `plan-${look}`)
  })
}

test('pictures of a desk booked without a network, from the wish to the answer', async ({
  devices,
}) => {
  const device = await devices.of('Dev', phone)
  await waitUntilKept(device.page())
  const plan = new PlanPage(device.page())
  await plan.open('?date=2026-12-03')
  await plan.isDrawn()
  await device.goOffline()
  await new Shell(device.page()).isOffline()
  const place = 'Desk 7'
  await plan.place(/^Desk 7.*Was free at/).waitFor({ state: 'attached' })
  await plan.tap(7)
  await take(device, 'offline-1-wish')
  await plan.bookButton(place).click()
  await plan.answer(place).says('Saved on this device')
  await take(device, 'offline-2-saved')
  await device.goOnline()
  await plan.answer(place).says('Booked')
  await take(device, 'offline-3-booked')
  await new BookingsPage(device.page()).open()
  await take(device, 'offline-4-my-bookings')
})

test('a picture of the day list', async ({ devices }) => {
  const device = await devices.of('Jonas', { ...desktop, colorScheme: 'light' })
  const list = new DayListPage(device.page())
  await list.open()
  await device.page().getByRole('listitem').nth(5).waitFor()
  await take(device, 'arrivals-desktop-light')
})
