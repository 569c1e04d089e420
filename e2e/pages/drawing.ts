/** The canvas of the plan, as far as a browser lets one look into it: how often it is drawn, and what its loss does to it. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Point } from '../../floorplans/document/floor-plan.ts'
import { readPng } from '../harness/small-png.ts'

declare global {
  interface Window {
    drawings: number
  }
}

/** Counts what reaches the graphics card, from the first page on. */
export async function countDrawing(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.drawings = 0
    for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced'] as const) {
      const draw = WebGL2RenderingContext.prototype[name]
      Object.assign(WebGL2RenderingContext.prototype, {
        [name](this: WebGL2RenderingContext, ...given: readonly number[]) {
          window.drawings += 1
          return Reflect.apply(draw, this, given)
        },
      })
    }
  })
}

export class Drawing {
  readonly #page: Page
  #before = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** It has been drawn, and then for a whole second of frames it is not drawn again. */
  async isStill(): Promise<void> {
    await expect.poll(() => this.#inOneSecond(), { timeout: 20_000 }).toBe(0)
    this.#before = await this.#count()
    expect(this.#before).toBeGreaterThan(0)
  }

  /** It was drawn since it was still. */
  async isDrawnAgain(): Promise<void> {
    await expect.poll(() => this.#count()).toBeGreaterThan(this.#before)
  }

  /** Takes the graphics card away and gives it back, as a laptop does that wakes up; it must be drawn again by itself. */
  async loseAndRestore(): Promise<void> {
    await this.#page.evaluate(async () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.plan-canvas canvas')
      const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      const isOver = (name: string) =>
        new Promise((resolve) => canvas?.addEventListener(name, resolve, { once: true }))
      const lost = isOver('webglcontextlost')
      loss?.loseContext()
      await lost
      // Not before everybody has heard of the loss and asked for the restoring.
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const restored = isOver('webglcontextrestored')
      loss?.restoreContext()
      await restored
    })
    await this.isDrawnAgain()
  }

  /** How bright a point of the page is, 0 for black to 255, as the screen shows it. */
  async brightnessAt({ x, y }: Point): Promise<number> {
    const clip = { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 }
    const { pixels } = readPng(await this.#page.screenshot({ clip }))
    const [red = 0, green = 0, blue = 0] = pixels
    return (red + green + blue) / 3
  }

  #count(): Promise<number> {
    return this.#page.evaluate(() => window.drawings)
  }

  #inOneSecond(): Promise<number> {
    return this.#page.evaluate(async () => {
      const before = window.drawings
      const from = performance.now()
      while (performance.now() - from < 1000) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return window.drawings - before
    })
  }
}
