/** Colours as whole numbers, `0xRRGGBB`, and the little arithmetic the plan needs. */
export type Colour = number

type Channels = readonly [red: number, green: number, blue: number]

export function channelsOf(colour: Colour): Channels {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]
}

export function toColour(channels: readonly number[]): Colour {
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    Math.round(Math.min(255, Math.max(0, one))),
  )
  return (red << 16) | (green << 8) | blue
}

/** `share` of the second colour in the first: 0 is the first alone. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const other = channelsOf(second)
  return toColour(channelsOf(first).map((one, index) => one + ((other[index] ?? 0) - one) * share))
}

/** The colour a browser computed, `rgb(0, 114, 178)`, or a hex text of a style sheet. Throws on anything else. */
export function parseColour(text: string): Colour {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())
  if (hex?.[1] !== undefined) return Number.parseInt(hex[1], 16)
  const found = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/.exec(text.trim())
  if (found === null) throw new Error(`Broken invariant: "${text}" is not a colour`)
  return toColour([Number(found[1]), Number(found[2]), Number(found[3])])
}

export function cssText(colour: Colour): string {
  return `#${colour.toString(16).padStart(6, '0')}`
}

/** Relative luminance as WCAG defines it, 0 to 1. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour).map(linear)
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Light as it adds up, from a stored channel of 0 to 255. */
export function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [one, other] = [luminance(first), luminance(second)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
