import type { Page } from 'playwright-core'
import { BookingCard } from './booking-card.ts'

/** Everything the member has wished or booked. */
export class BookingsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/bookings')
    await this.#page.getByRole('heading', { name: 'My bookings' }).waitFor()
  }

  /** Unfolds what is over or cancelled. */
  async showPast(): Promise<void> {
    await this.#page.getByText(/^Show \d+ past booking/).click()
  }

  /** Unfolds what follows in a series. */
  async showSeries(): Promise<void> {
    await this.#page.getByText(/^\d+ dates to come$/).click()
  }

  /** Brings a date that its series misses back into it. */
  async bringBack(day: string): Promise<void> {
    await this.#page.getByText(/^\d+ dates? left out or cancelled$/).click()
    await this.#page.getByRole('button', { name: `Bring ${day} back` }).click()
    const sheet = this.#page.getByRole('dialog', { name: 'Bring dates back' })
    await sheet.getByRole('button', { name: 'Bring it back' }).click()
    await sheet.waitFor({ state: 'hidden' })
  }

  /** Cancels a series from a date on, as the list of its dates names it. */
  async cancelFrom(day: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Cancel dates' }).click()
    const sheet = this.#page.getByRole('dialog', { name: 'Cancel dates' })
    await sheet.getByLabel('One date and all that follow').check()
    await sheet.getByLabel('First day').selectOption({ label: day })
    await sheet.getByRole('button', { name: /^Cancel \d/ }).click()
    await sheet.waitFor({ state: 'hidden' })
  }

  card(place: string, day: string): BookingCard {
    return new BookingCard(this.#page, place, day)
  }
}
