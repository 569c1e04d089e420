/**
 * What the plan is painted with. Every colour comes from the style sheet's tokens, read where the plan hangs, so that a theme is
 * decided in one place; what the tokens do not name (water, leaves, a rug) is mixed from them.
 */
import { type Colour, luminance, mix, parseColour } from './colour.ts'

export const tokenNames = [
  'ground',
  'surface',
  'ink',
  'available',
  'on-available',
  'mine',
  'held',
  'busy',
  'blocked',
] as const
export type Tokens = Readonly<Record<(typeof tokenNames)[number], Colour>>

export interface Palette extends Tokens {
  readonly wall: Colour
  readonly glass: Colour
  readonly floor: Colour
  /** Lines of furniture and doors, and what furniture is filled with. */
  readonly line: Colour
  readonly furniture: Colour
  readonly soft: Colour
  readonly water: Colour
  readonly wave: Colour
  readonly quay: Colour
  readonly tile: Colour
  readonly joint: Colour
  readonly court: Colour
  readonly rug: Colour
  readonly leaf: Colour
  readonly leafLine: Colour
  readonly fontFamily: string
  /** Somebody asked for more contrast: every place is outlined, and nothing is drawn faintly. */
  readonly isStrong: boolean
}

/** How a system says that it wants more contrast; forced colours leave a canvas as it is, so it has to be heard of them. */
const strongMedia = '(prefers-contrast: more), (forced-colors: active)'

/** The two colours that no token names: leaves and wool, only ever used thinned by the floor's own. */
const LEAF = 0x6d8f63
const WOOL = 0xb98a52

export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span')
  // Forced colours would make every token the one colour of text, and a transition each the colour read before it.
  probe.style.setProperty('forced-color-adjust', 'none')
  probe.style.setProperty('transition', 'none', 'important')
  host.append(probe)
  const style = getComputedStyle(probe)
  const read = (name: string) => {
    probe.style.color = `var(--${name})`
    return parseColour(style.color)
  }
  const tokens = Object.fromEntries(tokenNames.map((name) => [name, read(name)])) as Tokens // one entry a name
  const { fontFamily } = style
  probe.remove()
  return { ...mixPalette(tokens, matchMedia(strongMedia).matches), fontFamily }
}

export function mixPalette(tokens: Tokens, isStrong = false): Omit<Palette, 'fontFamily'> {
  const { ground, surface, ink, available } = tokens
  const isDark = luminance(ground) < 0.2
  return {
    ...tokens,
    isStrong,
    wall: isDark ? mix(ground, ink, 0.8) : ink,
    glass: mix(surface, available, isDark ? 0.35 : 0.22),
    floor: surface,
    line: mix(surface, ink, isStrong ? 0.7 : isDark ? 0.42 : 0.4),
    furniture: mix(surface, ink, isDark ? 0.07 : 0.03),
    soft: mix(surface, ink, isStrong ? 0.95 : 0.62),
    water: mix(ground, available, isDark ? 0.09 : 0.08),
    wave: mix(ground, available, isDark ? 0.26 : 0.24),
    quay: mix(ground, ink, isDark ? 0.05 : 0.045),
    tile: mix(surface, ink, 0.03),
    joint: mix(surface, ink, 0.11),
    court: mix(surface, LEAF, isDark ? 0.13 : 0.14),
    rug: mix(surface, WOOL, isDark ? 0.14 : 0.15),
    leaf: mix(surface, LEAF, isDark ? 0.34 : 0.36),
    leafLine: mix(LEAF, ink, isDark ? 0.1 : 0.3),
  }
}
