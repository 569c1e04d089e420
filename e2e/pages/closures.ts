import type { Page } from 'playwright-core'

/** Holidays and works, for those who may close the place. */
export class ClosuresPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/closures')
    await this.#page.getByRole('heading', { name: 'Closures' }).waitFor()
  }

  /** Opens the sheet for a new one; it begins with the whole of tomorrow. */
  async add(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add closure' }).click()
    await this.#sheet.getByLabel('What members read').fill(name)
  }

  /** Asks which bookings lie inside; returns how many. */
  async check(): Promise<number> {
    await this.#sheet.getByRole('button', { name: 'Check bookings' }).click()
    const told = this.#sheet.getByText(/\d+ bookings? inside/)
    await told.waitFor()
    return Number.parseInt((await told.textContent()) ?? '', 10)
  }

  async cancelAll(): Promise<void> {
    await this.#sheet.getByRole('button', { name: 'Cancel, nothing owed' }).click()
  }

  get trouble() {
    return this.#sheet.getByRole('alert')
  }

  async save(): Promise<void> {
    await this.#sheet.getByRole('button', { name: 'Save closure' }).click()
  }

  closure(name: string) {
    return this.#page.getByRole('listitem').filter({ hasText: name })
  }

  get #sheet() {
    return this.#page.getByRole('dialog', { name: 'Add closure' })
  }
}
