import type { Locator, Page } from 'playwright-core'

/** Where a floor is drawn. */
export class FloorEditorPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/floor')
    await this.#page.getByRole('heading', { name: 'On this floor' }).waitFor()
  }

  /** A thing in the list, by its name. */
  thing(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true })
  }

  addButton(what: string): Locator {
    return this.#page
      .getByRole('group', { name: 'Add', exact: true })
      .getByRole('button', { name: what, exact: true })
  }

  async add(what: string): Promise<void> {
    await this.addButton(what).click()
  }

  field(label: string): Locator {
    return this.#page.getByLabel(label, { exact: true })
  }

  /** Types into a field of what is selected, and leaves it. */
  async set(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
    await this.field(label).press('Enter')
  }

  /** Presses a thing on the sheet and drags it by so many pixels; on the way something may happen. */
  async drag(
    id: string,
    dx: number,
    dy: number,
    onTheWay: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const box = await this.#page.locator(`[data-id="${id}"] .drawn-place`).boundingBox()
    if (box === null) throw new Error(`${id} is not drawn`)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.#page.mouse.move(x, y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(x + dx / 2, y + dy / 2)
    await onTheWay()
    await this.#page.mouse.move(x + dx, y + dy)
    await this.#page.mouse.up()
  }

  /** The picture that is drawn over, on the sheet. */
  get background(): Locator {
    return this.#page.locator('.drawn-background image')
  }

  /** Chooses a picture, and waits until it lies below the floor. */
  async drawOver(buffer: Buffer): Promise<void> {
    await this.#page
      .getByLabel('Draw over a picture')
      .setInputFiles({ name: 'floor.png', mimeType: 'image/png', buffer })
    await this.background.waitFor()
  }

  async selectBackground(): Promise<void> {
    await this.#page.getByText(/^Background 1$/).click()
    await this.thing('Background').click()
  }

  /** Presses two points of the picture, and says how far apart they are. */
  async setScale(metres: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Set the scale' }).click()
    const box = await this.background.boundingBox()
    if (box === null) throw new Error('there is no picture')
    const middle = box.y + box.height / 2
    await this.#page.mouse.click(box.x + box.width * 0.3, middle)
    await this.#page.mouse.click(box.x + box.width * 0.7, middle)
    await this.set('Between the two points, metres', metres)
  }

  async says(text: string | RegExp): Promise<void> {
    await this.#page.getByRole('status').getByText(text).first().waitFor()
  }

  get undo(): Locator {
    return this.#page.getByRole('button', { name: 'Undo' })
  }

  /** Opens what would change, and gives the sheet. */
  async openPublish(): Promise<Locator> {
    await this.#page.getByRole('button', { name: 'Publish…' }).click()
    return this.#page.getByRole('dialog', { name: 'Publish the floor' })
  }
}
