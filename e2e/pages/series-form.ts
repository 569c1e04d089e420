import type { Locator } from 'playwright-core'

/** A booking that repeats, in the sheet of its place: the rule, every date with its answer, and what became of them. */
export class SeriesForm {
  readonly #dialog: Locator

  constructor(dialog: Locator) {
    this.#dialog = dialog
  }

  async repeat(how: string): Promise<void> {
    await this.#dialog.getByLabel('Repeat').selectOption({ label: how })
    await this.#dialog.getByRole('heading', { name: 'Dates' }).waitFor()
  }

  /** One date, as it is written there: "Tue 15 Dec". */
  date(day: string): Locator {
    return this.#dialog.getByRole('listitem').filter({ hasText: day })
  }

  /** Waits until the date says so. */
  async says(day: string, text: string | RegExp): Promise<void> {
    await this.date(day).getByText(text).first().waitFor()
  }

  /** Unfolds what can be done about a date and takes the first thing that is free instead. */
  async takeFirstInstead(day: string): Promise<void> {
    await this.date(day).getByText(day).click()
    await this.date(day).getByRole('button', { name: /€/ }).first().click()
  }

  /** The one primary button names what will happen. */
  get bookButton() {
    return this.#dialog.getByRole('button', { name: /^Book (all )?\d/ })
  }

  get heading() {
    return this.#dialog.getByText(/^\d of \d+ dates booked$/)
  }

  async done(): Promise<void> {
    await this.#dialog.getByRole('button', { name: 'Done' }).click()
  }
}
