import type { Page } from 'playwright-core'

/** The staff's calendar: places by time. */
export class CalendarPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.goto('/operator/calendar')
    await this.#page.getByRole('heading', { name: 'Calendar', level: 1 }).waitFor()
  }

  async nextDay(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Later', exact: true }).click()
  }

  block(person: string, place: string) {
    return this.#page.getByRole('button', { name: new RegExp(`^${person}, ${place}, `) })
  }

  /** By key, row by row, to the next place where it can be: its name. */
  async keyToFreePlace(person: string, place: string): Promise<string> {
    await this.block(person, place).focus()
    for (let row = 0; row < 40; row += 1) {
      await this.#page.keyboard.press('Alt+ArrowDown')
      const bar = this.#page.getByRole('region', { name: new RegExp(`^${person} to `) })
      const said = await bar.getByRole('status').textContent()
      if (said?.trim() !== 'Can be done.') continue
      const title = (await bar.locator('strong').textContent()) ?? ''
      return title.replace(`${person} to `, '').replace(/, \d\d:\d\d.*$/, '')
    }
    throw new Error(`There is no free place below ${place}`)
  }

  /** Says what it costs first, where it costs anything. */
  async move(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Move', exact: true }).click()
    const asked = this.#page.getByRole('button', { name: /^Move, / })
    const done = this.#page.getByText('has been moved')
    await asked.or(done).first().waitFor()
    if (await asked.isVisible()) await asked.click()
    await done.waitFor()
  }
}
