import type { Page } from 'playwright-core'

/** What the space is and how it is booked, for those who may change it. */
export class SettingsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(
    part: 'places' | 'rules' | 'memberships' | 'prices' | 'extras' | 'house-rules' | 'hours',
  ): Promise<void> {
    await this.#page.goto(`/operator/settings/${part}`)
    await this.#page.getByRole('heading', { name: 'Settings' }).waitFor()
  }

  async chooseKind(kind: string): Promise<void> {
    await this.#page.getByLabel('Rules for').selectOption(kind)
  }

  async type(field: string, value: string): Promise<void> {
    await this.#page.getByLabel(field).fill(value)
  }

  /** What the rules mean, in words. */
  get sentence() {
    return this.#page.getByText(/^Members can book/)
  }

  /** What somebody would be told who tried it. */
  get verdict() {
    return this.#page.getByRole('region', { name: 'Try it' }).getByRole('status')
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save' }).click()
  }
}
