import { expect } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'

test('[F-12] [F-13] who lets others see it is found on the plan and on the screen at the entrance, which says when it grows old', async ({
  devices,
  server,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const hana = phone.page()
  const book = new BookPage(hana)
  await book.open()
  await book.chooseTime('Now')
  await (await (await book.choose(await book.freeDesk())).book()).says('Booked')
  await hana.goto('/me')
  await hana.getByLabel('Let members see where I sit').click() // it shows what is stored, a moment later
  await hana.getByText('Members see you on the plan').waitFor()
  await hana.goto('/bookings')
  await hana.getByRole('button', { name: 'I’m here' }).first().click()

  const mara = desk.page()
  await mara.goto('/operator/settings/plan')
  await mara.getByRole('button', { name: 'Add screen' }).click()
  await mara.getByLabel('Name', { exact: true }).fill('Entrance')
  await mara.getByLabel('Show who is in').check()
  await mara.getByRole('button', { name: 'Save' }).last().click()
  const told = await mara.getByText('The code for Entrance is').textContent()
  const [code] = must(/\d{6}/.exec(told ?? ''), 'six digits are told')

  await mara.goto('/plan')
  await mara.getByRole('button', { name: 'Find a person' }).click()
  await mara.getByLabel('Name').fill('sato')
  await mara
    .getByRole('button', { name: /^Hana Sato/ })
    .first()
    .click()

  const wall = (await devices.fresh({ width: 1600, height: 900 })).page()
  await wall.goto('/lobby')
  await wall.getByLabel('Code').fill(code)
  await wall.getByRole('button', { name: 'Start this screen' }).click()
  await wall.getByText(/^\d+ desks free$/).waitFor()
  await wall.getByText(/In now: .*Hana Sato/).waitFor()
  expect(await wall.getByText(/^as of/).isVisible()).toBe(false)
  await wall.locator('canvas').waitFor() // what draws the plan has come
  await server.stop()
  await wall.getByText(/^as of/).waitFor()
  await server.start()
})
