import { simpleParser } from 'mailparser'
import { expect } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { onlineTest as test } from '../harness/journey.ts'
import type { Server } from '../harness/server.ts'
import { BookPage } from '../pages/book.ts'

const email = 'hana@harbourloft.example'

async function newestSubject(server: Server): Promise<string> {
  const mail = server.newestMailTo(email)
  return mail === null ? '' : ((await simpleParser(mail)).subject ?? '')
}

test('[B-14] [N-02] [A-04] a booking’s mail comes by itself, its link opens that booking, and how one is told is chosen where it says', async ({
  server,
  devices,
}) => {
  const page = (await devices.of('Hana')).page()
  const book = new BookPage(page)
  await book.open()
  await book.chooseDay('Friday 4 December')
  const place = await book.freeDesk()
  await (await (await book.choose(place)).book()).says('Booked')

  await expect.poll(() => newestSubject(server)).toMatch(new RegExp(`^Booked: ${place}, Fri 4 Dec`))
  const mail = await simpleParser(must(server.newestMailTo(email), 'it was just seen'))
  const link = must(/http:\S+\/bookings#bkg_\S+/.exec(mail.text ?? '')?.[0], 'it leads there')
  await page.goto(link)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe(new URL(link).hash.slice(1))

  await page.goto('/me/notifications')
  const money = page.getByRole('checkbox', { name: 'Money by mail' })
  await money.waitFor()
  expect(await money.isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: 'Bookings by push' }).uncheck()
  await page.getByLabel('Remind me of bookings').selectOption('Both')
  await expect
    .poll(async () => (await page.request.get('/api/me')).json())
    .toMatchObject({ member: { news: { off: ['bookings/push'], reminders: 'both' } } })
  await page.reload()
  await expect.poll(() => page.getByLabel('Remind me of bookings').inputValue()).toBe('both')
  const byPush = page.getByRole('checkbox', { name: 'Bookings by push' })
  expect(await byPush.isChecked()).toBe(false)
})
