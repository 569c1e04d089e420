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

  card(place: string, day: string): BookingCard {
    return new BookingCard(this.#page, place, day)
  }
}
