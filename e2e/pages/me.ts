import type { Page } from 'playwright-core'

/** The member's own page: who they are, how it looks, and the way out. */
export class MePage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/me')
    await this.signOutButton.waitFor()
  }

  get signOutButton() {
    return this.#page.getByRole('button', { name: 'Sign out', exact: true })
  }

  /** The sheet that warns of what was not sent. */
  get warning() {
    return this.#page.getByRole('dialog', { name: /has been sent/ })
  }

  /** Signs out, past the warning if there is one, and waits for the door. */
  async signOut(): Promise<void> {
    await this.signOutButton.click()
    const anyway = this.warning.getByRole('button', { name: 'Sign out anyway' })
    const door = this.#page.getByRole('heading', { name: 'Sign in' })
    await anyway.or(door).first().waitFor()
    if (await anyway.isVisible()) await anyway.click()
    await door.waitFor()
  }
}
