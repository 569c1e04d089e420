import { readFileSync } from 'node:fs'
import { GraphicsContext } from 'pixi.js'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { type Colour, channelsOf, contrast, linear, parseColour } from './colour.ts'
import { type LookState, lookStates } from './look.ts'
import {
  type PlacePaint,
  paintOutline,
  paintPlace,
  stateColours,
  textColour,
} from './paint-place.ts'
import { mixPalette, type Tokens, tokenNames } from './palette.ts'

const sheet = readFileSync(new URL('../../client/ui/tokens.css', import.meta.url), 'utf8')

function tokensOf(theme: 'light' | 'dark'): Tokens {
  const entries = tokenNames.map((name) => {
    const pair = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(sheet)
    const found = must(pair?.[theme === 'light' ? 1 : 2], `the style sheet has --${name}`)
    return [name, parseColour(found)]
  })
  return Object.fromEntries(entries) as Tokens // one entry a name
}

const themes = { light: mixPalette(tokensOf('light')), dark: mixPalette(tokensOf('dark')) }

const looks: readonly PlacePaint[] = [
  ...lookStates.map((state) => ({ state, isStale: false })),
  { state: 'available', isStale: true },
]

/** The colour that carries a state: its fill, or where the fill is pale, its outline. */
function carrier(palette: (typeof themes)['light'], state: LookState): Colour {
  const { fill, line } = stateColours(palette, { state, isStale: false })
  return state === 'blocked' || state === 'closed' ? line : fill
}

for (const [theme, palette] of Object.entries(themes)) {
  test(`[F-02] each state stands out from the floor by 3:1 in the ${theme} theme`, () => {
    for (const state of lookStates) {
      const found = contrast(carrier(palette, state), palette.floor)
      expect({ state, isEnough: found >= 3 }).toEqual({ state, isEnough: true })
    }
  })

  test(`the dotted outline of what was free stands out by 3:1 in the ${theme} theme`, () => {
    const { line } = stateColours(palette, { state: 'available', isStale: true })
    expect(contrast(line, palette.floor)).toBeGreaterThanOrEqual(3)
  })

  test(`[F-02] words on a desk are read at 4.5:1 in the ${theme} theme`, () => {
    for (const state of lookStates) {
      for (const isStale of [true, false]) {
        const look = { state, isStale }
        const found = contrast(textColour(palette, look), stateColours(palette, look).fill)
        expect({ state, isStale, isEnough: found >= 4.5 }).toEqual({
          state,
          isStale,
          isEnough: true,
        })
      }
    }
  })

  test(`the ink of words and walls is read at 4.5:1 in the ${theme} theme`, () => {
    for (const ink of [palette.ink, palette.soft, palette.wall]) {
      expect(contrast(ink, palette.floor)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test(`[F-02] any two looks of a desk differ by 20 in all four kinds of colour vision in the ${theme} theme`, () => {
    for (const [one, other] of pairs(looks)) {
      // Closed shares its colours with blocked on purpose, and differs by sign and word.
      if (one.state === 'blocked' && other.state === 'closed') continue
      const [a, b] = [stateColours(palette, one), stateColours(palette, other)]
      for (const vision of visions) {
        const apart = Math.max(vision.apart(a.fill, b.fill), vision.apart(a.line, b.line))
        const told = { vision: vision.name, one, other }
        expect({ ...told, isEnough: apart >= 20 }).toEqual({ ...told, isEnough: true })
      }
    }
  })

  test(`[F-02] any two looks of a room differ by 20 in all four kinds of colour vision, or in how they are drawn, in the ${theme} theme`, () => {
    for (const [one, other] of pairs(looks)) {
      const [a, b] = [one, other].map((look) => stateColours(palette, look).line)
      const isSame = drawingOf(one) === drawingOf(other)
      for (const vision of visions) {
        const apart = vision.apart(must(a, 'two'), must(b, 'two'))
        const told = { vision: vision.name, one, other }
        expect({ ...told, isTold: apart >= 20 || !isSame }).toEqual({ ...told, isTold: true })
      }
    }
  })
}

/** A room without the sign in its corner, which may be small: its areas and lines, how wide they are, and none of their colours. */
function drawingOf(look: PlacePaint): string {
  const pen = new GraphicsContext()
  const room = { shape: 'room', width: 500, height: 290, rotation: 0 } as const
  const brush = { palette: { ...themes.light, fontFamily: 'serif' }, px: 1 }
  paintPlace(pen, brush, room, look)
  paintOutline(pen, brush, room, look)
  const drawn = pen.instructions.map(({ action, data }) => [
    action,
    'path' in data ? data.path.instructions.map((one) => [one.action, one.data]) : null,
    action === 'stroke' && 'style' in data ? (data.style as { width?: number }).width : null, // a stroke has one
  ])
  return JSON.stringify(drawn, (name, value) => (name === 'transform' ? undefined : value))
}

function pairs<One>(all: readonly One[]): readonly (readonly [One, One])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))
}

/** Linear light, three numbers from 0 to 1. */
type Light = readonly [number, number, number]

/** Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.0. */
const matrices = {
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
}

const seenAs: Readonly<Record<string, (colour: Colour) => Light>> = {
  normal: toLight,
  ...Object.fromEntries(
    Object.entries(matrices).map(([name, rows]) => [
      name,
      (colour: Colour) => through(rows, colour),
    ]),
  ),
}
const visions = Object.entries(seenAs).map(([name, seen]) => ({
  name,
  apart: (one: Colour, other: Colour) => difference(toLab(seen(one)), toLab(seen(other))),
}))

function toLight(colour: Colour): Light {
  const [red, green, blue] = channelsOf(colour)
  return [linear(red), linear(green), linear(blue)]
}

function through(matrix: readonly number[], colour: Colour): Light {
  const light = toLight(colour)
  const row = (index: number) =>
    light.reduce((sum, one, column) => sum + one * must(matrix[index * 3 + column], 'nine'), 0)
  const bound = (value: number) => Math.min(1, Math.max(0, value))
  return [bound(row(0)), bound(row(1)), bound(row(2))]
}

/** CIE L*a*b*, white point D65. */
function toLab([r, g, b]: Light): readonly number[] {
  const root = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE 1976: distance in L*a*b*. */
function difference(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((one, index) => one - must(b[index], 'as long')))
}
