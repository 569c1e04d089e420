/**
 * Who sees no colour at all (achromatopsia) is left with luminance, by which what is taken and what is held are alike; and nobody need
 * look closely. So no state may rest on its colour: each is another drawing.
 */
import { GraphicsContext } from 'pixi.js'
import { expect, test } from 'vitest'
import { lookStates } from './look.ts'
import { type PlacePaint, type PlaceShape, paintPlace, paintRoomState } from './paint-place.ts'
import { mixPalette } from './palette.ts'

const palette = {
  ...mixPalette({
    ground: 0xfbfaf7,
    surface: 0xffffff,
    ink: 0x1b1b1f,
    available: 0x0072b2,
    'on-available': 0xffffff,
    mine: 0x1b1b1f,
    held: 0xc27500,
    busy: 0x80868b,
    blocked: 0xdadce0,
  }),
  fontFamily: 'serif',
}
const shapes: Readonly<Record<PlaceShape['shape'], PlaceShape>> = {
  desk: { shape: 'desk', width: 140, height: 130, rotation: 0 },
  seat: { shape: 'seat', width: 100, height: 105, rotation: 180 },
  room: { shape: 'room', width: 500, height: 290, rotation: 0 },
}

/** What is drawn, without the colours it is drawn in: every line and area, and whether it is filled or an outline. */
function drawingOf(place: PlaceShape, look: PlacePaint, isStrong = false): string {
  const pen = new GraphicsContext()
  const brush = { palette: { ...palette, isStrong }, px: 1 }
  paintPlace(pen, brush, place, look)
  if (place.shape === 'room') paintRoomState(pen, brush, place, look)
  const strokes = pen.instructions.map(({ action, data }) => [
    action,
    'path' in data ? data.path.instructions.map((one) => [one.action, one.data]) : null,
  ])
  return JSON.stringify(strokes, (name, value) => (name === 'transform' ? undefined : value))
}

const looks: readonly PlacePaint[] = [
  ...lookStates.map((state) => ({ state, isStale: false })),
  { state: 'available', isStale: true },
]

for (const [name, place] of Object.entries(shapes)) {
  test(`[F-02] without any colour the six states of a ${name}, and what was free, are seven drawings`, () => {
    expect(new Set(looks.map((look) => drawingOf(place, look))).size).toBe(looks.length)
  })

  test(`[F-02] they stay seven drawings where more contrast is asked for (${name})`, () => {
    expect(new Set(looks.map((look) => drawingOf(place, look, true))).size).toBe(looks.length)
  })
}

test('where more contrast is asked for each filled desk gets an outline of ink', () => {
  const strokes = (drawing: string) => drawing.split('["stroke"').length
  for (const state of ['available', 'mine', 'held', 'busy'] as const) {
    const look = { state, isStale: false }
    const [plain, strong] = [drawingOf(shapes.desk, look), drawingOf(shapes.desk, look, true)]
    expect(strokes(strong)).toBe(strokes(plain) + 1)
  }
})
