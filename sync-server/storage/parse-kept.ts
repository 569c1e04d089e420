/**
 * JSON that we wrote ourselves: a fact never changes, so it has one value and one text, and neither is made twice.
 *
 * Text that was read lately gives the very same value, at the cost of looking it up. Rows are read far more often than they change, and
 * whoever compares values finds most of them identical. Nothing can be stale: other text is another value. And a value gives the text it was
 * read from, or first written as: the row of a table and the entries of documents are one string. The values are shared, so they are as
 * read-only as their types say.
 */

/** In each of two generations; some 25 MB of bookings and outcomes in all. */
const KEPT_MAX = 5_000

let young = new Map<string, unknown>()
let old = new Map<string, unknown>()
const texts = new WeakMap<object, string>()

export function parseKept<Value>(text: string): Value {
  const known = young.get(text)
  if (known !== undefined) return known as Value // parsed from this very text
  const value: unknown = old.get(text) ?? JSON.parse(text)
  if (typeof value === 'object' && value !== null) texts.set(value, text)
  young.set(text, value)
  if (young.size > KEPT_MAX) {
    old = young
    young = new Map()
  }
  return value as Value // written by us, in the shape that its column holds
}

export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}
