import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { ProfilePage } from '../pages/profile.ts'

test('[A-01] [A-02] [A-03] [C-07] two devices write apart and both stay; another member finds the skill, and not the phone number', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  const [laptop, other] = await Promise.all([
    devices.of('Hana', { width: 1440, height: 900 }),
    devices.of('Dev'),
  ])
  const onPhone = new ProfilePage(phone.page())
  const onLaptop = new ProfilePage(laptop.page())
  await Promise.all([onPhone.open(), onLaptop.open()])
  await Promise.all([phone.goOffline(), laptop.goOffline()])
  await onPhone.say('Phone', '+49 40 5550199')
  await onPhone.addSkill('Type design')
  await onPhone.stands('Saved on this device. We’ll send it when you’re back online.')
  await onLaptop.say('Company', 'Sato Letters')
  await onLaptop.field('Show me in the directory').check()
  await onLaptop.field('Show skills').check()
  await Promise.all([phone.goOnline(), laptop.goOnline()])
  await Promise.all([onPhone.stands('Saved.'), onLaptop.stands('Saved.')])
  await expect.poll(() => onPhone.field('Company').inputValue()).toBe('Sato Letters')
  await expect.poll(() => onLaptop.field('Phone').inputValue()).toBe('+49 40 5550199')

  const dev = other.page()
  await dev.goto('/community')
  await dev.getByLabel('Search people').fill('hana')
  await dev.getByRole('heading', { name: 'Hana Sato' }).waitFor()
  // What is shown of her comes in pieces.
  await dev.getByRole('list', { name: 'Skills' }).getByText('Type design').waitFor()
  await other.goOffline()
  await dev.getByLabel('Search people').fill('tipe desi')
  await dev.getByText('1 person').waitFor()
  await dev.getByRole('heading', { name: 'Hana Sato' }).waitFor()
  expect(await dev.getByText('5550199').count()).toBe(0)
})
