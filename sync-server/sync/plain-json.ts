/**
 * What `JSON.parse` could have made. A Yjs value can be more: undefined, bytes, big integers, NaN, and an object whose key
 * `__proto__` became its prototype, which would answer for fields that it does not have.
 */
export function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth - 1))
  return isPlainObject(value) && Object.values(value).every((one) => isJson(one, depth - 1))
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

/** A parser that asks `key in fields` finds `constructor` in any of them. */
export function hasSafeKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasSafeKeys)
  if (!isPlainObject(value)) return true
  return Object.entries(value).every(([key, of]) => !(key in Object.prototype) && hasSafeKeys(of))
}
