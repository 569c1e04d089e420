/** Counts what a person does, not what a test calls: every press of a pointer, and every field that is filled. */
import type { BrowserContext, Page } from 'playwright-core'

export interface Taps {
  /** For `prepare` of a device. */
  readonly prepare: (context: BrowserContext) => Promise<void>
  /** From the next one on; what was pressed before has been counted by then. */
  startOver(page: Page): Promise<void>
  count(): number
}

export function makeTaps(): Taps {
  let count = 0
  return {
    prepare: async (context) => {
      await context.exposeBinding('tapped', () => {
        count += 1
      })
      await context.addInitScript(watchTaps)
    },
    startOver: async (page) => {
      await page.evaluate(() => undefined) // a page tells in order
      count = 0
    },
    count: () => count,
  }
}

/** Runs inside the page. */
function watchTaps(): void {
  // Put there by `exposeBinding` above.
  const { tapped } = globalThis as unknown as { tapped(): void }
  addEventListener('pointerdown', () => tapped(), { capture: true })
  const isPressed = ({ target }: Event) =>
    target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
  addEventListener('change', (event) => isPressed(event) || tapped(), { capture: true })
}
