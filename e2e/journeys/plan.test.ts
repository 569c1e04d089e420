import { expect } from 'vitest'
import { onlineTest as test } from '../harness/journey.ts'
import { makeTaps } from '../harness/taps.ts'
import { PlanPage } from '../pages/plan.ts'
import { Shell } from '../pages/shell.ts'

test('[F-01] [F-03] any desk is booked from the plan in three taps from the start of the app, and the time moves by keys with every answer', async ({
  devices,
}) => {
  const taps = makeTaps()
  const phone = await devices.of('Hana', { prepare: taps.prepare })
  await phone.page().goto('/')
  const plan = new PlanPage(phone.page())

  await taps.startOver(phone.page())
  await new Shell(phone.page()).goTo('Plan')
  await plan.isDrawn()
  await plan.chooseDay('Friday 11 December') // not counted below: another day is one tap more
  const desk = await plan.freeDesk()
  await plan.tap(desk)
  await plan.bookButton(`Desk ${desk}`).click()
  await plan.answer(`Desk ${desk}`).says('Booked')
  expect(taps.count()).toBe(3 + 1)
  await plan.place(new RegExp(`^Desk ${desk}\\b.*Booked`)).waitFor({ state: 'attached' })

  await plan.open('?date=2026-12-10')
  await plan.place(/^Desk 20.*Free 09:00 to 17:00\. €24\.00/).waitFor({ state: 'attached' })
  await plan.earlierEnd.press('PageUp')
  await plan.earlierEnd.press('ArrowRight')
  await plan.place(/^Desk 20.*Free 11:30 to 17:00\. €22\.00/).waitFor({ state: 'attached' })
})

test('[F-04] the keyboard walks the floor, hears each place, and opens one', async ({
  devices,
}) => {
  const desk = await devices.of('Hana', { width: 1440, height: 900 })
  const plan = new PlanPage(desk.page())
  // A day without a booking of hers: there the walk begins at the first place, not at her own.
  await plan.open('?date=2026-12-22')
  await plan.isDrawn()
  await plan.places.focus()
  const keys = desk.page().keyboard
  await keys.press('ArrowRight')
  await expect.poll(() => plan.activePlace.getAttribute('aria-label')).toMatch(/^Desk 2, window\. /)
  await keys.press('ArrowDown')
  await keys.press('ArrowDown')
  await expect
    .poll(() => plan.activePlace.getAttribute('aria-label'))
    .toMatch(/^Desk 15, monitor\. /)
  await keys.press('Enter')
  await desk.page().getByRole('dialog', { name: 'Desk 15' }).waitFor()
})

test('a browser that cannot draw shows the list and says so', async ({ devices }) => {
  const phone = await devices.of('Hana', {
    prepare: async (context) => {
      await context.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      })
    },
  })
  const plan = new PlanPage(phone.page())
  await plan.open('?date=2026-12-10')
  await phone.page().getByText('This browser can’t draw the plan').waitFor()
  const desk = await plan.freeDesk()
  await plan.place(new RegExp(`^Desk ${desk}\\b`)).click()
  await plan.bookButton(`Desk ${desk}`).waitFor()
})
