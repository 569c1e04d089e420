/**
 * Ten signs that one person reads out and another types at a door: nine that nobody can guess, and one that tells a mistake. Without a
 * signature they open nothing by themselves; the scanner looks whose they are.
 */
declare const brand: unique symbol
export type DoorCode = string & { readonly [brand]: 'DoorCode' }

/** Without I, L, O and U, which are misread. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE = signs.length
export const CODE_SIGNS = 10

/** From nine numbers of 0 to 31 that nobody can guess. */
export function doorCode(random: readonly number[]): DoorCode {
  const body = random.map((number) => signs.charAt(number % BASE)).join('')
  const code = body + signs.charAt((BASE - (sumOf(`${body}0`) % BASE)) % BASE)
  if (!isDoorCode(code)) throw new Error('Broken invariant: a code is made of nine numbers')
  return code
}

export function isDoorCode(text: unknown): text is DoorCode {
  const isMade = typeof text === 'string' && text.length === CODE_SIGNS
  return isMade && [...text].every((sign) => signs.includes(sign)) && sumOf(text) % BASE === 0
}

/** What somebody typed, however they wrote it; null where it is no code, or one with a mistake in it. */
export function readTyped(text: string): DoorCode | null {
  const plain = text
    .slice(0, 4 * CODE_SIGNS)
    .toUpperCase()
    .replace(/[\s-]/g, '')
  const code = plain.replaceAll('O', '0').replace(/[IL]/g, '1')
  return isDoorCode(code) ? code : null
}

/** In two halves, as it is read out. */
export function formatCode(code: DoorCode): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** Luhn's sum in base 32, from the right: one wrong sign is always told, two neighbours that were swapped nearly always. */
function sumOf(text: string): number {
  const values = [...text].map((sign) => signs.indexOf(sign)).reverse()
  return values.reduce((sum, value, index) => {
    const weighed = index % 2 === 0 ? value : value * 2
    return sum + Math.floor(weighed / BASE) + (weighed % BASE)
  }, 0)
}
