/** Counts what a person does, not what a test calls: every press of a pointer, and every field that is filled. */
import type { BrowserContext } from 'playwright-core'

export interface Taps {
  /** For `prepare` of a device. */
  readonly prepare: (context: BrowserContext) => Promise<void>
  startOver(): void
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
    startOver: () => {
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
  addEventListener('change', () => tapped(), { capture: true })
}
