import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { BookPage } from '../pages/book.ts'
import { FloorEditorPage } from '../pages/floor-editor.ts'

test('[F-05] [F-06] [F-07] [F-09] two draw a floor together and apart, publish it as one, and a member books the new desk', async ({
  devices,
  server,
}) => {
  const [phone, one] = await devices.phoneAndDesk('Hana', 'Mara')
  const other = await devices.of('Mara', { width: 1440, height: 900 })
  const first = new FloorEditorPage(one.page())
  const second = new FloorEditorPage(other.page())
  await Promise.all([first.open(), second.open()])
  await first.says(/Also here: Mara/)

  // Together: what one adds, the other sees.
  await first.add('Desk')
  await first.set('Name', 'Window desk')
  await first.set('From the left, cm', '1250')
  await first.set('From the top, cm', '2080')
  await second.thing('Window desk').waitFor()

  // Apart: of one desk, one turns it without a network while the other moves it.
  await other.goOffline()
  await second.says('Saved on this device')
  await second.drawOver(await one.page().screenshot())
  await second.says(/The picture is saved on this device/)
  await second.thing('Window desk').click()
  await second.set('Turned, degrees', '90')
  await first.set('From the left, cm', '1300')
  await first.says('All saved')
  await other.goOnline()
  await second.says('All saved')
  await expect.poll(() => second.field('From the left, cm').inputValue()).toBe('1300')
  await first.thing('Window desk').click()
  await expect.poll(() => first.field('Turned, degrees').inputValue()).toBe('90')

  // A drag is one step: it lands once, though the server died on the way, and is undone as one.
  await first.drag('obj_place-desk-01', 0, 60, server.kill)
  await first.says('Saved on this device')
  await first.thing('Desk 1').click()
  const moved = await first.field('From the top, cm').inputValue()
  await server.start()
  await first.says('All saved')
  await second.thing('Desk 1').click()
  await expect.poll(() => second.field('From the top, cm').inputValue()).toBe(moved)
  await first.undo.click()
  await expect.poll(() => first.field('From the top, cm').inputValue()).not.toBe(moved)

  // The picture that waited has arrived: it is as wide as two points on it say, and members see nothing of it.
  await first.background.waitFor()
  await first.selectBackground()
  const width = await first.field('Width, cm').inputValue()
  await first.setScale('12')
  await expect.poll(() => first.field('Width, cm').inputValue()).not.toBe(width)

  const sheet = await first.openPublish()
  await sheet.getByText('0 moved, 1 added, 0 removed').waitFor()
  await sheet.getByText('New: Window desk').waitFor()
  await sheet.getByRole('button', { name: 'Publish version 2' }).click()
  await sheet.waitFor({ state: 'detached' })

  const book = new BookPage(phone.page())
  await book.open()
  await book.chooseDay('Friday 4 December')
  const booking = await book.choose('Window desk')
  await (await booking.book()).says('Booked')
})
