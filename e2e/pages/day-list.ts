import type { Page } from 'playwright-core'

/** Who comes today, who is here, who has left: for staff. */
export class DayListPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator')
    await this.#page.getByRole('heading', { name: 'Arrivals' }).waitFor()
  }

  async nextDay(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Next day' }).click()
  }

  /** The line of a person at a place. */
  arrival(person: string, place: string) {
    return this.#page
      .getByRole('listitem')
      .filter({ hasText: person })
      .filter({ hasText: new RegExp(`${place}(?!\\d)`) })
  }
}
