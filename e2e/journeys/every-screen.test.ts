import { expect } from 'vitest'
import { findViolations } from '../harness/accessible.ts'
import { test } from '../harness/journey.ts'
import { sweep } from '../harness/sweep.ts'
import { readRoutes, screens, visit } from '../screens.ts'

/** Either theme, on a phone and on a desk, with and without a network: each at least once on every screen. */
const looks = {
  online: [{ colorScheme: 'light', width: 360 }],
  offline: [{ colorScheme: 'dark', width: 1440 }],
} as const

test('every address of the app is in the table of screens', () => {
  const routes = readRoutes()
  expect(routes.length).toBeGreaterThan(5)
  expect([...new Set(screens.map(({ route }) => route))].sort()).toEqual([...routes].sort())
})

test('[X-07] axe finds nothing on any screen, in either theme, on a phone and on a desk, with and without a network', async ({
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
