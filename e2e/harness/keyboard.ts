/** A person without a pointer: goes from stop to stop, and notices when the focus is lost, hidden or without a ring. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a keyboard user perceives of the element that has the focus. */
export interface Focus {
  readonly name: string
  /** The label of the card around it, so that two "Cancel booking" can be told apart. */
  readonly card: string
  readonly isLost: boolean
  readonly hasRing: boolean
  readonly isCovered: boolean
}

/** More stops than any screen has. */
const STOPS_MAX = 150

export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }

  /** Tabs until it stands on the control of that name, looking at the focus at every stop. */
  async tabTo(name: RegExp, card = ''): Promise<void> {
    const passed: string[] = []
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      await this.press('Tab')
      const focus = await this.focus()
      passed.push(focus.name)
      if (focus.isLost) continue // between the last stop and the first lies the browser itself
      expect(focus, 'each stop shows where it is').toMatchObject({
        hasRing: true,
        isCovered: false,
      })
      if (name.test(focus.name) && focus.card.startsWith(card)) return
    }
    throw new Error(`No stop is called ${name}. Passed: ${passed.join(' | ')}`)
  }

  /** After something was done: the focus is still somewhere. */
  async expectFocus(): Promise<void> {
    await expect.poll(async () => (await this.focus()).isLost).toBe(false)
  }

  focus(): Promise<Focus> {
    return this.#page.evaluate(readFocus)
  }
}

/** Runs inside the page. */
function readFocus(): Focus {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { name: '', card: '', isLost: true, hasRing: false, isCovered: false }
  }
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
  const name = element.ariaLabel ?? label ?? element.textContent ?? ''
  const style = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  // A field without a box of its own lends its ring to its label, and a page's main part needs none: it is no stop.
  const ringed = element.closest('label') ?? element
  const hasOutline = (of: CSSStyleDeclaration) =>
    (of.outlineStyle !== 'none' && of.outlineWidth !== '0px') || of.boxShadow !== 'none'
  return {
    name: name.replace(/\s+/g, ' ').trim(),
    card: element.closest('article')?.ariaLabel ?? '',
    isLost: false,
    hasRing: hasOutline(style) || hasOutline(getComputedStyle(ringed)),
    isCovered: hit === null || !(element.contains(hit) || ringed.contains(hit)),
  }
}
