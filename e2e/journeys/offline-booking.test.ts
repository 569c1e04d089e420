import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { makeWordsShown } from '../harness/words-shown.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { PlanPage } from '../pages/plan.ts'
import { Shell } from '../pages/shell.ts'

test('[B-06] a desk booked in the list without a network is booked once, whatever happens to phone and server', async ({
  server,
  devices,
}) => {
  const words = makeWordsShown()
  const phone = await devices.of('Hana', { prepare: words.prepare, hasProfile: true })
  await waitUntilKept(phone.page())
  await phone.close() // she signed in some days ago
  await phone.open('/book')

  await phone.goOffline()
  await new Shell(phone.page()).isOffline()
  const book = new BookPage(phone.page())
  await book.chooseDay('Friday 4 December')
  const place = await book.freeDesk()
  const answer = await (await book.choose(place)).book()
  await answer.says('Saved on this device')

  await phone.page().reload()
  await new BookingsPage(phone.page()).open()
  await new BookingsPage(phone.page()).card(place, 'Fri 4 Dec').says('Saved on this device')

  await phone.kill()
  await server.kill()
  await phone.open('/bookings')
  const booking = new BookingsPage(phone.page()).card(place, 'Fri 4 Dec')
  await booking.says('Saved on this device')
  const before = words.of(place, 'Fri 4 Dec')
  expect(before.filter((text) => text.includes('Booked'))).toEqual([]) // [B-07] never a word too early

  await server.start()
  await booking.says('Booked')
  expect(await booking.all.count()).toBe(1)
})

test('[B-06] a desk tapped on the plan without a network is booked once, and called booked only then', async ({
  devices,
}) => {
  const words = makeWordsShown()
  const phone = await devices.of('Dev', { prepare: words.prepare })
  await waitUntilKept(phone.page())
  const plan = new PlanPage(phone.page())
  await plan.open()
  await plan.isDrawn() // its files and the plan are kept from here on
  await phone.goOffline()
  await new Shell(phone.page()).isOffline()

  await plan.open()
  await plan.isDrawn()
  await plan.chooseDay('Thursday 3 December')
  const place = 'Desk 7'
  await plan.place(/^Desk 7.*Was free at/).waitFor({ state: 'attached' })
  await plan.tap(7)
  await phone.page().getByText('Uses 1 entry: 10-entry pass').waitFor() // what it takes is said before it is wished
  await plan.bookButton(place).click()
  await plan.answer(place).says('Saved on this device')
  expect(await plan.wallBrightness(), 'the floor stays in sight over the answer').toBeLessThan(80)
  await new BookingsPage(phone.page()).open()
  const booking = new BookingsPage(phone.page()).card(place, 'Tomorrow')
  await booking.says('Saved on this device')
  const before = words.of(place, 'Tomorrow')
  expect(before.filter((text) => text.includes('Booked'))).toEqual([]) // [B-07] never a word too early

  await phone.goOnline()
  await booking.says('Booked')
  expect(await booking.all.count()).toBe(1)
})
