import type { Locator, Page } from 'playwright-core'
import { must } from '../../domain/values/assert.ts'
import type { Point } from '../../floorplans/document/floor-plan.ts'
import { sheetBounds } from '../../floorplans/document/geometry.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { clamp, noInsets, toScreen, type View, wholeOf } from '../../floorplans/scene/camera.ts'
import { legibleScale, ZONE_ZOOM } from '../../floorplans/scene/legible.ts'
import { BookingCard } from './booking-card.ts'
import { Drawing } from './drawing.ts'

/** The button that makes the wish: "Book 09:00–18:00", and without a network "Save wish for …". */
const wish = /^(Book|Save wish for) \d\d:\d\d/

/** The floor as a drawing, and beside it the list that says the same. */
export class PlanPage {
  readonly #page: Page
  readonly #drawing: Drawing

  constructor(page: Page) {
    this.#page = page
    this.#drawing = new Drawing(page)
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
    const view = await this.#view()
    await this.#touch(toScreen(wholeOf(view, bounds), view, placeOf(desk)))
  }

  /** A finger on the plate of a zone, while the whole floor is in sight. */
  async tapZone(name: string): Promise<void> {
    const view = await this.#view()
    await this.#touch(toScreen(wholeOf(view, bounds), view, zoneOf(name)))
  }

  /** A finger on a desk of a zone that was tapped before. */
  async tapNear(zone: string, desk: number): Promise<void> {
    const view = await this.#view()
    const scale = legibleScale(harbourLoftPlan) * ZONE_ZOOM
    const camera = clamp({ ...zoneOf(zone), scale }, view, bounds)
    await this.#touch(toScreen(camera, view, placeOf(desk)))
  }

  /** How bright a solid piece of the outer wall is, while the whole floor is in sight. */
  async wallBrightness(): Promise<number> {
    const [view, box] = [await this.#view(), await this.#box()]
    const at = toScreen(wholeOf(view, bounds), view, { x: harbourLoftPlan.width, y: 100 })
    return this.drawing.brightnessAt({ x: box.x + at.x, y: box.y + at.y })
  }

  async #view(): Promise<View> {
    const { width, height } = await this.#box()
    return { width, height, insets: noInsets }
  }

  async #touch({ x, y }: Point): Promise<void> {
    const box = await this.#box()
    await this.#page.mouse.click(box.x + x, box.y + y)
  }

  async #box() {
    return must(await this.#canvas.boundingBox(), 'the drawing is on the screen')
  }

  get drawing(): Drawing {
    return this.#drawing
  }

  get floor() {
    return this.#page.getByRole('combobox', { name: 'Floor' })
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

const bounds = sheetBounds(harbourLoftPlan)

function placeOf(desk: number): Point {
  const id = `res_desk-${String(desk).padStart(2, '0')}`
  return must(
    harbourLoftPlan.placements.find((one) => one.resourceId === id),
    'the plan shows it',
  )
}

function zoneOf(name: string): Point {
  return must(
    harbourLoftPlan.zones.find((zone) => zone.name === name),
    'the plan names it',
  )
}
