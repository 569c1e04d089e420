import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findViolations, readOverflow, readTargets } from '../harness/accessible.ts'
import type { Device } from '../harness/device.ts'
import { type Devices, test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { readRoutes, type Screen, screens, visit } from '../screens.ts'

const people: readonly Screen['who'][] = ['Hana', 'Mara', 'nobody']

/** Each pair of theme, width and network meets at least once. */
const looks = {
  online: [
    { colorScheme: 'light', width: 360 },
    { colorScheme: 'dark', width: 768 },
    { colorScheme: 'light', width: 1440 },
  ],
  offline: [
    { colorScheme: 'dark', width: 360 },
    { colorScheme: 'light', width: 768 },
    { colorScheme: 'dark', width: 1440 },
  ],
} as const

/** A device of each of them, with everything kept that works without a network. */
async function deviceOf(devices: Devices, who: Screen['who']): Promise<Device> {
  if (who !== 'nobody') {
    const device = await devices.of(who)
    await waitUntilKept(device.page())
    return device
  }
  const device = await devices.fresh()
  await device.page().goto('/sign-in')
  await device.page().evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return device
}

/** Does something with each screen of each person, and collects what is wrong. */
async function sweep(
  devices: Devices,
  look: (page: Page, device: Device) => (screen: Screen) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const who of people) {
    const device = await deviceOf(devices, who)
    const lookAt = look(device.page(), device)
    for (const screen of screens.filter((one) => one.who === who)) {
      wrong.push(...(await lookAt(screen)))
    }
  }
  return wrong
}

test('every address of the app is in the table of screens', () => {
  const routes = readRoutes()
  expect(routes.length).toBeGreaterThan(5)
  expect([...new Set(screens.map(({ route }) => route))].sort()).toEqual([...routes].sort())
})

test('[X-07] axe finds nothing on any screen, in either theme, at any width, with and without a network', async ({
  devices,
}) => {
  const wrong = await sweep(devices, (page, device) => async (screen) => {
    const found: string[] = []
    for (const network of ['online', 'offline'] as const) {
      await device.context().setOffline(network === 'offline')
      await visit(page, screen)
      for (const { colorScheme, width } of looks[network]) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const violations = await findViolations(page)
        const where = `${screen.name}, ${network}, ${colorScheme}, ${width}`
        found.push(...violations.map((violation) => `${where}: ${violation}`))
      }
    }
    await device.goOnline()
    return found
  })
  expect(wrong).toEqual([])
})

test('[X-07] nothing that can be tapped is smaller than 24 pixels, and nearly all of it is 44', async ({
  devices,
}) => {
  let all = 0
  let under44 = 0
  const wrong = await sweep(devices, (page) => async (screen) => {
    await visit(page, screen)
    const targets = await readTargets(page)
    all += targets.length
    under44 += targets.filter(({ size }) => size < 44).length
    return targets.filter(({ size }) => size < 24).map(({ name }) => `${screen.name}: ${name}`)
  })
  expect(wrong).toEqual([])
  expect(under44 / all).toBeLessThan(0.03)
})

test('[X-07] nothing scrolls sideways at 320 pixels, nor with text of twice the size', async ({
  devices,
}) => {
  const wrong = await sweep(devices, (page) => async (screen) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await visit(page, screen)
    const narrow = await readOverflow(page)
    await page.setViewportSize({ width: 390, height: 844 })
    const before = await textSize(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const large = await readOverflow(page)
    return [
      ...(narrow > 0 ? [`${screen.name}: ${narrow} px too wide at 320`] : []),
      ...((await textSize(page)) < before * 1.9 ? [`${screen.name}: the text does not grow`] : []),
      ...(large > 0 ? [`${screen.name}: ${large} px too wide with large text`] : []),
    ]
  })
  expect(wrong).toEqual([])
})

function textSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
}
