import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'
import { screens, visit } from '../screens.ts'

test('[X-02] every screen opens without a network after the first visit, with nothing left to wait for', async ({
  devices,
}) => {
  for (const who of ['Hana', 'Mara'] as const) {
    const device = await devices.of(who)
    const page = device.page()
    const seen = screens.filter((screen) => screen.who === who)
    await waitUntilKept(page)
    for (const screen of seen) await visit(page, screen)
    await device.goOffline()
    for (const screen of seen) {
      await visit(page, screen)
      const waiting = page
        .locator('[aria-busy=true], [role=progressbar]')
        .or(page.getByText(/Fetching|has not arrived|Open this once with a connection/))
      await expect
        .poll(() => waiting.count(), { message: `${screen.name} waits for nothing` })
        .toBe(0)
    }
  }
})

test('[L-02] thirteen weeks of availability are on the device, and without a network the list says how old they are', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  await waitUntilKept(phone.page())
  await phone.goOffline()
  const book = new BookPage(phone.page())
  await book.open()
  await book.age.waitFor()
  await book.chooseOtherDay('2027-03-03')
  await book.age.waitFor()
  await book.chooseKind('Booth')
  await book.age.waitFor()
})
