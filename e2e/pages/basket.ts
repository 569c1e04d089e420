import type { Locator } from 'playwright-core'

/** "Add to this booking", within the sheet of a place: extras, other places, one total and one button. */
export class BasketPart {
  readonly #sheet: Locator

  constructor(sheet: Locator) {
    this.#sheet = sheet
  }

  async open(): Promise<void> {
    await this.#sheet.getByText('Add to this booking').click()
  }

  async count(extra: string, number: number): Promise<void> {
    const field = this.#sheet.getByLabel(new RegExp(`^${extra}, `))
    await field.fill(String(number))
    await field.blur()
  }

  async addPlace(name: string): Promise<void> {
    await this.#sheet.getByLabel('Another room or equipment').selectOption({ label: name })
  }

  async addGuest(name: string): Promise<void> {
    await this.#sheet.getByText('Add guests').click()
    await this.#sheet.getByLabel('Name of a guest').fill(name)
    await this.#sheet.getByRole('button', { name: 'Add', exact: true }).click()
  }

  get bookButton() {
    return this.#sheet.getByRole('button', { name: /^Book all for/ })
  }

  /** What is asked once, before anything is filled in. */
  get acceptRules() {
    return this.#sheet.getByRole('button', { name: 'Accept and go on' })
  }
}
