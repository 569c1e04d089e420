import { expect } from 'vitest'
import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { countDrawing } from '../pages/drawing.ts'
import { PlanPage } from '../pages/plan.ts'
import { Shell } from '../pages/shell.ts'

test('[F-11] without a network a link leads to a floor, a desk and a time, and from there to the other floor and back', async ({
  devices,
}) => {
  const phone = await devices.of('Mara', { reducedMotion: 'reduce', prepare: countDrawing })
  const page = phone.page()
  await waitUntilKept(page)
  await phone.goOffline()
  const plan = new PlanPage(page)
  await plan.open(
    '?site=sit_pier-studio&place=res_pier-gallery-2&date=2026-12-10&from=10:00&until=12:00',
  )
  await plan.bar('Gallery 2').waitFor()
  await expect.poll(() => plan.floor.inputValue()).toBe('flr_pier-gallery')
  await page.getByText('10:00–12:00', { exact: true }).waitFor()

  await plan.floor.selectOption('Ground floor')
  await plan.place(/^Desk 3, window/).waitFor({ state: 'attached' })
  await expect.poll(() => page.url()).toContain('floor=flr_pier&')

  await plan.open('?place=res_desk-99&date=2026-12-10&from=10:00')
  await new Shell(page).toast('That place isn’t there any more.').waitFor()
  await page.goBack()
  await plan.place(/^Desk 3, window/).waitFor({ state: 'attached' })
})

test('[F-11] from afar zones tell what is free, a tap comes closer; nothing is drawn in vain, and a lost picture comes back', async ({
  devices,
}) => {
  const phone = await devices.of('Hana', {
    ...{ width: 320, height: 640, reducedMotion: 'reduce', prepare: countDrawing },
  })
  const page = phone.page()
  const plan = new PlanPage(page)
  await plan.open('?date=2026-12-10')
  await plan.isDrawn()
  await plan.drawing.isStill()
  expect(await plan.wallBrightness(), 'walls are of ink').toBeLessThan(80)
  await plan.drawing.loseAndRestore()
  await plan.drawing.isStill()
  expect(await plan.wallBrightness(), 'the picture is back').toBeLessThan(80)

  await plan.tapZone('Quayside')
  await plan.drawing.isStill()
  await plan.tapNear('Quayside', 18)
  await plan.bar('Desk 18').waitFor()

  await plan.drawing.isStill()
  await page.emulateMedia({ colorScheme: 'dark' })
  await plan.drawing.isDrawnAgain()
})
