import type { Page } from 'playwright-core'

/** What stands around every page: the places to go, what is said about the connection, and the line that passes by. */
export class Shell {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async goTo(place: string): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: place, exact: true })
      .click()
  }

  get offlinePill() {
    return this.#page.getByRole('button', { name: 'Offline', exact: true })
  }

  get updatePill() {
    return this.#page.getByRole('button', { name: /A new version is ready/ })
  }

  get outOfSpacePill() {
    return this.#page.getByRole('button', { name: 'This device is out of space' })
  }

  get installOffer() {
    return this.#page.getByRole('complementary', { name: 'Keep it at hand' })
  }

  toast(text: string) {
    return this.#page.getByRole('status').getByText(text, { exact: true })
  }

  get undoButton() {
    return this.#page.getByRole('button', { name: 'Undo' })
  }

  async isOffline(): Promise<void> {
    await this.offlinePill.waitFor({ timeout: 25_000 }) // a silent link is noticed within 20 s
  }

  async isOnline(): Promise<void> {
    await this.offlinePill.waitFor({ state: 'hidden', timeout: 40_000 }) // the back-off goes up to 30 s
  }
}
