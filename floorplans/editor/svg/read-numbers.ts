/** Numbers as SVG writes them, `10-5.5.5` among them. Null as soon as something else stands there, or a number is beyond all drawings. */
const number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)/iy
/** A kilometre in hundredths of a millimetre. */
const FAR = 1e8

export function readNumbers(source: string, most: number): readonly number[] | null {
  const found: number[] = []
  let at = 0
  while (found.length <= most) {
    number.lastIndex = at
    const match = number.exec(source)
    if (match === null) return /^[\s,]*$/.test(source.slice(at)) ? found : null
    const value = Number(match[1])
    if (!(Math.abs(value) <= FAR)) return null
    found.push(value)
    at = number.lastIndex
  }
  return null
}

/** Of an arc every fourth and fifth of seven is a flag, one digit that may touch what follows: `a5 5 0 013 4`. */
const flag = /[\s,]*([01])/iy

export function readArcNumbers(source: string, most: number): readonly number[] | null {
  const found: number[] = []
  let at = 0
  while (found.length <= most) {
    const part = found.length % 7
    const next = part === 3 || part === 4 ? flag : number
    next.lastIndex = at
    const match = next.exec(source)
    if (match === null) return /^[\s,]*$/.test(source.slice(at)) ? found : null
    const value = Number(match[1])
    if (!(Math.abs(value) <= FAR)) return null
    found.push(value)
    at = next.lastIndex
  }
  return null
}

/** One length; units that a page would scale by are no number of the drawing. */
export function readLength(source: string | undefined): number | null {
  const [only, ...more] = readNumbers((source ?? '').replace(/(px|mm|cm|pt|in)$/, ''), 1) ?? []
  return only === undefined || more.length > 0 ? null : only
}
