import type { Page } from 'playwright-core'

/** Who asked for a place that the team gives: for staff. */
export class RequestsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/requests')
    await this.#page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  }

  async approve(place: string, person: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Approve ${place} for ${person}` }).click()
  }

  async decline(place: string, person: string, reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Decline ${place} for ${person}` }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByLabel('Why not').fill(reason)
    await sheet.getByRole('button', { name: 'Decline' }).click()
  }
}
