import type { Page } from 'playwright-core'

/** The member's bills: the next one, and those that were issued. */
export class BillsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/me/bills')
    await this.next.waitFor()
  }

  get next() {
    return this.#page.getByRole('region', { name: 'Next bill' })
  }

  /** An issued one, by its period. */
  issued(period: string) {
    return this.#page.getByRole('link', { name: period })
  }

  /** The document of a bill. */
  get document() {
    return this.#page.getByRole('article', { name: /^Bill / })
  }
}
