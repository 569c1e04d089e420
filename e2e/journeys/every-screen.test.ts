import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import {
  findLostStates,
  findViolations,
  readOverflow,
  readTargets,
  type Target,
} from '../harness/accessible.ts'
import { test } from '../harness/journey.ts'
import { type Look, people, sweep } from '../harness/sweep.ts'
import { readRoutes, type Screen, screens, visit, walkTo } from '../screens.ts'

/** Of all that can be tapped on a phone: how much may be smaller than a finger likes. */
const SHARE_UNDER_44 = 0.03
/** Between them they have all that can be chosen or lies on top: chips, days, tabs, rows, places, a sheet. The rules are the same everywhere. */
const inForcedColours = ['book', 'booking sheet', 'messages']

test('every address of the app is in the table of screens', () => {
  const routes = readRoutes()
  expect(routes.length).toBeGreaterThan(5)
  expect([...new Set(screens.map(({ route }) => route))].sort()).toEqual([...routes].sort())
})

for (const who of people) {
  test(`[X-02] [X-07] every screen of ${who} fits, can be hit and read by everybody, in either theme, on a phone and on a desk, and opens without a network`, async ({
    devices,
  }) => {
    const targets: Target[] = []
    const onPhone: Look = {
      before: (device) => device.page().emulateMedia({ colorScheme: 'light' }),
      at: async (page, screen) => {
        await page.setViewportSize({ width: 320, height: 640 })
        await walkTo(page, screen)
        return [
          ...(await wrongSizes(page, targets)),
          ...(inForcedColours.includes(screen.name) ? await findLostStates(page) : []),
          ...(await findViolations(page)),
        ]
      },
    }
    const onDeskOffline: Look = {
      before: async (device) => {
        await device.goOffline()
        await device.page().emulateMedia({ colorScheme: 'dark' })
        await device.page().setViewportSize({ width: 1440, height: 900 })
      },
      at: async (page, screen) => {
        await visit(page, screen)
        await expectNothingToWaitFor(page, screen)
        const violations = await findViolations(page)
        return violations.map((violation) => `offline: ${violation}`)
      },
    }
    const wrong = await sweep(devices, who, onPhone, onDeskOffline)
    expect(wrong, wrong.join('\n')).toEqual([])
    const under44 = targets.filter(({ size }) => size < 44)
    const names = [...new Set(under44.map(({ name, size }) => `${name} (${size})`))].join(', ')
    expect(under44.length / targets.length, names).toBeLessThan(SHARE_UNDER_44)
  })
}

/** Nothing scrolls sideways at 320 pixels or with text of twice the size, and what can be tapped is large enough. Adds that to all. */
async function wrongSizes(page: Page, all: Target[]): Promise<readonly string[]> {
  const narrow = await readOverflow(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const targets = await readTargets(page)
  all.push(...targets)
  const before = await textSize(page)
  await setTextSize(page, '200%')
  const large = await readOverflow(page)
  const hasGrown = (await textSize(page)) >= before * 1.9
  await setTextSize(page, '')
  return [
    ...targets.filter(({ size }) => size < 24).map(({ name }) => `${name} is small`),
    ...(narrow > 0 ? [`${narrow} px too wide at 320`] : []),
    ...(hasGrown ? [] : ['the text does not grow']),
    ...(large > 0 ? [`${large} px too wide with large text`] : []),
  ]
}

async function expectNothingToWaitFor(page: Page, { name }: Screen): Promise<void> {
  const waiting = page
    .locator('[aria-busy=true], [role=progressbar]')
    .or(page.getByText(/Fetching|has not arrived|Open this once with a connection/))
  await expect.poll(() => waiting.count(), { message: `${name} waits for nothing` }).toBe(0)
}

function setTextSize(page: Page, size: string): Promise<void> {
  return page.evaluate((wanted) => {
    document.documentElement.style.fontSize = wanted
  }, size)
}

function textSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
}
