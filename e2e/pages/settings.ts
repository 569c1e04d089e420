import type { Page } from 'playwright-core'

/** What the space is and how it is booked, for those who may change it. */
export class SettingsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(
    part:
      | 'places'
      | 'rules'
      | 'memberships'
      | 'prices'
      | 'extras'
      | 'passes'
      | 'house-rules'
      | 'hours',
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

  /** One of a pass for desks, from the list of who holds passes. */
  async givePass(given: {
    readonly to: string
    readonly name: string
    readonly unit: string
    readonly why: string
  }): Promise<void> {
    await this.#page.getByLabel('Whose').selectOption(given.to)
    const form = this.#page.getByRole('form', { name: 'Give a pass' })
    await form.getByLabel('Name').fill(given.name)
    await form.getByLabel('Counted in').selectOption(given.unit)
    await form.getByLabel('Why; they read it').fill(given.why)
    await form.getByRole('button', { name: 'Give a pass' }).click()
  }

  /** What the rules mean, in words. */
  get sentence() {
    return this.#page.getByText(/^Members can book/)
  }

  /** What somebody would be told who tried it. */
  get verdict() {
    return this.#trial.getByRole('status').last()
  }

  /** As a person, with all that they have booked. */
  async tryAs(name: string): Promise<void> {
    await this.#trial.getByLabel('As', { exact: true }).selectOption('somebody by name')
    await this.#trial.getByLabel('Name').fill(name)
    await this.#trial.getByRole('button', { name }).click()
  }

  get #trial() {
    return this.#page.getByRole('region', { name: 'Try it' })
  }

  /** Of a page with several forms the one of that name. */
  async save(form?: string): Promise<void> {
    const part = form === undefined ? this.#page : this.#page.getByRole('form', { name: form })
    await part.getByRole('button', { name: 'Save' }).click()
  }
}
