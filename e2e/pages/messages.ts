import type { Page } from 'playwright-core'

/** A member's messages: the way to somebody, and the thread with them. */
export class ThreadPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** From somebody's card in the directory. */
  async openFromDirectory(name: string): Promise<void> {
    await this.#page.goto('/community')
    await this.#page.getByLabel('Search people').fill(name)
    await this.#page.getByRole('link', { name: `Send a message to ${name}` }).click()
    await this.#text.waitFor()
  }

  /** From the list, where it calls as unread. */
  async openUnread(name: string): Promise<void> {
    await this.#page.goto('/community/messages')
    await this.#page.getByRole('link', { name: `Messages with ${name}, 1 unread` }).click()
    await this.#text.waitFor()
  }

  async write(text: string): Promise<void> {
    await this.#text.fill(text)
    await this.#page.getByText('Kept on this device until you send it.').waitFor()
  }

  /** As whoever turns to another tab: nothing is typed here now. */
  async leaveField(): Promise<void> {
    await this.#text.blur()
  }

  async send(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Send', exact: true }).click()
  }

  async block(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Block', exact: true }).click()
    await this.#page.getByRole('button', { name: 'Unblock' }).waitFor()
  }

  async unblock(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Unblock' }).click()
    await this.#page.getByRole('button', { name: 'Block', exact: true }).waitFor()
  }

  says(text: string) {
    return this.#page.getByRole('log').getByText(text)
  }

  /** How far the last one of one's own has come. */
  state(text: 'Delivered' | 'Saved on this device') {
    return this.#page.getByRole('log').getByText(text)
  }

  /** That one word of one's own has come there. */
  delivered(text: string) {
    const said = this.#page.getByRole('log').getByRole('listitem').filter({ hasText: text })
    return said.getByText('Delivered')
  }

  get draft(): Promise<string> {
    return this.#text.inputValue()
  }

  get #text() {
    return this.#page.getByRole('textbox', { name: /^Message to / })
  }
}
