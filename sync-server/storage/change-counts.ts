/** How often the tables have changed, as the database counts: see migration 010. */
import type { Reader } from './storage.ts'

export interface ChangeCounts {
  readonly bookings: number
  /** What operators set up: sites, resources, rules, people. */
  readonly space: number
}

export async function readChangeCounts(reader: Reader): Promise<ChangeCounts> {
  return reader.selectFrom('change_count').selectAll().executeTakeFirstOrThrow()
}
