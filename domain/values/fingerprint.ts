import { canonical } from './canonical.ts'

/**
 * A short text that tells whether a value is still the one somebody looked at: equal values give the same, whatever the order of their
 * keys. It notices change; it guards against nobody who seeks a collision.
 */
export function fingerprint(value: unknown): string {
  const text = canonical(value)
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
