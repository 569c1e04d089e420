import type { Locator, Page } from 'playwright-core'

/** The member's plan, on their page. */
export class MyPlanPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/me')
    await this.region.waitFor()
  }

  get region(): Locator {
    return this.#page.locator('#plan')
  }

  /** With the period after the one that runs, or at once. */
  async changeTo(plan: string, when: 'At once' | 'With the next period'): Promise<void> {
    await this.region.getByRole('button', { name: /^Change plan/ }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByRole('radio', { name: plan }).check()
    await sheet.getByLabel('When').selectOption({ label: when })
    await sheet.getByText('A deposit of €300.00 is asked for').waitFor()
    await sheet.getByRole('button', { name: 'Change plan' }).click()
    await sheet.waitFor({ state: 'detached' })
  }
}
