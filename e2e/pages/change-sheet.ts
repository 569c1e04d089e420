import type { Page } from 'playwright-core'
import { BookingCard } from './booking-card.ts'

/** A booking to be had otherwise, and after the tap what became of it. */
export class ChangeSheet {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Change booking' })
  }

  async chooseUntil(time: string): Promise<void> {
    await this.dialog.getByLabel('Until').selectOption({ label: time })
  }

  async says(text: string | RegExp): Promise<void> {
    await this.dialog.getByText(text).waitFor()
  }

  /** "Change to 09:00–14:00", and without a network "Save wish for …", because nothing has changed yet. */
  get button() {
    return this.dialog.getByRole('button', { name: /^(Change to|Save wish for) / })
  }

  answer(place: string): BookingCard {
    return new BookingCard(this.dialog, place, '')
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
