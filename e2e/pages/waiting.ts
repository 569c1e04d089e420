import type { Page } from 'playwright-core'
import type { BookingSheet } from './booking-sheet.ts'

/** A member waits for a place that somebody else has. */
export async function waitFor(page: Page, sheet: BookingSheet): Promise<void> {
  await page.getByRole('button', { name: `Wait for ${sheet.place}` }).click()
  await sheet.dialog.getByRole('button', { name: `Wait for ${sheet.place}` }).click()
  await sheet.dialog.getByText('You are waiting for it.').waitFor()
}

/** Who waits for what, as staff see it. */
export class WaitingList {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  entry(person: string, place: string) {
    const list = this.#page.getByRole('region', { name: 'Waiting for a place' })
    return list
      .getByRole('listitem')
      .filter({ hasText: person })
      .filter({ hasText: `${place} ·` })
  }
}
