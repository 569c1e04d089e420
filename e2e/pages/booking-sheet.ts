import type { Page } from 'playwright-core'
import { BookingCard } from './booking-card.ts'

/** One place at one time, and after the tap its answer. */
export class BookingSheet {
  readonly place: string
  readonly #page: Page

  constructor(page: Page, place: string) {
    this.#page = page
    this.place = place
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: this.place })
  }

  /** The one primary button: "Book 09:00–18:00", and without a network "Save wish for …", because nothing is booked yet. */
  get bookButton() {
    return this.dialog.getByRole('button', { name: /^(Book|Save wish for) \d\d:\d\d/ })
  }

  /** Of a place that the team approves: "Ask for 09:00–13:00". */
  get askButton() {
    return this.dialog.getByRole('button', { name: /^Ask for \d\d:\d\d/ })
  }

  get note() {
    return this.dialog.getByLabel('Note')
  }

  get takeNearest() {
    return this.dialog.getByRole('checkbox', { name: /take the closest free one/ })
  }

  get trouble() {
    return this.dialog.getByRole('alert')
  }

  /** Another end of the time, as the list of times calls it. */
  async changeUntil(time: string): Promise<void> {
    await this.dialog.getByText('Change time').click()
    await this.dialog.getByLabel('Until').selectOption(time)
  }

  async book(): Promise<BookingCard> {
    await this.bookButton.click()
    return this.answer
  }

  /** What took the place of the form. */
  get answer() {
    return new BookingCard(this.dialog, this.place, '')
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
