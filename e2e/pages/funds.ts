import type { Page } from 'playwright-core'

/** Credits and deposits, as who keeps the books sees them. */
export class FundsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/money/funds')
    await this.#page.getByRole('button', { name: 'Note a deposit' }).waitFor()
  }

  async keepForDamage(name: string, amount: string, reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Keep of the deposit of ${name}` }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByLabel('What for').selectOption({ label: 'Damage' })
    await sheet.getByLabel('Amount, EUR').fill(amount)
    await sheet.getByLabel('Reason, which they read').fill(reason)
    await sheet.getByRole('button', { name: 'Keep a part' }).click()
    await sheet.waitFor({ state: 'detached' })
    await this.#page.getByText(reason).waitFor() // the list is read anew: what is left is another sum
  }

  /** All that is left, to the card it came by. */
  async payBack(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Pay back the deposit of ${name}` }).click()
    const sheet = this.#page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Pay back' }).click()
    await sheet.waitFor({ state: 'detached' })
  }
}
