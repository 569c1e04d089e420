import type { Page } from 'playwright-core'
import { BookingCard } from './booking-card.ts'

/** What is next, what needs the member, and the shortest way to a desk. */
export class TodayPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/')
    await this.#page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  }

  card(place: string, day: string): BookingCard {
    return new BookingCard(this.#page, place, day)
  }

  /** One tap on the card of the usual; what takes its place. */
  async bookUsual(place: string): Promise<BookingCard> {
    const usual = this.#page.getByRole('region', { name: 'Your usual' })
    await usual.getByRole('button', { name: new RegExp(`^Book ${place},`) }).click()
    return new BookingCard(usual, place, '')
  }

  get needsYou() {
    return this.#page.getByRole('region', { name: 'Needs you' })
  }
}
