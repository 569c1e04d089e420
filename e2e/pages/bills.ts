import { readFile } from 'node:fs/promises'
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

  /** From Me. */
  async openByHand(): Promise<void> {
    await this.#page.getByRole('link', { name: 'Bills and what comes next' }).click()
    await this.next.waitFor()
  }

  /** The newest bill's, in the list. */
  get pdf() {
    return this.#page.getByRole('button', { name: /^Open PDF of bill / }).first()
  }

  get next() {
    return this.#page.getByRole('region', { name: 'Next bill' })
  }

  /** An issued one, by its period. */
  issued(period: string) {
    return this.#page.getByRole('link', { name: period })
  }

  /** What the browser saves once it is pressed, by the name of its document. */
  async saved(document: RegExp): Promise<Buffer> {
    const download = this.#page.waitForEvent('download')
    await this.#page.getByRole('button', { name: document }).click()
    return readFile(await (await download).path())
  }

  /** What the device says of a document's signature. */
  get seal() {
    return this.#page.getByText('Signed by Harbour Loft GmbH, checked on this device.')
  }

  /** The document of a bill. */
  get document() {
    return this.#page.getByRole('article', { name: /^Bill / })
  }

  /** That of what was kept of a deposit. */
  get damageStatement() {
    return this.#page.getByRole('article', { name: /^Damage statement / })
  }
}
