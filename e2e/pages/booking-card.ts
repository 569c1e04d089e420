import type { Locator, Page } from 'playwright-core'

/** One booking or wish, wherever it is shown: on Today, among my bookings, in the sheet. */
export class BookingCard {
  readonly #card: Locator

  /** `day` as it is written there: "Tomorrow", "Fri 4 Dec". A member may have booked one place on many days. */
  constructor(within: Page | Locator, place: string, day: string) {
    this.#card = within.getByRole('article', { name: new RegExp(`^${place}, ${day}`) })
  }

  get all() {
    return this.#card
  }

  /** Waits until it says so: a state's word, or a sentence. */
  async says(text: string | RegExp): Promise<void> {
    await this.#card.getByText(text, { exact: true }).waitFor()
  }

  async text(): Promise<string> {
    return ((await this.#card.textContent()) ?? '').replace(/\s+/g, ' ')
  }

  button(name: string | RegExp) {
    return this.#card.getByRole('button', { name })
  }
}
