import type { Page } from 'playwright-core'
import { must } from '../../domain/values/assert.ts'
import { BookingSheet } from './booking-sheet.ts'

/** What is free when, as a list. */
export class BookPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/book')
    await this.#page.getByRole('heading', { name: 'Book', level: 1 }).waitFor()
  }

  /** Types what is needed, as one line. */
  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: 'What do you need?' }).fill(text)
    await this.#page.keyboard.press('Enter')
  }

  async chooseKind(kind: string): Promise<void> {
    await this.#chip('What', kind).click()
  }

  /** As the strip calls it: "Friday 4 December". */
  async chooseDay(day: string): Promise<void> {
    await this.#chip('Day', day).click()
  }

  /** A day beyond the strip, as a date field takes it. */
  async chooseOtherDay(date: string): Promise<void> {
    await this.#page.getByLabel('Other day').fill(date)
  }

  async chooseTime(time: string): Promise<void> {
    const chip = this.#chip('Time', time)
    const opener = this.#page.getByRole('button', { name: /^Time /, expanded: false })
    await opener.or(chip).first().waitFor()
    if (await opener.isVisible()) await opener.click()
    await chip.click()
  }

  #chip(group: string, name: string) {
    return this.#page.getByRole('group', { name: group }).getByRole('button', { name, exact: true })
  }

  /** The button that books a place; there only while it is free. */
  bookButton(place: string) {
    return this.#page.getByRole('button', { name: new RegExp(`^(Book|Ask for) ${place},`) })
  }

  /** Opens the sheet of a place. */
  async choose(place: string): Promise<BookingSheet> {
    await this.bookButton(place).click()
    return new BookingSheet(this.#page, place)
  }

  /** The names of the free places, in the order of the list. */
  freePlaces(): Promise<readonly string[]> {
    return this.#free(/^Book .+,/)
  }

  /** A free desk whose name no other location uses: Pier Studio has a Desk 1 to 8 of its own. */
  async freeDesk(): Promise<string> {
    return must((await this.#free(/^Book Desk (9|\d\d),/))[0], 'it was waited for')
  }

  /** The names of those, once there is one: Today, from where one may come, has such a button too. */
  async #free(name: RegExp): Promise<readonly string[]> {
    await this.#page.getByRole('heading', { level: 1, name: 'Book' }).waitFor()
    const buttons = this.#page.getByRole('button', { name })
    await buttons.first().waitFor()
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    )
    return names.map((one) => one.replace(/^Book (.+),.*$/, '$1'))
  }

  /** The line that says how old the availability is. */
  get age() {
    return this.#page.getByText(/as of (\w+ \d+ \w+, )?\d\d:\d\d/)
  }
}
