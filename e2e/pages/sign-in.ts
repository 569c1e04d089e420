import type { Page } from 'playwright-core'

/** The door: an address, then six digits; in the sample space one tap on a person does both. */
export class SignInPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Signs in as one of the sample's people, by first name, and waits until the app shows their day. */
  async signInAs(name: string, isShared = false): Promise<void> {
    await this.#page.goto('/sign-in')
    if (isShared) await this.#page.getByLabel('This is a shared computer').check()
    await this.#page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await this.#page.waitForFunction(() => {
      const code = document.querySelector('input[name=code]')
      return code instanceof HTMLInputElement && code.value.length === 6
    })
    await this.submit()
    await this.#page.waitForURL('/')
    await this.#page.getByRole('heading', { level: 1 }).waitFor()
  }

  async askForCode(email: string): Promise<void> {
    await this.#page.getByLabel('E-mail').fill(email)
    await this.#page.getByRole('button', { name: 'Send code' }).click()
    await this.code.waitFor()
  }

  async submit(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  get code() {
    return this.#page.getByLabel('Code')
  }

  get trouble() {
    return this.#page.getByRole('alert')
  }
}
