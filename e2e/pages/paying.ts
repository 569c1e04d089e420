import type { Locator, Page } from 'playwright-core'

/** The demo page of the payment processor, and what a member does before and after it. */
export class PayingPages {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async payBill(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Pay / }).click()
    await this.#page.getByText('No money moves. Choose').waitFor()
  }

  async payDeposit(): Promise<void> {
    await this.#page.getByRole('button', { name: /^Pay .* deposit of/ }).click()
    await this.#page.getByText('No money moves. Choose').waitFor()
  }

  async addCard(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add a card' }).click()
    await this.#page.getByText('No money moves. Choose').waitFor()
  }

  /** A test card by what it does. */
  card(name: string): Locator {
    return this.#page.getByRole('button', { name })
  }

  async press(card: string): Promise<void> {
    await this.card(card).click()
  }

  get needs() {
    return this.#page.getByRole('article', { name: 'Payment needs you' })
  }
}
