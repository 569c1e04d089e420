/** The same page on a phone and at a desk, for journeys whose steps are the same on either. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { readOverflow } from './accessible.ts'

const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
} as const

/** Each is to be seen in either size, and nothing scrolls sideways. The page stays as large as `then` says. */
export async function seenOnBoth(
  page: Page,
  then: keyof typeof sizes,
  ...shown: readonly Locator[]
): Promise<void> {
  const other = then === 'phone' ? 'desk' : 'phone'
  for (const size of [sizes[other], sizes[then]]) {
    await page.setViewportSize(size)
    for (const one of shown) await one.waitFor()
    expect(await readOverflow(page), `at ${size.width}`).toBeLessThanOrEqual(0)
  }
}
