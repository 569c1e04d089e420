import type { Locator, Page } from 'playwright-core'
import { must } from '../../domain/values/assert.ts'
import { sheetBounds } from '../../floorplans/document/geometry.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { toScreen, wholeOf } from '../../floorplans/scene/camera.ts'
import { BookingCard } from './booking-card.ts'

/** The button that makes the wish: "Book 09:00–18:00", and without a network "Save wish for …". */
const wish = /^(Book|Save wish for) \d\d:\d\d/

/** The floor as a drawing, and beside it the list that says the same. */
export class PlanPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(query = ''): Promise<void> {
    await this.#page.goto(`/plan${query}`)
    await this.places.waitFor({ state: 'attached' })
  }

  /** Waits until the drawing stands. */
  async isDrawn(): Promise<void> {
    await this.#canvas.waitFor()
    await this.place(/^Desk 14/).waitFor({ state: 'attached' })
  }

  get #canvas() {
    return this.#page.locator('.plan-canvas canvas')
  }

  /** A desk that is free for the whole time shown, by its number. */
  async freeDesk(): Promise<number> {
    const free = this.place(/^Desk (9|[12]\d)\b.*(Free 09:00 to 17:00|Was free)/).first()
    await free.waitFor({ state: 'attached' })
    const label = must(await free.getAttribute('aria-label'), 'every place is named')
    return Number(must(/^Desk (\d+)/.exec(label)?.[1], 'desks are numbered'))
  }

  async chooseDay(day: string): Promise<void> {
    const days = this.#page.getByRole('group', { name: 'Day' })
    await days.getByRole('button', { name: day, exact: true }).click()
  }

  async chooseTime(time: string): Promise<void> {
    await this.#page.getByRole('button', { name: time, exact: true }).click()
  }

  /** The one stop of the keyboard: arrows go from place to place. */
  get places() {
    return this.#page.getByRole('listbox', { name: 'Places on this floor' })
  }

  /** The option that the list says is active. */
  get activePlace() {
    return this.places.getByRole('option', { selected: true })
  }

  place(name: RegExp): Locator {
    return this.places.getByRole('option', { name })
  }

  get earlierEnd() {
    return this.#page.getByRole('slider', { name: 'From' })
  }

  /** A finger on the drawing, where a desk stands while the whole floor is in sight. */
  async tap(desk: number): Promise<void> {
    const id = `res_desk-${String(desk).padStart(2, '0')}`
    const placement = harbourLoftPlan.placements.find((one) => one.resourceId === id)
    const box = must(await this.#canvas.boundingBox(), 'the drawing is on the screen')
    const insets = { top: 0, right: 0, bottom: 0, left: 0 }
    const view = { width: box.width, height: box.height, insets }
    const camera = wholeOf(view, sheetBounds(harbourLoftPlan))
    const at = toScreen(camera, view, must(placement, 'the plan shows it'))
    await this.#page.mouse.click(box.x + at.x, box.y + at.y)
  }

  /** What is chosen, and its one button. */
  bar(place: string) {
    return this.#page.getByRole('region', { name: place, exact: true })
  }

  bookButton(place: string) {
    return this.bar(place).getByRole('button', { name: wish })
  }

  answer(place: string): BookingCard {
    return new BookingCard(this.bar(place), place, '')
  }
}
