import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { makeTaps } from '../harness/taps.ts'
import { makeWordsShown } from '../harness/words-shown.ts'
import { BillsPage } from '../pages/bills.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { HelpPage } from '../pages/help.ts'
import { PayingPages } from '../pages/paying.ts'
import { Shell } from '../pages/shell.ts'
import { SignInPage } from '../pages/sign-in.ts'
import { TodayPage } from '../pages/today.ts'

test('from a launch, the PDF of a bill and any desk take three taps, a room four, and cancelling two', async ({
  devices,
}) => {
  const taps = makeTaps()
  const phone = await devices.of('Hana', { prepare: taps.prepare })
  await waitUntilKept(phone.page())
  const page = phone.page()
  const book = new BookPage(page)

  await new TodayPage(page).open()
  await taps.startOver(page)
  await new Shell(page).goTo('Me')
  await new BillsPage(page).openByHand()
  await new BillsPage(page).pdf.waitFor()
  expect(taps.count()).toBeLessThanOrEqual(2) // and the one on the PDF itself

  await new TodayPage(page).open()
  await taps.startOver(page)
  await new Shell(page).goTo('Book')
  const deskSheet = await book.choose(await book.freeDesk())
  const answer = await deskSheet.book()
  await answer.says('Booked')
  expect(taps.count()).toBeLessThanOrEqual(3)

  await new TodayPage(page).open()
  await taps.startOver(page)
  await new Shell(page).goTo('Book')
  await book.chooseKind('Room')
  const roomSheet = await book.choose((await book.freePlaces())[0] ?? '')
  await (await roomSheet.book()).says('Booked')
  expect(taps.count()).toBeLessThanOrEqual(4)

  await new TodayPage(page).open()
  await taps.startOver(page)
  await new Shell(page).goTo('Bookings')
  const free = new BookingsPage(page).card('Desk 6', 'Wed 9 Dec') // hers in the sample, and free to cancel still
  await free.button('Cancel booking').click()
  await new Shell(page).undoButton.waitFor()
  expect(taps.count()).toBeLessThanOrEqual(2)
})

test('[A-11] from the link on a poster to the first booking it takes eight inputs', async ({
  server,
  devices,
}) => {
  const taps = makeTaps()
  const words = makeWordsShown()
  const phone = await devices.fresh({
    prepare: async (context) => {
      await taps.prepare(context)
      await words.prepare(context)
    },
  })
  const page = phone.page()
  const email = 'ines@lamps.example'
  await page.goto('/join/harbour-loft')
  await page.getByText(/^Your first bill comes on /).waitFor()
  await page.getByLabel('Your name').fill('Ines Lund')
  await page.getByLabel('Your e-mail').fill(email)
  await page.getByLabel('I have read the house rules and accept them').check()
  await page.getByRole('button', { name: 'Join' }).click()

  const door = new SignInPage(page)
  await door.code.waitFor()
  const coded = /^Subject: (\d{6})/m // they are welcomed by mail too
  await expect.poll(() => server.newestMailTo(email, coded)).not.toBeNull()
  const mail = must(server.newestMailTo(email, coded), 'it was just seen')
  await door.code.fill(must(coded.exec(mail)?.[1], 'the subject carries the code'))
  await door.submit()
  await page.waitForURL('/book')
  const book = new BookPage(page)
  const sheet = await book.choose(await book.freeDesk())
  await (await sheet.book()).says('Booked')
  expect(taps.count()).toBeLessThanOrEqual(8)
  // Nothing is on this device yet, and all of it on its way.
  expect(words.saying('Nothing is free')).toEqual([])
  expect(words.saying('not known on this device')).toEqual([])
})

test('[A-12] in one sitting a member sees what is ahead and what was billed, keeps another card, books a desk and asks the team, on a phone and at a desk', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  // Not at the same moment: a code that is asked for ends the one before it.
  const desktop = await devices.of('Hana', { width: 1440, height: 900 })
  await Promise.all([
    sit(phone.page(), 'Friday 4 December'),
    sit(desktop.page(), 'Thursday 3 December'),
  ])
})

/** All of it on the one sign-in that the page has. */
async function sit(page: Page, day: string): Promise<void> {
  await new BookingsPage(page).open()
  await new BookingsPage(page).card('Desk 6', 'Wed 9 Dec').all.waitFor()
  await new BillsPage(page).open()
  await new BillsPage(page).issued('1–30 Nov 2026').waitFor()

  const paying = new PayingPages(page)
  await page.goto('/me/payment-methods')
  await paying.addCard()
  await paying.press('Succeeds visa')
  await page.getByText('Visa 4242').first().waitFor()

  const book = new BookPage(page)
  await book.open()
  await book.chooseDay(day)
  const sheet = await book.choose(await book.freeDesk())
  await (await sheet.book()).says('Booked')

  const help = new HelpPage(page)
  await help.report('res_desk-14')
  await help.write('The lamp is dark')
  await help.save()
  await help.numbered.waitFor()
}
