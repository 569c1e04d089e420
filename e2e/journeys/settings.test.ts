import { expect } from 'vitest'
import { onlineTest as test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { ForOthers } from '../pages/for-others.ts'
import { SettingsPage } from '../pages/settings.ts'
import { Shell } from '../pages/shell.ts'

const tooLong = 'It can be booked for 1 hour at most.'

test('rules are tried before they are saved, are refused to Hana in the same words, and staff book against them with a reason', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseKind('Room')
  await book.chooseDay('Thursday 3 December')
  await book.chooseTime('Morning') // four hours
  await book.bookButton('Anchor').waitFor()

  const settings = new SettingsPage(desk.page())
  await settings.open('rules')
  await settings.chooseKind('Room')
  await settings.tryAs('Hana Sato')
  await expect.poll(() => settings.verdict.textContent()).toMatch(/Can be booked/)
  await settings.type('Longest, in minutes', '60')
  await expect.poll(() => settings.sentence.textContent()).toMatch(/30 minutes to 1 hour/)
  await expect.poll(() => settings.verdict.textContent()).toContain(tooLong)
  await desk.page().reload() // what was typed stays
  await settings.chooseKind('Room')
  await expect.poll(() => settings.verdict.textContent()).toContain(tooLong)
  await settings.save()
  await new Shell(desk.page()).toast('Saved').waitFor()

  await book.bookButton('Anchor').waitFor({ state: 'detached' })
  await phone.page().getByText(tooLong).first().waitFor()

  const staff = new BookPage(desk.page())
  await staff.open()
  await staff.chooseKind('Room')
  await staff.chooseDay('Thursday 3 December')
  await staff.chooseTime('Now') // an hour from the opening on
  const sheet = await staff.choose('Anchor')
  await sheet.changeUntil('11:00')
  await sheet.dialog.getByText(tooLong).first().waitFor()
  const others = new ForOthers(desk.page())
  await others.choose('Hana Sato')
  await others.bookAnyway('The board meets')
  await others.says('Booked for Hana Sato.')

  await book.bookButton('Anchor').waitFor({ state: 'detached' })
  const bookings = new BookingsPage(phone.page())
  await bookings.open()
  await phone.page().getByText('Booked for you by the space').waitFor()
})
