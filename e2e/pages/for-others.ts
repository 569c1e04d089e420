import type { Page } from 'playwright-core'

/** The part of a booking sheet in which staff book for a member. */
export class ForOthers {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async choose(name: string): Promise<void> {
    await this.#page.getByText('Book for somebody else').click()
    await this.#page.getByRole('searchbox', { name: 'Name' }).fill(name)
    await this.#page.getByRole('button', { name, exact: true }).click()
  }

  async bookAnyway(reason: string): Promise<void> {
    await this.#page.getByLabel('Why the rules do not count here').fill(reason)
    await this.#page.getByRole('button', { name: /^Book anyway for/ }).click()
  }

  async says(text: string): Promise<void> {
    await this.#page.getByText(text).waitFor()
  }
}
