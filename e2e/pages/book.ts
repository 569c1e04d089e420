import type { Page } from 'playwright-core'
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

  async chooseKind(kind: string): Promise<void> {
    await this.#chip('What', kind).click()
  }

  /** "Today", or as the strip writes it: "Fri 4". */
  async chooseDay(day: string): Promise<void> {
    await this.#chip('Day', day).click()
  }

  async chooseTime(time: string): Promise<void> {
    await this.#chip('Time', time).click()
  }

  #chip(group: string, name: string) {
    return this.#page.getByRole('group', { name: group }).getByRole('button', { name, exact: true })
  }

  /** The button that books a place; there only while it is free. */
  bookButton(place: string) {
    return this.#page.getByRole('button', { name: new RegExp(`^Book ${place},`) })
  }

  /** The row of a place, free or not. */
  row(place: string) {
    const heading = this.#page.getByRole('heading', { name: place, exact: true })
    return this.#page.getByRole('listitem').filter({ has: heading })
  }

  /** Opens the sheet of a place. */
  async choose(place: string): Promise<BookingSheet> {
    await this.bookButton(place).click()
    return new BookingSheet(this.#page, place)
  }

  /** The names of the free places, in the order of the list. */
  async freePlaces(): Promise<readonly string[]> {
    const buttons = this.#page.getByRole('button', { name: /^Book .+,/ })
    await buttons.first().waitFor()
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    )
    return names.map((name) => name.replace(/^Book (.+),.*$/, '$1'))
  }

  /** The line that says how old the availability is. */
  get age() {
    return this.#page.getByText(/as of \d\d:\d\d/)
  }
}
