/** Numbers on desks, names in rooms, zones and streets. Set for the scale painted for; while one pinches they grow with the drawing. */
import { Container, Sprite } from 'pixi.js'
import type { FloorPlan, Placement, Point } from '../document/floor-plan.ts'
import { type Bounds, boundsOf, fromBox, holds } from '../document/geometry.ts'
import type { Brush } from './brush.ts'
import { type Colour, cssText } from './colour.ts'
import { isNumberLegible, numberPx } from './legible.ts'
import { type Look, type Looks, placeKey, type ZoneCounts } from './look.ts'
import { nameSpot } from './name-spot.ts'
import { roomFloor, textColour, topOf } from './paint-place.ts'
import { setTexts, type TextSheet, type TextStyle } from './text-sheet.ts'

export interface LabelLayer {
  readonly container: Container
  /** Sets the words for a scale, so many times as large as usual, those of places only where they are in sight or nearly. */
  paint(brush: Brush, resolution: number, seen: Bounds, letters: number): void
  /** Something else is in sight. */
  see(seen: Bounds): void
  show(looks: Looks, zones: ZoneCounts): void
}

interface Wanted extends Point {
  readonly text: string
  readonly style: TextStyle
  readonly tint: Colour
  /** Lines below the point, in lines of this style. */
  readonly line: number
}

/** A place, and for a room what stands in it. */
interface Shown {
  readonly placement: Placement
  readonly key: string
  readonly things: readonly Bounds[]
}

/** A letter's width on average, in the size it is set in. */
const LETTER = 0.5
/** A name a little wider than its room is still read as its name. */
const TIGHT = 1.05
/** From line to line, in the size they are set in. */
const LINE = 1.25
/** A name keeps off the walls and off what it stands beside, half of this above and below. */
const CLEAR_PX = 10
/** So much of a text may lie across furniture. */
const CROSSED_MAX = 0.08
/** So far the sign of a room's state reaches into it from its corner. */
const BADGE_PX = 21

/** Numbers on desks are read from the scale `legibleFrom` on; below it plates bear the names of zones. */
export function makeLabelLayer(plan: FloorPlan, legibleFrom: number): LabelLayer {
  // A group of its own: words come and go without the desks being put in order again.
  const container = new Container({ isRenderGroup: true })
  const furniture = plan.fixtures.map(boundsOf)
  /** Of those that were in sight once: of thousands most never are. */
  const known = new Map<Placement, Shown>()
  let brush: Brush | null = null
  let resolution = 1
  let letters = 1
  let sheet: TextSheet | null = null
  let looks: Looks = new Map()
  let zones: ZoneCounts = new Map()
  /** What bears words at this scale, within these bounds. */
  let shown: readonly Shown[] = []
  let set: Bounds | null = null

  function choose(seen: Bounds): void {
    if (brush === null) return
    const scale = 1 / brush.px
    const [x, y] = [(seen.maxX - seen.minX) / 2, (seen.maxY - seen.minY) / 2]
    const around = {
      ...{ minX: seen.minX - x, minY: seen.minY - y },
      ...{ maxX: seen.maxX + x, maxY: seen.maxY + y },
    }
    set = around
    shown = plan.placements.filter((placement) => bearsWords(placement, around, scale)).map(shownOf)
  }

  function shownOf(placement: Placement): Shown {
    const found = known.get(placement) ?? {
      placement,
      key: placeKey(placement.resourceId, placement.unit),
      things: placement.shape === 'room' ? within(placement, furniture) : [],
    }
    known.set(placement, found)
    return found
  }

  function draw(mustSet: boolean): void {
    if (brush === null) return
    const wanted = wantedTexts(plan, shown, { ...brush, letters }, looks, zones, legibleFrom)
    const isMissing = wanted.some((one) => sheet?.find(one.text, one.style.name) === null)
    if (mustSet || isMissing || sheet === null) {
      const before = sheet
      sheet = setTexts(wanted, brush.palette.fontFamily, resolution)
      place(wanted, sheet, brush.px)
      before?.close()
    } else place(wanted, sheet, brush.px)
  }

  function place(wanted: readonly Wanted[], from: TextSheet, px: number): void {
    for (const [index, one] of wanted.entries()) {
      const found = from.find(one.text, one.style.name)
      const sprite = spriteAt(container, index)
      sprite.visible = found !== null
      if (found === null) continue
      sprite.texture = found
      sprite.tint = one.tint
      sprite.position.set(one.x, one.y + one.line * one.style.sizePx * LINE * px)
      sprite.scale.set(px)
    }
    for (const sprite of container.children.slice(wanted.length)) sprite.destroy()
  }

  return {
    container,
    paint: (next, nextResolution, seen, nextLetters) => {
      brush = next
      letters = nextLetters
      resolution = nextResolution
      choose(seen)
      draw(true)
    },
    see: (seen) => {
      if (set === null || holds(set, seen)) return
      choose(seen)
      draw(false)
    },
    show: (nextLooks, nextZones) => {
      looks = nextLooks
      zones = nextZones
      draw(false)
    },
  }
}

function bearsWords(placement: Placement, around: Bounds, scale: number): boolean {
  const { x, y } = placement
  const isIn = x > around.minX && x < around.maxX && y > around.minY && y < around.maxY
  return isIn && (placement.shape === 'room' || isNumberLegible(placement, scale))
}

