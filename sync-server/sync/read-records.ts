/** Reads what a peer put into its outbox: JSON alone, within limits. What a wish says inside is read at settlement. */
import { isId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { isJson, isPlainObject } from './plain-json.ts'

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
