import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { ThreadPage } from '../pages/messages.ts'

test('[C-08] [X-02] a message is written in a dead zone and survives a reload; it is answered once there is a network, two tabs send a word once, and who blocks hears no more', async ({
  devices,
}) => {
  const [phone, desk] = await devices.phoneAndDesk('Hana', 'Dev')
  await waitUntilKept(phone.page())
  const hers = new ThreadPage(phone.page())
  await hers.openFromDirectory('Dev Anand')
  await phone.goOffline()
  await hers.write('Lunch at one <b>sharp</b>?')
  await phone.page().reload()
  await expect.poll(() => hers.draft).toBe('Lunch at one <b>sharp</b>?')
  await hers.send()
  await hers.state('Saved on this device').waitFor()

  await phone.goOnline()
  await hers.state('Delivered').waitFor()
  const his = new ThreadPage(desk.page())
  await his.openUnread('Hana Sato')
  await his.says('Lunch at one <b>sharp</b>?').waitFor()
  await his.write('At one')
  await his.send()
  await hers.says('At one').waitFor()

  // Two tabs of one device have one draft between them, and send it once.
  const tab = new ThreadPage(await phone.openTab('/community/messages/mem_dev'))
  await hers.write('On my way')
  await hers.leaveField()
  await expect.poll(() => tab.draft).toBe('On my way')
  await tab.send()
  await expect.poll(() => hers.draft).toBe('')
  await Promise.all([hers, tab, his].map((one) => one.says('On my way').waitFor()))
  expect(await Promise.all([hers, tab, his].map((one) => one.says('On my way').count()))).toEqual([
    ...[1, 1, 1],
  ])

  await his.block()
  await hers.write('See you there')
  await hers.send()
  await hers.delivered('See you there').waitFor()
  await his.unblock()
  await hers.write('Are you here?')
  await hers.send()
  await his.says('Are you here?').waitFor()
  expect(await his.says('See you there').count()).toBe(0)
})
