import type { Page } from 'playwright-core'

/** A member's requests: written, sent, answered, resolved. */
export class HelpPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The form, about a place as the plan leads to it. */
  async report(placeId: string): Promise<void> {
    await this.#page.goto(`/me/help/new?place=${placeId}`)
    await this.#text.waitFor()
  }

  async write(text: string): Promise<void> {
    await this.#text.fill(text)
  }

  async addPicture(png: Buffer): Promise<void> {
    const file = { name: 'lamp.png', mimeType: 'image/png', buffer: png }
    await this.#page.getByLabel('Add a picture').setInputFiles(file)
    await this.#page.getByRole('button', { name: 'Remove picture 1' }).waitFor()
  }

  /** Without a network it is saved, otherwise sent. */
  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: /^(Save on this device|Send)$/ }).click()
    await this.#page.getByRole('heading', { name: /^(New request|Request \d+)$/ }).waitFor()
  }

  async resolve(): Promise<void> {
    await this.#page.getByRole('button', { name: 'It is resolved' }).click()
  }

  /** The request has its number from the space. */
  get numbered() {
    return this.#page.getByRole('heading', { name: /^Request \d+$/ })
  }

  get state() {
    return this.#page.getByRole('status').filter({ hasText: /Open|In progress|Resolved|Saved/ })
  }

  get picture() {
    return this.#page.getByRole('link', { name: 'Picture 1' })
  }

  says(text: string) {
    return this.#page.getByText(text)
  }

  get #text() {
    return this.#page.getByLabel('What happened?')
  }
}

/** The team's queue. */
export class MessagesPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/messages')
  }

  async choose(subject: string): Promise<void> {
    await this.#page.getByRole('link', { name: subject }).click()
  }

  /** Where the request that is open can be found again. */
  get address(): string {
    return this.#page.url()
  }

  async goBack(): Promise<void> {
    await this.#page.goBack()
    await this.#openOne.waitFor({ state: 'detached' })
  }

  async follow(address: string): Promise<void> {
    await this.#page.goto(address)
    await this.#openOne.waitFor()
  }

  get #openOne() {
    return this.#page.getByRole('button', { name: 'Close the request' })
  }

  async note(text: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Note', exact: true }).click()
    await this.#page.getByLabel('Note', { exact: true }).fill(text)
    await this.#page.getByRole('button', { name: 'Keep note' }).click()
    await this.#page.getByRole('listitem').filter({ hasText: text }).waitFor()
    await this.#page.getByRole('button', { name: 'Answer', exact: true }).click()
  }

  /** What was said about it is on this device alone. */
  saved(text: string) {
    const said = this.#page.getByRole('listitem').filter({ hasText: text })
    return said.getByText('Saved on this device')
  }

  /** It has not left the device: its words are in the field again. */
  async takeBack(text: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Undo: ${text}` }).click()
    await this.saved(text).waitFor({ state: 'detached' })
  }

  async answer(text: string): Promise<void> {
    await this.#page.getByLabel('Answer', { exact: true }).fill(text)
    await this.#page.getByRole('button', { name: 'Send answer' }).click()
    await this.#page.getByRole('listitem').filter({ hasText: text }).waitFor()
  }

  get picture() {
    return this.#page.getByRole('link', { name: 'Picture 1' })
  }
}
