import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readOverflow, readTargets } from '../harness/accessible.ts'
import { test } from '../harness/journey.ts'
import { sweep } from '../harness/sweep.ts'
import { visit } from '../screens.ts'

test('[X-07] nothing scrolls sideways at 320 pixels or with text of twice the size, and what can be tapped is large enough', async ({
  devices,
}) => {
  let all = 0
  let under44 = 0
  const wrong = await sweep(devices, (page) => async (screen) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await visit(page, screen)
    const narrow = await readOverflow(page)
    await page.setViewportSize({ width: 390, height: 844 })
    const targets = await readTargets(page)
    all += targets.length
    under44 += targets.filter(({ size }) => size < 44).length
    const before = await textSize(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const large = await readOverflow(page)
    return [
      ...targets
        .filter(({ size }) => size < 24)
        .map(({ name }) => `${screen.name}: ${name} is small`),
      ...(narrow > 0 ? [`${screen.name}: ${narrow} px too wide at 320`] : []),
      ...((await textSize(page)) < before * 1.9 ? [`${screen.name}: the text does not grow`] : []),
      ...(large > 0 ? [`${screen.name}: ${large} px too wide with large text`] : []),
    ]
  })
  expect(wrong).toEqual([])
  expect(under44 / all).toBeLessThan(0.03)
})

function textSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
}
