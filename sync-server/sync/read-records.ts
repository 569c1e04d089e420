/** Reads what a peer put into its outbox: JSON alone, within limits. What a wish says inside is read at settlement. */
import { isId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'

/** One record of an outbox as it came. */
export interface RawIntent {
  readonly id: string
  readonly seq: number
  readonly kind: string
  /** The whole record as JSON text. */
  readonly text: string
}

/** One wish as JSON, the same as by HTTP; the schema's own limits lie below. */
const RECORD_BYTES_MAX = 64_000
/** Objects and lists within each other. A closure that moves bookings is the deepest wish, with seven. */
const DEPTH_MAX = 12

/** The records, or null when there are too many or one is not a JSON object with an id, a seq and a kind. */
export function readRecords(items: readonly unknown[]): readonly RawIntent[] | null {
  if (items.length > limits.outboxIntentsMax) return null
  const records: RawIntent[] = []
  let size = 0
  for (const item of items) {
    const record = readRecord(item)
    if (record === null) return null
    size += record.text.length
    if (size > limits.outboxBytesMax) return null
    records.push(record)
  }
  return records
}

function readRecord(item: unknown): RawIntent | null {
  if (!isPlainObject(item) || !isJson(item, DEPTH_MAX)) return null
  const { id, seq, kind } = item
  const isRecord =
    isId('intent', id) &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 1 &&
    typeof kind === 'string' &&
    kind.length <= 64
  if (!isRecord) return null
  const text = JSON.stringify(item)
  return text.length <= RECORD_BYTES_MAX ? { id, seq: Number(seq), kind, text } : null
}

/**
 * What `JSON.parse` could have made. A Yjs value can be more: undefined, bytes, big integers, NaN, and an object whose key
 * `__proto__` became its prototype, which would answer for fields that it does not have.
 */
function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth - 1))
  return isPlainObject(value) && Object.values(value).every((one) => isJson(one, depth - 1))
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
