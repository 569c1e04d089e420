/** Every text that a card, a notice or an empty list showed, however briefly: for what must never be said before its time. */
import type { BrowserContext } from 'playwright-core'

export interface WordsShown {
  /** For `prepare` of a device. */
  readonly prepare: (context: BrowserContext) => Promise<void>
  /** The texts of the cards of a place on a day, in the order of their first showing. */
  of(place: string, day: string): readonly string[]
  /** Those of them all that have these words somewhere. */
  saying(part: string): readonly string[]
}

export function makeWordsShown(): WordsShown {
  const shown = new Set<string>()
  return {
    prepare: async (context) => {
      await context.exposeBinding('cardShown', (_source, text: string) => shown.add(text))
      await context.addInitScript(watchCards)
    },
    of: (place, day) => [...shown].filter((text) => text.startsWith(`${place}, ${day},`)),
    saying: (part) => [...shown].filter((text) => text.includes(part)),
  }
}

/** Runs inside the page. */
function watchCards(): void {
  const told = new Set<string>()
  const look = () => {
    for (const card of document.querySelectorAll('article, .notice, .empty')) {
      const text = `${card.ariaLabel}: ${card.textContent}`
      if (told.has(text)) continue
      told.add(text)
      // Put there by `exposeBinding` above.
      ;(globalThis as unknown as { cardShown(text: string): void }).cardShown(text)
    }
  }
  const options = { childList: true, subtree: true, characterData: true }
  new MutationObserver(look).observe(document, options)
}
