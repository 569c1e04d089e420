import type { Page } from 'playwright-core'

/** What a member says about themselves. */
export class ProfilePage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/me/profile')
    await this.field('Company').waitFor()
  }

  field(label: string) {
    return this.#page.getByLabel(label, { exact: true })
  }

  async say(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
    await this.field(label).blur()
  }

  async addSkill(skill: string): Promise<void> {
    await this.field('Add a skill').fill(skill)
    await this.field('Add a skill').press('Enter')
  }

  /** What stands at the top: where the last change is. */
  async stands(sentence: string): Promise<void> {
    await this.#page.getByText(sentence, { exact: true }).waitFor()
  }
}
