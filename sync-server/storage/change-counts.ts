/** How often the tables have changed, as the database counts: see migration 010. */
import { must } from '../../domain/values/assert.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Reader } from './storage.ts'

export interface ChangeCounts {
  readonly bookings: number
  /** What operators set up: sites, resources, rules, people. */
  readonly space: number
}

export async function readChangeCounts(reader: Reader): Promise<ChangeCounts> {
  const { rows } = await selectCounts(reader, [])
  return must(rows[0], 'the counts are one row')
}

const selectCounts = compiledOnce(
  () => [],
  (reader) => reader.selectFrom('change_count').selectAll(),
)
