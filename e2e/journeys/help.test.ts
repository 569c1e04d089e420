import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { HelpPage, MessagesPage } from '../pages/help.ts'

test('[T-01] [T-03] [T-04] [T-06] [L-13] a problem with a picture is written in a dead zone and survives a reload; the team finds it by its address, answers it in another dead zone, and its member resolves it', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Mara')
  await waitUntilKept(phone.page())
  const help = new HelpPage(phone.page())
  await help.report('res_desk-14')
  const picture = await phone.page().screenshot()
  await phone.goOffline()
  await help.write('The lamp is dark <b>again</b>')
  await help.addPicture(picture)
  await phone.page().reload()
  await help.says('Remove picture 1').waitFor()
  await help.save()

  await phone.goOnline()
  await help.numbered.waitFor()
  await help.picture.waitFor()

  const queue = new MessagesPage(desk.page())
  await queue.open()
  await queue.choose('The lamp is dark <b>again</b>')
  await queue.picture.waitFor()
  const { address } = queue
  await queue.goBack()
  await queue.follow(address)
  await waitUntilKept(desk.page())
  await desk.goOffline()
  await queue.note('The third one this week')
  await queue.answer('A new one comes at six')
  await queue.takeBack('A new one comes at six')
  await queue.answer('A new one comes at noon')
  await desk.page().reload()
  await queue.saved('A new one comes at noon').waitFor()
  expect(await help.says('A new one comes at noon').count()).toBe(0)
  await desk.goOnline()

  await help.says('A new one comes at noon').waitFor()
  expect(await help.says('The third one').count()).toBe(0)
  await queue.saved('A new one comes at noon').waitFor({ state: 'detached' })
  await help.resolve()
  await help.state.filter({ hasText: 'Resolved' }).waitFor()
})
