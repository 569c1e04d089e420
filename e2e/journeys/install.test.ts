import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import type { Device } from '../harness/device.ts'
import { test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { Shell } from '../pages/shell.ts'

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

/** Safari has no event that asks; the browser of these journeys would send it whatever it calls itself. */
async function withoutPrompt(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const hold = (event: Event) => event.stopImmediatePropagation()
    addEventListener('beforeinstallprompt', hold, { capture: true })
  })
}

async function bookDesk(device: Device, day: string): Promise<void> {
  const book = new BookPage(device.page())
  await book.open()
  await book.chooseDay(day)
  const sheet = await book.choose(await book.freeDesk())
  await (await sheet.book()).says('Booked')
  await sheet.close()
}

test('[N-11] the app can be installed, shows what is pushed to it once, and offers it after the first confirmed booking, never before', async ({
  devices,
}) => {
  const phone = await devices.of('Hana', { hasProfile: true })
  const shell = new Shell(phone.page())
  const browser = await phone.context().newCDPSession(phone.page())
  const { errors } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([])
  expect(await shell.installOffer.count()).toBe(0)

  await bookDesk(phone, 'Monday 14 December')
  await shell.installOffer.getByRole('button', { name: 'Add to home screen' }).waitFor()
  await shell.installOffer.getByRole('button', { name: 'Not now' }).click()
  await shell.installOffer.waitFor({ state: 'detached' })
  await phone.page().reload()
  await shell.offlinePill.waitFor({ state: 'detached' })
  expect(await shell.installOffer.count()).toBe(0)

  // What the space pushes reaches its service worker, and is shown once however often it comes.
  await phone.context().grantPermissions(['notifications'])
  await phone.page().evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const pushed = { title: 'Tomorrow: Desk 14', text: 'At nine.', url: '/bookings' }
  for (const tag of ['reminder:1', 'reminder:2', 'reminder:1']) {
    await push(phone, { ...pushed, tag })
  }
  await expect.poll(() => shownOn(phone)).toEqual(['reminder:1', 'reminder:2'])
})

/** As a push service hands it to the browser, which wakes the service worker for it. */
async function push(device: Device, message: object): Promise<void> {
  const browser = await device.context().newCDPSession(device.page())
  const found = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first !== undefined) resolve(first.registrationId)
    })
  })
  await browser.send('ServiceWorker.enable')
  const registrationId = await found
  const { origin } = new URL(device.page().url())
  const data = JSON.stringify(message)
  await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  await browser.detach()
}

/** What stands on the lock screen, by its tags. */
function shownOn(device: Device): Promise<readonly string[]> {
  return device.page().evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const shown = await registration.getNotifications()
    return shown.map(({ tag }) => tag).sort()
  })
}

test('on an iPhone, where no app may ask, it shows the three steps', async ({ devices }) => {
  const phone = await devices.of('Hana', { userAgent: iPhone, prepare: withoutPrompt })
  const shell = new Shell(phone.page())
  await bookDesk(phone, 'Tuesday 15 December')
  await shell.installOffer.getByRole('button', { name: 'Add to home screen' }).click()
  const steps = phone.page().getByRole('dialog', { name: 'Add to your home screen' })
  await expect.poll(() => steps.getByRole('listitem').count()).toBe(3)
})