function spriteAt(container: Container, index: number): Sprite {
  const known = container.children[index]
  if (known instanceof Sprite) return known
  const sprite = new Sprite({ anchor: 0.5, roundPixels: true })
  container.addChild(sprite)
  return sprite
}

const WHITE = 0xffffff

interface LetterBrush extends Brush {
  readonly letters: number
}

function wantedTexts(
  plan: FloorPlan,
  shown: readonly Shown[],
  brush: LetterBrush,
  looks: Looks,
  zones: ZoneCounts,
  legibleFrom: number,
): readonly Wanted[] {
  const styles = stylesFor(brush)
  const found: Wanted[] = []
  for (const { text, x, y, size } of plan.labels) {
    const style = size === 'large' ? styles.street : styles.note
    found.push({
      text: size === 'large' ? text.toUpperCase() : text,
      x,
      y,
      style,
      tint: WHITE,
      line: 0,
    })
  }
  // From afar a plate says the same, larger.
  const named = 1 / brush.px < legibleFrom ? [] : plan.zones
  for (const { name, x, y } of named) {
    const text = [name.toUpperCase(), zones.get(name) ?? ''].join('   ').trim()
    found.push({ text, x, y, style: styles.zone, tint: WHITE, line: 0 })
  }
  for (const place of shown) {
    const look = looks.get(place.key)
    if (look !== undefined) found.push(...textsOf(place, look, brush, styles))
  }
  return found
}

function textsOf(
  { placement, things }: Shown,
  look: Look,
  { palette, px }: Brush,
  styles: ReturnType<typeof stylesFor>,
): readonly Wanted[] {
  if (placement.shape !== 'room') {
    if (look.text === '') return []
    const at = fromBox(placement, topOf(placement))
    const tint = textColour(palette, look)
    return [{ ...at, text: look.text, style: styles[placement.shape], tint, line: 0 }]
  }
  const [width, height] = [placement.width / px, placement.height / px]
  const fits = (text: string, one: TextStyle) => widthOf(text, one) <= width * TIGHT
  const style = [styles.room, styles.roomSmall].find((one) => fits(look.text, one))
  // A booth at the scale of a whole floor has no room for its name; closer, it appears.
  if (style === undefined) return []
  const room = boundsOf(placement)
  const [reach, { minX, minY }] = [BADGE_PX * px, room]
  const badge = { minX, minY, maxX: minX + reach, maxY: minY + reach }
  const spotOf = (wide: number, lines: number) =>
    nameSpot(room, badge, things, wide * px, (style.sizePx * lines + CLEAR_PX) * px)
  const mayBoth = height >= 44 && look.detail !== '' && fits(look.detail, styles.note)
  const wide = widthOf(look.text, style)
  const both = mayBoth
    ? spotOf(Math.max(wide, widthOf(look.detail, styles.note)), 1 + LINE)
    : { drop: 0, covered: 1 }
  // Among chairs one line is read, two are a tangle; closer there is room for both.
  const isAlone = both.covered > CROSSED_MAX
  const { drop } = isAlone ? spotOf(wide, 1) : both
  const at = { x: placement.x, y: placement.y + drop, tint: WHITE }
  const halo = cssText(roomFloor(palette, look))
  const on = (one: TextStyle) => ({ ...one, halo, name: `${one.name} ${halo}` })
  const name = { ...at, text: look.text, style: on(style) }
  if (isAlone) return [{ ...name, line: 0 }]
  return [
    { ...name, line: -0.5 },
    { ...at, text: look.detail, style: on(styles.note), line: 0.6 },
  ]
}

/** Those of the things that reach into the room. */
function within(placement: Placement, things: readonly Bounds[]): readonly Bounds[] {
  const room = boundsOf(placement)
  return things.filter(
    ({ minX, minY, maxX, maxY }) =>
      minX < room.maxX && maxX > room.minX && minY < room.maxY && maxY > room.minY,
  )
}

/** About as wide as it is set; capitals make up for the narrow ones. */
function widthOf(text: string, { sizePx }: TextStyle): number {
  return text.length * sizePx * LETTER
}

function stylesFor({ palette, px, letters }: LetterBrush) {
  const ink = cssText(palette.ink)
  const soft = cssText(palette.soft)
  const halo = cssText(palette.floor)
  const plain = { weight: 500, isItalic: false, spacing: 0 }
  const number = { ...plain, weight: 650, color: '#ffffff', halo: null }
  return {
    desk: { ...number, name: 'desk', sizePx: numberPx('desk', 1 / px) },
    seat: { ...number, name: 'seat', sizePx: numberPx('seat', 1 / px) },
    room: { ...plain, name: 'room', sizePx: 13 * letters, weight: 650, color: ink, halo },
    roomSmall: {
      ...plain,
      name: 'room-small',
      sizePx: 11 * letters,
      weight: 650,
      color: ink,
      halo,
    },
    note: { ...plain, name: 'note', sizePx: 11 * letters, color: soft, halo },
    zone: {
      ...plain,
      name: 'zone',
      sizePx: 12 * letters,
      weight: 650,
      spacing: 0.1,
      color: soft,
      halo,
    },
    street: {
      ...plain,
      name: 'street',
      sizePx: 11 * letters,
      isItalic: true,
      spacing: 0.32,
      color: soft,
      halo: null,
    },
  } satisfies Readonly<Record<string, TextStyle>>
}
